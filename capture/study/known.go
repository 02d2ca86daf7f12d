package study

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Holding is what the record of a task holds before anyone has answered.
type Holding struct {
	Entities []KeyEntity // parents before what nests under them
	Answers  []Held
}

// Held is an answer that the record holds.
type Held struct {
	KeyRef
	Answer capture.Answer // without Raw
}

// Holds returns what the record holds when a task begins whose forms are linked:
// what the scenario says is known, and, in a form of the background that another
// task of the scenario asks for, the right answers of the key.
func (s *Scenario) Holds(set *form.Set) Holding {
	var h Holding
	there := make(map[string]bool)
	cells := s.held(set)
	for _, c := range cells {
		h.Answers = append(h.Answers, Held{c.KeyRef, c.answer()})
		there[c.Alias] = true
	}
	h.Entities = s.things(set, func(e *KeyEntity) bool { return there[e.Alias] || e.Known })
	return h
}

// Answered returns what the key says of a task: the things that the story decides,
// those of [Scenario.Holds] among them, and the first right answer to each question
// that is asked.
func (s *Scenario) Answered(set *form.Set) Holding {
	h := Holding{Entities: s.things(set, func(*KeyEntity) bool { return true })}
	for i := range s.Key.Cells {
		c := &s.Key.Cells[i]
		q := set.Question(c.Question)
		if q == nil || q.Form.Background || len(c.Values)+len(c.States) == 0 {
			continue
		}
		if len(c.Values) > 0 && q.List != nil && slices.ContainsFunc(strings.Fields(c.Values[0]), func(name string) bool { return q.List.Choice(name) == nil }) {
			continue // lint says so
		}
		h.Answers = append(h.Answers, Held{c.KeyRef, c.answer()})
	}
	return h
}

// things are the entities that the forms of a task are about, parents first.
func (s *Scenario) things(set *form.Set, wanted func(e *KeyEntity) bool) (out []KeyEntity) {
	types := typesOf(set)
	var add func(e *KeyEntity)
	add = func(e *KeyEntity) {
		if e == nil || slices.ContainsFunc(out, func(x KeyEntity) bool { return x.Alias == e.Alias }) {
			return
		}
		add(s.Key.entity(e.Parent)) // an alias never nests under itself: lint
		out = append(out, *e)
	}
	for i := range s.Key.Entities {
		if e := &s.Key.Entities[i]; wanted(e) && types[e.Type] {
			add(e)
		}
	}
	return out
}

// held are the cells that the record of a task holds.
func (s *Scenario) held(set *form.Set) []*KeyCell {
	var out []*KeyCell
	said := make(map[KeyRef]bool)
	for i := range s.Known {
		if c := &s.Known[i]; set.Question(c.Question) != nil {
			out = append(out, c)
			said[c.KeyRef] = true
		}
	}
	for i := range s.Key.Cells {
		c := &s.Key.Cells[i]
		q := set.Question(c.Question)
		if q != nil && q.Form.Background && !said[c.KeyRef] && len(c.Values)+len(c.States) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Has reports whether the key says anything about a place.
func (k *Key) Has(ref KeyRef) bool {
	return slices.ContainsFunc(k.Cells, func(c KeyCell) bool { return c.KeyRef == ref })
}

// typesOf returns the types of things that the forms of a task are about.
func typesOf(set *form.Set) map[capture.EntityType]bool {
	types := map[capture.EntityType]bool{capture.CaseEntity: true}
	for _, q := range set.Questions() {
		types[q.Entity()] = true
		types[q.Form.Entity] = true
	}
	return types
}

// readKnown reads what the record holds. Its entities are those of the key too.
func (s *Scenario) readKnown(f source.Fields, problems *source.Problems) {
	known := readKey(f, problems)
	for _, e := range known.Entities {
		e.Known = true
		same := s.Key.entity(e.Alias)
		if same == nil {
			s.Key.Entities = append(s.Key.Entities, e)
			continue
		}
		same.Known = true
		if same.Type != e.Type || same.Parent != e.Parent {
			problems.Errorf(e.node, "%s is something else under key. Say the same of it in both places, or name it in one", e.Alias)
		}
	}
	for _, c := range known.Cells {
		c.known = true
		if c.Blank || c.Days != 0 || len(c.Values) > 1 || len(c.States) > 1 || len(c.Values)+len(c.States) != 1 {
			problems.Errorf(c.node, "What is known is one value, or one state such as not_known")
			continue
		}
		s.Known = append(s.Known, c)
	}
}

// known resolves the words for questions of what is known.
func (k *keyCheck) known() { k.resolveCells(&k.scenario.Known) }

// asked reports right answers to questions that nobody is asked, because every
// task that has their form has it in the background.
func (k *keyCheck) asked() {
	for i := range k.scenario.Key.Cells {
		c := &k.scenario.Key.Cells[i]
		asked := slices.ContainsFunc(k.sets, func(set *form.Set) bool {
			q := set.Question(c.Question)
			return q != nil && !q.Form.Background
		})
		if !asked {
			k.Errorf(c.node, "%s is in the background of every task, so nobody is asked it. Put the answer under known", c.Question)
		}
	}
}

// knownAgainst enters what is known into the forms of a task, reports what does
// not fit, and returns the record so far.
func (k *keyCheck) knownAgainst(set *form.Set) keyEnv {
	env := keyEnv{set: set, scenario: k.scenario, cells: make(map[KeyRef]*KeyCell)}
	held := k.scenario.held(set)
	for _, c := range held {
		env.cells[c.KeyRef] = c
	}
	for _, c := range held {
		q := set.Question(c.Question)
		if !c.known || !k.cell(c, q) {
			continue // the key's own is checked where it is asked
		}
		here := env.from(k.scenario.Key.entity(c.Alias))
		if q.Form.Background || q.IsRelevant(here) { // else it waits until it is asked
			k.enter(c, q, here)
		}
	}
	return env
}

// Accepts reports whether an answer is one of the right ones, to the letter.
func (c *KeyCell) Accepts(a capture.Answer) bool {
	if a.State != capture.Answered {
		return slices.Contains(c.States, a.State)
	}
	return a.Readable && slices.Contains(c.Values, a.Value)
}

// what names a cell in messages.
func (c *KeyCell) what() string {
	if c.known {
		return "known answer"
	}
	return "right answer"
}
