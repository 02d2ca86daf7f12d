package reports_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// TestWhatFamiliesSaidLeavesAsAFile: each correction is a row with the answer that was
// read back, and a comment of the person's own is none.
func TestWhatFamiliesSaidLeavesAsAFile(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "files")
	reportstest.MakeUp(t, dir, 2)
	var first capture.Submission
	for sub, err := range reportstest.Reader(t, dir).Submissions(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		first = sub
		break
	}
	var at, later capture.SubmittedAnswer
	for _, a := range first.Answers {
		if a.Answer.State == capture.Answered && !a.Known {
			at, later = later, a
		}
	}
	store, err := sqlite.Open(t.Context(), dir, sqlite.Options{Clock: program.NewClock()})
	if err != nil {
		t.Fatal(err)
	}
	said := time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC)
	batch := capture.Batch{Session: first.Session, Comments: []capture.Comment{
		{ID: "00000000-0000-4000-8000-000000000001", Task: first.Task, Ref: at.Ref, Text: "That was my aunt", ReadBack: capture.Agreed, At: said},
		{ID: "00000000-0000-4000-8000-000000000002", Task: first.Task, Ref: later.Ref, Text: "=1+1", ReadBack: capture.Disagreed, At: said},
		{ID: "00000000-0000-4000-8000-000000000003", Task: first.Task, Ref: at.Ref, Text: "A hard one", At: said},
	}}
	if err := store.Write(t.Context(), []capture.Batch{batch}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	lib, s := library(t)
	names, err := reports.WriteCorrections(t.Context(), reportstest.Reader(t, dir), reports.Request{Library: lib, Study: s}, out)
	if err != nil || len(names) != 2 {
		t.Fatal(names, err)
	}
	f, err := os.Open(filepath.Join(out, "corrections.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for i, want := range []struct {
		a            capture.SubmittedAnswer
		agreed, said string
	}{{at, "yes", "That was my aunt"}, {later, "no", "'=1+1"}} {
		row := rows[i+1]
		if row[column["entity"]] != string(want.a.Entity) || row[column["question"]] != string(want.a.Question) || row[column["record"]] != string(first.Case.ID) ||
			row[column["agreed"]] != want.agreed || row[column["said"]] != want.said || row[column["state"]] != "answered" ||
			row[column["changed"]] != "no" || row[column["simulated"]] != "yes" || row[column["answer"]] == "" {
			t.Errorf("row %d is %q", i+1, row)
		}
	}
}
