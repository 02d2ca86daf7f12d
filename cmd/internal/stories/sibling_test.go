package stories

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// TestWhatIsCopiedFromASisterIsRight copies all that the records of brothers and
// sisters have for a story: what stands there then is what the key says, none of it is
// theirs alone, and one step back takes it away.
func TestWhatIsCopiedFromASisterIsRight(t *testing.T) {
	copied := 0
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		d := sit(t, story, n)
		for _, s := range d.View().Sections {
			if s.ID == session.CheckSection {
				continue
			}
			d.Go(s.ID)
			for {
				offers := d.View().Page.Copies
				if len(offers) == 0 {
					break
				}
				before := record(d)
				d.CopyFrom(offers[0].Sibling, offers[0].Thing)
				after := record(d)
				if len(after)-len(before) != len(offers[0].Rows) {
					t.Errorf("%d answers more of %d that were offered", len(after)-len(before), len(offers[0].Rows))
				}
				d.Undo()
				if !maps.Equal(record(d), before) {
					t.Error("undo does not take back all that was copied, or takes back more")
				}
				d.Redo()
				d.Go(s.ID)
				if again := d.View().Page.Copies; len(again) >= len(offers) {
					t.Fatalf("what was copied is offered again: %+v", again)
				}
				copied += len(offers[0].Rows)
			}
		}
		for ref, a := range record(d) {
			if q := d.task.Set.Question(ref.Question); !q.Shared || len(q.Items) > 0 {
				continue
			}
			for _, c := range story.Key.Cells {
				if c.Question == ref.Question && !c.Accepts(a) {
					t.Errorf("%s is %q, and that is not right for this child", ref.Question, a.Value)
				}
			}
		}
		for _, b := range story.Siblings {
			theirs(t, d, &b)
		}
	})
	if copied < 6 {
		t.Errorf("only %d answers could be copied", copied)
	}
}

// theirs looks for what is the brother's or sister's own.
func theirs(t *testing.T, d *desk, b *study.Sibling) {
	t.Helper()
	for _, thing := range b.Things {
		for _, own := range thing.Answers {
			q := d.task.Set.Question(own.Question)
			if q == nil || q.Form.Background || q.Shared {
				continue
			}
			for ref, a := range record(d) {
				if ref.Question == own.Question && a.Value == own.Answer.Value {
					t.Errorf("%s is %s’s own, and was copied", ref.Question, b.Line)
				}
			}
		}
	}
}

// record is every answer that stands there and was not known.
func record(d *desk) map[capture.Ref]capture.Answer {
	out := map[capture.Ref]capture.Answer{}
	for ref, c := range d.written {
		if !c.Answer.IsBlank() && c.Cause != capture.Imported {
			out[ref] = c.Answer
		}
	}
	return out
}

// TestAStoryByCopyingIsAsRightAsByTyping goes through the story with every offer taken.
func TestAStoryByCopyingIsAsRightAsByTyping(t *testing.T) {
	for _, story := range library(t).Scenarios {
		if len(story.Siblings) == 0 {
			continue
		}
		d := sit(t, story, 0)
		for _, s := range d.View().Sections {
			if s.ID != session.CheckSection {
				d.Go(s.ID)
				d.copyAll()
			}
		}
		d.enterKey()
		d.perfect()
		if !slices.ContainsFunc(story.Key.Entities, func(e study.KeyEntity) bool { return e.Type == "address" }) {
			t.Errorf("%s has no address to copy", story.ID)
		}
	}
}

// copyAll takes every offer of a page. An item that was added is the first of its
// kind in the key that nobody has met.
func (d *desk) copyAll() {
	at := d.View().Page.Section
	for len(d.View().Page.Copies) > 0 {
		c := d.View().Page.Copies[0]
		d.CopyFrom(c.Sibling, c.Thing)
		if item := d.View().Page.Item; item != "" {
			for _, k := range d.story.Key.Entities {
				if k.Type == d.TypeOf(item) && d.alias[k.Alias] == "" {
					d.alias[k.Alias] = item
					break
				}
			}
		}
		d.Go(at)
	}
}

// TestWhatIsTypedIsNotReplaced: only what is blank is offered, an address that stands
// there is not offered again, and one that was left never is.
func TestWhatIsTypedIsNotReplaced(t *testing.T) {
	story := *library(t).Scenarios["tansley_kyle"]
	story.Siblings = slices.Clone(story.Siblings)
	poppy := story.Siblings[0] // a second sister at the same address, and at one that she left
	poppy.Line, poppy.Things = "Poppy, 2", slices.Clone(poppy.Things)
	old := poppy.Things[1]
	old.Answers = append(slices.Clone(old.Answers),
		study.Held{KeyRef: study.KeyRef{Question: "child_details/home/addresses/moved_out"}, Answer: capture.Answer{State: capture.Answered, Value: "2020", Readable: true}})
	old.Answers[1].Answer.Value = "5 Weir Lane"
	poppy.Things = append(poppy.Things, old)
	story.Siblings = append(story.Siblings, poppy)

	d := sit(t, &story, 0)
	d.Go("child_details/background")
	language := capture.Ref{Entity: d.alias["kyle"], Question: "child_details/background/first_language"}
	d.Commit(language, "pol", capture.Chosen)
	offers := d.View().Page.Copies
	if len(offers) != 1 || len(offers[0].Rows) != 1 || offers[0].Rows[0] != (session.CopyRow{Name: "Interpreter needed", Words: "No"}) {
		t.Fatalf("offered %+v", offers)
	}
	d.CopyFrom(offers[0].Sibling, offers[0].Thing)
	if a := record(d)[language]; a.Value != "pol" {
		t.Errorf("the first language is %q now", a.Value)
	}
	if _, ok := d.CopyFrom(0, 0); ok {
		t.Error("what is there is copied again")
	}
	d.Go("child_details/home")
	if offers := d.View().Page.Copies; len(offers) != 1 || offers[0].Whose != "Leah, 10" || len(offers[0].Rows) != 4 {
		t.Fatalf("offered %+v", offers)
	}
	d.CopyFrom(0, 1)
	if item := d.View().Page.Item; d.TypeOf(item) != "address" {
		t.Errorf("the page of %s is open", item)
	}
	logged := 0
	for _, e := range d.Logged() {
		if e.Kind == event.SiblingCopied {
			logged++
			if e.Question != "" || e.Entity != uuid.Nil || e.Place == "" || e.Count == 0 {
				t.Errorf("logged %+v", e)
			}
		}
	}
	if logged != 2 {
		t.Errorf("copying is logged %d times", logged)
	}
}
