// Command pages writes every page that people keep or print, of one made-up
// person who went through everyday work, so that the stage "pages" can check them:
//
//	pages DIR
//
// The consent, records with their sheets to read back, and the slips with codes.
// What the command line writes by itself, reports and findings, is not among them.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"recordwell/assets"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/simulate"
	"recordwell/cmd/internal/program"
)

// study has a story for each age that a sheet is worded for.
const study = "casework-2025"

// careful is the number of a made-up person who answers nearly everything right.
const careful = 0

// tasks whose records are written: one of people, details and why, and one of a plan.
var tasks = []string{"record", "osei"}

// readers name the sheets' files.
var readers = [form.Readers]string{"under-8", "from-8", "from-13", "carers"}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pages DIR")
		os.Exit(2)
	}
	if err := write(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "pages:", err)
		os.Exit(2)
	}
}

func write(ctx context.Context, dir string) (err error) {
	data, err := os.MkdirTemp("", "pages")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(data)) }()
	p, err := program.Open(ctx, data, program.Options{
		Clock: program.NewClock(), Files: assets.Content,
		Post: func(f func()) { f() }, After: func(_ time.Duration, f func()) { f() },
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close(ctx)) }()
	desk := p.Research(p.Settings(), data)
	if err := desk.Use(study); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if _, err := desk.SaveSlips(dir, p.Study(), p.Study().Codes); err != nil {
		return err
	}
	s, err := p.Begin(ctx, p.Study().Codes[0])
	if err != nil {
		return err
	}
	if err := errors.Join(keep(dir, "consent-asked", s.ConsentPage()), p.Admit(ctx, s)); err != nil {
		return err
	}
	if err := simulate.NewRun(1, careful, p.Clock.Now()).Work(s); err != nil {
		return err
	}
	if err := errors.Join(keep(dir, "consent", s.ConsentPage()), p.Sync(ctx)); err != nil {
		return err
	}
	for _, task := range tasks {
		if err := records(ctx, dir, p, s, task); err != nil {
			return err
		}
	}
	return nil
}

// records writes a task's record, and its sheet for each reader.
func records(ctx context.Context, dir string, p *program.Program, s *session.Session, task string) error {
	saved, err := p.Load(ctx, s.ID(), task)
	if err != nil {
		return err
	}
	s.Look(task, saved)
	defer s.LookAway()
	err = keep(dir, task+"-record", s.RecordPage())
	for r, name := range readers {
		err = errors.Join(err, keep(dir, task+"-"+name, s.ReadBackPage(form.Reader(r))))
	}
	return err
}

func keep(dir, name string, page []byte) error {
	return os.WriteFile(filepath.Join(dir, name+".html"), page, 0o644)
}
