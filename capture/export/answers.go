package export

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/quality"
	"recordwell/capture/report"
)

// Answers is the table of every answer of finished records, one a row, with how
// it compares with the key. records is called once and hands over each record;
// what it hands over is not kept.
func Answers(records func(each func(*report.Judged))) Table {
	columns := []Column{
		{"session", text, "", "id of the session"},
		{"person", whole, "", "number of the session, in the order sessions began"},
		{"round", text, "", "id of the round"},
		{"condition", text, "", "id of the condition: when people were told of findings"},
		{"task", text, "", "id of the task"},
		{"record", text, "", "id of the family’s record; the same as instance ID in audit.csv"},
		{"entity", text, "", "id of whom or what the answer is about; empty for someone of the story who is not in the record"},
		{"entity_type", text, "", "what that is: child, person …"},
		{"entity_number", whole, "", "which of its type in the record, from 1"},
		{"story_name", text, "", "name of the entity in the story’s answer key; empty for what is not in the key"},
		{"form", text, "", "id of the form"},
		{"question", text, "", "id of the question, its XLSForm path"},
		{"item", text, "", "statutory places that the question fills, Table.Column, with spaces between"},
		{"state", text, "", "blank, answered, not_known, not_yet_obtained or refused"},
		{"answer", text, "", "the answer as data: ISO date, number with a point, a choice’s name; what was typed where it could not be read"},
		{"readable", yesNo, "", "whether what was typed could be read as an answer; empty unless state is answered"},
		{"key_result", text, "", "how it compares with the answer key; empty for what is not in the key"},
		{"critical", yesNo, "", "whether the task’s success depends on it; empty for what is not in the key"},
		{"known", yesNo, "", "whether the record held it when the task began and nobody changed it: it is not the person’s own answer"},
	}
	return Table{"answers", "Every answer of finished records", append(columns, simulatedColumn), func(each func(...any)) {
		records(func(j *report.Judged) { answerRows(j, each) })
	}}
}

// answerRows writes the answers of one record in its order, then the cells of the
// key that have no answer there.
func answerRows(j *report.Judged, each func(...any)) {
	sub := j.Submission
	cells := make(map[capture.Ref]*quality.Cell, len(j.Assessment.Cells))
	var absent []*quality.Cell
	for i := range j.Assessment.Cells {
		c := &j.Assessment.Cells[i]
		if c.Entity == "" {
			absent = append(absent, c)
		} else {
			cells[c.Ref] = c
		}
	}
	numbers := report.EntityNumbers(sub.Case.Entities)
	row := func(ref capture.Ref, a capture.Answer, known bool, c *quality.Cell) {
		form, _, _ := strings.Cut(string(ref.Question), "/")
		who := numbers[ref.Entity]
		cells := []any{
			string(sub.Session), j.Person, j.Session.Round, j.Condition, sub.Task, string(sub.Case.ID),
			string(ref.Entity), string(who.Type), nil, "", form, string(ref.Question), items(j, ref.Question),
			a.State.String(), answerText(j.Question(ref.Question), a), nil, "", nil, known, sub.Simulated,
		}
		if who.N > 0 {
			cells[8] = who.N
		}
		if a.State == capture.Answered {
			cells[15] = a.Readable
		}
		if c != nil {
			cells[9], cells[16], cells[17] = c.Alias, c.Outcome.String(), c.Critical
		}
		each(cells...)
	}
	for _, a := range sub.Answers {
		row(a.Ref, a.Answer, a.Known, cells[a.Ref])
		delete(cells, a.Ref)
	}
	// A question of the key that was not asked is a missing answer too.
	for i := range j.Assessment.Cells {
		if c := &j.Assessment.Cells[i]; cells[c.Ref] == c {
			row(c.Ref, capture.Answer{}, false, c)
		}
	}
	for _, c := range absent {
		row(c.Ref, capture.Answer{}, false, c)
	}
}

func items(j *report.Judged, id capture.QuestionID) string {
	if q := j.Question(id); q != nil {
		return strings.Join(q.Items, " ")
	}
	return ""
}

// answerText is the answer as data, or what was typed. Text that has line breaks
// stays as it is: CSV can hold it.
func answerText(q *form.Question, a capture.Answer) any {
	switch {
	case a.State != capture.Answered:
		return ""
	case !a.Readable:
		return a.Raw
	case q != nil && (q.Type == form.TypeInteger || q.Type == form.TypeDecimal):
		return literal(a.Value) // a number to a spreadsheet, also a negative one
	}
	return a.Value
}
