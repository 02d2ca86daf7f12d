package research

import (
	"slices"
	"strings"
	"testing"

	"recordwell/capture/report"
	"recordwell/capture/study"
	"recordwell/ui/theme"
)

// twoRounds is a desk whose study has a second round.
func twoRounds(t *testing.T) (*window, *desk) {
	t.Helper()
	d := &desk{report: measured()}
	w, _ := sit(t, theme.Settings{}, 1280, 800, d)
	s := d.Study().Clone()
	s.Rounds = append(s.Rounds, s.Rounds[0])
	s.Rounds[1].ID, s.Rounds[1].Title = "second", "Second round"
	if err := d.SaveStudy(s); err != nil {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(d.Study().Rounds, func(r study.Round) bool { return r.ID == "second" }); i != 1 {
		t.Fatalf("the rounds are %+v", d.Study().Rounds)
	}
	w.run()
	w.open(t, pageOverview)
	return w, d
}

func TestAStudyOfOneRoundHasNoSwitch(t *testing.T) {
	w, _ := sit(t, theme.Settings{}, 1280, 800, &desk{report: measured()})
	w.run()
	if w.node("overview/round") != nil || w.node("overview/compare") != nil {
		t.Error("there is a switch between one round")
	}
}

func TestTheFindingsTurnToARound(t *testing.T) {
	w, d := twoRounds(t)
	w.says(t, "Autumn 2025 trial › All rounds")
	p := w.page.(*overview)
	p.reading.round.choice.TakeFocus()
	p.reading.round.choice.OnCommit("second")
	if w.node("overview/round") == nil {
		t.Error("the switch is gone while the round is read")
	}
	w.run()
	w.says(t, "Autumn 2025 trial › Second round")
	if w.focused() != "overview/round" {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.open(t, pageQuality)
	w.says(t, "Autumn 2025 trial › Second round")
	w.page.(*quality).reading.round.choice.OnCommit("")
	w.run()
	if want := []string{"", "second"}; !slices.Equal(d.built, want) {
		t.Errorf("reports were made of %q, and not of %q", d.built, want)
	}
}

func TestRoundsAreComparedAndTheRoundStays(t *testing.T) {
	w, d := twoRounds(t)
	w.page.(*overview).reading.round.choice.OnCommit("second")
	w.run()
	w.press(t, "overview/compare")
	w.run()
	row := w.node("compare/change-2")
	if row == nil || row.Name != "Time for one task, 24 minutes to 18 minutes, 25% less time, likely range 8% to 40% less time, clear change, 16 and 18 people" {
		t.Fatalf("the row says %+v", row)
	}
	worse := w.node("compare/change-3")
	if !strings.Contains(worse.Name, "2.1 more, likely range 0.9 to 3.3 more, clear change, worse") {
		t.Errorf("the row says %q", worse.Name)
	}
	w.says(t, "A year, or a month and year, is enough") // what changed in the form
	w.press(t, "compare/change-2")
	if !strings.HasPrefix(w.focused(), "compare/figures-table/") {
		t.Errorf("the focus is at %q", w.focused())
	}
	w.open(t, pageOverview)
	w.says(t, "Autumn 2025 trial › Second round")
	if want := []string{"", "second"}; !slices.Equal(d.built, want) {
		t.Errorf("reports were made of %q, and not of %q", d.built, want)
	}
}

// Of three rounds any two that follow each other can be chosen.
func TestTheRoundsToCompareAreChosen(t *testing.T) {
	w, _ := twoRounds(t)
	r := roomOf(t, w.page).report
	first := r.Rounds[0]
	pair := func(before, after string) report.Rounds {
		x := first
		x.Before.ID, x.Before.Title, x.After.ID, x.After.Title = before, before, after, after
		return x
	}
	r.Rounds = []report.Rounds{pair("a", "b"), pair("a", "c"), pair("b", "c")}
	w.open(t, pageCompare)
	p := w.page.(*compare)
	if p.before != "b" || p.after != "c" {
		t.Errorf("%s and %s are compared at first", p.before, p.after)
	}
	p.selects["after"].OnCommit("b")
	if p.before != "a" || p.after != "b" || w.focused() != "compare/after" {
		t.Errorf("%s and %s are compared, focus %q", p.before, p.after, w.focused())
	}
	w.says(t, "a and b")
}

func TestNothingToCompareSaysSo(t *testing.T) {
	w, _ := twoRounds(t)
	roomOf(t, w.page).report.Rounds = nil
	w.open(t, pageCompare)
	w.says(t, "There is nothing to compare yet. It takes two rounds in which people have taken part.")
	w.press(t, "compare/studies")
	if _, ok := w.page.(*studies); !ok {
		t.Errorf("%T is open", w.page)
	}
}
