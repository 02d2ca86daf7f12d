package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
)

// runSimulate adds made-up people to the study of a data folder, through the
// real session code. What they leave is marked as simulated.
func runSimulate(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("simulate", "--data DIR [flags]", stderr)
	data := fs.String("data", "", "the data folder; it is made when it is not there")
	people := fs.Int("participants", 24, "how many people to make up, 1 to 10000")
	id := fs.String("study", "", "id of the study, which is in use from then on; left out, the one in use")
	seed := fs.Uint64("seed", 1, "the same seed makes up the same people")
	format := fs.String("format", "text", "text or json")
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	switch {
	case len(rest) > 0:
		return failed(stderr, "simulate", fmt.Errorf("%q is not a flag", rest[0]))
	case *data == "":
		return failed(stderr, "simulate", errors.New("say where to put the records: --data DIR"))
	case *people < 1 || *people > 10000:
		return failed(stderr, "simulate", fmt.Errorf("--participants must be between 1 and 10000, and is %d", *people))
	case *format != "text" && *format != "json":
		return failed(stderr, "simulate", fmt.Errorf("there is no format %q. Choose text or json", *format))
	}
	p, err := program.Open(ctx, *data, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		return failed(stderr, "simulate", err)
	}
	if *id != "" {
		if err := p.Research(p.Settings(), "").Use(*id); err != nil {
			return failed(stderr, "simulate", errors.Join(fmt.Errorf("the study %q cannot be used: %w", *id, err), p.Close(context.WithoutCancel(ctx))))
		}
	}
	shown := newProgress(stderr)
	err = p.Simulate(ctx, *people, *seed, func(n int) { shown.show(int64(n), int64(*people)) })
	shown.clear()
	if err = errors.Join(err, p.Close(context.WithoutCancel(ctx))); err != nil {
		return failed(stderr, "simulate", err)
	}
	if *format == "json" {
		_ = json.NewEncoder(stdout).Encode(map[string]any{"study": p.Study().ID, "participants": *people, "seed": *seed, "simulated": true})
		return exitClean
	}
	fmt.Fprintf(stdout, "Made up %d people for the study “%s”. Their results are marked as simulated wherever they are shown.\n", *people, p.Study().Title)
	return exitClean
}
