package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
)

// exportFormat is one kind of file that records can leave as. A format whose
// writing takes more than a line lives in a file of its own.
type exportFormat struct {
	name    string // of --to
	summary string // one line, for the help
	write   func(ctx context.Context, x *exporting) (files []string, err error)
}

// exportFormats is every format, in the order of the help.
var exportFormats = allFormats()

func allFormats() (all []exportFormat) {
	for _, f := range reports.Formats() {
		all = append(all, exportFormat{f.Name, f.Summary, writeFormat(f)})
	}
	return append(all, exportFormat{"bundle", "the results of a study in one sealed file, to be collected on another computer", sealResults})
}

// exporting is what a format is written from and where to.
type exporting struct {
	records   *sqlite.Reader
	request   reports.Request // library, study, round, and who hears of progress
	dir       string          // is made when it is not there
	stderr    io.Writer       // for what the files leave out
	authority string          // code of the local authority, for the header of a return
	seal      sealing
}

// runExport writes the records of a data folder as files for other programs.
func runExport(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("export", "--to FORMAT --data DIR --out DIR [flags]", stderr)
	to := fs.String("to", "", "what to write:"+exportHelp())
	data := fs.String("data", "", "the data folder, which holds "+sqlite.FileName)
	out := fs.String("out", "", "the folder to write the files to; it is made when it is not there")
	id := fs.String("study", "", "id of the study; left out, the one in use")
	round := fs.String("round", "", "id of the round; left out, all rounds")
	authority := fs.String("authority", "", "the code of the local authority for the header of a return (cin-xml)")
	seal := sealingFlags(fs)
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	var format *exportFormat
	for i := range exportFormats {
		if exportFormats[i].name == *to {
			format = &exportFormats[i]
		}
	}
	switch {
	case len(rest) > 0:
		return failed(stderr, "export", fmt.Errorf("%q is not a flag", rest[0]))
	case *to == "":
		return failed(stderr, "export", errors.New("say what to write: --to "+exportNames(" or ")))
	case format == nil:
		return failed(stderr, "export", fmt.Errorf("there is no format %q. Choose %s", *to, exportNames(" or ")))
	case *data == "":
		return failed(stderr, "export", errors.New("say which records to write: --data DIR"))
	case *out == "":
		return failed(stderr, "export", errors.New("say where to write the files: --out DIR"))
	}
	names, err := exportTo(ctx, format, *data, *id, *round, exporting{dir: *out, stderr: stderr, authority: *authority, seal: seal.from(stdin)})
	if err != nil {
		return failed(stderr, "export", err)
	}
	for _, name := range names {
		if _, err := fmt.Fprintln(stdout, filepath.Join(*out, name)); err != nil {
			return failed(stderr, "export", err)
		}
	}
	return exitClean
}

func exportTo(ctx context.Context, format *exportFormat, data, id, round string, x exporting) ([]string, error) {
	records, request, err := openStudy(ctx, data, id, round)
	if err != nil {
		return nil, err
	}
	defer records.Close()
	shown := newProgress(x.stderr)
	defer shown.clear()
	request.Progress = shown.show
	x.records, x.request = records, request
	names, err := format.write(ctx, &x)
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("stopped before the end")
	}
	return names, err
}

// writeFormat writes the files of a format. What is left out is said aside.
func writeFormat(f reports.Format) func(context.Context, *exporting) ([]string, error) {
	return func(ctx context.Context, x *exporting) ([]string, error) {
		names, left, err := f.Write(ctx, x.records, reports.Filing{Request: x.request, Authority: x.authority, Calendar: program.Calendar()}, x.dir)
		if err == nil {
			for _, words := range left {
				fmt.Fprintf(x.stderr, "Note: %s.\n", words)
			}
		}
		return names, err
	}
}

func exportHelp() string {
	var b strings.Builder
	for _, f := range exportFormats {
		fmt.Fprintf(&b, "\n%-12s %s", f.name, f.summary)
	}
	return b.String()
}

func exportNames(or string) string {
	var names []string
	for _, f := range exportFormats {
		names = append(names, f.name)
	}
	return strings.Join(names[:len(names)-1], ", ") + or + names[len(names)-1]
}
