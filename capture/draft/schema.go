package draft

import (
	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/validation"
)

// Schema is what is known of a task's forms before anyone answers: where each
// question's answer is kept, what it depends on and which rules read it. It is
// made once and shared by every draft.
type Schema struct {
	Set      *form.Set
	vocab    *event.Vocabulary
	specs    []*spec
	ordinal  map[capture.QuestionID]int
	bySheet  map[capture.EntityType][]int // ordinals, in sheet order
	sections []*form.Section
	section  map[string]int
	parent   map[capture.EntityType]capture.EntityType
	types    []capture.EntityType // that exist once, parents first
	repeats  map[capture.EntityType]*form.Repeat
	returns  *statutory.Rules // nil where the forms feed no return
	// queryRules are the ordinals of questions whose query asks about a rule.
	queryRules map[string][]int
}

// notListed is the section of a question in the background: nobody is asked it, so
// that nothing about it is judged or counted.
const notListed = -1

// spec is one question's place in the schema.
type spec struct {
	q          *form.Question
	ordinal    int
	owner      capture.EntityType
	index      int // within the sheet of its owner
	section    int
	dependents []int
	rules      *validation.RuleSet[*cellRecord]
	id         event.ID
	form       event.ID
	place      event.ID
}

// NewSchema prepares the forms of a task and adds their ids to the vocabulary.
func NewSchema(set *form.Set, vocab *event.Vocabulary) *Schema {
	s := &Schema{
		Set: set, vocab: vocab,
		ordinal: map[capture.QuestionID]int{},
		bySheet: map[capture.EntityType][]int{},
		section: map[string]int{},
		parent:  map[capture.EntityType]capture.EntityType{},
		types:   []capture.EntityType{capture.CaseEntity},
		repeats: map[capture.EntityType]*form.Repeat{}, queryRules: map[string][]int{},
	}
	for _, f := range set.Forms {
		vocab.Add(f.ID)
		s.once(f)
		for _, section := range f.Sections {
			vocab.Add(section.ID)
			n := len(s.sections)
			s.section[section.ID] = n
			s.sections = append(s.sections, section)
			s.items(f, n, section.Items)
		}
	}
	for _, f := range set.Background {
		vocab.Add(f.ID)
		s.once(f)
		for _, section := range f.Sections {
			vocab.Add(section.ID)
			s.items(f, notListed, section.Items)
		}
	}
	for _, sp := range s.specs {
		for _, d := range set.Dependents(sp.q) {
			sp.dependents = append(sp.dependents, s.ordinal[d.ID])
		}
	}
	return s
}

// UseReturns has the rules of statutory returns run on every draft; nil has none.
func (s *Schema) UseReturns(r *statutory.Rules) {
	if s.returns = r; r != nil {
		s.vocab.Add(r.IDs()...)
	}
}

// Returns gives the rules of the returns that drafts are checked by, or nil.
func (s *Schema) Returns() *statutory.Rules { return s.returns }

// once notes an entity type that a task's case holds exactly one of.
func (s *Schema) once(f *form.Definition) {
	if f.Entity == capture.CaseEntity {
		return
	}
	for _, t := range s.types {
		if t == f.Entity {
			return
		}
	}
	parent := f.Parent
	if parent == "" {
		parent = capture.CaseEntity
	}
	s.parent[f.Entity] = parent
	s.types = append(s.types, f.Entity)
}

func (s *Schema) items(f *form.Definition, section int, items []form.Item) {
	for _, item := range items {
		switch it := item.(type) {
		case *form.Question:
			s.question(f, section, it)
		case *form.Group:
			s.items(f, section, it.Items)
		case *form.Repeat:
			s.parent[it.Entity] = f.Entity
			s.repeats[it.Entity] = it
			s.items(f, section, it.Items)
		}
	}
}

func (s *Schema) question(f *form.Definition, section int, q *form.Question) {
	owner := q.Entity()
	sp := &spec{q: q, ordinal: len(s.specs), owner: owner, index: len(s.bySheet[owner]), section: section, rules: noRules}
	if section != notListed {
		sp.rules = rulesOf(q)
	}
	s.vocab.Add(string(q.ID))
	for _, r := range sp.rules.Rules() {
		s.vocab.Add(r.Code)
	}
	sp.id, sp.form, sp.place = s.vocab.ID(string(q.ID)), s.vocab.ID(f.ID), s.vocab.ID(q.Section.ID)
	s.ordinal[q.ID] = sp.ordinal
	if q.QueryRule != "" {
		s.queryRules[q.QueryRule] = append(s.queryRules[q.QueryRule], sp.ordinal)
	}
	s.bySheet[owner] = append(s.bySheet[owner], sp.ordinal)
	s.specs = append(s.specs, sp)
}

// noRules judge nothing.
var noRules = validation.NewRuleSet[*cellRecord]()

// Sections returns the sections of all forms that are filled in, in order.
func (s *Schema) Sections() []*form.Section { return s.sections }

// Singles returns the entity types that a case of this task holds one of,
// parents first, the case itself first of all.
func (s *Schema) Singles() []capture.EntityType { return s.types }

// Parent returns the type under which entities of a type nest.
func (s *Schema) Parent(t capture.EntityType) capture.EntityType { return s.parent[t] }

// RepeatOf returns the repeating group that a section consists of, or nil.
func RepeatOf(section *form.Section) *form.Repeat {
	for _, it := range section.Items {
		if r, ok := it.(*form.Repeat); ok {
			return r
		}
	}
	return nil
}
