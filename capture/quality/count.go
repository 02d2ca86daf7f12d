package quality

import (
	"slices"
	"strings"
	"unicode/utf8"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation"
)

// QuestionCounts is one question over the entities of one record.
type QuestionCounts struct {
	Question capture.QuestionID
	// Required questions must be answered where they are asked.
	Required bool
	// Asked counts relevant cells, States how each of them ended.
	Asked  int
	States [capture.Refused + 1]int
	// WithError and WithQuery count cells where a finding was left standing,
	// BrokenAnswer those with an answer and an error. Unreadable are those whose
	// text could not be turned into a value, NotOnList those among them that are
	// not on a list.
	WithError, WithQuery, BrokenAnswer, Unreadable, NotOnList int
	// Texts are the answers that are text, with so many Letters together.
	Texts, Letters int
	// Workarounds counts answers that stand in for one.
	Workarounds map[Workaround]int
}

// Blank returns the cells without any answer. Hidden questions are not among
// them, nor in Asked.
func (c QuestionCounts) Blank() int { return c.States[capture.Blank] }

// Filled returns the cells with an answer, escape answers such as "not known"
// included; they are listed apart as well.
func (c QuestionCounts) Filled() int { return c.Asked - c.Blank() }

// count goes through every relevant question of the record.
func (a *Assessment) count(r *record, flags Flags) {
	a.Questions = make([]QuestionCounts, 0, len(r.ordered))
	for _, q := range r.ordered {
		if !q.IsAsked() {
			continue
		}
		c := QuestionCounts{Question: q.ID, Required: q.Required != nil}
		cross := r.cross[q]
		for _, e := range r.entities {
			if e.Type != q.Entity() {
				continue
			}
			ref := capture.Ref{Entity: e.ID, Question: q.ID}
			answer, asked := r.answers[ref]
			if !asked {
				continue
			}
			flag := flags(ref)
			if flag == validation.Error {
				a.Errors++
			}
			if answer.known {
				continue // it was there, and is not this person's work
			}
			c.add(q, answer.Answer, flag)
			a.addText(&c, q, answer.Answer)
			switch {
			case answer.IsBlank():
				a.fault(LeftBlank, e.ID, q.ID)
				continue
			case flag == validation.Error:
				a.fault(BrokenAnswer, e.ID, q.ID)
			}
			switch {
			case !cross:
			case flag == 0:
				a.CrossField++
				a.CrossFieldPassed++
			default:
				a.CrossField++
				a.fault(Disagrees, e.ID, q.ID)
			}
		}
		if c.Asked > 0 {
			a.Questions = append(a.Questions, c)
		}
	}
}

func (c *QuestionCounts) add(q *form.Question, answer capture.Answer, flag validation.Severity) {
	c.Asked++
	c.States[answer.State]++
	switch flag {
	case validation.Error:
		c.WithError++
		if !answer.IsBlank() {
			c.BrokenAnswer++
		}
	case validation.Query:
		c.WithQuery++
	}
	if answer.State != capture.Answered {
		return
	}
	if q.Type == form.TypeText {
		c.Texts++
		c.Letters += utf8.RuneCountInString(answer.Raw)
	}
	if !answer.Readable {
		c.Unreadable++
		if strings.HasPrefix(string(q.Type), "select") {
			c.NotOnList++
		}
	}
	if w := workaround(q, answer); w != "" {
		c.noteWorkaround(w)
	}
}

func (c *QuestionCounts) noteWorkaround(w Workaround) {
	if c.Workarounds == nil {
		c.Workarounds = map[Workaround]int{}
	}
	c.Workarounds[w]++
}

// addText counts a long text that stands in another box of the record already.
func (a *Assessment) addText(c *QuestionCounts, q *form.Question, answer capture.Answer) {
	if q.Type != form.TypeText || answer.State != capture.Answered {
		return
	}
	sum, long := longSum(answer.Raw)
	if !long {
		return
	}
	if slices.ContainsFunc(a.texts, func(t longText) bool { return t.sum == sum }) {
		c.noteWorkaround(SameText)
		return
	}
	a.texts = append(a.texts, longText{q.ID, sum})
}

// readsAnother reports a question whose constraint or query looks at another
// question.
func readsAnother(q *form.Question) bool {
	for _, e := range []*form.Expr{q.Constraint, q.Query} {
		if e == nil {
			continue
		}
		for _, other := range e.Reads() {
			if other != nil && other.ID != q.ID {
				return true
			}
		}
	}
	return false
}

// countTwice counts pairs of questions of which one says that it is the same as
// the other, both answered about one entity, and how many agree.
func (a *Assessment) countTwice(r *record) {
	for _, q := range r.ordered {
		other := r.questions[q.SameAs]
		if q.SameAs == "" || other == nil {
			continue
		}
		for _, e := range r.entities {
			if e.Type != q.Entity() {
				continue
			}
			x, asked := r.answers[capture.Ref{Entity: e.ID, Question: q.ID}]
			y, askedToo := r.answers[capture.Ref{Entity: e.ID, Question: other.ID}]
			if !asked || !askedToo || x.IsBlank() || y.IsBlank() {
				continue
			}
			a.AskedTwice++
			if x.State == y.State && (x.State != capture.Answered || x.Readable && y.Readable && holdValue(q, x.Value, y.Value, 0).right) {
				a.AskedTwiceSame++
			} else {
				a.fault(NotTheSame, e.ID, q.ID)
			}
		}
	}
}
