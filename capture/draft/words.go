package draft

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
)

// Words writes an answer as a person reads it: a choice by its label, a date in
// words. It is empty for a blank; text that cannot be read stands as typed.
func (d *Draft) Words(ref capture.Ref) string {
	sp, e := d.specOf(ref.Question), d.entityOf(ref.Entity)
	if sp == nil || e == nil {
		return ""
	}
	return d.words(sp, e, d.Answer(ref))
}

// WordsOf writes any answer to a question, such as an earlier one.
func (d *Draft) WordsOf(ref capture.Ref, a capture.Answer) string {
	sp, e := d.specOf(ref.Question), d.entityOf(ref.Entity)
	if sp == nil || e == nil {
		return ""
	}
	return d.words(sp, e, a)
}

func (d *Draft) words(sp *spec, e *entity, a capture.Answer) string {
	if a.State != capture.Answered && a.State != capture.Blank {
		for _, s := range sp.q.States {
			if s.State == a.State {
				return d.Render(s.Label, e.ID)
			}
		}
		return ""
	}
	if !a.Readable {
		return strings.Join(strings.Fields(strings.ReplaceAll(a.Raw, "|", " ")), " ")
	}
	return sp.q.Show(form.FromAnswer(sp.q, a), scope{d: d, e: e})
}
