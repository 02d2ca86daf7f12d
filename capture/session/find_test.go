package session_test

import (
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
)

// type types a name or date, letter by letter, and lets a moment pass.
func (d *desk) types(t *testing.T, name, raw string) {
	t.Helper()
	ref := d.ref(t, name)
	for i := range raw {
		d.Type(ref, raw[:i+1])
	}
	d.fire()
}

func (d *desk) matches() (out []string) {
	if m := d.View().Page.Matches; m != nil {
		for _, c := range m.Children {
			out = append(out, c.Name+": "+strings.Join(c.Differs, "; "))
		}
	}
	return out
}

func TestAChildWhoIsOnTheSystemIsFoundWhileTyping(t *testing.T) {
	d := knownDesk(t, "oakes")
	d.types(t, "given_names", "Rowan")
	if got := d.matches(); got != nil {
		t.Errorf("a given name alone found %q", got)
	}
	d.types(t, "family_name", "Oaks")
	want := []string{"Rowan Oakes: family name Oakes, you typed Oaks", "Rowan Oake: family name Oake, you typed Oaks"}
	if got := d.matches(); !slices.Equal(got, want) {
		t.Errorf("found %q", got)
	}
	d.types(t, "date_of_birth", "3|2|2016")
	want = []string{"Rowan Oakes: family name Oakes, you typed Oaks; born 2 March 2016, you typed 3 February 2016"}
	if got := d.matches(); !slices.Equal(got, want) {
		t.Errorf("with the date found %q", got)
	}
	if after := d.View().Page.Matches.After; after != d.ref(t, "date_of_birth") {
		t.Errorf("they stand below %s", after.Question)
	}
	if n := d.count(event.MatchesShown); n != 2 {
		t.Errorf("shown is logged %d times", n)
	}
	for _, e := range d.Session.Logged() {
		if e.Kind == event.MatchesShown && (e.Count == 0 || e.Question != "" || e.Rule != "") {
			t.Errorf("logged %+v", e)
		}
	}
}

func TestTheSameChildIsTakenOverAndUndoneAtOnce(t *testing.T) {
	d := knownDesk(t, "oakes")
	d.types(t, "given_names", "Rowan")
	d.types(t, "family_name", "Oaks")
	d.SameChild(d.View().Page.Matches.Children[0].Index)
	for name, want := range map[string]string{"local_id": "OAK7", "family_name": "Oakes", "date_of_birth": "2016-03-02", "sex": "M"} {
		if q := d.question(t, name); q.Answer.Value != want || q.Typing {
			t.Errorf("%s stands as %+v", name, q.Answer)
		}
	}
	if got := d.matches(); got != nil {
		t.Errorf("still offered: %q", got)
	}
	changes := d.changes()
	if last := changes[len(changes)-1]; last.Cause != capture.Copied {
		t.Errorf("came about as %s", last.Cause)
	}
	if d.count(event.MatchTaken) != 1 {
		t.Error("not logged")
	}
	d.Undo()
	if a := d.question(t, "family_name").Answer; a.Value != "Oaks" || !d.question(t, "local_id").Answer.IsBlank() {
		t.Errorf("undo leaves %+v", a)
	}
	if got := d.matches(); len(got) != 2 {
		t.Errorf("after undo found %q", got)
	}
	d.Redo()
	if sub := d.Finish(); slices.ContainsFunc(sub.Answers, func(a capture.SubmittedAnswer) bool { return a.Known }) {
		t.Error("what somebody took over is not their work")
	}
}

func TestNoneOfTheseStaysClear(t *testing.T) {
	d := knownDesk(t, "oakes")
	d.types(t, "given_names", "Rowan")
	d.types(t, "family_name", "Oake")
	if len(d.matches()) != 2 {
		t.Fatalf("found %q", d.matches())
	}
	d.NoneOfThese()
	d.types(t, "family_name", "Oakes")
	if got := d.matches(); got != nil {
		t.Errorf("offered again: %q", got)
	}
	if d.count(event.MatchesDismissed) != 1 {
		t.Error("not logged")
	}
	saved := capture.SavedCase{}
	for _, b := range d.batches {
		saved.Changes = append(saved.Changes, b.Changes...)
		saved.Case.Entities = append(saved.Case.Entities, b.Entities...)
		saved.NotThese = append(saved.NotThese, b.NotThese...)
		if b.Case != "" {
			saved.Case.ID = b.Case
		}
	}
	again := knownDesk(t, "oakes")
	again.Leave()
	again.Enter("oakes", saved)
	again.types(t, "family_name", "Oake")
	if got := again.matches(); len(saved.NotThese) != 2 || got != nil {
		t.Errorf("%d are kept; offered again after a restart: %q", len(saved.NotThese), got)
	}
	d.types(t, "given_names", "Joss")
	d.types(t, "family_name", "Elms")
	if got := d.matches(); len(got) != 1 {
		t.Errorf("another child is not found: %q", got)
	}
}

func TestNobodyIsLookedForWhereNobodyIsListed(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.goTo(t, session.QuestionsPage)
	for _, l := range d.View().Sections {
		d.Go(l.ID)
		if d.View().Page.Matches != nil {
			t.Errorf("%s offers children", l.ID)
		}
	}
	for _, q := range []string{"given_names", "family_name"} {
		d.Go("child_details/identity")
		d.types(t, q, "Maya")
	}
	if d.count(event.MatchesShown) != 0 {
		t.Error("matches are logged")
	}
}
