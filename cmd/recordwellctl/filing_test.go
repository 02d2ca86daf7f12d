package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture/filing"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/program"
	"recordwell/validation/cin"
	"recordwell/validation/returns"
)

// everyday is the study with a task of every form.
const everyday = "casework-2025"

// roundTripPeople is how many people of that study the test makes up, each with a
// record of every task. The stage "exports" sets it, so that there are 1,000 cases.
const roundTripPeople = "RECORDWELL_ROUND_TRIP_PEOPLE"

// madeUp makes a data folder with finished records of made-up people.
func madeUp(t *testing.T, people string) string {
	t.Helper()
	dir := t.TempDir()
	inStore(t, dir, func(s *sqlite.Store) error { return s.SetSetting(t.Context(), "study", everyday) })
	if code, _, errs := call(t, "simulate", "--data", dir, "--participants", people); code != exitClean {
		t.Fatal(errs)
	}
	return dir
}

// The files of a study are read back the same, and a check of them finds what the
// records have.
func TestTheFilesOfAStudyAreReadBack(t *testing.T) {
	people := "2"
	if n := os.Getenv(roundTripPeople); n != "" {
		people = n
	}
	dir, out := madeUp(t, people), filepath.Join(t.TempDir(), "files")
	for _, to := range []string{"cin-xml", "ssda903"} {
		if code, _, errs := call(t, "export", "--to", to, "--data", dir, "--out", out, "--authority", "999"); code != exitClean {
			t.Fatal(errs)
		}
	}
	census, care := recordsOf(t, dir, out)
	if n, _ := strconv.Atoi(people); census < 10*n || care < n {
		t.Errorf("%d children in the census, %d looked after, of %s people", census, care, people)
	}
	data, err := os.ReadFile(filepath.Join(out, "cin.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if again := rewritten(t, data); !bytes.Equal(data, again) {
		t.Error("the census file is another one when it is read and written again")
	}
	left, err := filepath.Glob(filepath.Join(out, "*", ".*"))
	more, err2 := filepath.Glob(filepath.Join(out, ".*"))
	if len(left)+len(more) > 0 || errors.Join(err, err2) != nil {
		t.Errorf("left over: %v %v, %v %v", left, more, err, err2)
	}
}

// rewritten reads a census and writes it again.
func rewritten(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := cin.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	w, err := cin.NewWriter(&again, r.Header())
	if err != nil {
		t.Fatal(err)
	}
	for {
		child, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = w.Write(child)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return again.Bytes()
}

// recordsOf holds the files of a data folder's records against the records: every
// row, and every finding of a rule that the record's forms can answer for.
func recordsOf(t *testing.T, dir, out string) (census, care int) {
	t.Helper()
	lib, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	cases := filing.New(lib, lib.Studies[everyday], program.Calendar())
	byRecord := map[string]*filing.Case{}
	store, err := sqlite.OpenReader(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for sub, err := range store.Submissions(t.Context(), everyday) {
		if err != nil {
			t.Fatal(err)
		}
		if byRecord[string(sub.Case.ID)], err = cases.Open(&sub); err != nil {
			t.Fatal(err)
		}
	}
	filed := func(name string) (list []*filing.Case, where []string) {
		for _, row := range rowsOf(t, filepath.Join(out, name+"-cases.csv")) {
			list, where = append(list, byRecord[row["record"]]), append(where, row["file"])
		}
		return list, where
	}

	children := childrenOf(t, filepath.Join(out, "cin.xml"))
	list, _ := filed(filing.Census)
	if len(list) != len(children) {
		t.Fatalf("%d children in the file, %d in the list beside it", len(children), len(list))
	}
	owner := map[string]int{}
	for i, child := range children {
		want, err := list[i].Child()
		if err != nil {
			t.Fatal(err)
		}
		rows, wanted := child.Rows(), want.Rows()
		if !slices.EqualFunc(rows, wanted, equalRows) {
			t.Errorf("child %d: %v in the file, %v in the record", i+1, rows, wanted)
		}
		for _, r := range rows {
			owner[fmt.Sprint(r.Table, r.Number)] = i
		}
	}
	got := make([][]string, len(list))
	lines, _ := validateJSON(t, "--return", "cin", "--year", "2025-26", filepath.Join(out, "cin.xml"))
	for _, l := range lines {
		if l.Row != nil {
			i := owner[fmt.Sprint(l.Table, *l.Row)]
			got[i] = append(got[i], l.Rule+" "+l.Table+"."+l.Field)
		}
	}
	for i, c := range list {
		agree(t, c, filing.Census, got[i])
	}

	cared, folders := filed(filing.LookedAfter)
	byChild := map[string][]string{}
	for _, folder := range slices.Compact(slices.Sorted(slices.Values(folders))) {
		lines, _ := validateJSON(t, "--return", "ssda903", "--year", "2025-26", filepath.Join(out, folder))
		for _, l := range lines {
			byChild[folder+l.Child] = append(byChild[folder+l.Child], l.Rule+" "+l.Table+"."+l.Field)
		}
	}
	for i, c := range cared {
		agree(t, c, filing.LookedAfter, byChild[folders[i]+c.CareRows()[0].Value("CHILD")])
	}
	return len(list), len(cared)
}

// agree compares a record's findings with those of a check of its file, place by
// place, by the rules that run in its forms.
func agree(t *testing.T, c *filing.Case, name string, got []string) {
	t.Helper()
	var want []string
	for _, f := range c.Draft.Findings() {
		if code, ok := strings.CutPrefix(f.Rule, name+"/"); ok {
			for _, p := range f.Places {
				want = append(want, code+" "+p.Table+"."+p.Field)
			}
		}
	}
	got = slices.DeleteFunc(got, func(line string) bool {
		code, _, _ := strings.Cut(line, " ")
		return c.Draft.Returns().Info(name+"/"+code) == nil
	})
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s %s: the file has %v, the record %v", name, c.Submission.Case.ID, got, want)
	}
}

// equalRows compares rows but for their numbers.
func equalRows(a, b returns.Row) bool {
	return a.Table == b.Table && a.Parent == b.Parent && slices.Equal(a.Cells, b.Cells)
}

func childrenOf(t *testing.T, file string) (all []*cin.Child) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := cin.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for {
		child, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, child)
	}
}

