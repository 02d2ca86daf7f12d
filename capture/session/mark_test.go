package session_test

import (
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
)

// goTo opens the first section whose page is of a kind.
func (d *desk) goTo(t *testing.T, kind session.PageKind) string {
	t.Helper()
	for _, s := range d.View().Sections {
		d.Go(s.ID)
		if d.View().Page.Kind == kind {
			return s.ID
		}
	}
	t.Fatal("there is no such page")
	return ""
}

func (d *desk) state(section string) session.SectionLine {
	for _, s := range d.View().Sections {
		if s.ID == section {
			return s
		}
	}
	return session.SectionLine{}
}

// A status is what the person said, never a guess.
func TestASectionIsCompletedWhenItIsSaidToBe(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	section := d.View().Page.Section
	d.Commit(d.ref(t, "contact_date"), "7|10|2025", capture.Typed)
	if s := d.state(section); s.State != session.InProgress {
		t.Errorf("a section with an answer is %v", s.State)
	}
	d.Mark(false)
	if !d.Continue() || d.View().Page.Section == section {
		t.Fatal("a section to come back to was not left")
	}
	if s := d.state(section); s.State != session.InProgress || s.ToFix != 0 {
		t.Errorf("it is %v with %d to fix; nothing is missing from it yet", s.State, s.ToFix)
	}
	d.Go(section)
	if m := d.View().Page.Mark; m.Answer != "no" {
		t.Errorf("the answer came back as %q", m.Answer)
	}
	d.Mark(true)
	if s := d.state(section); s.State != session.Completed {
		t.Errorf("it is said to be completed, and is %v", s.State)
	}
	if d.Continue() {
		t.Error("a completed section with answers missing was left")
	}
	if s := d.state(section); s.State != session.InProgress && s.ToFix == 0 {
		t.Errorf("it is %v with %d to fix", s.State, s.ToFix)
	}
}

func TestThatASectionIsMarkedIsKeptAndLogged(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	section := d.View().Page.Section
	d.Mark(true)
	d.Mark(true)
	d.Mark(false)
	var codes []int32
	for _, e := range d.events {
		if e.Kind == event.SectionMarked {
			codes = append(codes, e.Code)
			if e.Place.String() != section {
				t.Errorf("the journal says %q", e.Place)
			}
		}
	}
	if len(codes) != 2 || codes[0] != 1 || codes[1] != 0 {
		t.Errorf("the journal has %v", codes)
	}
	saved := capture.SavedCase{Case: capture.Case{ID: d.batches[1].Case}}
	for _, b := range d.batches {
		saved.Case.Entities = append(saved.Case.Entities, b.Entities...)
		saved.Marks = append(saved.Marks, b.Marks...)
	}
	again := newDesk(t, capture.SessionRow{LastSeq: 50}, saved)
	if m := again.View().Page.Mark; m == nil || m.Answer != "no" {
		t.Errorf("after a restart it is %+v", m)
	}
}

// A list asks only once nobody else is to be added, and the page of one item
// never does.
func TestAListAsksOnceNobodyElseIsAdded(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.goTo(t, session.ListPage)
	if d.View().Page.Mark != nil {
		t.Error("a list asks before it is known whether it ends")
	}
	d.More(true)
	d.Mark(true)
	if d.View().Page.Mark != nil || d.count(event.SectionMarked) != 0 {
		t.Error("a list that goes on was marked")
	}
	d.Continue()
	if p := d.View().Page; p.Kind != session.ItemPage || p.Mark != nil {
		t.Errorf("the page of an item: %v, %+v", p.Kind, p.Mark)
	}
}
