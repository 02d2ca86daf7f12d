package program

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"recordwell/capture"
	"recordwell/capture/bundle"
	"recordwell/capture/export"
)

// SealResults writes the results of the study in use into a sealed file for the
// computer where they are collected. Made-up people stay here.
func (r *Research) SealResults(ctx context.Context, dir, computer, passphrase string) (capture.Sealed, error) {
	if err := r.Sync(ctx); err != nil {
		return capture.Sealed{}, err
	}
	return Seal(ctx, r.Store.Reader, SealRequest{
		Study: r.Study(), Dir: dir, Computer: computer, Passphrase: passphrase, Made: r.Clock.Now(),
	})
}

// Collect takes in one sealed file for the study in use. Both says that a code that
// stands for another session here is two people; leave, that those sessions stay out.
func (r *Research) Collect(ctx context.Context, path, passphrase string, both, leave bool) (capture.Arrival, error) {
	if err := r.Sync(ctx); err != nil {
		return capture.Arrival{}, err
	}
	clash := ClashAsk
	switch {
	case both:
		clash = ClashBoth
	case leave:
		clash = ClashLeave
	}
	return Collect(ctx, r.Store, r.Library(), r.Study(), path, passphrase, clash)
}

// Collected counts the sessions of the study in use that are on this computer, made-up
// people left out.
func (r *Research) Collected(ctx context.Context) (int, error) {
	all, err := r.Store.Sessions(ctx, r.Study().ID)
	n := 0
	for _, row := range all {
		if !row.Simulated {
			n++
		}
	}
	return n, err
}

// NewPassphrase makes one up for a sealed file.
func (r *Research) NewPassphrase() (string, error) { return bundle.NewPassphrase() }

// SaveArrivals writes the list of files that were collected as a table for
// spreadsheets, and returns its path.
func (r *Research) SaveArrivals(dir string, list []capture.Arrival) (path string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	table := export.Arrivals(list)
	path = filepath.Join(dir, table.Name+".csv")
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	return path, errors.Join(table.Write(f), f.Close())
}
