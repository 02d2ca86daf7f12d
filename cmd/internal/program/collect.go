package program

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/bundle"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

// SealRequest says what goes into a bundle, and where it is put.
type SealRequest struct {
	Study      *study.Study
	Dir        string // is made when it is not there
	Computer   string // what the researcher calls this one
	Passphrase string
	Simulated  bool // made-up people too
	Made       time.Time
}

// ErrNothingToSeal is what [Seal] returns where nobody has taken part.
var ErrNothingToSeal = errors.New("nobody has taken part in this study on this computer yet")

// Seal writes the sessions of a study into a sealed file for another computer. A file
// that could not be finished is not left behind.
func Seal(ctx context.Context, records *sqlite.Reader, r SealRequest) (sealed capture.Sealed, err error) {
	x, err := records.Extract(ctx, r.Study.ID, r.Simulated)
	if err != nil {
		return sealed, err
	}
	defer func() { err = errors.Join(err, x.Drop()) }()
	if len(x.Sessions) == 0 {
		return sealed, ErrNothingToSeal
	}
	m := bundle.Manifest{
		Program: Version, Study: r.Study.ID, Title: r.Study.Title, Computer: r.Computer, Made: r.Made,
		Records: x.Records, Entries: x.Entries,
	}
	for _, s := range x.Sessions {
		m.Sessions = append(m.Sessions, bundle.Session{ID: string(s.ID), Code: s.Code})
	}
	file, err := os.Open(x.Path)
	if err != nil {
		return sealed, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	sum := sha256.New()
	if m.Size, err = io.Copy(sum, file); err != nil {
		return sealed, err
	}
	m.SHA256 = hex.EncodeToString(sum.Sum(nil))
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return sealed, err
	}
	path, err := writeBundle(r, func(w io.Writer) error { return bundle.Seal(w, r.Passphrase, m, file) })
	return capture.Sealed{Path: path, Sessions: len(x.Sessions), Records: x.Records, Entries: x.Entries}, err
}

// writeBundle writes a new file that is named for the computer and the time, whole or
// not at all.
func writeBundle(r SealRequest, write func(io.Writer) error) (path string, err error) {
	if err := os.MkdirAll(r.Dir, 0o700); err != nil {
		return "", err
	}
	name := fileName(r.Computer)
	if name == "" {
		name = "results"
	}
	path = filepath.Join(r.Dir, name+" "+r.Made.Format("2006-01-02 15.04.05")+bundle.Ext)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(path))
	}
	return path, nil
}

// fileName is what of somebody's words can stand in the name of a file on any system.
func fileName(words string) string {
	keep := func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return -1
		}
		return r
	}
	out := []rune(strings.Trim(strings.Map(keep, words), " ."))
	return strings.TrimSpace(string(out[:min(len(out), 40)]))
}

// Clash says what to do with sessions whose code stands for another session here.
type Clash uint8

// What can be done.
const (
	ClashAsk   Clash = iota // add nothing of the file and ask
	ClashBoth               // they are two people: add it all
	ClashLeave              // leave those sessions out and add the others
)

// Collect takes in one sealed file of results of a study, or of any where none is
// wanted. What cannot be taken in is told in the arrival, in words; the error is of this
// computer's own records.
func Collect(ctx context.Context, store *sqlite.Store, lib *study.Library, want *study.Study, path, passphrase string, clash Clash) (a capture.Arrival, err error) {
	a = capture.Arrival{Path: path, State: capture.ArrivalRefused}
	f, err := os.Open(path)
	if err != nil {
		a.Why = cannotOpen(err)
		return a, nil
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		a.Size = info.Size()
	}
	b, err := bundle.Open(f, passphrase)
	if err != nil {
		a.Why, a.Locked = cannotOpen(err), errors.Is(err, bundle.ErrPassphrase)
		return a, nil
	}
	a.Computer, a.Made, a.Records, a.Entries = b.Computer, b.Made, b.Records, b.Entries
	if want != nil && b.Study != want.ID {
		a.Why = otherStudy(lib, b.Study, b.Title)
		return a, nil
	}
	others, err := clashing(ctx, store, b.Manifest)
	if err != nil {
		return a, err
	}
	var leave []capture.SessionID
	for _, s := range others {
		a.Codes = append(a.Codes, s.Code)
		if clash == ClashLeave {
			leave = append(leave, capture.SessionID(s.ID))
		}
	}
	if len(others) > 0 && clash == ClashAsk {
		a.State = capture.ArrivalDecide
		return a, nil
	}
	a.Left = len(leave)
	return takeIn(ctx, store, b, a, leave)
}

