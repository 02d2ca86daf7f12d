package main

import (
	"slices"
	"strings"

	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// cell is an answer at its place: a question about the n-th thing of its kind that
// the sheet adds, from 0.
type cell struct {
	Question string `json:"question"`
	N        int    `json:"n"`
	Given    given  `json:"given"`
}

// trap is a trap of the story that has a wrong answer. Falling into it gives the
// wrong answers, and getting out of it the right ones, in order.
type trap struct {
	Why      string `json:"why"`
	Question string `json:"question"`
	N        int    `json:"n"`
	Rule     string `json:"rule"` // what it has to find there; empty for nothing
	Wrong    []cell `json:"wrong"`
	Right    []cell `json:"right"`
}

// trap returns nil for a trap that is not asked about in the task or has nothing to
// fall into.
func (t *teller) trap(from *study.Trap) *trap {
	asked := func(ref study.KeyRef) bool { q := t.set.Question(ref.Question); return q != nil && !q.Form.Background }
	if len(from.Tempting) == 0 || from.Finds == study.FindsMatch || !asked(from.At) {
		return nil
	}
	at := t.place(from.At)
	out := &trap{Why: from.Why, Question: at.Question, N: at.N, Rule: from.Rule()}
	for _, h := range from.Tempting {
		q, wrong := t.set.Question(h.Question), t.place(h.KeyRef)
		right := wrong
		switch {
		case h.Answer.IsBlank():
			wrong.Given = given{Blank: true}
		case h.Answer.State != capture.Answered:
			wrong.Given = t.state(q, h.Answer.State)
		default:
			wrong.Given = value(q, h.Answer.Value, t.env)
		}
		right.Given = t.right(q, h.Alias)
		out.Wrong = append(out.Wrong, wrong)
		out.Right = append(out.Right, right)
	}
	slices.Reverse(out.Right)
	return out
}

func (t *teller) place(ref study.KeyRef) cell {
	return cell{Question: string(ref.Question), N: slices.Index(t.aliases(t.set.Question(ref.Question)), ref.Alias)}
}

// rules are the codes of the returns' rules that run in a task, by return.
func rules(set *form.Set, c study.Collection, today datatype.Date) (map[string][]string, error) {
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		return nil, err
	}
	r, err := statutory.New(set, statutory.Collection{Year: c.Year, Start: c.Start, End: c.End, Today: today, Calendar: england})
	if err != nil || r == nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, id := range r.IDs() {
		name, code, _ := strings.Cut(id, "/")
		out[name] = append(out[name], code)
	}
	return out, nil
}
