package report

import (
	"fmt"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/quality"
	"recordwell/validation"
)

// submission judges a record by its forms, its story and its findings.
func (b *builder) submission(sub *capture.Submission) error {
	key := taskKey{sub.Session, sub.Task}
	end := b.ends[key]
	if end == nil {
		end = &taskEnd{} // the journal was lost; the record stands
	}
	in := quality.Inputs{
		Submission: sub, Forms: b.formsOf(sub),
		Flags: func(r capture.Ref) validation.Severity { return end.flags[r] },
	}
	if b.in.Scenario != nil {
		in.Scenario = b.in.Scenario(sub.Task)
	}
	a := quality.Assess(in)
	b.records.Add(a)
	if p := b.people[sub.Session]; p != nil {
		for i := range a.Cells {
			p.cells++
			if a.Cells[i].Outcome == quality.Correct {
				p.right++
			}
		}
	}
	j := &Judged{Session: b.row(sub.Session), Person: b.number[sub.Session], Submission: sub, Assessment: &a, Question: in.Forms.Question}
	b.fail(j, end)
	if b.in.Judged != nil {
		if c := b.conditionOf(j.Session); c != nil {
			j.Condition = c.ID
		}
		b.in.Judged(j)
	}
	delete(b.ends, key)
	return b.weigh(sub, &a, end)
}

// formsOf returns the forms of a record, prepared once for all records of the
// same versions.
func (b *builder) formsOf(sub *capture.Submission) *quality.Forms {
	key := fmt.Sprint(sub.Forms)
	if known := b.forms[key]; known != nil {
		return known
	}
	var defs []*form.Definition
	for _, v := range sub.Forms {
		if f := b.version(v); f != nil {
			defs = append(defs, f)
		}
	}
	b.forms[key] = quality.NewForms(defs...)
	return b.forms[key]
}

func (b *builder) version(v capture.FormVersion) *form.Definition {
	if b.in.Version != nil {
		return b.in.Version(v)
	}
	for _, f := range b.in.Forms {
		if f.ID == v.Form {
			return f
		}
	}
	return nil
}
