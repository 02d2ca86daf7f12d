package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"recordwell/validation"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
)

// runValidate checks the files of a return and writes what was found.
func runValidate(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("validate", "--return cin|ssda903 [flags] FILE…", stderr)
	name := fs.String("return", "", "which return it is: cin or ssda903")
	format := fs.String("format", "text", "how to write what is found: "+strings.Join(findings.Formats(), ", "))
	rules := fs.String("rules", "", "check only these rules, with commas between")
	authority := fs.String("authority", "", "the code of the local authority (ssda903)")
	var opts returns.Options
	fs.StringVar(&opts.Year, "year", "", "the collection year, such as 2025-26; without it that of the return")
	fs.StringVar(&opts.Previous, "previous", "", "the folder of last year's files (ssda903)")
	fs.StringVar(&opts.Postcodes, "postcodes", "", "a file of postcodes to look up (ssda903)")
	fs.StringVar(&opts.Providers, "providers", "", "a file of providers to look up (ssda903)")
	files, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	r, err := statutory(*name, *authority)
	if err != nil {
		return failed(stderr, "validate", err)
	}
	if len(files) == 0 {
		return failed(stderr, "validate", errors.New("no file to check was given"))
	}
	opts.Rules = commaList(*rules)
	year := opts.Year
	opts.Started = func(y string) { year = y }
	bar := newProgress(stderr)
	opts.Progress = bar.show

	out := bufio.NewWriterSize(stdout, 64<<10)
	about := findings.About{Title: r.Title(), Files: files, Rules: r.Info()}
	w, err := findings.NewWriter(*format, out, about, func() string { return year })
	if err != nil {
		return failed(stderr, "validate", err)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var writeErr error
	summary, err := r.Check(ctx, files, opts, func(i validation.Issue) {
		if writeErr == nil {
			if writeErr = w.Write(i); writeErr != nil {
				stop() // nobody reads any more
			}
		}
	})
	bar.clear()
	if err == nil && writeErr == nil {
		writeErr = w.Close(summary)
	}
	if flushErr := out.Flush(); writeErr == nil {
		writeErr = flushErr
	}
	switch {
	case writeErr != nil:
		return failed(stderr, "validate", fmt.Errorf("the findings could not be written: %w", writeErr))
	case errors.Is(err, context.Canceled):
		return failed(stderr, "validate", errors.New("stopped before the end. What is written above is not complete"))
	case err != nil:
		return failed(stderr, "validate", err)
	}
	sayNotes(stderr, *format, summary)
	if summary.Findings > 0 {
		return exitFindings
	}
	return exitClean
}

// sayNotes says beside the findings what a reader of JSON or CSV would miss.
func sayNotes(stderr io.Writer, format string, s returns.Summary) {
	for _, remark := range s.Remarks {
		fmt.Fprintf(stderr, "Note: %s.\n", remark)
	}
	if format == "text" || format == "html" {
		return // the output itself lists them
	}
	for _, n := range s.NotChecked {
		fmt.Fprintf(stderr, "%s was not checked, because %s.\n", n.Code, n.Because)
	}
}
