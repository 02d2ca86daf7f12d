package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
)

// takenReturn is a return whose files can be taken in.
type takenReturn struct {
	what   string // its files, in a sentence
	number string // the column that names a child
	open   func(ctx context.Context, r *program.Research, files []string, year string, progress func(done, of int)) (program.TakenIn, error)
}

// fromReturn is what stands where else the path of records does.
var fromReturn = map[string]takenReturn{
	"cin-xml": {"a census is one file", "LAchildID", func(ctx context.Context, r *program.Research, files []string, _ string, progress func(done, of int)) (done program.TakenIn, err error) {
		file, err := os.Open(files[0])
		if err != nil {
			return done, fmt.Errorf("there is no file %s that can be read. Check how it is written", files[0])
		}
		defer file.Close() //nolint:errcheck // only read from
		return r.TakeCensus(ctx, file, progress)
	}},
	"ssda903": {"the files of SSDA903 are one folder", "CHILD", func(ctx context.Context, r *program.Research, files []string, year string, progress func(done, of int)) (program.TakenIn, error) {
		return r.TakeLookedAfter(ctx, files, year, progress)
	}},
}

// take takes the children of the files of a return in as finished records. Children
// that were left out, and values that the forms cannot hold, are findings.
func (r takenReturn) take(ctx context.Context, files []string, data, year, format string, stdout, stderr io.Writer) int {
	if len(files) != 1 {
		return failed(stderr, "import", fmt.Errorf("%s, and %d were given", r.what, len(files)))
	}
	if _, err := os.Stat(files[0]); err != nil {
		return failed(stderr, "import", fmt.Errorf("there is no file %s that can be read. Check how it is written", files[0]))
	}
	done, err := r.takeIn(ctx, files, data, year, stderr)
	if err != nil {
		if errors.Is(err, context.Canceled) {
			err = errors.New("stopped before the end. Run it again to go on: what is here is not taken in twice")
		}
		return failed(stderr, "import", err)
	}
	if format == "json" {
		e := json.NewEncoder(stdout)
		e.SetIndent("", "  ")
		err = e.Encode(map[string]any{
			"study": done.Study, "children": done.Children, "added": done.Added, "known": done.Known, "differ": notNil(done.Differ),
			"twice": notNil(done.Twice), "without_id": done.Unnamed, "not_taken": done.Missing, "worked_out": done.Made,
		})
	} else {
		_, err = io.WriteString(stdout, r.words(files[0], &done))
	}
	if err != nil {
		return failed(stderr, "import", err)
	}
	if len(done.Differ)+len(done.Twice)+done.Unnamed+len(done.Missing)+len(done.Made) > 0 {
		return exitFindings
	}
	return exitClean
}

func (r takenReturn) takeIn(ctx context.Context, files []string, data, year string, stderr io.Writer) (done program.TakenIn, err error) {
	p, err := program.Open(ctx, data, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		return done, err
	}
	shown := newProgress(stderr)
	done, err = r.open(ctx, p.Research(p.Settings(), ""), files, year, func(n, of int) { shown.show(int64(n), int64(of)) })
	shown.clear()
	if err = errors.Join(err, p.Close(context.WithoutCancel(ctx))); err != nil {
		return done, err
	}
	return done, nil
}

// words says what came of a file; what did not happen is left out.
func (r takenReturn) words(file string, done *program.TakenIn) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n  Children: %d. Records: %d added, %d known already. They are in the study %s.\n", file, done.Children, done.Added, done.Known, done.Study)
	if len(done.Twice) > 0 {
		fmt.Fprintf(&b, "More than once in the file, and only the first was taken in: %s.\n", strings.Join(done.Twice, ", "))
	}
	if len(done.Differ) > 0 {
		fmt.Fprintf(&b, "Here already with other answers, and left as they are: %s.\n", strings.Join(done.Differ, ", "))
	}
	if done.Unnamed > 0 {
		fmt.Fprintf(&b, "Left out, because they have no %s: %d.\n", r.number, done.Unnamed)
	}
	places(&b, "Values that the forms cannot hold, and how many of each:", done.Missing)
	places(&b, "Values that the forms work out, and the file does not have:", done.Made)
	return b.String()
}

func places(b *strings.Builder, title string, count map[string]int) {
	if len(count) > 0 {
		b.WriteString(title + "\n")
	}
	for _, place := range slices.Sorted(maps.Keys(count)) {
		fmt.Fprintf(b, "  %-48s %d\n", place, count[place])
	}
}

func notNil(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
