package study

import (
	"slices"
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
	"recordwell/validation/field"
)

// against enters the key into the forms of a task as it stands, and reports
// what does not fit, is not asked for or does not pass the forms' own checks.
func (k *keyCheck) against(set *form.Set) {
	key := &k.scenario.Key
	env := k.knownAgainst(set)
	fits := make(map[*KeyCell]bool)
	for i := range key.Cells {
		c := &key.Cells[i]
		if q := set.Question(c.Question); q != nil && !q.Form.Background {
			fits[c] = k.cell(c, q)
			env.cells[c.KeyRef] = c
		}
	}
	for i := range key.Cells {
		c := &key.Cells[i]
		if q := set.Question(c.Question); q != nil && fits[c] {
			k.enter(c, q, env.from(key.entity(c.Alias)))
		}
	}
	for i := range key.Entities {
		e := &key.Entities[i]
		for _, q := range set.Questions() {
			if !q.IsAsked() || q.Form.Background || q.Entity() != e.Type || env.cells[KeyRef{e.Alias, q.ID}] != nil {
				continue
			}
			if here := env.from(e); q.IsRelevant(here) && q.IsRequired(here) {
				k.Warnf(e.node, "%s has to be answered for %s, but the key does not say how", q.ID, e.Alias)
			}
		}
	}
}

// cell checks that a right answer can be given to the question at all, and
// writes it in canonical form.
func (k *keyCheck) cell(c *KeyCell, q *form.Question) bool {
	before := len(*k.Problems)
	if c.Days > 0 && q.Type != form.TypeDate {
		k.Errorf(c.node, "within_days is for dates, but %s is %s", q.ID, q.Type)
	}
	for _, s := range c.States {
		if !slices.ContainsFunc(q.States, func(offered form.StateChoice) bool { return offered.State == s }) {
			k.Errorf(c.node, "%s does not offer the answer %s", q.ID, s)
		}
	}
	for i, v := range c.Values {
		c.Values[i] = k.value(c, q, v)
	}
	return len(*k.Problems) == before
}

// value checks one right answer, and returns it in canonical form.
func (k *keyCheck) value(c *KeyCell, q *form.Question, v string) string {
	place := c.node
	switch q.Type {
	case form.TypeDate:
		partial := q.Has("partial-date")
		if _, err := datatype.ParsePartial(v); err != nil || !partial && len(v) < len("2006-01-02") {
			k.Errorf(place, "%s takes a real date like 2025-10-16, not %q", q.ID, v)
		}
	case form.TypeInteger, form.TypeDecimal:
		if _, err := strconv.ParseFloat(v, 64); err != nil || q.Type == form.TypeInteger && strings.Contains(v, ".") {
			k.Errorf(place, "%s takes %s, not %q", q.ID, q.Type, v)
		}
	case form.TypeTime:
		if t, err := datatype.ParseTime(v); err != nil || t.String() != v {
			k.Errorf(place, "%s takes a time like 09:30, not %q", q.ID, v)
		}
	case form.TypeSelectOne:
		k.onList(place, q, v)
	case form.TypeSelectMultiple:
		return k.chosen(place, q, v)
	case form.TypeText:
		k.text(c, q, v)
	}
	return v
}

func (k *keyCheck) onList(place *source.Node, q *form.Question, name string) {
	if q.List.Choice(name) == nil {
		k.Unknown(place, name, choiceNames(q), "%q is not on the list of %s", name, q.ID)
	}
}

func choiceNames(q *form.Question) []string {
	var out []string
	for _, c := range q.List.Choices {
		out = append(out, c.Name)
	}
	return out
}

// chosen checks the names of several choices, and puts them into the list's
// order.
func (k *keyCheck) chosen(place *source.Node, q *form.Question, v string) string {
	names := strings.Fields(v)
	for _, name := range names {
		k.onList(place, q, name)
		if c := q.List.Choice(name); c != nil && c.Exclusive && len(names) > 1 {
			k.Errorf(place, "%s cannot be chosen together with others in %s", name, q.ID)
		}
	}
	var out []string
	for _, name := range choiceNames(q) {
		if slices.Contains(names, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, " ")
}

func (k *keyCheck) text(c *KeyCell, q *form.Question, v string) {
	place := c.node
	if q.MaxLength > 0 && len([]rune(v)) > q.MaxLength {
		k.Errorf(place, "The %s to %s is longer than the %d letters that the form allows", c.what(), q.ID, q.MaxLength)
	}
	if q.Validate == "" || field.Lint(q.Validate) != nil {
		return
	}
	if canonical, ok := field.Canonical(q.Validate, v); ok && canonical != v {
		k.Unknown(place, v, nil, "The %s to %s is stored as %q, so write it so", c.what(), q.ID, canonical)
	}
	for _, f := range field.Check(q.Validate, v) {
		k.Errorf(place, "The %s to %s does not pass the form’s check %s", c.what(), q.ID, f.Tag)
	}
}

// enter checks that the question is asked, and that the form accepts each right
// answer.
func (k *keyCheck) enter(c *KeyCell, q *form.Question, env keyEnv) {
	if !q.IsRelevant(env) {
		if !c.Blank {
			k.Errorf(c.node, "%s is not asked about %s when the other answers are right", q.ID, c.Alias)
		}
		return
	}
	if c.Blank && q.IsRequired(env) {
		k.Errorf(c.node, "%s has to be answered, but the key says it must be blank", q.ID)
	}
	for _, v := range c.Values {
		at := env
		at.this = form.FromAnswer(q, capture.Answer{State: capture.Answered, Value: v, Readable: true})
		if q.Constraint != nil && !q.Constraint.Holds(at) {
			k.Errorf(c.node, "The form does not accept the %s %q: %s", c.what(), v, q.ConstraintMessage.Render(at))
		}
		if q.ChoiceFilter != nil {
			offered := q.Choices(at)
			for _, name := range strings.Fields(v) {
				if !slices.ContainsFunc(offered, func(c form.Choice) bool { return c.Name == name }) && q.List.Choice(name) != nil {
					k.Errorf(c.node, "The form does not offer %q in %s when the other answers are right", name, q.ID)
				}
			}
		}
	}
}
