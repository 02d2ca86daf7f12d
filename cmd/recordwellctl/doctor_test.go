package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
)

// fixed is a clock that stands still.
type fixed struct{}

func (fixed) Now() time.Time         { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }
func (fixed) Elapsed() time.Duration { return 0 }

const (
	doctorSession = "018f0000-0000-7000-8000-000000000001"
	doctorEntity  = "018f0000-0000-7000-8000-000000000002"
)

// recordsIn makes a data folder with one session and a history of n answers,
// leaving out the change numbered hole.
func recordsIn(t *testing.T, n, hole int64) string {
	t.Helper()
	dir := t.TempDir()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{Clock: fixed{}})
	if err != nil {
		t.Fatal(err)
	}
	b := capture.Batch{Session: doctorSession, Task: "maya", Case: "c", Entities: []capture.Entity{{ID: doctorEntity, Type: "case", Added: fixed{}.Now()}}}
	for seq := int64(1); seq <= n; seq++ {
		if seq != hole {
			b.Changes = append(b.Changes, capture.Change{
				Case: "c", Entity: doctorEntity, Question: "f/s/q", Seq: seq, At: fixed{}.Now(),
				Answer: capture.Answer{State: capture.Answered, Raw: strings.Repeat("secret ", 20)},
			})
		}
	}
	err = s.CreateSession(t.Context(), capture.SessionRow{ID: doctorSession, Code: "K7M4QX", Study: "carvalho", Started: fixed{}.Now()})
	if err == nil {
		err = s.SaveBatch(t.Context(), b)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func call(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func TestDoctorOfSoundRecords(t *testing.T) {
	dir := recordsIn(t, 5, 0)
	code, out, errs := call(t, "doctor", "--data", dir)
	if code != exitClean || errs != "" {
		t.Fatalf("exit %d, %s", code, errs)
	}
	for _, want := range []string{"Sessions  1, of which 0 simulated; 0 withdrawn", "on 22 November 2026", "5 changes, 0 finished tasks", "All is well."} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if copies, _ := os.ReadDir(filepath.Join(dir, sqlite.BackupFolder)); len(copies) != 1 || !strings.HasPrefix(copies[0].Name(), "recordwell-doctor-") {
		t.Errorf("the copies are %v", copies)
	}
}

func TestDoctorFindsHole(t *testing.T) {
	code, out, _ := call(t, "doctor", "--data", recordsIn(t, 5, 3), "--format", "json")
	if code != exitFindings {
		t.Errorf("exit %d; want %d", code, exitFindings)
	}
	var found struct {
		Problems []string
		Sessions int
		Backup   string
		Changes  int `json:"answer_changes"`
	}
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(found.Problems, []string{"The history of answers of case c goes from change 2 to change 4."}) || found.Sessions != 1 || found.Changes != 4 || found.Backup == "" {
		t.Errorf("found %+v", found)
	}
}

func TestDoctorOfDamagedRecords(t *testing.T) {
	for name, from := range map[string]int{"the first page": 16, "a page in the middle": 20 * 4096} {
		t.Run(name, func(t *testing.T) {
			dir := recordsIn(t, 500, 0)
			path := filepath.Join(dir, sqlite.FileName)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for at := from; at < len(content); at += 4096 {
				copy(content[at:], strings.Repeat("\xDE\xAD", 100))
			}
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			code, out, errs := call(t, "doctor", "--data", dir)
			if code != exitFindings || !strings.Contains(out, "damaged") || !strings.Contains(out, "Keep the whole folder") {
				t.Errorf("exit %d: %s%s", code, out, errs)
			}
			if strings.Contains(out, "secret") {
				t.Errorf("what was typed is in\n%s", out)
			}
			if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, content) {
				t.Error("the file was changed")
			}
			for _, pattern := range []string{"*.db", "*.part"} {
				if left, _ := filepath.Glob(filepath.Join(dir, sqlite.BackupFolder, pattern)); len(left) > 0 {
					t.Errorf("a copy that is not sound was left: %v", left)
				}
			}
		})
	}
}

func TestDoctorThatCannotRun(t *testing.T) {
	for name, args := range map[string][]string{
		"no folder":    {"doctor"},
		"empty folder": {"doctor", "--data", t.TempDir()},
		"format":       {"doctor", "--data", t.TempDir(), "--format", "xml"},
		"more":         {"doctor", "--data", t.TempDir(), "more"},
	} {
		if code, out, errs := call(t, args...); code != exitFailed || out != "" || !strings.HasPrefix(errs, "recordwellctl doctor: ") {
			t.Errorf("%s: exit %d, %q, %q", name, code, out, errs)
		}
	}
}

func TestDoctorWhileInUse(t *testing.T) {
	dir := recordsIn(t, 1, 0)
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{Clock: fixed{}})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if code, out, errs := call(t, "doctor", "--data", dir); code != exitClean || !strings.Contains(out, "Recordwell is open on these records now.") {
		t.Errorf("exit %d: %s%s", code, out, errs)
	}
}

func TestVersion(t *testing.T) {
	code, out, _ := call(t, "version")
	if code != exitClean || !strings.HasPrefix(out, "recordwellctl "+program.Version) || !strings.Contains(out, fmt.Sprintf("file of records: version %d\n", sqlite.LatestVersion())) {
		t.Errorf("exit %d: %s", code, out)
	}
	built := &debug.BuildInfo{Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}}
	for want, got := range map[string]string{
		"":                                      commit(&debug.BuildInfo{}),
		" (commit 0123456789ab, changed since)": commit(built),
	} {
		if got != want {
			t.Errorf("got %q; want %q", got, want)
		}
	}
}
