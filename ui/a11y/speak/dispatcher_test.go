//go:build linux

package speak

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const asked = "called --wait --pipe-mode --language en-GB"

func TestDispatcherIsAskedPhraseByPhrase(t *testing.T) {
	v, written := pretend(t, "spd-say", "")
	if err := await(t, speak(t, v, "one", "two")); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{asked, "one", asked, "two"}, written()); d != "" {
		t.Errorf("calls (-want +got):\n%s", d)
	}
}

// Killing the command does not silence the service: it must be told.
func TestDispatcherIsTold(t *testing.T) {
	v, written := pretend(t, "spd-say", "exec sleep 60")
	over := speak(t, v, "one", "two")
	begun(written)
	v.Stop()
	if err := await(t, over); err != nil {
		t.Error(err)
	}
	if d := cmp.Diff([]string{asked, "one", "called --cancel"}, written()); d != "" {
		t.Errorf("calls (-want +got):\n%s", d)
	}
}

// A service that is installed and does not run leaves the reading to the next.
func TestNextVoice(t *testing.T) {
	_, written := pretend(t, "espeak-ng", "")
	dir := os.Getenv("PATH")
	if err := os.WriteFile(filepath.Join(dir, "spd-say"), []byte("#!/bin/sh\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := await(t, speak(t, New(), "one", "two")); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"called --stdin -v en-gb", "one", "two"}, written()); d != "" {
		t.Errorf("calls (-want +got):\n%s", d)
	}
}