// rowsOf reads a table with a header.
func rowsOf(t *testing.T, file string) (rows []map[string]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// Reasons stand beside the return, with the rule that they answer.
func TestReasonsStandBesideTheReturn(t *testing.T) {
	dir, out := madeUp(t, "6"), t.TempDir()
	if code, _, errs := call(t, "export", "--to", "cin-xml", "--data", dir, "--out", out); code != exitClean {
		t.Fatal(errs)
	}
	reasons := rowsOf(t, filepath.Join(out, "cin-reasons.csv"))
	ruled := 0
	for _, r := range reasons {
		if r["reason"] == "" || r["question"] == "" || r["record"] == "" {
			t.Errorf("%v", r)
		}
		if r["rule"] != "" && r["places"] != "" {
			ruled++
		}
	}
	if ruled == 0 {
		t.Errorf("none of %d reasons answers a rule of the census", len(reasons))
	}
	dictionary := rowsOf(t, filepath.Join(out, "cin-dictionary.csv"))
	for _, name := range []string{"cin-cases.csv", "cin-reasons.csv"} {
		if !slices.ContainsFunc(dictionary, func(r map[string]string) bool { return r["file"] == name && r["column"] == "child" }) {
			t.Errorf("%s is not in the dictionary", name)
		}
	}
}

// Whoever stops an export finds the folder as it was.
func TestAStoppedExportLeavesTheFolderAsItWas(t *testing.T) {
	dir, out := madeUp(t, "1"), t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var stdout, stderr bytes.Buffer
	for _, to := range []string{"cin-xml", "ssda903"} {
		code := run(ctx, []string{"export", "--to", to, "--data", dir, "--out", out}, nil, &stdout, &stderr)
		if files, _ := os.ReadDir(out); code != exitFailed || len(files) > 0 {
			t.Errorf("%s: exit %d, %d files, %s", to, code, len(files), stderr.String())
		}
	}
	// Where a file cannot be put in its place, nothing half is left.
	if err := os.MkdirAll(filepath.Join(out, "cin-reasons.csv", "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := call(t, "export", "--to", "cin-xml", "--data", dir, "--out", out); code != exitFailed || !strings.Contains(errs, "cin-reasons.csv cannot be written") {
		t.Errorf("exit %d, %s", code, errs)
	}
	if left, _ := filepath.Glob(filepath.Join(out, ".*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}
