package program

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/report"
)

// What people answered is not in a report, is shown with a line in the list of who
// asked, and not without one; whoever withdraws is not shown any more, and the line
// stays.
func TestAnswersAreShownOnceThatIsWrittenDown(t *testing.T) {
	d := open(t, t.TempDir())
	if err := d.Simulate(t.Context(), 3, 7, func(int) {}); err != nil {
		t.Fatal(err)
	}
	r := d.Research(d.Settings(), t.TempDir())
	built, err := r.BuildReport(t.Context(), "", func(int64, int64) {})
	if err != nil {
		t.Fatal(err)
	}
	if len(built.Asked) > 0 {
		t.Fatalf("answers were shown before anyone asked: %+v", built.Asked)
	}
	var wrong []report.Place
	for _, p := range built.Failing {
		if p.What == "wrong but valid" {
			wrong = append(wrong, p)
		}
	}
	if len(wrong) < 3 {
		t.Fatalf("%d answers are wrong but valid", len(wrong))
	}
	words, asked, err := r.ShowAnswers(t.Context(), wrong, func(int64, int64) {})
	if err != nil {
		t.Fatal(err)
	}
	if asked.Shown != len(wrong) || asked.Desk == "" || asked.What != capture.AskedPlaces {
		t.Errorf("the line is %+v", asked)
	}
	for i, w := range words {
		if w == "" || w == "Blank" || w == "Not in the record" || w == "Not asked" {
			t.Errorf("at %+v stands %q", wrong[i], w)
		}
	}
	if _, again, err := r.ShowAnswers(t.Context(), wrong[:1], func(int64, int64) {}); err != nil || again.Desk != asked.Desk {
		t.Errorf("the desk was %q and is %q, %v", asked.Desk, again.Desk, err)
	}

	gone := wrong[0].Session
	if _, err := r.Withdraw(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	words, _, err = r.ShowAnswers(t.Context(), wrong, func(int64, int64) {})
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range words {
		if (w == "") != (wrong[i].Session == gone) {
			t.Errorf("after one withdrew, at place %d stands %q", i, w)
		}
	}
	if built, err = r.BuildReport(t.Context(), "", func(int64, int64) {}); err != nil || len(built.Asked) != 3 {
		t.Errorf("the list is %+v, %v", built.Asked, err)
	}
	for _, p := range built.Failing {
		if p.Session == gone {
			t.Errorf("somebody who withdrew still has a place")
			break
		}
	}
	dir := t.TempDir()
	names, err := r.SaveReport(built, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range words {
			if wrong[i].Session != gone && len(w) > 9 && strings.Contains(w, " ") && strings.Contains(string(content), w) {
				t.Errorf("%s holds %q", name, w)
			}
		}
	}
}

// A line that cannot be written shows nothing.
func TestWhatCannotBeWrittenDownIsNotShown(t *testing.T) {
	d := open(t, t.TempDir())
	if err := d.Simulate(t.Context(), 1, 7, func(int) {}); err != nil {
		t.Fatal(err)
	}
	r := d.Research(d.Settings(), t.TempDir())
	built, err := r.BuildReport(t.Context(), "", func(int64, int64) {})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	words, _, err := r.ShowAnswers(ctx, built.Failing, func(int64, int64) {})
	if err == nil || words != nil {
		t.Errorf("%d answers are shown, %v", len(words), err)
	}
	if all, err := d.Store.Asked(t.Context(), d.Study().ID); err != nil || len(all) > 0 {
		t.Errorf("the list is %+v, %v", all, err)
	}
}
