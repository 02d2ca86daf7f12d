//go:build !windows

package speak

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const patience = 10 * time.Second

// pretend puts a command on an otherwise empty path that writes down what it is
// called with and what it reads, and then does more. It gives the voice that
// finds it, and what was written.
func pretend(t *testing.T, name, more string) (*Voice, func() []string) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	script := "#!/bin/sh\nPATH=/usr/bin:/bin\necho \"called $*\" >> '" + log + "'\ncase \"$*\" in *cancel*) exit 0;; esac\ncat >> '" + log + "'\n" + more + "\n"
	if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	return New(), func() []string {
		b, err := os.ReadFile(log)
		if err != nil {
			return nil
		}
		return strings.Split(strings.TrimSpace(string(b)), "\n")
	}
}

// own is a voice of this system that takes everything in one call.
func own() string {
	if runtime.GOOS == "darwin" {
		return "say"
	}
	return "espeak-ng"
}

func speak(t *testing.T, v *Voice, phrases ...string) <-chan error {
	t.Helper()
	over := make(chan error, 1)
	v.Speak(phrases, "en-GB", func(err error) { over <- err })
	return over
}

// begun waits until the voice has read something.
func begun(written func() []string) {
	for range 1000 {
		if len(written()) > 1 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func await(t *testing.T, over <-chan error) error {
	t.Helper()
	select {
	case err := <-over:
		return err
	case <-time.After(patience):
		t.Fatal("it did not come to an end")
		return nil
	}
}

func TestSpeak(t *testing.T) {
	v, written := pretend(t, own(), "")
	if !v.Available() {
		t.Fatal("the voice was not found")
	}
	if err := await(t, speak(t, v, "Maya’s details", "", "First name,\nMaya")); err != nil {
		t.Fatal(err)
	}
	got := written()
	if d := cmp.Diff([]string{"Maya’s details", "First name, Maya"}, got[1:]); d != "" {
		t.Errorf("what the voice read (-want +got):\n%s", d)
	}
	if strings.Contains(got[0], "Maya") {
		t.Errorf("the words are on the command line: %s", got[0])
	}
	if v.Speaking() {
		t.Error("it is over and the voice is said to speak")
	}
}

func TestStopIsAtOnce(t *testing.T) {
	v, written := pretend(t, own(), "exec sleep 60")
	over := speak(t, v, "A long page")
	begun(written)
	if !v.Speaking() {
		t.Fatal("nothing is being read")
	}
	v.Stop()
	if v.Speaking() {
		t.Error("it was stopped and the voice is said to speak")
	}
	select {
	case err := <-over:
		if err != nil {
			t.Errorf("stopping is no error: %v", err)
		}
	case <-time.After(2 * time.Second):
		t.Fatal("the voice went on")
	}
	v.Stop()
}

func TestSpeakEndsWhatWasRead(t *testing.T) {
	v, written := pretend(t, own(), `[ "$(tail -n 1 "${0%/*}/log")" = second ] || exec sleep 60`)
	first := speak(t, v, "first")
	begun(written)
	second := speak(t, v, "second")
	if err := await(t, first); err != nil {
		t.Error(err)
	}
	if err := await(t, second); err != nil {
		t.Error(err)
	}
	if got := written(); got[len(got)-1] != "second" {
		t.Errorf("read: %q", got)
	}
}

func TestNoVoice(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	v := New()
	if v.Available() {
		t.Fatal("a voice was found where there is none")
	}
	if err := await(t, speak(t, v, "words")); !errors.Is(err, ErrNoVoice) {
		t.Errorf("error %v, want ErrNoVoice", err)
	}
}

func TestVoiceThatFails(t *testing.T) {
	v, _ := pretend(t, own(), "exit 3")
	if err := await(t, speak(t, v, "words")); err == nil || !strings.Contains(err.Error(), "Check that") {
		t.Errorf("error %v, want one that says what to do", err)
	}
}

func TestLanguageCannotReachTheScript(t *testing.T) {
	script := strings.Join(sapi("en'); Remove-Item x; ('"), " ")
	if strings.Contains(script, "Remove-Item x") || !strings.Contains(script, "'enRemove-Itemx'") {
		t.Errorf("the script is %s", script)
	}
}

func TestEverySystemHasVoices(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin", "freebsd"} {
		if len(programs(system)) == 0 {
			t.Errorf("%s has no voices", system)
		}
	}
}
