package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
)

// runImport takes the sessions of other files of records into a data folder, or with
// "--from cin-xml" or "--from ssda903" the children of the files of a return. A code under which two sessions
// were begun is a finding.
func runImport(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("import", "--data DIR --from PATH [--from PATH…] | --from cin-xml FILE | --from ssda903 --year YEAR FOLDER [flags]", stderr)
	data := fs.String("data", "", "the data folder that takes the records in; Recordwell must be closed on it")
	var from paths
	fs.Var(&from, "from", "a data folder of another computer, or a copy of records, or a sealed file of results (.rwbundle); it is only read. Or cin-xml, for a file of the children in need census, or ssda903, for the files of that return")
	year := fs.String("year", "", "the collection year of the files, such as 2025-26 (ssda903)")
	format := fs.String("format", "text", "text or json")
	opening := openingFlags(fs)
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	from = append(from, rest...)
	switch {
	case *data == "":
		return failed(stderr, "import", errors.New("say where to put the records: --data DIR"))
	case len(from) == 0:
		return failed(stderr, "import", errors.New("say which records to take in: --from PATH"))
	case *format != "text" && *format != "json":
		return failed(stderr, "import", fmt.Errorf("there is no format %q. Choose text or json", *format))
	}
	if r, is := fromReturn[from[0]]; is {
		return r.take(ctx, from[1:], *data, *year, *format, stdout, stderr)
	}
	if slices.ContainsFunc(from, isBundle) {
		if err := opening.read(stdin); err != nil {
			return failed(stderr, "import", err)
		}
	}
	s, err := sqlite.Open(ctx, *data, sqlite.Options{Clock: program.NewClock()})
	if err != nil {
		return failed(stderr, "import", err)
	}
	done, held, err := importAll(ctx, s, from, opening, func(path, words string) {
		if *format == "text" {
			fmt.Fprintf(stdout, "%s\n  %s\n", path, words)
		}
	})
	if err = errors.Join(err, s.Close()); err != nil {
		return failed(stderr, "import", err)
	}
	if *format == "json" {
		if err := writeImport(stdout, done, held); err != nil {
			return failed(stderr, "import", err)
		}
	} else {
		for _, c := range done.Clashes {
			fmt.Fprintf(stdout, "The code %s of the study %s has %d sessions: %s. All are kept. Ask which one counts.\n",
				c.Code, c.Study, len(c.Sessions), joined(c.Sessions))
		}
	}
	if len(done.Clashes)+len(held) > 0 {
		return exitFindings
	}
	return exitClean
}

// importAll takes one file after the other in, and adds up what came of it. Held are
// sealed files that were not taken in, by name, with the reason.
func importAll(ctx context.Context, s *sqlite.Store, from []string, o *opening, each func(path, words string)) (all sqlite.Imported, held map[string]string, err error) {
	held = map[string]string{}
	for _, path := range from {
		var d sqlite.Imported
		if isBundle(path) {
			why := ""
			if d, why, err = o.collect(ctx, s, path); err == nil && why != "" {
				held[path] = why
				each(path, why)
				continue
			}
		} else {
			d, err = s.Import(ctx, path)
		}
		if err != nil {
			return all, held, err
		}
		each(path, importWords(d))
		all.Added, all.Grown, all.Known = all.Added+d.Added, all.Grown+d.Grown, all.Known+d.Known
		all.Withdrawn, all.Deleted = all.Withdrawn+d.Withdrawn, all.Deleted+d.Deleted
	}
	all.Clashes, err = s.Clashes(ctx)
	return all, held, err
}

// importWords says what came of one file; what did not happen is left out.
func importWords(d sqlite.Imported) string {
	var parts []string
	for _, p := range []struct {
		n     int
		words string
	}{
		{d.Added, "added"}, {d.Grown, "went on since and were brought up to date"}, {d.Known, "known already"},
		{d.Withdrawn, "withdrew and were left out"}, {d.Deleted, "withdrew there and were deleted here"},
	} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.words))
		}
	}
	if len(parts) == 0 {
		return "Sessions: none."
	}
	return "Sessions: " + strings.Join(parts, ", ") + "."
}

func joined(ids []capture.SessionID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

func writeImport(w io.Writer, done sqlite.Imported, held map[string]string) error {
	type clash struct {
		Study    string              `json:"study"`
		Code     string              `json:"code"`
		Sessions []capture.SessionID `json:"sessions"`
	}
	clashes := []clash{}
	for _, c := range done.Clashes {
		clashes = append(clashes, clash(c))
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{
		"added": done.Added, "brought_up_to_date": done.Grown, "known": done.Known,
		"withdrawn": done.Withdrawn, "deleted": done.Deleted, "clashes": clashes, "not_added": held,
	})
}

// paths is a flag that can be given several times.
type paths []string

func (p *paths) String() string { return strings.Join(*p, ", ") }

func (p *paths) Set(s string) error {
	*p = append(*p, s)
	return nil
}
