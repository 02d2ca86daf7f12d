package metrics

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// issue follows one finding through detected, shown, cleared and resolved.
func (t *taskFold) issue(e *event.Record) {
	i := t.issueOf(e)
	f := t.fields[place{e.Question, e.Entity}]
	switch e.Kind {
	case event.IssueDetected:
		i.Severity = e.Code
		t.detect(i, f)
	case event.IssueShown:
		if i.Detected == 0 {
			i.Severity = e.Code
		}
		if !i.standing {
			t.detect(i, f) // what is seen was found, even where that event was lost
		}
		if !i.showing {
			i.showing, i.costing, i.since, i.repairs = true, !i.Explained, t.clock.now.Active, 0
			i.Shown++
			if f != nil {
				f.Shown++
				f.shownNow++
			}
		}
	case event.IssueCleared:
		t.unshow(i, f)
	case event.IssueResolved:
		t.unshow(i, f) // what is gone is no longer seen, even behind another finding
		if i.standing {
			i.standing = false
			if f != nil {
				f.open--
			}
		}
	}
}

func (t *taskFold) issueOf(e *event.Record) *Issue {
	k := issueKey{place{e.Question, e.Entity}, e.Rule}
	i := t.issues[k]
	if i == nil {
		i = &Issue{Rule: e.Rule, Question: capture.QuestionID(e.Question), Entity: e.Entity, First: t.clock.wall()}
		t.issues[k] = i
		t.byPlace[k.place] = append(t.byPlace[k.place], i)
		t.Issues = append(t.Issues, i)
	}
	return i
}

func (t *taskFold) detect(i *Issue, f *Field) {
	if i.standing {
		return
	}
	i.standing = true
	i.Detected++
	if f != nil {
		f.Detected++
		f.open++
	}
}

func (t *taskFold) unshow(i *Issue, f *Field) {
	if !i.showing {
		return
	}
	t.stopCost(i)
	i.showing = false
	i.Cleared++
	i.Repairs += i.repairs
	i.RepairTime += t.sinceShown(i)
	if f != nil {
		f.shownNow--
	}
}

func (t *taskFold) sinceShown(i *Issue) time.Duration { return t.clock.now.Active - i.since }

// stopCost ends what a finding costs: it went away, was explained, or the task
// is over.
func (t *taskFold) stopCost(i *Issue) {
	if i.costing {
		i.costing = false
		i.Cost += t.sinceShown(i)
	}
}

func (t *taskFold) explain(e *event.Record) {
	i := t.issueOf(e)
	i.Explained = true
	t.stopCost(i)
}
