package program

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"sync"

	"recordwell/assets/calendars"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// Returns are the statutory returns that can be checked, with the calendar that
// ships. Authority is the code of the local authority, where a return needs one.
func Returns(authority string) ([]returns.Return, error) {
	calendar, err := workdays()
	if err != nil {
		return nil, err
	}
	return []returns.Return{cin.Census{Calendar: calendar}, ssda903.Statutory{Authority: authority}}, nil
}

var workdays = sync.OnceValues(func() (*datatype.Workdays, error) { return datatype.ParseWorkdays(calendars.England) })

// Calendar is the calendar of working days for the rules at entry.
func Calendar() *datatype.Workdays {
	calendar, err := workdays()
	if err != nil {
		panic(fmt.Errorf("the calendar that ships cannot be read: %w", err)) // a test reads it
	}
	return calendar
}

// Returns are those that the researcher's desk can check.
func (r *Research) Returns(authority string) []returns.Return {
	all, err := Returns(authority)
	if err != nil {
		panic(fmt.Errorf("the calendar that ships cannot be read: %w", err)) // a test reads it
	}
	return all
}

// findingsFile is the name of the files of what a check found, without its end.
const findingsFile = "findings"

// SaveFindings writes what a check found as a page, CSV and JSON into a folder,
// which it makes, and returns the names of the files. Progress hears how many
// times a finding was written; each is written once a file. A file that cannot
// be written whole is not left behind half.
func (r *Research) SaveFindings(ctx context.Context, dir string, about findings.About, summary returns.Summary, all iter.Seq[validation.Issue], progress func(written, files int)) (names []string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("the folder %s cannot be made: %w", dir, err)
	}
	formats := []string{"html", "csv", "json"}
	written := 0
	about.When = r.Clock.Now().Format("2 January 2006")
	for _, format := range formats {
		name := findingsFile + "." + format
		err := writeWhole(filepath.Join(dir, name), func(w io.Writer) error {
			out, err := findings.NewWriter(format, w, about, func() string { return summary.Year })
			if err != nil {
				return err
			}
			for i := range all {
				if written++; written%1024 == 0 {
					progress(written, len(formats))
					if ctx.Err() != nil {
						return ctx.Err()
					}
				}
				if err := out.Write(i); err != nil {
					return err
				}
			}
			return out.Close(summary)
		})
		if err != nil {
			return names, err
		}
		names = append(names, name)
	}
	return names, nil
}

// writeWhole writes a file beside its place and moves it there when it is whole.
func writeWhole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".findings-*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	out := bufio.NewWriterSize(f, 64<<10)
	err = write(out)
	err = errors.Join(err, out.Flush(), f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}
