package metrics

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

// taskFold is a task in hand: its measures so far and what they depend on.
type taskFold struct {
	Task
	clock    *clock
	fields   map[place]*Field
	issues   map[issueKey]*Issue
	byPlace  map[place][]*Issue
	sections map[string]*Section
	order    map[string]int // of pages, by the forms or by first view
	byForm   bool

	section   *Section
	page      string
	viaChange bool
	field     *Field        // being visited
	entered   time.Duration // active clock when it was entered
	settling  *Field        // whose first answer was given by the action in hand
	firstAt   Span          // the first change, for ToComplete
	changed   bool
}

func newTaskFold(id string, c *clock, pages map[string]int) *taskFold {
	t := &taskFold{
		Task: Task{ID: id}, clock: c, order: pages, byForm: len(pages) > 0,
		fields: map[place]*Field{}, issues: map[issueKey]*Issue{}, byPlace: map[place][]*Issue{}, sections: map[string]*Section{},
	}
	if !t.byForm {
		t.order = map[string]int{}
	}
	return t
}

// pass adds time that has passed in the task to where the person was.
func (t *taskFold) pass(by Span) {
	t.Span.add(by)
	if t.section != nil {
		t.section.Span.add(by)
	}
	if f := t.field; f != nil {
		f.Span.add(by)
		if f.shownNow > 0 {
			f.Fixing += by.Active
		}
	}
}

func (t *taskFold) take(e *event.Record) {
	switch e.Kind {
	case event.IssueDetected, event.IssueResolved, event.IssueShown, event.IssueCleared:
		t.issue(e)
		return
	case event.AnswerCommitted:
	default:
		t.settle()
	}
	switch e.Kind {
	case event.PageShown:
		t.leave(false, false)
		t.showPage(e)
	case event.FieldEntered:
		t.enter(e)
	case event.FieldLeft:
		t.leave(true, e.Code == 1)
	case event.FieldChanged:
		t.change(e)
	case event.AnswerCommitted:
		t.commit(e)
	case event.FieldDeletes:
		t.touched(e).Deletes += e.Count
	case event.FieldCursor:
		t.touched(e).Cursor += e.Count
	case event.QueryExplained:
		t.explain(e)
	case event.HelpOpened:
		t.HelpOpened++
		if e.Question != "" {
			t.at(e).Help++
		}
	case event.StoryShown:
		t.StoryShown++
	case event.SavePressed:
		t.Saves++
		if e.Code == 1 {
			t.FailedSaves++
		}
	case event.ChangePressed:
		t.viaChange = true
	case event.TaskSkipped:
		t.Skipped = true
	case event.TaskFinished:
		t.finish(e)
	}
}

// at returns the field that an event names.
func (t *taskFold) at(e *event.Record) *Field {
	k := place{e.Question, e.Entity}
	f := t.fields[k]
	if f == nil {
		f = &Field{Question: capture.QuestionID(e.Question), Entity: e.Entity, Section: e.Place}
		if f.Section == "" && t.section != nil {
			f.Section = t.section.ID
		}
		t.fields[k] = f
		t.Fields = append(t.Fields, f)
		for _, i := range t.byPlace[k] { // found before anyone went there
			f.Detected += i.Detected
			f.Shown += i.Shown
			if i.standing {
				f.open++
			}
			if i.showing {
				f.shownNow++
			}
		}
	}
	return f
}

// touched is at, for something that a person did there.
func (t *taskFold) touched(e *event.Record) *Field {
	t.Last = t.at(e)
	return t.Last
}

func (t *taskFold) enter(e *event.Record) {
	t.leave(false, false)
	f := t.touched(e)
	f.Visits++
	if f.endedFilled {
		f.Returns++
	}
	f.visitAmended = false
	t.field, t.entered = f, t.clock.now.Active
}

func (t *taskFold) change(e *event.Record) {
	f := t.touched(e)
	if f.Visits == 1 && t.field == f && !f.Hesitated {
		f.Hesitated = true
		f.Hesitation = t.clock.now.Active - t.entered
	}
	t.firstChange()
}

func (t *taskFold) firstChange() {
	if !t.changed {
		t.changed, t.firstAt = true, t.clock.now
	}
}

func (t *taskFold) commit(e *event.Record) {
	f := t.touched(e)
	t.firstChange()
	f.Commits++
	filled := capture.State(e.Code) != capture.Blank
	switch {
	case capture.Cause(e.Count) == capture.Undone:
		f.Undone++
	case f.Filled && f.committedVisit != f.Visits && !f.visitAmended:
		f.Amendments++
		f.visitAmended = true
	}
	f.Filled, f.FilledKnown, f.committedVisit = filled, true, f.Visits
	for _, i := range t.byPlace[place{e.Question, e.Entity}] {
		if i.showing {
			i.repairs++
		}
	}
	if f.FirstCommit.IsZero() && filled {
		t.settle()
		f.FirstCommit, t.settling = t.clock.wall(), f
	}
}

// settle closes the first answer of a field: what stands now, it raised.
func (t *taskFold) settle() {
	if f := t.settling; f != nil {
		f.FirstRaised, t.settling = f.open > 0, nil
	}
}

// leave ends the visit in hand. known says that an event told whether the field
// holds an answer; a page that goes away does not.
func (t *taskFold) leave(known, filled bool) {
	f := t.field
	if f == nil {
		return
	}
	if known {
		f.Filled, f.FilledKnown = filled, true
	}
	f.endedFilled = f.endedFilled || f.Filled
	t.field = nil
}

func (t *taskFold) showPage(e *event.Record) {
	t.PageViews++
	s := t.sections[e.Place]
	if s == nil {
		s = &Section{ID: e.Place}
		t.sections[e.Place] = s
		t.Sections = append(t.Sections, s)
		t.Pages++
		if !t.byForm {
			t.order[s.ID] = len(t.order)
		}
	}
	s.Views++
	if from, to, ok := t.move(e.Place); ok && to < from && !t.viaChange {
		t.Backtracks++
	}
	t.section, t.page, t.viaChange = s, e.Place, false
}

// move returns the positions of the page in hand and the next one.
func (t *taskFold) move(to string) (from, at int, ok bool) {
	if t.page == "" {
		return 0, 0, false
	}
	from, ok1 := t.order[t.page]
	at, ok2 := t.order[to]
	return from, at, ok1 && ok2
}

func (t *taskFold) finish(e *event.Record) {
	if !t.Finished && t.changed {
		t.ToComplete = t.clock.now.minus(t.firstAt)
	}
	t.Finished, t.ErrorsLeft, t.QueriesLeft = true, e.Count, int64(e.Code)
	t.leave(false, false)
	t.section = nil
	for _, i := range t.Issues {
		i.LeftStanding, i.LeftShown = i.standing, i.showing
		t.stopCost(i)
	}
}

// close leaves nothing half measured when the events end.
func (t *taskFold) close() {
	t.settle()
	for _, i := range t.Issues {
		t.stopCost(i)
	}
}
