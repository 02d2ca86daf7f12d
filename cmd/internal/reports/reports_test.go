package reports_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

func library(tb testing.TB) (*study.Library, *study.Study) {
	tb.Helper()
	lib, err := study.Load(assets.Content)
	if err != nil {
		tb.Fatal(err)
	}
	return lib, lib.Newest()
}

// The report of simulated people, from the store to the files: it agrees with
// the records, and no answer of theirs is in any file.
func TestFromTheStoreToTheFiles(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "report")
	reportstest.MakeUp(t, dir, 6)
	r := build(t, dir)
	if r.Simulated != 6 || r.Counts.Records != 6 || r.Counts.Checked == 0 || r.Counts.Lost != 0 || len(r.Tasks) != 1 || !r.Tasks[0].OwnRule {
		t.Fatalf("counts %+v, tasks %+v", r.Counts, r.Tasks)
	}
	lib, _ := library(t)
	asked, blank := 0, 0
	typed := map[string]bool{}
	for sub, err := range reportstest.Reader(t, dir).Submissions(t.Context(), "") {
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range sub.Answers {
			if len(a.Answer.Raw) >= 12 && strings.Contains(a.Answer.Raw, " ") {
				typed[a.Answer.Raw] = true
			}
			if isAsked(lib, a.Question) {
				asked++
				if a.Answer.IsBlank() {
					blank++
				}
			}
		}
	}
	if c := r.Complete.All; c.Whole != asked || c.Whole-c.Part != blank {
		t.Errorf("%d of %d are blank in the records; the report has %d of %d", blank, asked, c.Whole-c.Part, c.Whole)
	}
	places := map[string]int{}
	for _, p := range r.Failing {
		places[p.Dimension]++
	}
	for _, d := range r.Dimensions {
		if places[d.Name] != d.Whole-d.Part {
			t.Errorf("%s misses %d of %d, and has %d places", d.Name, d.Whole-d.Part, d.Whole, places[d.Name])
		}
	}
	names, err := reports.Write(out, r)
	if err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(out)
	if err != nil || len(files) != len(names) {
		t.Errorf("%d files for %d names, %v", len(files), len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		for answer := range typed {
			if strings.Contains(string(data), answer) {
				t.Errorf("%s holds an answer", name)
			}
		}
		if filepath.Ext(name) == ".csv" {
			if _, err := csv.NewReader(strings.NewReader(string(data))).ReadAll(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if len(typed) < 10 {
		t.Errorf("only %d answers were looked for", len(typed))
	}
}

func isAsked(lib *study.Library, id capture.QuestionID) bool {
	for _, f := range lib.Forms {
		if q := f.Question(id); q != nil {
			return q.IsAsked()
		}
	}
	return false
}

func TestAFolderThatCannotBeWrittenIsSaid(t *testing.T) {
	dir := t.TempDir()
	reportstest.MakeUp(t, dir, 1)
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := reports.Write(file, build(t, dir)); err == nil || !strings.Contains(err.Error(), "cannot be made") {
		t.Errorf("error %v", err)
	}
}
