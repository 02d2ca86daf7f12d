package ssda903

import (
	"context"
	"fmt"
	"io"
	"os"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// Statutory is the return as the command line and the researcher's desk see it.
type Statutory struct {
	// Authority is the code of the returning local authority, such as E09000027;
	// empty when nobody said. Rules that need it are then not checked.
	Authority string
}

var _ returns.Return = Statutory{}

// Name is the word on the command line.
func (Statutory) Name() string { return "ssda903" }

// Title is the name that people know.
func (Statutory) Title() string { return "Children looked after (SSDA903)" }

// Years lists the collection years, newest last.
func (Statutory) Years() []string { return Years }

// Info describes every rule in the order of the Department's list.
func (Statutory) Info() []validation.Info {
	all := Rules().Rules()
	out := make([]validation.Info, len(all))
	for i := range all {
		out[i] = all[i].Info
	}
	return out
}

// Check reads and checks; see [returns.Return].
func (s Statutory) Check(ctx context.Context, files []string, opts returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	var summary returns.Summary
	given := Given{Authority: s.Authority}
	if opts.Year != "" {
		period, err := ParseYear(opts.Year)
		if err != nil {
			return summary, err
		}
		given.Year = period.Year()
	}
	var err error
	if given.Postcodes, err = list(opts.Postcodes, ReadPostcodes); err != nil {
		return summary, err
	}
	if given.Providers, err = list(opts.Providers, ReadProviders); err != nil {
		return summary, err
	}
	r, err := ReadFiles(ctx, files, Options{Previous: opts.Previous, Postcodes: given.Postcodes, Authority: given.Authority})
	if err != nil {
		return summary, err
	}
	cx := NewContext(r, given)
	plan, err := NewPlan(r, cx, opts.Rules, given.Year)
	if err != nil {
		return summary, err
	}
	summary.Year, summary.Children, summary.RulesRun = cx.Year(), r.Count(), plan.Len()
	if opts.Started != nil {
		opts.Started(summary.Year)
	}
	for _, n := range plan.NotChecked {
		summary.NotChecked = append(summary.NotChecked, returns.NotChecked(n))
	}
	err = Check(ctx, r, cx, plan, func(i validation.Issue) { summary.Findings++; emit(i) }, opts.Progress)
	return summary, err
}

// list reads the file of an outside list, if one was given.
func list[T any](name string, read func(io.Reader) (T, error)) (out T, err error) {
	if name == "" {
		return out, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return out, &returns.FileError{File: name, Err: openError(name, err)}
	}
	defer f.Close() //nolint:errcheck // only read from
	if out, err = read(f); err != nil {
		return out, &returns.FileError{File: name, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return out, nil
}
