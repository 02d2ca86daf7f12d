package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/sqlite"
)

// inStore does something to the records of a folder.
func inStore(t *testing.T, dir string, do func(s *sqlite.Store) error) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{Clock: fixed{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := do(s); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestImportBringsNobodyBackWhoWithdrew(t *testing.T) {
	older, dir := recordsIn(t, 3, 0), t.TempDir()
	code, out, errs := call(t, "import", "--data", dir, "--from", older)
	if code != exitClean || errs != "" || !strings.Contains(out, "Sessions: 1 added.") {
		t.Fatalf("exit %d, %s%s", code, out, errs)
	}
	inStore(t, dir, func(s *sqlite.Store) error { return s.Withdraw(t.Context(), doctorSession, fixed{}.Now()) })
	code, out, _ = call(t, "import", "--data", dir, filepath.Join(older, sqlite.FileName))
	if code != exitClean || !strings.Contains(out, "Sessions: 1 withdrew and were left out.") {
		t.Errorf("exit %d, %s", code, out)
	}
	if content, err := os.ReadFile(filepath.Join(dir, sqlite.FileName)); err != nil || strings.Contains(string(content), "secret") {
		t.Errorf("the answers came back, %v", err)
	}
}

func TestImportReportsAClash(t *testing.T) {
	one, two := recordsIn(t, 1, 0), t.TempDir()
	inStore(t, two, func(s *sqlite.Store) error {
		return s.CreateSession(t.Context(), capture.SessionRow{ID: "018f0000-0000-7000-8000-000000000009", Code: "K7M4QX", Study: "carvalho", Started: fixed{}.Now()})
	})
	code, out, errs := call(t, "import", "--data", t.TempDir(), "--from", one, "--from", two)
	if code != exitFindings || errs != "" || !strings.Contains(out, "The code K7M4QX of the study carvalho has 2 sessions: "+doctorSession) {
		t.Errorf("exit %d, %s%s", code, out, errs)
	}
	code, out, _ = call(t, "import", "--data", t.TempDir(), "--from", one, "--from", two, "--format", "json")
	if code != exitFindings || !strings.Contains(out, `"added": 2`) || !strings.Contains(out, `"code": "K7M4QX"`) {
		t.Errorf("exit %d, %s", code, out)
	}
}

func TestImportSaysWhatItNeeds(t *testing.T) {
	dir := t.TempDir()
	for want, args := range map[string][]string{
		"say where to put the records":  {"import", "--from", dir},
		"say which records to take in":  {"import", "--data", dir},
		"There are no records in":       {"import", "--data", dir, "--from", filepath.Join(dir, "nothing.db")},
		"there is no format \"pigeon\"": {"import", "--data", dir, "--from", dir, "--format", "pigeon"},
	} {
		if code, _, errs := call(t, args...); code != exitFailed || !strings.Contains(errs, want) {
			t.Errorf("exit %d, %s; want %q", code, errs, want)
		}
	}
}
