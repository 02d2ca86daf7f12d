package draft

import (
	"recordwell/capture"
)

// Submitted returns the answers that leave with the record: those of relevant
// questions about entities that are still there, with the values of calculate
// rows. Blank answers are among them, so that completeness has its base; so are
// those of the background, which are marked as known.
func (d *Draft) Submitted() []capture.SubmittedAnswer {
	var out []capture.SubmittedAnswer
	d.each(func(e *entity, sp *spec, c *cell) {
		if e.Removed || !c.relevant {
			return
		}
		a := c.answer
		switch {
		case sp.q.Calculate != nil:
			if v := d.value(e, sp); !v.IsNull() {
				a = capture.Answer{State: capture.Answered, Raw: v.String(), Value: v.String(), Readable: true}
			}
		case !sp.isAsked():
			return
		}
		out = append(out, capture.SubmittedAnswer{Ref: capture.Ref{Entity: e.ID, Question: sp.q.ID}, Answer: a, Known: d.known(sp, c)})
	})
	return out
}

// Known reports an answer that the record held when the task began and that stands
// as it was: it is not the person's own work.
func (d *Draft) Known(ref capture.Ref) bool {
	c := d.cellOf(ref)
	return c != nil && d.known(d.specOf(ref.Question), c)
}

func (d *Draft) known(sp *spec, c *cell) bool {
	return sp.section == notListed || c.held != nil && *c.held == c.answer
}
