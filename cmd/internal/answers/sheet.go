package main

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// given is one answer: keys to type, boxes of a date, choices by their words, or
// an escape answer by its words. Blank leaves the question out.
type given struct {
	Keys   string     `json:"keys,omitempty"`
	Date   *[3]string `json:"date,omitempty"`
	Choose []string   `json:"choose,omitempty"`
	Escape string     `json:"escape,omitempty"`
	Blank  bool       `json:"blank,omitempty"`
	// Value is the canonical form that should be stored.
	Value string `json:"value,omitempty"`
	State string `json:"state,omitempty"`
}

// question is how a question is answered, once for each alias of its entity.
type question struct {
	Kind   string  `json:"kind"`
	Entity string  `json:"entity"`
	Given  []given `json:"given"`
}

// sheet is everything for one task.
type sheet struct {
	Task      string              `json:"task"`
	Title     string              `json:"title"`
	Items     map[string]int      `json:"items"` // how many there are of each repeating entity
	Questions map[string]question `json:"questions"`
}

func sheetOf(lib *study.Library, scenario *study.Scenario, task *study.Task) (*sheet, error) {
	set, err := form.LinkTask(versions(lib, task.Forms), versions(lib, task.Background))
	if err != nil {
		return nil, err
	}
	out := &sheet{Task: task.ID, Title: task.Title, Items: map[string]int{}, Questions: map[string]question{}}
	env := words{scenario.Words}
	for _, q := range set.Questions() {
		if q.IsAsked() {
			out.Questions[string(q.ID)] = answersOf(q, scenario, env)
		}
		if q.Repeat != nil {
			out.Items[string(q.Repeat.Entity)] = len(aliases(scenario, q.Entity()))
		}
	}
	return out, nil
}

func versions(lib *study.Library, ids []string) (defs []*form.Definition) {
	for _, id := range ids {
		defs = append(defs, lib.Forms[id])
	}
	return defs
}

func aliases(s *study.Scenario, t capture.EntityType) []string {
	var out []string
	for _, e := range s.Key.Entities {
		if e.Type == t {
			out = append(out, e.Alias)
		}
	}
	return out
}

func answersOf(q *form.Question, s *study.Scenario, env form.Env) question {
	out := question{Kind: kind(q), Entity: string(q.Entity())}
	for _, alias := range aliases(s, q.Entity()) {
		var cell *study.KeyCell
		for i := range s.Key.Cells {
			if c := &s.Key.Cells[i]; c.Alias == alias && c.Question == q.ID {
				cell = c
			}
		}
		out.Given = append(out.Given, give(q, cell, env))
	}
	return out
}

func kind(q *form.Question) string {
	switch q.Type {
	case form.TypeDate:
		return "date"
	case form.TypeSelectOne:
		if q.Has("search") {
			return "combo"
		}
		return "radio"
	case form.TypeSelectMultiple:
		return "ticks"
	}
	return "text"
}

func give(q *form.Question, cell *study.KeyCell, env form.Env) given {
	switch {
	case cell == nil && q.Required == nil, cell != nil && cell.Blank:
		return given{Blank: true}
	case cell != nil && len(cell.Values) == 0 && len(cell.States) > 0:
		for _, s := range q.States {
			if s.State == cell.States[0] {
				return given{Escape: s.Label.Render(env), State: s.State.String()}
			}
		}
	case cell != nil && len(cell.Values) > 0:
		return value(q, cell.Values[0], env)
	}
	switch kind(q) {
	case "date":
		return value(q, "2025-10-16", env)
	case "radio", "combo", "ticks":
		return value(q, q.List.Choices[0].Name, env)
	}
	switch q.Type {
	case form.TypeInteger, form.TypeDecimal:
		return value(q, "1", env)
	case form.TypeTime:
		return value(q, "10:30", env)
	}
	return value(q, "As the family told the school", env)
}

func value(q *form.Question, v string, env form.Env) given {
	g := given{Value: v, State: capture.Answered.String()}
	switch kind(q) {
	case "date":
		parts := append(strings.Split(v, "-"), "", "")
		g.Date = &[3]string{strings.TrimLeft(parts[2], "0"), strings.TrimLeft(parts[1], "0"), parts[0]}
	case "radio", "combo", "ticks":
		for _, n := range strings.Fields(v) {
			if c := q.List.Choice(n); c != nil {
				g.Choose = append(g.Choose, c.Label.Render(env))
			}
		}
	default:
		g.Keys = v
	}
	return g
}

// words is an Env with the scenario's words and no answers.
type words struct{ story map[string]string }

func (words) Value(*form.Question) form.Value { return form.Value{} }
func (words) All(*form.Question) []form.Value { return nil }
func (words) This() form.Value                { return form.Value{} }
func (words) Today() datatype.Date            { return 0 }
func (w words) Word(name string) string       { return w.story[name] }
