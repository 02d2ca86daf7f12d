package reports

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"recordwell/capture/export"
	"recordwell/capture/report"
)

// Page is the name of the report's page among its files.
const Page = "report.html"

// Write writes the report into a folder, which it makes: the page, the text and
// the tables. It returns the names of the files. A file that cannot be written
// whole is not left behind half.
func Write(dir string, r *report.Report) (names []string, err error) {
	files := []file{
		{Page, func(w io.Writer) error { return report.HTML(w, r) }},
		{"report.txt", func(w io.Writer) error { return report.Text(w, r) }},
	}
	for _, t := range export.Report(r) {
		files = append(files, tableFile(t))
	}
	return writeAll(dir, files)
}

// secret are the files that only the full report has.
var secret = []string{"failing-places.csv", "quotes.csv"}

// WriteShared writes the shareable version of a report likewise. A folder with a full
// report in it is refused: whoever shared it would share both.
func WriteShared(dir string, s *report.Shared) (names []string, err error) {
	for _, name := range secret {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil, fmt.Errorf("the folder %s holds a full report, which may not be shared", dir)
		}
	}
	files := []file{
		{Page, func(w io.Writer) error { return report.SharedHTML(w, s) }},
		{"report.txt", func(w io.Writer) error { return report.SharedText(w, s) }},
	}
	for _, t := range export.Shared(s) {
		files = append(files, tableFile(t))
	}
	return writeAll(dir, files)
}

type file struct {
	name  string
	write func(io.Writer) error
}

func tableFile(t export.Table) file { return file{t.Name + ".csv", t.Write} }

// writeTable writes one table and its dictionary. making is told where to report
// what went wrong while the rows were made; then there is no file.
func writeTable(dir string, making func(failed func(error)) export.Table) ([]string, error) {
	var first error
	t := making(func(err error) {
		if first == nil {
			first = err
		}
	})
	rows := tableFile(t)
	dictionary := export.Dictionary([]export.Table{t})
	dictionary.Name = t.Name + "-dictionary"
	return writeAll(dir, []file{
		{rows.name, func(w io.Writer) error { return errors.Join(rows.write(w), first) }},
		tableFile(dictionary),
	})
}

// writeAll writes files into a folder, which it makes. None is in its place before
// all are whole: what is stopped or finds no room leaves the folder as it was.
func writeAll(dir string, files []file) (names []string, err error) {
	var ready []string
	defer func() {
		for _, name := range ready {
			_ = os.Remove(name) // those in their place are not there any more
		}
	}()
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, fmt.Errorf("the folder %s cannot be made: %w", filepath.Dir(path), err)
		}
		name, err := writeAside(path, f.write)
		if err != nil {
			return nil, err
		}
		ready = append(ready, name)
	}
	for i, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.Rename(ready[i], path); err != nil {
			return names, fmt.Errorf("%s cannot be written: %w", path, err)
		}
		names = append(names, f.name)
	}
	return names, nil
}

// writeAside writes what belongs at a path beside it, and returns where.
func writeAside(path string, write func(io.Writer) error) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".report-*")
	if err != nil {
		return "", fmt.Errorf("%s cannot be written: %w", path, err)
	}
	err = write(f)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		return "", fmt.Errorf("%s cannot be written: %w", path, errors.Join(err, os.Remove(f.Name())))
	}
	return f.Name(), nil
}
