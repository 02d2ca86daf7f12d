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

// WriteShared writes the shareable version of a report likewise.
func WriteShared(dir string, s *report.Shared) (names []string, err error) {
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

func writeAll(dir string, files []file) (names []string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be made: %w", dir, err)
	}
	for _, f := range files {
		if err := writeFile(filepath.Join(dir, f.name), f.write); err != nil {
			return names, err
		}
		names = append(names, f.name)
	}
	return names, nil
}

func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".report-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	err = write(f)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}
