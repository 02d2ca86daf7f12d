package session

import (
	"recordwell/capture"
	"recordwell/capture/draft"
)

// begin is the case of a task that nobody has begun: empty but for what the
// scenario says the record holds already.
func (s *Session) begin(t *Task) capture.SavedCase {
	holds := t.Scenario.Holds(t.Set)
	var held draft.Held
	for _, e := range holds.Entities {
		held.Things = append(held.Things, draft.HeldThing{Alias: e.Alias, Type: e.Type, Parent: e.Parent})
	}
	for _, a := range holds.Answers {
		held.Answers = append(held.Answers, draft.HeldAnswer{Alias: a.Alias, Question: a.Question, Answer: a.Answer})
	}
	saved, found := draft.Begin(t.schema, held, capture.CaseID(s.setup.IDs.New()), s.setup.IDs, s.at())
	t.aliases = found
	return saved
}

// Alias returns the entity of the task in hand that the scenario calls so and that
// was there when the task began. It knows only tasks that were begun in this run.
func (s *Session) Alias(alias string) capture.EntityID { return s.now.aliases[alias] }
