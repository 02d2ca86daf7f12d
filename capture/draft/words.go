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
	a := d.Answer(ref)
	if a.State != capture.Answered && a.State != capture.Blank {
		for _, s := range sp.q.States {
			if s.State == a.State {
				return d.Render(s.Label, ref.Entity)
			}
		}
		return ""
	}
	if !a.Readable {
		return strings.Join(strings.Fields(strings.ReplaceAll(a.Raw, "|", " ")), " ")
	}
	return sp.q.Show(form.FromAnswer(sp.q, a), scope{d: d, e: e})
}
