package program_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
	"recordwell/validation"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
)

func open(t testing.TB, dir string) *program.Program {
	t.Helper()
	p, err := program.Open(t.Context(), dir, program.Options{
		Clock: program.NewClock(), Files: assets.Content, Post: func(f func()) { f() }, After: func(time.Duration, func()) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func shut(t testing.TB, p *program.Program) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := p.Close(ctx); err != nil {
		t.Error(err)
	}
}

func TestPassphraseIsKeptButNotAsItWasTyped(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir)
	r := p.Research(p.Settings(), dir)
	if r.HasPassphrase() || r.Unlock("") {
		t.Error("a new folder has a passphrase, or opens to none")
	}
	if err := r.SetPassphrase("three blue boats"); err != nil {
		t.Fatal(err)
	}
	shut(t, p)

	p = open(t, dir)
	r = p.Research(p.Settings(), dir)
	if !r.HasPassphrase() || !r.Unlock("three blue boats") || r.Unlock("three blue boat") || r.Unlock("") {
		t.Error("after a restart the passphrase is another")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("there is no file to look into", err)
	}
	for _, name := range files {
		if content, err := os.ReadFile(name); err == nil && strings.Contains(string(content), "blue boats") {
			t.Errorf("%s holds the passphrase", name)
		}
	}
	if err := r.SetPassphrase(""); err != nil || r.HasPassphrase() {
		t.Error("it cannot be taken away", err)
	}
	shut(t, p)
}

// TestDeskReportsOnMadeUpPeople goes the researcher's way: fill, measure, save.
func TestDeskReportsOnMadeUpPeople(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir)
	defer shut(t, p)
	r := p.Research(p.Settings(), dir)
	made := 0
	if err := r.Simulate(t.Context(), 3, func(n int) { made = n }); err != nil || made != 3 {
		t.Fatalf("%d people were made up: %v", made, err)
	}
	rep, err := r.BuildReport(t.Context(), "", func(int64, int64) {})
	if err != nil {
		t.Fatal(err)
	}
	if rep.Simulated != 3 || rep.Counts.Started != 3 {
		t.Errorf("%d simulated of %d started", rep.Simulated, rep.Counts.Started)
	}
	out := r.Folder("report")
	if !strings.HasPrefix(out, filepath.Join(dir, "Recordwell", "Report ")) {
		t.Errorf("the folder is %s", out)
	}
	names, err := r.SaveReport(rep, out, false)
	if err != nil || len(names) < 2 {
		t.Fatalf("wrote %v: %v", names, err)
	}
	page, err := os.ReadFile(filepath.Join(out, names[0]))
	if err != nil || !strings.Contains(string(page), "Simulated data") {
		t.Errorf("%s does not say that the data are simulated: %v", names[0], err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.BuildReport(stopped, "", func(int64, int64) {}); err == nil {
		t.Error("a report was made after it was stopped")
	}
}

func TestFindingsAreWrittenThreeWays(t *testing.T) {
	dir := t.TempDir()
	p := open(t, dir)
	defer shut(t, p)
	r := p.Research(p.Settings(), dir)
	all := []validation.Issue{{Rule: "8520", Severity: validation.Error, Child: "CHILD1", Places: []validation.Place{{Table: "ChildIdentifiers", Field: "PersonBirthDate", Value: "2031-01-01"}}}}
	out := filepath.Join(dir, "new", "folder")
	told := 0
	about := findings.About{Title: "Children in need census", Files: []string{"cin.xml"}, Rules: r.Returns("")[0].Info()}
	each := func(yield func(validation.Issue) bool) { told++; yield(all[0]) }
	names, err := r.SaveFindings(t.Context(), out, about, returns.Summary{Year: "2025-26", Children: 1, Findings: 1, RulesRun: 100}, each, func(int, int) {})
	if err != nil || len(names) != 3 || told != 3 {
		t.Fatalf("wrote %v, read %d times: %v", names, told, err)
	}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(out, name))
		if err != nil || !strings.Contains(string(content), "CHILD1") || !strings.Contains(string(content), "8520") {
			t.Errorf("%s does not hold the finding: %v", name, err)
		}
	}
	file := filepath.Join(dir, "in the way")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := r.SaveFindings(t.Context(), file, about, returns.Summary{}, each, func(int, int) {}); err == nil {
		t.Error("a file was taken for a folder")
	}
	left, _ := filepath.Glob(filepath.Join(out, ".*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
