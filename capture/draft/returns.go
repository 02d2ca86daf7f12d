package draft

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/validation"
)

// told is a finding of a return's rule at the question where a person hears of it.
type told struct {
	ref     capture.Ref
	finding *statutory.Finding
}

// returnsCase is a draft as the returns see it.
type returnsCase struct{ d *Draft }

var _ statutory.Case = returnsCase{}

func (c returnsCase) Entities() []capture.Entity {
	out := make([]capture.Entity, len(c.d.entities))
	for i := range c.d.entities {
		out[i] = c.d.entities[i].Entity
	}
	return out
}

func (c returnsCase) Asked(at int, q *form.Question) bool {
	e, sp := &c.d.entities[at], c.d.specOf(q.ID)
	return sp != nil && sp.owner == e.Type && !e.Removed && e.cells[sp.index].relevant
}

func (c returnsCase) Unmet(at int, q *form.Question) *form.Expr {
	env := scope{d: c.d, e: &c.d.entities[at]}
	for _, x := range append(slices.Clone(q.Within), q.Relevant) {
		if x != nil && !x.True(env) {
			return x
		}
	}
	return nil
}

func (c returnsCase) Value(at int, q *form.Question) form.Value {
	if !c.Asked(at, q) {
		return form.Value{}
	}
	return c.d.value(&c.d.entities[at], c.d.specOf(q.ID))
}

// checkReturns checks the whole case and says where each finding stands.
func (d *Draft) checkReturns() {
	if d.schema.returns == nil {
		return
	}
	d.record = d.schema.returns.Check(returnsCase{d})
	d.told = d.stand()
	for _, t := range d.told {
		e, sp, c := d.entityOf(t.ref.Entity), d.specOf(t.ref.Question), d.cellOf(t.ref)
		c.issues = d.together(e, sp, c)
	}
}

// checkReturns runs the rules that read what changed since they ran last, and
// logs which findings came, went or moved.
func (w *work) checkReturns() {
	if w.record == nil || !w.stale && !w.turned {
		return
	}
	if w.stale {
		w.record = w.record.Update(returnsCase{w.Draft})
	}
	w.stale, w.turned = false, false
	before := w.told
	w.told = w.stand()
	for _, t := range before {
		w.judgeAt(t.ref)
	}
	for _, t := range w.told {
		w.judgeAt(t.ref)
	}
}

func (w *work) judgeAt(ref capture.Ref) {
	if e, sp, c := w.own(ref); c != nil {
		w.judge(e, sp, c)
	}
}

// stand finds the question of each finding: of those that it is about, the one
// that changed last, else the first. A finding is not told while the form itself
// finds something wrong with one of its answers, nor for what is blank on a page
// that was never saved.
func (d *Draft) stand() []told {
	var out []told
	findings := d.record.Findings()
	for i := range findings {
		f := &findings[i]
		if f.Later {
			continue
		}
		if ref, ok := d.standsAt(f); ok {
			out = append(out, told{ref, f})
		}
	}
	return out
}

func (d *Draft) standsAt(f *statutory.Finding) (at capture.Ref, ok bool) {
	var last int64 = -1
	place := 0
	if _, ok := d.askedAlready(f); ok {
		return capture.Ref{}, false
	}
	for _, ref := range f.Refs {
		e, sp, c := d.entityOf(ref.Entity), d.specOf(ref.Question), d.cellOf(ref)
		if c == nil || sp.section == notListed { // nobody can put it right there
			continue
		}
		if err, _ := codes(c.own); err != "" {
			return capture.Ref{}, false
		}
		if c.answer.State == capture.Blank && !d.blanksCount(e, sp) {
			return capture.Ref{}, false
		}
		if c.seq > last || c.seq == last && sp.ordinal < place {
			at, last, place, ok = ref, c.seq, sp.ordinal, true
		}
	}
	return at, ok
}

// together is what a person could be told at a cell: the form's own error first,
// then the returns' errors, and queries after.
func (d *Draft) together(e *entity, sp *spec, c *cell) []validation.Issue {
	out := c.own
	ref := capture.Ref{Entity: e.ID, Question: sp.q.ID}
	for _, t := range d.told {
		if t.ref == ref {
			out = append(out[:len(out):len(out)], t.finding.Issue)
		}
	}
	if len(out) > len(c.own) {
		slices.SortStableFunc(out, func(a, b validation.Issue) int { return int(a.Severity) - int(b.Severity) })
	}
	return out
}

