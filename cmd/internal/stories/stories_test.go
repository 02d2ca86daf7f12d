package stories

import (
	"maps"
	"slices"
	"testing"

	"recordwell/capture"
	"recordwell/capture/quality"
	"recordwell/capture/study"
	"recordwell/validation"
)

// each calls back for each task of each story that ships.
func each(t *testing.T, visit func(t *testing.T, story *study.Scenario, n int)) {
	t.Helper()
	lib := library(t)
	for _, id := range slices.Sorted(maps.Keys(lib.Scenarios)) {
		for n := range lib.Scenarios[id].Tasks {
			t.Run(lib.Scenarios[id].Tasks[n].ID, func(t *testing.T) { visit(t, lib.Scenarios[id], n) })
		}
	}
}

// TestAKeyIsAPerfectRecord enters each key as it is: everything is right, nothing
// is an error, and what is to be checked is what the story declares.
func TestAKeyIsAPerfectRecord(t *testing.T) {
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		d := sit(t, story, n)
		d.enterKey()
		d.Go("check")
		if rules := d.View().Page.Check.Rules; rules == nil || rules.Stops() > 0 {
			t.Errorf("the returns would stop the case: %+v", rules)
		}
		odd := map[finding]bool{}
		for i := range story.Traps {
			if trap := &story.Traps[i]; len(trap.Tempting) == 0 && trap.Rule() != "" && d.asks(trap) {
				odd[d.at(trap)] = true
			}
		}
		for f, e := range d.standing {
			if e.Code != int32(validation.Query) || !odd[f] {
				t.Errorf("%s finds something at %s of %q", f.rule, f.Question, d.name(f.Entity))
			}
			d.Explain(f.Ref, f.rule, "It is as the story says")
			delete(odd, f)
		}
		for f := range odd {
			t.Errorf("%s does not ask about %s", f.rule, f.Question)
		}
		d.perfect()
	})
}

// perfect finishes the task and holds it against the key.
func (d *desk) perfect() {
	d.Helper()
	a := d.assess()
	if d.sub.ErrorsLeft+d.sub.QueriesLeft > 0 {
		d.Errorf("%d errors and %d queries are left", d.sub.ErrorsLeft, d.sub.QueriesLeft)
	}
	for _, c := range a.Cells {
		if c.Outcome != quality.Correct {
			d.Errorf("%s of %q is %s", c.Question, c.Alias, c.Outcome)
		}
	}
	if len(a.Cells) < 10 || a.MissingPeople+a.ExtraPeople+a.Errors > 0 || !a.Success || a.Duplicates.Repeats() > 0 {
		d.Errorf("%d answers scored, %d missing and %d extra people, %d errors, success %v", len(a.Cells), a.MissingPeople, a.ExtraPeople, a.Errors, a.Success)
	}
}

// assess finishes the task and holds it against the key.
func (d *desk) assess() quality.Assessment {
	set := d.task.Set
	d.sub = d.Finish()
	return quality.Assess(quality.Inputs{Submission: &d.sub, Forms: quality.NewForms(slices.Concat(set.Forms, set.Background)...), Scenario: d.story})
}

// TestEachTrapGivesItsFinding falls into one trap after the other, each in a record
// that is right otherwise.
func TestEachTrapGivesItsFinding(t *testing.T) {
	caught := 0
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		for i := range story.Traps {
			d := sit(t, story, n)
			if trap := &story.Traps[i]; d.asks(trap) {
				d.enterKey()
				d.fallInto(trap)
				caught++
			}
		}
	})
	want := 0
	for _, story := range library(t).Scenarios {
		want += len(story.Traps)
	}
	if caught != want {
		t.Errorf("%d of %d traps were tried", caught, want)
	}
}

func (d *desk) fallInto(trap *study.Trap) {
	d.Helper()
	if trap.Finds == study.FindsMatch && len(trap.Tempting) == 0 {
		if d.matches == 0 {
			d.Errorf("%s: nobody of the index was shown", trap.Why)
		}
		return
	}
	before, shown := maps.Clone(d.standing), d.matches
	for _, h := range trap.Tempting {
		d.give(capture.Ref{Entity: d.alias[h.Alias], Question: h.Question}, h.Answer)
	}
	if trap.Finds == study.FindsMatch && d.matches == shown {
		d.Errorf("%s: nobody of the index was shown", trap.Why)
	}
	found := false
	for f := range d.standing {
		_, stood := before[f]
		switch {
		case trap.Rule() != "" && f == d.at(trap):
			found = true
		case !stood:
			d.Errorf("%s: %s finds something at %s too", trap.Why, f.rule, f.Question)
		}
	}
	if trap.Rule() != "" && !found {
		d.Errorf("%s: %s finds nothing at %s", trap.Why, trap.Rule(), trap.At.Question)
	}
}

// TestTheReportCountsWorkarounds falls into the traps that no rule finds and the report
// counts, after the record of the brother or sister whose words tempt.
func TestTheReportCountsWorkarounds(t *testing.T) {
	counted := 0
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		for i := range story.Traps {
			trap := &story.Traps[i]
			if trap.Finds != study.FindsWorkaround {
				continue
			}
			for fallen, want := range []int{0, 1} {
				s := quality.NewStudy(func(capture.QuestionID) string { return "" })
				for _, b := range story.Siblings {
					d := sit(t, library(t).Scenarios[b.Story], 0)
					d.enterKey()
					s.Add(d.assess())
				}
				d := sit(t, story, n)
				d.enterKey()
				if fallen == 1 {
					d.fallInto(trap)
				}
				s.Add(d.assess())
				got := 0
				for _, times := range s.Question(trap.At.Question).Workarounds {
					got += times
				}
				if got != want {
					t.Errorf("%s: %d are counted, want %d", trap.Why, got, want)
				}
				counted += got
			}
		}
	})
	if counted == 0 {
		t.Error("no story has such a trap")
	}
}

// asks reports whether a task asks about the place of a trap.
func (d *desk) asks(trap *study.Trap) bool {
	q := d.task.Set.Question(trap.At.Question)
	return q != nil && !q.Form.Background
}

func (d *desk) at(trap *study.Trap) finding {
	return finding{capture.Ref{Entity: d.alias[trap.At.Alias], Question: trap.At.Question}, trap.Rule()}
}
