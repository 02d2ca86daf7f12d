package program_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"recordwell/assets"
	"recordwell/capture/study"
	"recordwell/cmd/internal/late"
	"recordwell/cmd/internal/program"
)

func options(files fs.FS) program.Options {
	return program.Options{Clock: program.NewClock(), Files: files, Post: func(f func()) { f() }, After: func(time.Duration, func()) {}}
}

// TestStartDoesNotWaitForTheForms: there are settings at once, and a session and a
// title when the forms are read.
func TestStartDoesNotWaitForTheForms(t *testing.T) {
	files := late.New(assets.Content)
	p, err := program.Start(t.Context(), t.TempDir(), options(files))
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, p)
	if got := p.StudyTitle(); got != "" {
		t.Errorf("the study is called %q before it is read", got)
	}
	if got := p.Settings().Get("scheme"); got != "" {
		t.Errorf("nobody chose colours, and they are %q", got)
	}
	begun := make(chan error, 1)
	go func() {
		_, err := p.Begin(t.Context(), "TS2 M4P")
		begun <- err
	}()
	select {
	case err := <-begun:
		t.Errorf("a session began without forms: %v", err)
	case <-time.After(20 * time.Millisecond):
	}
	files.Come()
	if err := <-begun; err != nil {
		t.Error(err)
	}
	if err := p.Ready(t.Context()); err != nil || p.StudyTitle() == "" {
		t.Errorf("the study is called %q: %v", p.StudyTitle(), err)
	}
}

// TestFormsThatCannotBeUsedAreTold to whoever waits for them, and nothing holds on
// to the folder afterwards.
func TestFormsThatCannotBeUsedAreTold(t *testing.T) {
	dir := t.TempDir()
	files := study.Layers(fstest.MapFS{"forms/family.yaml": {Data: []byte("form: family\nversion: [")}}, assets.Content)
	p, err := program.Start(t.Context(), dir, options(files))
	if err != nil {
		t.Fatal(err)
	}
	_, begun := p.Begin(t.Context(), "TS2 M4P")
	for _, err := range []error{begun, p.Ready(t.Context())} {
		if err == nil || !strings.HasPrefix(err.Error(), "the program's own forms cannot be read: forms/family.yaml") {
			t.Errorf("told %v", err)
		}
	}
	if p.StudyTitle() != "" {
		t.Error("there is a study")
	}
	shut(t, p)
	if p, err := program.Open(t.Context(), dir, options(files)); err == nil {
		t.Error("it opened")
		shut(t, p)
	}
	shut(t, open(t, dir))
}

// TestReadingCanBePutOff until there is something on the screen, or for good.
func TestReadingCanBePutOff(t *testing.T) {
	dir := t.TempDir()
	hold := make(chan struct{})
	o := options(assets.Content)
	o.Hold = hold
	p, err := program.Start(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	if p.StudyTitle() != "" {
		t.Error("the study is read although that was to wait")
	}
	shut(t, p)
	if err := p.Ready(t.Context()); err == nil {
		t.Error("a closed program has forms that nobody read")
	}
	if p, err = program.Start(t.Context(), dir, o); err != nil {
		t.Fatal(err)
	}
	defer shut(t, p)
	close(hold)
	if err := p.Ready(t.Context()); err != nil || p.StudyTitle() == "" {
		t.Errorf("the study is called %q: %v", p.StudyTitle(), err)
	}
}
