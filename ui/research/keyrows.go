package research

import (
	"fmt"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// keyRow is one right answer as the table shows it.
type keyRow struct {
	about, question, answer, facts string
	rests                          []int // the facts, as numbers
}

// keyRows are the right answers of a scenario in words, with the newest forms.
func keyRows(s *study.Scenario, lib *study.Library) []keyRow {
	people := map[string]string{}
	for _, e := range s.Key.Entities {
		people[e.Alias] = capital(strings.ReplaceAll(e.Alias, "_", " "))
	}
	env := story{s}
	var rows []keyRow
	for _, c := range s.Key.Cells {
		row := keyRow{about: orElse(people[c.Alias], c.Alias), question: string(c.Question), answer: strings.Join(c.Values, " or ")}
		if q := questionOf(lib, c.Question); q != nil {
			row.question = labelOf(q, env)
			row.answer = answerWords(q, &c, env)
		}
		var facts []string
		for _, f := range c.Facts {
			facts = append(facts, fmt.Sprint(f))
			row.rests = append(row.rests, int(f))
		}
		row.facts = orElse(strings.Join(facts, ", "), "none")
		rows = append(rows, row)
	}
	return rows
}

// story gives the words of labels a scenario's own names, and no answers. Without a
// scenario the forms' own words stand.
type story struct{ scenario *study.Scenario }

func (story) Value(*form.Question) form.Value { return form.Value{} }
func (story) All(*form.Question) []form.Value { return nil }
func (story) This() form.Value                { return form.Value{} }

func (e story) Today() datatype.Date {
	if e.scenario == nil {
		return 0
	}
	return e.scenario.Today
}

func (e story) Word(name string) string {
	if e.scenario == nil {
		return ""
	}
	return e.scenario.Words[name]
}

// labelOf is what a question is called in tables.
func labelOf(q *form.Question, env form.Env) string {
	return orElse(q.Short.Render(env), q.Label.Render(env))
}

func questionOf(lib *study.Library, id capture.QuestionID) *form.Question {
	name, _, _ := strings.Cut(string(id), "/")
	if d := lib.Forms[name]; d != nil {
		return d.Question(id)
	}
	return nil
}

// stateNames are the answers that are no value, in words.
var stateNames = map[capture.State]string{capture.NotKnown: "Not known", capture.NotYetObtained: "Not yet obtained", capture.Refused: "Refused"}

// answerWords are the right answers to a question as people would say them.
func answerWords(q *form.Question, c *study.KeyCell, env form.Env) string {
	var out []string
	for _, v := range c.Values {
		out = append(out, valueWords(q, v, env))
	}
	for _, s := range c.States {
		out = append(out, orElse(stateNames[s], s.String()))
	}
	words := strings.Join(out, ", or ")
	switch {
	case c.Blank:
		words = "Left empty"
	case c.NotScored && words == "":
		words = "Free text, scored by a person"
	case c.NotScored:
		words = "For example: " + words
	}
	if c.Days > 0 {
		words += ", give or take " + counted(c.Days, "day", "days")
	}
	return words
}

// valueWords writes a value of the key: a choice by its label, a date in words.
func valueWords(q *form.Question, value string, env form.Env) string {
	if q.List == nil {
		if d, err := datatype.ParseISO(value); err == nil && q.Type == form.TypeDate {
			return d.Words()
		}
		return value
	}
	var out []string
	for _, name := range strings.Fields(value) {
		label := name
		if c := q.List.Choice(name); c != nil {
			label = c.Label.Render(env)
		}
		out = append(out, label)
	}
	return strings.Join(out, ", ")
}
