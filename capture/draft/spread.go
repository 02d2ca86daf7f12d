package draft

import (
	"slices"

	"recordwell/capture/event"
	"recordwell/validation"
)

// spread works out anew what the changed questions decide: which questions are
// asked, and what is wrong.
func (w *work) spread(changed ...int) {
	affected := slices.Clone(changed)
	for _, n := range changed {
		affected = append(affected, w.schema.specs[n].dependents...)
	}
	w.stale = true
	slices.Sort(affected)
	affected = slices.Compact(affected)
	// A question that comes or goes may decide over one before it.
	for flipped := true; flipped; {
		flipped = false
		for _, n := range affected {
			flipped = w.relevance(n) || flipped
		}
	}
	for _, n := range affected {
		sp := w.schema.specs[n]
		for i := range w.entities {
			if w.entities[i].Type == sp.owner && !w.entities[i].Removed {
				e, c := w.ownCell(i, sp)
				w.recheck(e, sp, c, false)
			}
		}
	}
}

// relevance works out whether a question is asked, about each entity, and
// reports whether that changed anywhere.
func (w *work) relevance(n int) (flipped bool) {
	sp := w.schema.specs[n]
	for i := range w.entities {
		if w.entities[i].Type != sp.owner {
			continue
		}
		if r := w.isRelevant(&w.entities[i], sp); r != w.entities[i].cells[sp.index].relevant {
			_, c := w.ownCell(i, sp)
			c.relevant, flipped = r, true
		}
	}
	return flipped
}

// recheck runs the rules of a cell and logs what is new and what is gone.
func (w *work) recheck(e *entity, sp *spec, c *cell, typing bool) {
	if c.relevant && !e.Removed {
		c.own = w.check(e, sp, c)
	} else {
		c.own = nil
	}
	w.judge(e, sp, c)
	if typing {
		w.show(e, sp, c)
	}
}

// judge puts together what the form and the returns find at a cell, and logs
// what is new and what is gone.
func (w *work) judge(e *entity, sp *spec, c *cell) {
	before := c.issues
	c.issues = w.together(e, sp, c)
	for i := range before {
		if find(c.issues, before[i].Rule) == nil {
			w.issue(e, sp, event.IssueResolved, &before[i])
		}
	}
	for i := range c.issues {
		if find(before, c.issues[i].Rule) == nil {
			w.issue(e, sp, event.IssueDetected, &c.issues[i])
		}
	}
	// What is put right goes at once; what is newly wrong waits for its time.
	w.clear(e, sp, &c.shownError, before, c.issues)
	w.clear(e, sp, &c.shownQuery, before, c.issues)
}

func (w *work) clear(e *entity, sp *spec, shown *string, before, now []validation.Issue) {
	if *shown == "" || find(now, *shown) != nil {
		return
	}
	if was := find(before, *shown); was != nil {
		w.issue(e, sp, event.IssueCleared, was)
	}
	*shown = ""
}

// show lets the person see what is wrong at a cell.
func (w *work) show(e *entity, sp *spec, c *cell) {
	err, query := w.tellable(e, sp, c)
	for _, s := range []struct {
		shown *string
		code  string
	}{{&c.shownError, err}, {&c.shownQuery, query}} {
		if *s.shown != s.code && s.code != "" {
			w.issue(e, sp, event.IssueShown, find(c.issues, s.code))
			*s.shown = s.code
		}
	}
}

func (w *work) issue(e *entity, sp *spec, kind event.Kind, i *validation.Issue) {
	w.log(e, sp, event.Event{Kind: kind, Rule: w.schema.vocab.ID(i.Rule), Code: int32(i.Severity)})
}

// codes returns the rule of the first error and of the first query.
func codes(issues []validation.Issue) (err, query string) {
	for i := range issues {
		switch {
		case issues[i].Severity == validation.Error && err == "":
			err = issues[i].Rule
		case issues[i].Severity == validation.Query && query == "":
			query = issues[i].Rule
		}
	}
	return err, query
}
