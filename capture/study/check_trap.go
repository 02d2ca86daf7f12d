package study

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/field"
)

// traps resolves the words of the traps, and reports those that could not catch
// anyone. Whether a trap raises what it says is for a test that enters it.
func (k *keyCheck) traps() {
	for i := range k.scenario.Traps {
		t := &k.scenario.Traps[i]
		at, ok := k.place(t)
		if !ok {
			continue
		}
		t.At.Question = at.ID
		k.raises(t, at)
		t.Tempting = nil
		for j := range t.cells {
			c := &t.cells[j]
			if ref, ok := k.tempted(c); ok {
				t.Tempting = append(t.Tempting, Held{ref, c.answer()})
			}
		}
	}
}

// place finds the question where a trap lies.
func (k *keyCheck) place(t *Trap) (*form.Question, bool) {
	place := t.node.Get("at")
	e := k.scenario.Key.entity(t.At.Alias)
	if e == nil {
		k.Unknown(place, t.At.Alias, k.scenario.Key.aliases(), "There is no entity %q under entities", t.At.Alias)
		return nil, false
	}
	_, word, _ := strings.Cut(place.Value, ".")
	if !k.find(e, word, place) {
		return nil, false
	}
	return k.question(k.id(e, word)), true
}

// tempted resolves one tempting answer.
func (k *keyCheck) tempted(c *KeyCell) (KeyRef, bool) {
	e := k.scenario.Key.entity(c.Alias)
	if e == nil {
		k.Unknown(c.node, c.Alias, k.scenario.Key.aliases(), "There is no entity %q under entities", c.Alias)
		return KeyRef{}, false
	}
	_, word, _ := strings.Cut(c.node.Value, ".")
	if !k.find(e, word, c.node) {
		return KeyRef{}, false
	}
	c.Question = k.id(e, word)
	q := k.question(c.Question)
	if q.List != nil {
		for _, name := range strings.Fields(strings.Join(c.Values, " ")) {
			k.onList(c.node, q, name)
		}
	}
	if right := k.right(c.KeyRef); right != nil && (right.Accepts(c.answer()) || right.Blank && c.Blank) {
		k.Errorf(c.node, "%s.%s is right, so it tempts nobody. Leave it out", c.Alias, word)
	}
	return c.KeyRef, true
}

// raises reports a rule that the question does not have, and a right answer that
// would be an error.
func (k *keyCheck) raises(t *Trap, q *form.Question) {
	switch {
	case strings.Contains(t.Finds, "/") || t.Finds == "":
		return // a return's rule, or said already
	case t.Finds == FindsMatch && len(k.scenario.Index) == 0:
		k.Errorf(t.node, "The story has no index in which a child could be found")
	case !slices.Contains(kinds(q), t.Finds):
		k.Unknown(t.node.Get("finds"), t.Finds, kinds(q), "%s cannot find %q", q.ID, t.Finds)
	case len(t.cells) == 0 && t.Finds != "query" && t.Finds != FindsMatch:
		k.Errorf(t.node, "A right answer can look odd (query) and is never an error. Write the tempting one")
	}
}

// kinds are what can be found at a question.
func kinds(q *form.Question) []string {
	out := []string{FindsMatch, FindsNothing, FindsWorkaround, "type"}
	if q.Required != nil {
		out = append(out, "required")
	}
	if q.MaxLength > 0 {
		out = append(out, "length")
	}
	if q.Validate != "" && field.Lint(q.Validate) == nil {
		for _, tag := range strings.Split(q.Validate, ",") {
			name, _, _ := strings.Cut(strings.TrimSpace(tag), "=")
			out = append(out, name)
		}
	}
	if q.Constraint != nil {
		out = append(out, "constraint")
	}
	if q.Query != nil {
		out = append(out, "query")
	}
	return out
}

func (k *keyCheck) question(id capture.QuestionID) *form.Question {
	for _, set := range k.sets {
		if q := set.Question(id); q != nil {
			return q
		}
	}
	return nil
}

func (k *keyCheck) right(ref KeyRef) *KeyCell {
	for i := range k.scenario.Key.Cells {
		if c := &k.scenario.Key.Cells[i]; c.KeyRef == ref {
			return c
		}
	}
	return nil
}
