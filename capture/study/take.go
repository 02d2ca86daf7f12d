package study

import (
	"slices"
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Taken counts what became of the answers of a key.
type Taken struct {
	Same, Changed, New, Gone int
	// Unread answers could not be read, so the key has what it had.
	Unread int
}

// None reports that the key is as it was.
func (t Taken) None() bool { return t.Changed+t.New+t.Gone == 0 }

// Take makes what was answered in the forms of one task the key's answers to them.
// Sets are all tasks' forms, of which this task has number n; aliases are the story's
// names for the things of the case. An answer that the key takes for right already
// stays as it is, with all that is right besides; one that is replaced keeps its facts.
// Answers that nobody is asked for any more go, also out of what is critical.
func (d *Draft) Take(sets []*form.Set, n int, sub *capture.Submission, aliases map[capture.EntityID]string) (out Taken) {
	t := taking{Draft: d, sets: sets, set: sets[n], sub: sub, aliases: aliases, given: map[KeyRef]bool{}}
	for _, a := range sub.Answers {
		if q := t.set.Question(a.Question); q != nil && q.IsAsked() && !q.Form.Background {
			t.answer(q, a, &out)
		}
	}
	gone, there := map[string]bool{}, map[string]bool{}
	for id, alias := range aliases {
		there[alias] = true
		gone[alias] = !slices.ContainsFunc(sub.Case.Entities, func(e capture.Entity) bool { return e.ID == id && !e.Removed })
	}
	d.Entities = slices.DeleteFunc(d.Entities, func(e KeyEntity) bool { return gone[e.Alias] })
	lost := map[string]bool{}
	d.Cells = slices.DeleteFunc(d.Cells, func(c KeyCell) bool {
		q := d.Question(sets, c.KeyRef)
		here := q == nil || t.set.Question(q.ID) != nil && !t.set.Question(q.ID).Form.Background
		if gone[c.Alias] || there[c.Alias] && here && !c.Blank && (q == nil || !t.given[KeyRef{c.Alias, q.ID}]) {
			lost[c.Alias+"."+string(c.Question)] = true
			out.Gone++
			return true
		}
		return false
	})
	for i := range d.Tasks {
		d.Tasks[i].Success = slices.DeleteFunc(d.Tasks[i].Success, func(word string) bool { return lost[word] })
	}
	return out
}

// taking is a draft that takes answers over.
type taking struct {
	*Draft
	sets    []*form.Set
	set     *form.Set
	sub     *capture.Submission
	aliases map[capture.EntityID]string
	given   map[KeyRef]bool // asked and relevant, by ids
}

func (t *taking) answer(q *form.Question, a capture.SubmittedAnswer, out *Taken) {
	blank := a.Answer.IsBlank()
	alias := t.aliases[a.Entity]
	if alias == "" {
		if blank {
			return
		}
		alias = t.name(a.Entity)
	}
	t.given[KeyRef{alias, q.ID}] = true
	c := t.cellOf(alias, q)
	switch {
	case c == nil && (blank || a.Known):
	case !blank && a.Answer.State == capture.Answered && !a.Answer.Readable:
		out.Unread++
	case c == nil:
		next := KeyCell{KeyRef: KeyRef{alias, t.word(alias, q)}, NotScored: q.Has("multiline")}
		next.say(a.Answer)
		t.put(next)
		out.New++
	case blank && (c.Blank || c.NotScored), !blank && c.takes(q, a.Answer):
		out.Same++
	default:
		c.say(a.Answer)
		out.Changed++
	}
}

// say makes an answer the only right one.
func (c *KeyCell) say(a capture.Answer) {
	c.Values, c.States, c.Days, c.Blank = nil, nil, 0, false
	switch {
	case a.IsBlank():
		c.Blank = true
	case a.State == capture.Answered:
		c.Values = []string{source.Tidy(a.Value)}
	default:
		c.States = []capture.State{a.State}
	}
}

// takes reports whether the key takes an answer for right, in whatever order the names
// of several choices are written.
func (c *KeyCell) takes(q *form.Question, a capture.Answer) bool {
	a.Value = source.Tidy(a.Value)
	if q.Type != form.TypeSelectMultiple || a.State != capture.Answered {
		return c.Accepts(a)
	}
	names := func(v string) []string { return slices.Sorted(slices.Values(strings.Fields(v))) }
	return slices.ContainsFunc(c.Values, func(v string) bool { return slices.Equal(names(v), names(a.Value)) })
}

// cellOf finds the answer to a question about a thing.
func (t *taking) cellOf(alias string, q *form.Question) *KeyCell {
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Alias != alias {
			continue
		}
		if found := t.Question(t.sets, c.KeyRef); found != nil && found.ID == q.ID {
			return c
		}
	}
	return nil
}

// put adds an answer after the others about the same thing.
func (t *taking) put(c KeyCell) {
	at := len(t.Cells)
	for i, o := range t.Cells {
		if o.Alias == c.Alias {
			at = i + 1
		}
	}
	t.Cells = slices.Insert(t.Cells, at, c)
}

// word is how a key calls a question: by its name where that is enough.
func (t *taking) word(alias string, q *form.Question) capture.QuestionID {
	if found := t.Question(t.sets, KeyRef{alias, capture.QuestionID(q.Name)}); found != nil && found.ID == q.ID {
		return capture.QuestionID(q.Name)
	}
	return q.ID
}

// name names a thing of the case that the story has no name for, and what it nests
// under.
func (t *taking) name(id capture.EntityID) string {
	i := slices.IndexFunc(t.sub.Case.Entities, func(e capture.Entity) bool { return e.ID == id })
	e := t.sub.Case.Entities[i]
	alias := string(e.Type)
	for n := 2; t.types[alias] != ""; n++ {
		alias = string(e.Type) + "_" + strconv.Itoa(n)
	}
	t.types[alias], t.aliases[id] = e.Type, alias
	parent := ""
	if above := t.sub.Case.TypeOf(e.Parent); above != "" && above != capture.CaseEntity {
		if parent = t.aliases[e.Parent]; parent == "" {
			parent = t.name(e.Parent)
		}
	}
	t.Entities = append(t.Entities, KeyEntity{Alias: alias, Type: e.Type, Parent: parent})
	return alias
}
