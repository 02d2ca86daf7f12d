package session

import (
	"recordwell/capture"
	"recordwell/capture/draft"
)

// Keyed returns the case of a task as its key has it filled in, and the story's names
// for what is in it; nothing where there is no such task.
func (s *Session) Keyed(task string) (saved capture.SavedCase, aliases map[capture.EntityID]string) {
	t := s.task(task)
	if t == nil {
		return capture.SavedCase{}, nil
	}
	told := t.Scenario.Answered(t.Set)
	var held draft.Held
	for _, e := range told.Entities {
		held.Things = append(held.Things, draft.HeldThing{Alias: e.Alias, Type: e.Type, Parent: e.Parent})
	}
	for _, a := range t.Scenario.Holds(t.Set).Answers {
		held.Answers = append(held.Answers, draft.HeldAnswer{Alias: a.Alias, Question: a.Question, Answer: a.Answer})
	}
	saved, found := draft.Begin(t.schema, held, capture.CaseID(s.setup.IDs.New()), s.setup.IDs, s.at())
	for _, a := range told.Answers {
		entity := found[a.Alias]
		if entity == "" {
			continue
		}
		a.Answer.Raw = draft.AsTyped(t.Set.Question(a.Question), a.Answer.Value)
		saved.Changes = append(saved.Changes, capture.Change{
			Case: saved.Case.ID, Entity: entity, Question: a.Question, Seq: int64(len(saved.Changes) + 1), Answer: a.Answer, Cause: capture.Typed, At: s.at(),
		})
	}
	saved.Status = capture.TaskInProgress
	aliases = map[capture.EntityID]string{}
	for alias, id := range found {
		aliases[id] = alias
	}
	return saved, aliases
}
