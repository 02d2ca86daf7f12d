package draft

import (
	"recordwell/capture"
)

// Submitted returns the answers that leave with the record: those of relevant
// questions about entities that are still there, with the values of calculate
// rows. Blank answers are among them, so that completeness has its base.
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
		out = append(out, capture.SubmittedAnswer{Ref: capture.Ref{Entity: e.ID, Question: sp.q.ID}, Answer: a})
	})
	return out
}
