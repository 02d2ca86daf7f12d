package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"recordwell/capture"
	"recordwell/capture/bundle"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
)

// sealing is what a sealed file is made with, besides what every export has.
type sealing struct {
	passphrase, computer string
	simulated            bool
	stdin                io.Reader
}

func sealingFlags(fs *flag.FlagSet) *sealing {
	s := &sealing{}
	fs.StringVar(&s.passphrase, "passphrase-file", "", passphraseHelp)
	fs.StringVar(&s.computer, "computer", "", "what to call this computer in the file (bundle)")
	fs.BoolVar(&s.simulated, "simulated", false, "take made-up people along (bundle)")
	return s
}

const passphraseHelp = "a file whose first line is the passphrase of sealed files, or - for standard input (bundle)"

func (s *sealing) from(stdin io.Reader) sealing { s.stdin = stdin; return *s }

// sealResults writes the results of a study into a sealed file.
func sealResults(ctx context.Context, x *exporting) ([]string, error) {
	if x.request.Round != "" {
		return nil, errors.New("a sealed file holds all rounds of a study. Leave --round out")
	}
	passphrase, err := readPassphrase(x.seal.passphrase, x.seal.stdin)
	if err != nil {
		return nil, err
	}
	sealed, err := program.Seal(ctx, x.records, program.SealRequest{
		Study: x.request.Study, Dir: x.dir, Computer: x.seal.computer, Passphrase: passphrase, Simulated: x.seal.simulated, Made: program.NewClock().Now(),
	})
	switch {
	case errors.Is(err, bundle.ErrShort):
		return nil, fmt.Errorf("the passphrase must be %d characters or more", bundle.LeastPassphrase)
	case errors.Is(err, program.ErrNothingToSeal) && !x.seal.simulated:
		return nil, errors.New("nobody has taken part in this study here. Made-up people are taken along with --simulated")
	case err != nil:
		return nil, err
	}
	return []string{filepath.Base(sealed.Path)}, nil
}

// readPassphrase takes the first line of a file: on the command line, others would
// read it.
func readPassphrase(path string, stdin io.Reader) (string, error) {
	if path == "" {
		return "", errors.New("say where the passphrase is: --passphrase-file FILE, or - for standard input")
	}
	r := stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return "", fmt.Errorf("there is no file %s that can be read. Check how it is written", path)
		}
		defer f.Close() //nolint:errcheck // only read from
		r = f
	}
	all, err := io.ReadAll(io.LimitReader(r, 4096))
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(all), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// opening is how sealed files are taken in.
type opening struct {
	passphrase, clash string
	secret            string
}

func openingFlags(fs *flag.FlagSet) *opening {
	o := &opening{}
	fs.StringVar(&o.passphrase, "passphrase-file", "", passphraseHelp)
	fs.StringVar(&o.clash, "clash", "ask", "what to do with a sealed file where a code stands for another session here: ask (add nothing of it), both or leave (leave those sessions out)")
	return o
}

func isBundle(path string) bool { return strings.EqualFold(filepath.Ext(path), bundle.Ext) }

var clashes = map[string]program.Clash{"ask": program.ClashAsk, "both": program.ClashBoth, "leave": program.ClashLeave}

func (o *opening) read(stdin io.Reader) (err error) {
	if _, ok := clashes[o.clash]; !ok {
		return fmt.Errorf("there is no --clash %q. Choose ask, both or leave", o.clash)
	}
	o.secret, err = readPassphrase(o.passphrase, stdin)
	return err
}

// collect takes in one sealed file. Why says that it was not, and what to do.
func (o *opening) collect(ctx context.Context, s *sqlite.Store, path string) (done sqlite.Imported, why string, err error) {
	a, err := program.Collect(ctx, s, nil, nil, path, o.secret, clashes[o.clash])
	switch {
	case err != nil:
		return done, "", err
	case a.State == capture.ArrivalRefused:
		return done, a.Why + ".", nil
	case a.State == capture.ArrivalDecide:
		codes := make([]string, len(a.Codes))
		for i, c := range a.Codes {
			codes[i] = study.FormatCode(c)
		}
		return done, "Nothing is added yet. These codes stand for other sessions here: " + strings.Join(codes, ", ") + ". Say --clash both or --clash leave.", nil
	}
	return sqlite.Imported{Added: a.Added, Grown: a.Grown, Known: a.Known, Withdrawn: a.Withdrawn, Deleted: a.Deleted}, "", nil
}
