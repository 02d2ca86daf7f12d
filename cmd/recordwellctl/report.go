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
	shareable := fs.Bool("shareable", false, "write the version that may leave the research team: counts of 1 to 5 hidden, no comments")
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
	if *shareable {
		err = writeShared(stdout, *out, *format, report.Share(r))
	} else {
		err = writeReport(stdout, *out, *format, r)
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

func writeReport(stdout io.Writer, out, format string, r *report.Report) error {
	names, err := reports.Write(out, r)
	switch {
	case err != nil:
		return err
	case format == "json":
		return writeJSON(stdout, r)
	}
	return say(stdout, append(append([]string{r.SimulatedWords()}, r.Headline...), written(out, names))...)
}

func writeShared(stdout io.Writer, out, format string, s *report.Shared) error {
	names, err := reports.WriteShared(out, s)
	switch {
	case err != nil:
		return err
	case format == "json":
		return writeJSON(stdout, s)
	}
	return say(stdout, s.Simulated, s.Version, written(out, names))
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func written(dir string, names []string) string {
	return fmt.Sprintf("The report is %s, with %d files beside it.", filepath.Join(dir, reports.Page), len(names)-1)
}

func say(w io.Writer, lines ...string) error {
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