// tellable is the error and the query that a person may be shown at a cell: one
// thing at a time, and what takes the whole case to see only once the page was
// saved and its list is complete.
func (d *Draft) tellable(e *entity, sp *spec, c *cell) (err, query string) {
	ref := capture.Ref{Entity: e.ID, Question: sp.q.ID}
	explained := ""
	for i := range c.issues {
		issue := &c.issues[i]
		if f := d.Finding(ref, issue.Rule); f != nil && f.WholeCase() && !d.wholeCaseCounts(e, sp) {
			continue
		}
		switch issue.Severity {
		case validation.Error:
			return issue.Rule, ""
		case validation.Query:
			if _, done := d.Reason(ref, issue.Rule); !done {
				return "", issue.Rule
			}
			if explained == "" {
				explained = issue.Rule
			}
		}
	}
	return "", explained
}

// Finding returns the finding of a return's rule that stands at a question, or
// nil.
func (d *Draft) Finding(ref capture.Ref, rule string) *statutory.Finding {
	for _, t := range d.told {
		if t.ref == ref && t.finding.Rule == rule {
			return t.finding
		}
	}
	return nil
}

// Findings returns everything that the returns' rules find, told or not, in the
// order of the Department's lists.
func (d *Draft) Findings() []statutory.Finding {
	if d.record == nil {
		return nil
	}
	return d.record.Findings()
}

// Returns gives the rules of the returns that the draft is checked by, or nil.
func (d *Draft) Returns() *statutory.Rules { return d.schema.returns }

// Record gives the case as the returns see it, or nil.
func (d *Draft) Record() *statutory.Record { return d.record }

// StandsAt returns the question where a finding is told now; ok is false while
// it is not.
func (d *Draft) StandsAt(f *statutory.Finding) (ref capture.Ref, ok bool) {
	if f.Later {
		return capture.Ref{}, false
	}
	return d.standsAt(f)
}

// askedAlready returns the question whose own query asks about a finding's rule
// as well, and stands.
func (d *Draft) askedAlready(f *statutory.Finding) (at capture.Ref, ok bool) {
	if f.Severity != validation.Query {
		return at, false
	}
	for _, ordinal := range d.schema.queryRules[f.Code()] {
		sp := d.schema.specs[ordinal]
		for i := range d.entities {
			e := &d.entities[i]
			if e.Type != sp.owner || e.Removed {
				continue
			}
			if c := e.cells[sp.index]; c.relevant && slices.ContainsFunc(c.own, func(i validation.Issue) bool { return i.Severity == validation.Query }) {
				return capture.Ref{Entity: e.ID, Question: sp.q.ID}, true
			}
		}
	}
	return at, false
}

// ReasonFor returns where a finding is told, or asked about by the form itself,
// with the reason that a person gave.
func (d *Draft) ReasonFor(f *statutory.Finding) (at capture.Ref, text string, explained bool) {
	if ref, ok := d.askedAlready(f); ok {
		_, query := codes(d.cellOf(ref).own)
		text, explained = d.Reason(ref, query)
		return ref, text, explained
	}
	ref, ok := d.StandsAt(f)
	if !ok {
		return capture.Ref{}, "", false
	}
	text, explained = d.Reason(ref, f.Rule)
	return ref, text, explained
}

// Reached reports whether a person has come to the questions of a finding: none
// of those that are blank is on a page that was never saved.
func (d *Draft) Reached(f *statutory.Finding) bool {
	return !slices.ContainsFunc(f.Refs, func(ref capture.Ref) bool {
		c := d.cellOf(ref)
		return c != nil && c.answer.State == capture.Blank && !d.blanksCount(d.entityOf(ref.Entity), d.specOf(ref.Question))
	})
}

// reasonAt is where the reason for a query is kept: a finding that moves to
// another of its questions keeps the reason it was given.
func (d *Draft) reasonAt(ref capture.Ref, rule string) capture.Ref {
	f := d.Finding(ref, rule)
	if _, here := d.reasons[reasonKey{ref, rule}]; here || f == nil {
		return ref
	}
	for _, other := range f.Refs {
		if _, ok := d.reasons[reasonKey{other, rule}]; ok {
			return other
		}
	}
	return ref
}

// isAbout reports whether a finding of the rule that stands now is about a
// question.
func (d *Draft) isAbout(ref capture.Ref, rule string) bool {
	return slices.ContainsFunc(d.told, func(t told) bool { return t.finding.Rule == rule && slices.Contains(t.finding.Refs, ref) })
}
