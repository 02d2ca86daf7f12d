package export

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
)

// Corrected is what a child or family said is not right when a record was read back.
type Corrected struct {
	Session *capture.SessionRow
	Person  int // number of the session, in the order sessions began
	capture.Comment
	// Question is what they said it of; nil where its form is not there any more.
	Question *form.Question
	// History are the changes of the answer, the oldest first.
	History []capture.Change
}

// then returns the answer that was read back, and whether it was changed since.
func (c *Corrected) then() (a capture.Answer, changed bool) {
	for _, h := range c.History {
		if h.At.After(c.At) {
			changed = true
			continue
		}
		a, changed = h.Answer, false
	}
	return a, changed && len(c.History) > 0 && c.History[len(c.History)-1].Answer != a
}

// Corrections is the table of what children and families said of records that were
// read back to them, one answer a row.
func Corrections(corrected func(each func(*Corrected))) Table {
	columns := []Column{
		{"session", text, "", "id of the session"},
		{"person", whole, "", "number of the session, in the order sessions began"},
		{"round", text, "", "id of the round"},
		{"task", text, "", "id of the task"},
		{"record", text, "", "id of the family’s record; the same as in answers.csv"},
		{"entity", text, "", "id of whom or what the answer is about"},
		{"form", text, "", "id of the form"},
		{"question", text, "", "id of the question, its XLSForm path"},
		{"state", text, "", "of the answer that was read back: answered, not_known, not_yet_obtained or refused"},
		{"answer", text, "", "the answer that was read back, as in answers.csv"},
		{"agreed", yesNo, "", "whether the person agrees that it is not right"},
		{"said", text, "", "what they said, as the person wrote it down"},
		{"changed", yesNo, "", "whether the answer is another one now"},
	}
	return Table{"corrections", "What children and families said is not right", append(columns, simulatedColumn), func(each func(...any)) {
		corrected(func(c *Corrected) {
			record := ""
			for _, t := range c.Session.Tasks {
				if t.Task == c.Task {
					record = string(t.Case)
				}
			}
			form, _, _ := strings.Cut(string(c.Ref.Question), "/")
			a, changed := c.then()
			each(string(c.Session.ID), c.Person, c.Session.Round, c.Task, record, string(c.Ref.Entity), form, string(c.Ref.Question),
				a.State.String(), answerText(c.Question, a), c.ReadBack == capture.Agreed, c.Text, changed, c.Session.Simulated)
		})
	}}
}
