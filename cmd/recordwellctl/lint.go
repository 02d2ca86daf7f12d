package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"recordwell/assets"
	"recordwell/capture/form/source"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
)

// runLint checks forms, code sets, scenarios and studies.
func runLint(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	flags := newFlags("lint", "[flags] [FILE|FOLDER…]", stderr)
	format := flags.String("format", "text", "how to write what is found: text or json")
	paths, code, ok := parse(flags, args)
	if !ok {
		return code
	}
	if *format != "text" && *format != "json" {
		return failed(stderr, "lint", fmt.Errorf("there is no format %q. Choose text or json", *format))
	}
	problems, checked, err := lint(paths)
	if err != nil {
		return failed(stderr, "lint", err)
	}
	if err := writeProblems(stdout, *format, problems, checked); err != nil {
		return failed(stderr, "lint", err)
	}
	if len(problems) > 0 {
		return exitFindings
	}
	return exitClean
}

// lint checks the given files and folders, or what ships without any. It
// returns how many files were checked.
func lint(paths []string) (source.Problems, int, error) {
	if len(paths) == 0 {
		files := study.Files(assets.Content)
		_, problems := study.Read(assets.Content, files, program.Known())
		return problems, len(files), nil
	}
	var all source.Problems
	checked := 0
	for _, p := range paths {
		l, err := libraryOf(p)
		if err != nil {
			return nil, 0, err
		}
		_, problems := study.Read(l.fsys, l.files, program.Known())
		for _, problem := range problems {
			if slices.Contains(l.asked, problem.File) {
				problem.File = filepath.Join(l.root, filepath.FromSlash(problem.File))
				all = append(all, problem)
			}
		}
		checked += len(l.asked)
	}
	return all.Sorted(), checked, nil
}

// lintLibrary is the library that a path belongs to: a form needs its code
// sets, a scenario its forms.
type lintLibrary struct {
	root  string
	fsys  fs.FS    // root; under a data folder lies what ships
	files []string // of the library, relative to root
	asked []string // those of them to report on
}

func libraryOf(name string) (lintLibrary, error) {
	info, err := os.Stat(name)
	if err != nil {
		return lintLibrary{}, plainPathError(err)
	}
	full, err := filepath.Abs(name)
	if err != nil {
		return lintLibrary{}, err
	}
	l := lintLibrary{root: filepath.Dir(full)}
	inside := filepath.Base(full)
	switch {
	case !info.IsDir():
		l.root, inside = filepath.Dir(l.root), path.Join(filepath.Base(l.root), inside)
		l.asked = []string{inside}
	case slices.Contains(study.Folders, inside):
	default:
		l.root, inside = full, "."
	}
	l.fsys = os.DirFS(l.root)
	if info.IsDir() {
		if l.asked, err = yamlFiles(l.fsys, inside); err != nil {
			return lintLibrary{}, plainPathError(err)
		}
		if len(l.asked) == 0 {
			return lintLibrary{}, fmt.Errorf("%s has no .yaml files", name)
		}
	}
	l.files = study.Files(l.fsys)
	if _, err := os.Stat(filepath.Join(l.root, sqlite.FileName)); err == nil {
		mine := l.files
		l.fsys = study.Layers(l.fsys, assets.Content)
		// What ships comes first, so that a name that is taken is found in their file.
		l.files = slices.DeleteFunc(study.Files(assets.Content), func(f string) bool { return slices.Contains(mine, f) })
		l.files = append(l.files, mine...)
	}
	for _, f := range l.asked {
		if !slices.Contains(l.files, f) {
			l.files = append(l.files, f)
		}
	}
	if wd, err := os.Getwd(); err == nil {
		if short, err := filepath.Rel(wd, l.root); err == nil && !strings.HasPrefix(short, "..") {
			l.root = short
		}
	}
	return l, nil
}

func yamlFiles(fsys fs.FS, folder string) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, folder, func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (path.Ext(p) == ".yaml" || path.Ext(p) == ".yml") {
			out = append(out, p)
		}
		return err
	})
	return out, err
}

func plainPathError(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return fmt.Errorf("%s cannot be read: %w", pathErr.Path, pathErr.Err)
	}
	return err
}

// lintReport is the shape of --format json.
type lintReport struct {
	Files    int             `json:"files"`
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Problems source.Problems `json:"problems"`
}

func writeProblems(w io.Writer, format string, problems source.Problems, files int) error {
	if format == "json" {
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		if problems == nil {
			problems = source.Problems{}
		}
		return enc.Encode(lintReport{files, problems.Errors(), len(problems) - problems.Errors(), problems})
	}
	for _, p := range problems {
		if _, err := fmt.Fprintln(w, p); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s checked: %s, %s\n", counted(files, "file"), counted(problems.Errors(), "error"), counted(len(problems)-problems.Errors(), "warning"))
	return err
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
