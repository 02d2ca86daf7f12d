package study

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Indexed is a made-up child who is on the council's system already.
type Indexed struct {
	// Line is what is shown beside the name: an address, a school.
	Line string
	// Answers are what the system holds of the child, about the entity child.
	Answers []Held

	cells []KeyCell
	node  *source.Node
}

// ID is a sum of all that the system holds of the child: the same for the same child,
// wherever it stands in the index.
func (c *Indexed) ID() string {
	h := sha256.New()
	fmt.Fprintf(h, "%q", c.Line)
	for _, a := range c.Answers {
		fmt.Fprintf(h, "%q%q%d", a.Question, a.Answer.Value, a.Answer.State)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// Child is the type of thing that an index lists.
const Child capture.EntityType = "child"

// The questions that tell one child from another, by their names.
const (
	GivenNames  = "given_names"
	FamilyName  = "family_name"
	DateOfBirth = "date_of_birth"
)

func (s *Scenario) readIndex(f source.Fields, problems *source.Problems) {
	for i, row := range f.List("index") {
		r := problems.Fields(row, "a child of the index", "line", "answers")
		child := Indexed{Line: r.Words("line"), node: row}
		if !r.Has("answers") {
			problems.Errorf(row, "A child of the index needs %q", "answers")
		}
		answers := problems.OpenFields(r.Get("answers"), "answers")
		for _, e := range r.Entries("answers") {
			cell := KeyCell{KeyRef: KeyRef{indexAlias(i), capture.QuestionID(e.Key.Value)}, node: e.Key, known: true}
			cell.read(e.Value, problems)
			if len(cell.Values)+len(cell.States) != 1 || cell.Blank {
				problems.Errorf(cell.node, "What is known is one value, or one state such as not_known")
				continue
			}
			child.cells = append(child.cells, cell)
		}
		for _, name := range []string{GivenNames, FamilyName} {
			if !answers.Has(name) && r.Has("answers") {
				problems.Errorf(row, "A child of the index needs %q", name)
			}
		}
		s.Index = append(s.Index, child)
	}
}

func indexAlias(i int) string { return "index " + strconv.Itoa(i+1) }

// index resolves the words for questions in the index, and enters each child into
// every form that asks for children's names.
func (k *keyCheck) index() {
	for i := range k.scenario.Index {
		child := &k.scenario.Index[i]
		about := &KeyEntity{Alias: indexAlias(i), Type: Child}
		child.cells = slices.DeleteFunc(child.cells, func(c KeyCell) bool { return !k.find(about, c.node.Value, c.node) })
		cells := make(map[KeyRef]*KeyCell)
		for j := range child.cells {
			c := &child.cells[j]
			c.Question = k.id(about, c.node.Value)
			cells[c.KeyRef] = c
		}
		for _, set := range k.sets {
			if asksNames(set) {
				k.indexAgainst(set, keyEnv{set: set, scenario: k.scenario, cells: cells}.from(about))
			}
		}
		child.Answers = nil
		for j := range child.cells {
			child.Answers = append(child.Answers, Held{child.cells[j].KeyRef, child.cells[j].answer()})
		}
	}
	if len(k.scenario.Index) > 0 && !slices.ContainsFunc(k.sets, asksNames) {
		k.Errorf(k.scenario.node.Get("index"), "No task of the scenario fills in a child’s names, so nobody can be found by them")
	}
}

func (k *keyCheck) indexAgainst(set *form.Set, env keyEnv) {
	for _, c := range env.cells {
		if q := set.Question(c.Question); q != nil && k.cell(c, q) {
			k.enter(c, q, env)
		}
	}
}

func asksNames(set *form.Set) bool {
	return slices.ContainsFunc(set.Questions(), func(q *form.Question) bool {
		return !q.Form.Background && q.Repeat == nil && q.Entity() == Child && q.Name == FamilyName
	})
}
