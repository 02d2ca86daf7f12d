package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/validation/cin"
)

// takenIn is what import --format json says of a census file.
type takenIn struct {
	Study                  string
	Children, Added, Known int
	Differ, Twice          []string
	NotTaken               map[string]int `json:"not_taken"`
	WorkedOut              map[string]int `json:"worked_out"`
}

func importJSON(t *testing.T, file, dir string) (in takenIn, code int) {
	t.Helper()
	code, out, errs := call(t, "import", "--from", "cin-xml", file, "--data", dir, "--format", "json")
	if code == exitFailed {
		t.Fatal(errs)
	}
	if err := json.Unmarshal([]byte(out), &in); err != nil {
		t.Fatal(err)
	}
	return in, code
}

// censusOf exports a study and returns its file.
func censusOf(t *testing.T, dir, study string) string {
	t.Helper()
	out := t.TempDir()
	if code, _, errs := call(t, "export", "--to", "cin-xml", "--data", dir, "--study", study, "--out", out); code != exitClean {
		t.Fatal(errs)
	}
	return filepath.Join(out, "cin.xml")
}

// The children of a file are exported again as they came, each once; taking the
// file in again changes nothing.
func TestACensusGoesInAndComesOut(t *testing.T) {
	file, dir := censusOf(t, madeUp(t, "1"), everyday), t.TempDir()
	in, code := importJSON(t, file, dir)
	if code != exitFindings || len(in.Twice) == 0 || in.Added == 0 || in.Known+len(in.NotTaken)+len(in.WorkedOut)+len(in.Differ) > 0 {
		t.Errorf("exit %d, %+v", code, in)
	}
	var first []*cin.Child
	has := map[string]bool{"": true}
	for _, c := range childrenOf(t, file) {
		if !has[c.ID()] {
			first = append(first, c)
		}
		has[c.ID()] = true
	}
	came := childrenOf(t, censusOf(t, dir, in.Study))
	if len(came) != len(first) || len(came) != in.Added {
		t.Fatalf("%d children went in, %d records, %d came out", len(first), in.Added, len(came))
	}
	for _, c := range came {
		rows := c.Rows()
		i := slices.IndexFunc(first, func(f *cin.Child) bool { return f.ID() == c.ID() })
		if i >= 0 && len(first[i].Details) == 0 {
			rows = rows[:len(rows)-1] // a record has a referral, and nothing is said of this one
		}
		if i < 0 || !slices.EqualFunc(rows, first[i].Rows(), equalRows) {
			t.Errorf("%s came out as %v", c.ID(), rows)
		}
	}
	again, _ := importJSON(t, file, dir)
	if again.Added > 0 || again.Known != in.Added || len(again.Differ) > 0 {
		t.Errorf("the second time: %+v", again)
	}
}

// A file that says something else about a child that is here is told of, and
// changes nothing. What is new in it comes in.
func TestACensusThatSaysSomethingElseChangesNothing(t *testing.T) {
	dir := t.TempDir()
	one := censusFile(t, "2025-10-07", "4071188")
	if in, code := importJSON(t, one, dir); code != exitClean || in.Added != 1 {
		t.Fatalf("exit %d, %+v", code, in)
	}
	content, err := os.ReadFile(one)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.xml")
	if err := os.WriteFile(other, bytes.ReplaceAll(content, []byte("<Sex>F"), []byte("<Sex>M")), 0o600); err != nil {
		t.Fatal(err)
	}
	before := censusOf(t, dir, "census-2025-26")
	if in, code := importJSON(t, other, dir); code != exitFindings || in.Added > 0 || !slices.Equal(in.Differ, []string{"4071188"}) {
		t.Errorf("exit %d, %+v", code, in)
	}
	after := censusOf(t, dir, "census-2025-26")
	if got, want := childrenOf(t, after), childrenOf(t, before); len(got) != 1 || !slices.EqualFunc(got[0].Rows(), want[0].Rows(), equalRows) {
		t.Errorf("the record was changed: %v", got[0].Rows())
	}
	if in, _ := importJSON(t, censusFile(t, "2025-12-01", "4071188", "4071189"), dir); in.Added != 2 || in.Known+len(in.Differ) > 0 {
		t.Errorf("a second referral and another child: %+v", in)
	}
}

// censusFile writes a small census.
func censusFile(t *testing.T, referred string, ids ...string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := cin.NewWriter(&b, &cin.Header{Year: cin.NewText("2026"), ReferenceDate: cin.ParseDate("2026-03-31")})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		child := &cin.Child{
			Identifiers: []cin.Identifiers{{LAchildID: cin.NewText(id), PersonBirthDate: cin.ParseDate("2018-06-14"), Sex: cin.NewText("F")}},
			Details:     []cin.Details{{CINreferralDate: cin.ParseDate(referred), ReferralSource: cin.NewText("2A"), ReferralNFA: cin.NewText("false")}},
		}
		if err := w.Write(child); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "census.xml")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestACensusThatCannotBeTakenIn(t *testing.T) {
	old := filepath.Join(t.TempDir(), "old.xml")
	content, err := os.ReadFile(censusFile(t, "2025-10-07", "1"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(old, bytes.ReplaceAll(content, []byte("2026-03-31"), []byte("2015-03-31")), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, files := range map[string][]string{
		"a census is one file, and 0 were given":              nil,
		"a census is one file, and 2 were given":              {old, old},
		"there is no file":                                    {filepath.Join(t.TempDir(), "none.xml")},
		"the file is of 2014-15, and its rules are not known": {old},
	} {
		dir := t.TempDir()
		code, _, errs := call(t, append([]string{"import", "--data", dir, "--from", "cin-xml"}, files...)...)
		if code != exitFailed || !strings.Contains(errs, want) {
			t.Errorf("exit %d, %s; want %q", code, errs, want)
		}
		if made, _ := filepath.Glob(filepath.Join(dir, "stud*")); len(made) > 0 {
			t.Errorf("%s: made %v", want, made)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var stdout, stderr bytes.Buffer
	dir := t.TempDir()
	if code := run(ctx, []string{"import", "--data", dir, "--from", "cin-xml", old}, nil, &stdout, &stderr); code != exitFailed {
		t.Errorf("exit %d, %s", code, stderr.String())
	}
}
