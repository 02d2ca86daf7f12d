package research

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"recordwell/ui/research/found"
	"recordwell/validation"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
)

// check is the check of one return: what to check, how far it is, what it found.
// It lives as long as the researcher's side is open.
type check struct {
	room *room

	kind, year, authority, files   string
	previous, postcodes, providers string // paths of what an SSDA903 return is held against

	job     *work
	share   float64
	words   string
	failed  error
	unseen  bool // it failed while no page of it was on the screen
	stopped bool

	done    returns.Return // of the findings below; nil before the first check
	checked []string       // files
	book    *found.Book
	summary returns.Summary
	infos   map[string]validation.Info

	changed func() // the page on the screen
	ended   func() // it has ended while no page of it is on the screen
}

func newCheck(r *room) *check { return &check{room: r} }

// kinds are the returns that can be checked.
func (c *check) kinds() []returns.Return { return c.room.desk.Returns(strings.TrimSpace(c.authority)) }

// chosen is the return that was chosen, or nil.
func (c *check) chosen() returns.Return {
	for _, r := range c.kinds() {
		if r.Name() == c.kind {
			return r
		}
	}
	return nil
}

// start checks the files beside the window.
func (c *check) start() {
	if c.job != nil {
		return
	}
	r, files := c.chosen(), paths(c.files)
	opts := returns.Options{Year: c.year}
	if usesPrevious(c.kind) {
		opts.Previous, opts.Postcodes, opts.Providers = onePath(c.previous), onePath(c.postcodes), onePath(c.providers)
	}
	book := &found.Book{}
	var summary returns.Summary
	c.failed, c.unseen, c.stopped, c.share, c.words = nil, false, false, 0, "Reading the files"
	c.job = start(c.room.host, func(job *work) (err error) {
		if err = allThere(files, usesFolders(r.Name())); err != nil {
			return err
		}
		for _, path := range []string{opts.Previous, opts.Postcodes, opts.Providers} {
			if path == "" {
				continue
			}
			if err = allThere([]string{path}, path == opts.Previous); err != nil {
				return &returns.FileError{File: path, Err: err}
			}
		}
		opts.Progress = job.progress
		if summary, err = r.Check(job.ctx, files, opts, book.Add); err == nil {
			book.Finish()
		}
		return err
	}, func(done, of int64) {
		c.share, c.words = share(done, of), "Checking"
		if of > 0 {
			c.words = fmt.Sprintf("Checking: %d%%", 100*done/of)
		}
		c.tell()
	}, func(err error, stopped bool) {
		c.job, c.stopped = nil, stopped
		switch {
		case err == nil:
			c.done, c.checked, c.book, c.summary = r, files, book, summary
			c.infos = inForce(r.Info(), summary.Year)
		case !stopped:
			c.failed = err
		}
		if c.changed != nil {
			c.changed()
		} else if c.ended != nil {
			c.ended()
		}
	})
	c.tell()
}

func (c *check) tell() {
	if c.changed != nil {
		c.changed()
	}
}

func (c *check) stop() { c.job.stop() }

// forget makes room for another check.
func (c *check) forget() {
	c.done, c.book, c.infos, c.failed, c.stopped = nil, nil, nil, nil, false
	c.tell()
}

// save takes what was found, to be written.
func (c *check) save() writing {
	about := findings.About{Title: c.done.Title(), Files: c.checked, Rules: c.done.Info()}
	desk, book, summary := c.room.desk, c.book, c.summary
	return func(dir string, job *work) ([]string, error) {
		return desk.SaveFindings(job.ctx, dir, about, summary, book.All(), func(written, files int) {
			job.progress(int64(written), int64(files)*int64(book.Len()))
		})
	}
}

// says gives the words of a rule, for searching.
func (c *check) says(code string) string {
	i := c.infos[code]
	return i.Title + " " + i.What
}

// outcome is what was found, in a sentence or two.
func (c *check) outcome() string {
	s := c.summary
	ran := fmt.Sprintf("%s of %s checked, on %s.", counted(s.RulesRun, "rule", "rules"), s.Year, counted(s.Children, "child", "children"))
	if c.book.Len() == 0 {
		return "Nothing was found. " + ran
	}
	return fmt.Sprintf("%s and %s to check. %s", counted(c.book.Count(validation.Error), "error", "errors"),
		counted(c.book.Len()-c.book.Count(validation.Error), "thing", "things"), ran)
}

// inForce picks the words of a collection year: a code may stand for several.
func inForce(all []validation.Info, year string) map[string]validation.Info {
	out := make(map[string]validation.Info, len(all))
	for _, i := range all {
		if _, known := out[i.Code]; !known || i.InForce(year) {
			out[i.Code] = i
		}
	}
	return out
}

// usesPrevious reports whether a return is checked against last year's, and against
// lists of postcodes and providers.
func usesPrevious(kind string) bool { return kind == "ssda903" }

// usesFolders reports whether a return may be given as the folder of its files.
func usesFolders(kind string) bool { return kind == "ssda903" }

// paths reads what was typed or pasted: one path a line, with or without quotes,
// as file managers and terminals give them.
func paths(typed string) []string {
	var out []string
	for _, line := range strings.Split(typed, "\n") {
		if p := onePath(line); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func onePath(line string) string {
	p := strings.TrimSpace(line)
	for _, q := range []string{`"`, "'"} {
		if len(p) > 1 && strings.HasPrefix(p, q) && strings.HasSuffix(p, q) {
			p = p[1 : len(p)-1]
		}
	}
	if strings.HasPrefix(p, "file://") {
		if u, err := url.Parse(p); err == nil {
			p = u.Path
		}
	}
	if rest, ok := strings.CutPrefix(p, "~"+string(filepath.Separator)); ok {
		if home, err := os.UserHomeDir(); err == nil {
			p = filepath.Join(home, rest)
		}
	}
	return p
}

// allThere says which file is not there or not a file, before anything is read.
func allThere(files []string, folders bool) error {
	for _, f := range files {
		info, err := os.Stat(f)
		switch {
		case errors.Is(err, os.ErrNotExist):
			return fmt.Errorf("there is no file %s. Check how it is written, or choose it again", f)
		case err != nil:
			return fmt.Errorf("the file %s cannot be opened. Check that you may read it", f)
		case info.IsDir() && !folders:
			return fmt.Errorf("the path %s is a folder. Give the file in it", f)
		}
	}
	return nil
}