// takeIn opens the records of a bundle beside the copies, where withdrawing would find
// them if the program ended here, and merges them.
func takeIn(ctx context.Context, store *sqlite.Store, b *bundle.Bundle, a capture.Arrival, leave []capture.SessionID) (_ capture.Arrival, err error) {
	dir := filepath.Join(store.Dir(), sqlite.BackupFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return a, err
	}
	path := filepath.Join(dir, "recordwell-arriving.part")
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return a, err
	}
	defer func() { err = errors.Join(err, sqlite.Drop(path)) }()
	if err := errors.Join(b.CopyRecords(out), out.Close()); err != nil {
		if errors.Is(err, bundle.ErrChanged) {
			a.Why = cannotOpen(err)
			return a, nil
		}
		return a, err
	}
	done, err := store.Import(ctx, path, leave...)
	if err != nil {
		if ctx.Err() != nil {
			return a, err
		}
		a.Why = strings.ReplaceAll(err.Error(), path, filepath.Base(a.Path))
		return a, nil
	}
	a.Added, a.Grown, a.Known, a.Withdrawn, a.Deleted = done.Added, done.Grown, done.Known, done.Withdrawn, done.Deleted
	a.State = capture.ArrivalAdded
	if a.Added+a.Grown+a.Deleted == 0 {
		a.State = capture.ArrivalSkipped
	}
	return a, nil
}

// clashing are the sessions of a bundle whose code stands for another session here,
// unless both were taken in before or the person withdrew.
func clashing(ctx context.Context, store *sqlite.Store, m bundle.Manifest) ([]bundle.Session, error) {
	here, err := store.Sessions(ctx, m.Study)
	if err != nil {
		return nil, err
	}
	of := map[string][]capture.SessionID{}
	for _, row := range here {
		of[row.Code] = append(of[row.Code], row.ID)
	}
	var out []bundle.Session
	for _, s := range m.Sessions {
		known := of[s.Code]
		if len(known) == 0 || slices.Contains(known, capture.SessionID(s.ID)) {
			continue
		}
		gone, err := store.Withdrew(ctx, capture.SessionID(s.ID))
		if err != nil {
			return nil, err
		}
		if !gone {
			out = append(out, s)
		}
	}
	return out, nil
}

func cannotOpen(err error) string {
	switch {
	case errors.Is(err, bundle.ErrNotABundle):
		return "This is not a file of results. Choose a file that ends in " + bundle.Ext
	case errors.Is(err, bundle.ErrPassphrase):
		return "The passphrase does not open it. Type the one that it was saved with"
	case errors.Is(err, bundle.ErrChanged):
		return "The file has changed since it was saved. Save it again on its computer, then collect the new file"
	case errors.Is(err, bundle.ErrLater):
		return "It was saved by a later version of Recordwell. Install that version here, then collect it again"
	case errors.Is(err, fs.ErrNotExist):
		return "There is no such file. Check its name, or choose it from the list"
	case errors.Is(err, fs.ErrPermission):
		return "The file may not be read. Copy it to a folder of your own, then collect it again"
	}
	return "The file could not be read. Copy it to this computer, then collect it again"
}

func otherStudy(lib *study.Library, id, title string) string {
	if s := lib.Studies[id]; s != nil {
		return fmt.Sprintf("This is for a different study: %s. Use that study on this computer, then collect it", s.Title)
	}
	return fmt.Sprintf("This is for a different study: %s. It is not on this computer", title)
}
