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
	Number    int                 `json:"number"` // among the tasks, from 1
	Title     string              `json:"title"`
	Items     map[string]int      `json:"items"` // how many of each repeating entity are to be added
	Questions map[string]question `json:"questions"`
	Traps     []trap              `json:"traps"`
	Rules     map[string][]string `json:"rules"` // codes of the rules that run, by return
}

// teller tells how the questions of one task are answered.
type teller struct {
	scenario *study.Scenario
	set      *form.Set
	env      form.Env
	known    map[study.KeyRef]bool // answers that stand in the record already
	there    map[string]bool       // aliases of what is in the record already
}

func sheetOf(lib *study.Library, in *study.Study, scenario *study.Scenario, task *study.Task) (*sheet, error) {
	set, err := form.LinkTask(versions(lib, task.Forms), versions(lib, task.Background))
	if err != nil {
		return nil, err
	}
	t := &teller{scenario: scenario, set: set, env: words{scenario.Words}, known: map[study.KeyRef]bool{}, there: map[string]bool{}}
	holds := scenario.Holds(set)
	for _, e := range holds.Entities {
		t.there[e.Alias] = true
	}
	for _, a := range holds.Answers {
		t.known[a.KeyRef] = true
	}
	out := &sheet{Task: task.ID, Title: task.Title, Items: map[string]int{}, Questions: map[string]question{}, Traps: []trap{}}
	for _, q := range set.Questions() {
		if q.Form.Background {
			continue
		}
		if q.IsAsked() {
			out.Questions[string(q.ID)] = t.answersOf(q)
		}
		if q.Repeat != nil {
			out.Items[string(q.Repeat.Entity)] = len(t.aliases(q))
		}
	}
	for i := range scenario.Traps {
		if trap := t.trap(&scenario.Traps[i]); trap != nil {
			out.Traps = append(out.Traps, *trap)
		}
	}
	out.Rules, err = rules(set, in.Collection, scenario.Today)
	return out, err
}

func versions(lib *study.Library, ids []string) (defs []*form.Definition) {
	for _, id := range ids {
		defs = append(defs, lib.Forms[id])
	}
	return defs
}

// aliases are those whom a question is asked about; in a list, those who are to be
// added to it.
func (t *teller) aliases(q *form.Question) (out []string) {
	for _, e := range t.scenario.Key.Entities {
		if e.Type == q.Entity() && (q.Repeat == nil || !t.there[e.Alias]) {
			out = append(out, e.Alias)
		}
	}
	return out
}

func (t *teller) answersOf(q *form.Question) question {
	out := question{Kind: kind(q), Entity: string(q.Entity()), Given: []given{}}
	for _, alias := range t.aliases(q) {
		out.Given = append(out.Given, t.right(q, alias))
	}
	return out
}

// right is the right answer, or something for a question that has to be answered
// and is not scored.
func (t *teller) right(q *form.Question, alias string) given {
	ref := study.KeyRef{Alias: alias, Question: q.ID}
	for i := range t.scenario.Key.Cells {
		if c := &t.scenario.Key.Cells[i]; c.KeyRef == ref {
			return t.give(q, c)
		}
	}
	if t.known[ref] {
		return given{Blank: true}
	}
	return t.give(q, nil)
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

func (t *teller) give(q *form.Question, cell *study.KeyCell) given {
	switch {
	case cell == nil && q.Required == nil, cell != nil && cell.Blank:
		return given{Blank: true}
	case cell != nil && len(cell.Values) == 0 && len(cell.States) > 0:
		return t.state(q, cell.States[0])
	case cell != nil && len(cell.Values) > 0:
		return value(q, cell.Values[0], t.env)
	}
	switch kind(q) {
	case "date":
		return value(q, t.scenario.Today.String(), t.env)
	case "radio", "combo", "ticks":
		return value(q, q.List.Choices[0].Name, t.env)
	}
	switch q.Type {
	case form.TypeInteger, form.TypeDecimal:
		return value(q, "1", t.env)
	case form.TypeTime:
		return value(q, "10:30", t.env)
	}
	return value(q, "As the family told the school", t.env)
}

// state is an escape answer by its words.
func (t *teller) state(q *form.Question, state capture.State) given {
	for _, s := range q.States {
		if s.State == state {
			return given{Escape: s.Label.Render(t.env), State: s.State.String()}
		}
	}
	return given{Blank: true}
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
