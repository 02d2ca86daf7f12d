package study

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// keyEnv is a record filled in as the key says, seen from one of its entities.
type keyEnv struct {
	set      *form.Set
	scenario *Scenario
	cells    map[KeyRef]*KeyCell
	at       *KeyEntity
	this     form.Value
}

var _ form.Env = keyEnv{}

// from returns the record seen from another entity.
func (e keyEnv) from(at *KeyEntity) keyEnv {
	e.at, e.this = at, form.Value{}
	return e
}

func (e keyEnv) Value(q *form.Question) form.Value {
	if at := e.nearest(q); at != nil {
		return e.value(at, q)
	}
	return form.Value{}
}

func (e keyEnv) All(q *form.Question) []form.Value {
	var out []form.Value
	key := &e.scenario.Key
	for i := range key.Entities {
		if at := &key.Entities[i]; at.Type == q.Entity() {
			out = append(out, e.value(at, q))
		}
	}
	return out
}

func (e keyEnv) This() form.Value        { return e.this }
func (e keyEnv) Today() datatype.Date    { return e.scenario.Today }
func (e keyEnv) Word(name string) string { return e.scenario.Words[name] }

// value returns the first right answer to a question about an entity.
func (e keyEnv) value(at *KeyEntity, q *form.Question) form.Value {
	here := e.from(at)
	switch {
	case q.Calculate != nil:
		return q.Calculate.Eval(here)
	case !q.IsRelevant(here):
		return form.Value{}
	}
	c := e.cells[KeyRef{at.Alias, q.ID}]
	if c == nil {
		return form.Value{}
	}
	return form.FromAnswer(q, c.answer())
}

// answer returns the cell's first right answer.
func (c *KeyCell) answer() capture.Answer {
	switch {
	case len(c.Values) > 0:
		return capture.Answer{State: capture.Answered, Value: c.Values[0], Readable: true}
	case len(c.States) > 0:
		return capture.Answer{State: c.States[0]}
	}
	return capture.Answer{}
}

// nearest finds the entity that a question is about as seen from here: this
// one, what it nests in, or the first of its type when it is asked once.
func (e keyEnv) nearest(q *form.Question) *KeyEntity {
	key := &e.scenario.Key
	for at := e.at; at != nil; at = key.entity(at.Parent) {
		if at.Type == q.Entity() {
			return at
		}
	}
	if q.Repeat != nil {
		return nil
	}
	for i := range key.Entities {
		if key.Entities[i].Type == q.Entity() {
			return &key.Entities[i]
		}
	}
	return nil
}

// entity returns the entity of an alias, or nil.
func (k *Key) entity(alias string) *KeyEntity {
	for i := range k.Entities {
		if k.Entities[i].Alias == alias {
			return &k.Entities[i]
		}
	}
	return nil
}

// names returns how the questions about a type of thing can be called in a key.
func names(set *form.Set, about capture.EntityType) []string {
	var out []string
	for _, q := range set.Questions() {
		if q.IsAsked() && q.Entity() == about {
			out = append(out, q.Name)
		}
	}
	return out
}

// questions returns what a key's word for a question can mean.
func questions(set *form.Set, about capture.EntityType, word string) []*form.Question {
	var out []*form.Question
	for _, q := range set.Questions() {
		if !q.IsAsked() || q.Entity() != about {
			continue
		}
		match := string(q.ID) == word || q.Name == word
		if strings.Contains(word, ".") {
			for _, item := range q.Items {
				match = match || item == word
			}
		}
		if match {
			out = append(out, q)
		}
	}
	return out
}
