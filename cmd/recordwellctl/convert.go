package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"recordwell/assets"
	"recordwell/capture/form/source"
	"recordwell/capture/form/xlsform"
	"recordwell/capture/study"
)

// runConvert makes a spreadsheet of a form's file, and a file of a spreadsheet. What a
// spreadsheet has and a form has not is a finding.
func runConvert(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	flags := newFlags("convert", "FORM.yaml --out FORM.xlsx | FORM.xlsx --out FORM.yaml", stderr)
	out := flags.String("out", "", "the file to write, .xlsx or .yaml; it must not be there yet")
	files, code, ok := parse(flags, args)
	if !ok {
		return code
	}
	switch {
	case len(files) != 1:
		return failed(stderr, "convert", errors.New("name one form to convert, a .yaml file or an .xlsx spreadsheet"))
	case *out == "":
		return failed(stderr, "convert", errors.New("say which file to write: --out FILE"))
	}
	var content []byte
	var left []string
	var err error
	from, to := strings.ToLower(filepath.Ext(files[0])), strings.ToLower(filepath.Ext(*out))
	switch {
	case to == ".xlsx" && from == ".yaml":
		content, err = spreadsheet(files[0])
	case to == ".yaml" && from == ".xlsx":
		content, left, err = formOf(files[0])
	default:
		err = fmt.Errorf("a .yaml file becomes an .xlsx spreadsheet, or the other way round, not %s to %s", files[0], *out)
	}
	if err == nil {
		err = writeNew(*out, content)
	}
	if err != nil {
		return failed(stderr, "convert", err)
	}
	for _, words := range left {
		fmt.Fprintf(stdout, "%s: %s.\n", files[0], words)
	}
	fmt.Fprintf(stdout, "Written to %s.\n", *out)
	if to == ".yaml" {
		fmt.Fprintf(stdout, "See what it needs before it can be used: recordwellctl lint %s\n", *out)
	}
	if len(left) > 0 {
		return exitFindings
	}
	return exitClean
}

// spreadsheet is the form of a file as a spreadsheet. Code sets are looked for beside
// its folder, and then among those that ship.
func spreadsheet(name string) ([]byte, error) {
	full, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	library := study.Layers(os.DirFS(filepath.Dir(filepath.Dir(full))), assets.Content)
	root, problems := source.Read(os.DirFS(filepath.Dir(full)), filepath.Base(full))
	if problems.Errors() > 0 {
		return nil, problems
	}
	var out bytes.Buffer
	err = xlsform.Write(&out, root, func(set string) *source.Node {
		n, _ := source.Read(library, path.Join("codesets", set+".yaml"))
		return n.Get("choices")
	})
	return out.Bytes(), err
}

// formOf is the form of a spreadsheet as a file, and what it does not hold.
func formOf(name string) (content []byte, left []string, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, plainPathError(err)
	}
	defer f.Close() //nolint:errcheck // only read from
	made, err := xlsform.Read(f)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return made.Root.YAML(), made.Left, nil
}

// writeNew writes a file that is not there yet.
func writeNew(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("there is a file %s already. Give another name", name)
	}
	if err != nil {
		return plainPathError(err)
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(fmt.Errorf("%s cannot be written: %w", name, err), os.Remove(name))
	}
	return nil
}
