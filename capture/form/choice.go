package form

import (
	"slices"

	"recordwell/capture"
)

// ChoiceList is the answers a question may take.
type ChoiceList struct {
	Name    string
	Choices []Choice

	byName map[string]int
}

// Choice is one of them. Name is stored, Label is shown.
type Choice struct {
	Name  string
	Label Text
	Hint  Text
	// Other are common other names, for lists to search.
	Other []string
	// Exclusive clears the rest ("None of these").
	Exclusive bool
	// State is what the code stands for where it is no answer: "Not obtained yet".
	// Otherwise it is [capture.Answered].
	State capture.State
	// Attributes are further columns, for choice_filter.
	Attributes map[string]string
}

// Choice returns the choice of a name, or nil.
func (l *ChoiceList) Choice(name string) *Choice {
	if l == nil {
		return nil
	}
	if i, ok := l.byName[name]; ok {
		return &l.Choices[i]
	}
	return nil
}

func (l *ChoiceList) names() []string {
	out := make([]string, len(l.Choices))
	for i, c := range l.Choices {
		out[i] = c.Name
	}
	return out
}

// attribute returns a column of the choice for choice_filter.
func (c *Choice) attribute(name string) Value {
	switch name {
	case "name":
		return TextValue(c.Name)
	case "label":
		return TextValue(c.Label.Source())
	}
	return TextValue(c.Attributes[name])
}

// Choices returns the choices offered here: all of the list, or those for which
// the choice_filter is true.
func (q *Question) Choices(env Env) []Choice {
	switch {
	case q.List == nil:
		return nil
	case q.ChoiceFilter == nil:
		return q.List.Choices
	}
	at := &choiceEnv{Env: env}
	var out []Choice
	for i := range q.List.Choices {
		at.choice = &q.List.Choices[i]
		if q.ChoiceFilter.True(at) {
			out = append(out, q.List.Choices[i])
		}
	}
	return slices.Clip(out)
}

// choiceEnv is an Env at one choice of a list.
type choiceEnv struct {
	Env
	choice *Choice
}
