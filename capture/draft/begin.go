package draft

import (
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// Held is what the record of a task holds before anyone begins. Things are named
// by aliases, each after what it nests under.
type Held struct {
	Things  []HeldThing
	Answers []HeldAnswer
}

// HeldThing is an entity that is there already.
type HeldThing struct {
	Alias  string
	Type   capture.EntityType
	Parent string // alias; empty for what it nests under by its form
}

// HeldAnswer is an answer that is there already. Begin writes its Raw.
type HeldAnswer struct {
	Alias    string
	Question capture.QuestionID
	Answer   capture.Answer
}

// Begin returns a new case with what it holds already, and which entity each
// alias became. What is there once takes the alias's answers; anything else is
// added.
func Begin(s *Schema, held Held, id capture.CaseID, ids capture.IDs, at time.Time) (capture.SavedCase, map[string]capture.EntityID) {
	saved := capture.SavedCase{Case: NewCase(s, id, ids, at)}
	singles := map[capture.EntityType]capture.EntityID{}
	for _, e := range saved.Case.Entities {
		singles[e.Type] = e.ID
	}
	found, order := map[string]capture.EntityID{}, map[capture.EntityType]int{}
	for _, t := range held.Things {
		if single, ok := singles[t.Type]; ok {
			found[t.Alias] = single
			continue
		}
		if s.repeats[t.Type] == nil {
			continue // no form of this task is about such a thing
		}
		e := capture.Entity{ID: capture.EntityID(ids.New()), Type: t.Type, Parent: found[t.Parent], Order: order[t.Type], Added: at}
		if e.Parent == "" {
			e.Parent = singles[s.Parent(t.Type)]
		}
		order[t.Type]++
		found[t.Alias] = e.ID
		saved.Case.Entities = append(saved.Case.Entities, e)
	}
	for _, a := range held.Answers {
		n, ok := s.ordinal[a.Question]
		entity := found[a.Alias]
		if !ok || entity == "" {
			continue
		}
		a.Answer.Raw = AsTyped(s.specs[n].q, a.Answer.Value)
		saved.Changes = append(saved.Changes, capture.Change{
			Case: id, Entity: entity, Question: a.Question, Seq: int64(len(saved.Changes) + 1),
			Answer: a.Answer, Cause: capture.Imported, At: at,
		})
	}
	return saved, found
}

// AsTyped writes a canonical value as it stands in a box, so that Parse reads it
// back: a date, whole or partial, in its three boxes.
func AsTyped(q *form.Question, value string) string {
	if q.Type != form.TypeDate || value == "" {
		return value
	}
	parts := append(strings.Split(value, "-"), "", "")
	for i := range parts {
		parts[i] = strings.TrimLeft(parts[i], "0")
	}
	return datatype.JoinParts(parts[2], parts[1], parts[0])
}
