package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"recordwell/capture/report"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/reports"
)

// runReport writes the data-quality report of a data folder. It ends with
// exitFindings when no record is finished or part of the journal is missing.
func runReport(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("report", "--data DIR --out DIR [flags]", stderr)
	data := fs.String("data", "", "the data folder, which holds "+sqlite.FileName)
	out := fs.String("out", "", "the folder to write the report to; it is made when it is not there")
	id := fs.String("study", "", "id of the study; left out, the one in use")
	round := fs.String("round", "", "id of the round; left out, all rounds")
	format := fs.String("format", "text", "what to print: text or json; the files are the same")
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	switch {
	case len(rest) > 0:
		return failed(stderr, "report", fmt.Errorf("%q is not a flag", rest[0]))
	case *data == "":
		return failed(stderr, "report", errors.New("say which records to report on: --data DIR"))
	case *out == "":
		return failed(stderr, "report", errors.New("say where to write the report: --out DIR"))
	case *format != "text" && *format != "json":
		return failed(stderr, "report", fmt.Errorf("there is no format %q. Choose text or json", *format))
	}
	r, err := buildReport(ctx, *data, *id, *round, newProgress(stderr))
	if err != nil {
		return failed(stderr, "report", err)
	}
	names, err := reports.Write(*out, r)
	if err != nil {
		return failed(stderr, "report", err)
	}
	if *format == "json" {
		e := json.NewEncoder(stdout)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		err = e.Encode(r)
	} else {
		err = printReport(stdout, *out, r, len(names))
	}
	if err != nil {
		return failed(stderr, "report", err)
	}
	if r.Counts.Records == 0 || r.Counts.Lost > 0 {
		return exitFindings
	}
	return exitClean
}

func buildReport(ctx context.Context, data, id, round string, shown *progress) (*report.Report, error) {
	records, request, err := openStudy(ctx, data, id, round)
	if err != nil {
		return nil, err
	}
	defer records.Close()
	defer shown.clear()
	request.Progress = shown.show
	r, err := reports.Build(ctx, records, request)
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("stopped before the end; nothing was written")
	}
	return r, err
}

func printReport(w io.Writer, dir string, r *report.Report, files int) error {
	lines := append([]string{r.SimulatedWords()}, r.Headline...)
	lines = append(lines, fmt.Sprintf("The report is %s, with %d files beside it.", filepath.Join(dir, reports.Page), files-1))
	for _, line := range lines {
		if line == "" {
			continue
		}
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}
