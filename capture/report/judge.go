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
		b.addAnswers(p, &a)
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

// addAnswers counts the answers of a record for its person.
func (b *builder) addAnswers(p *person, a *quality.Assessment) {
	for i := range a.Cells {
		right := 0
		if a.Cells[i].Outcome == quality.Correct {
			right = 1
		}
		p.cells, p.right = p.cells+1, p.right+right
		if at := b.atQuestion(p, a.Cells[i].Question); at != nil {
			at.cells, at.right = at.cells+1, at.right+right
		}
	}
	for i := range a.Questions {
		c := &a.Questions[i]
		p.asked, p.filled, p.broken = p.asked+c.Asked, p.filled+c.Filled(), p.broken+c.BrokenAnswer
	}
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
