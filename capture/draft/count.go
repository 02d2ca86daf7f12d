package draft

import "recordwell/capture"

// Tally counts what stands at a page, a section or a record.
type Tally struct {
	Asked    int // relevant questions
	Answered int
	Known    int // of those answered, what the record held before anyone began
	// What the person sees.
	ToFix, ToCheck, Explained int
	// What is there, whether it is shown or not.
	Errors, Queries int
}

// Count tallies the questions of a section ("" for all), about one item ("" for
// all).
func (d *Draft) Count(section string, item capture.EntityID) Tally {
	var t Tally
	n, one := d.schema.section[section]
	for i := range d.entities {
		e := &d.entities[i]
		if e.Removed || item != "" && e.ID != item {
			continue
		}
		for k, ordinal := range d.schema.bySheet[e.Type] {
			sp, c := d.schema.specs[ordinal], e.cells[k]
			if sp.section == notListed || one && sp.section != n || section != "" && !one || !c.relevant || !sp.isAsked() {
				continue
			}
			t.add(d, e, sp, c)
		}
	}
	return t
}

// CountSections tallies every section, in order.
func (d *Draft) CountSections() []Tally {
	out := make([]Tally, len(d.schema.sections))
	for i := range d.entities {
		e := &d.entities[i]
		if e.Removed {
			continue
		}
		for k, ordinal := range d.schema.bySheet[e.Type] {
			if sp, c := d.schema.specs[ordinal], e.cells[k]; c.relevant && sp.isAsked() && sp.section != notListed {
				out[sp.section].add(d, e, sp, c)
			}
		}
	}
	return out
}

func (t *Tally) add(d *Draft, e *entity, sp *spec, c *cell) {
	t.Asked++
	if c.answer.State != capture.Blank {
		t.Answered++
		if d.known(sp, c) {
			t.Known++
		}
	}
	if len(c.issues) == 0 {
		return
	}
	err, query := codes(c.issues)
	ref := capture.Ref{Entity: e.ID, Question: sp.q.ID}
	if err != "" {
		t.Errors++
	}
	if c.shownError != "" {
		t.ToFix++
	}
	if _, explained := d.Reason(ref, query); query != "" && !explained {
		t.Queries++
	}
	if c.shownQuery == "" {
		return
	}
	if _, explained := d.Reason(ref, c.shownQuery); explained {
		t.Explained++
	} else {
		t.ToCheck++
	}
}

// isAsked is false for rows that nobody answers: notes and calculations.
func (sp *spec) isAsked() bool { return sp.q.IsAsked() }
