package report

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/quality"
	"recordwell/validation"
)

// Place is where a record failed: at which question about whom, and what was
// wrong. It never holds what was answered.
type Place struct {
	// Person is the number of the session, from 1, in the order sessions began.
	Person  int                `json:"person"`
	Session capture.SessionID  `json:"session"`
	Task    string             `json:"task"`
	Section string             `json:"section"`
	ID      capture.QuestionID `json:"question"`
	Label   string             `json:"label"`
	// Entity is whom it is about, "" where the record lacks them; EntityType and
	// Number name them: the second person.
	Entity     capture.EntityID   `json:"entity,omitempty"`
	EntityType capture.EntityType `json:"entityType,omitempty"`
	Number     int                `json:"entityNumber,omitempty"`
	// What is "error" or "check this", with the Rule that stood at the finish, or
	// how the answer compares with the key: "wrong but valid", "missing" …
	What  string `json:"what"`
	Rule  string `json:"rule,omitempty"`
	Title string `json:"ruleTitle,omitempty"`
}

// standing is a finding that stood at a place when the task was finished.
type standing struct {
	ref      capture.Ref
	rule     string
	severity validation.Severity
}

var severityWords = map[validation.Severity]string{validation.Error: "error", validation.Query: "check this"}

// fail lists the places of a record that failed.
func (b *builder) fail(j *Judged, end *taskEnd) {
	numbers := EntityNumbers(j.Submission.Case.Entities)
	at := func(ref capture.Ref) Place {
		n := numbers[ref.Entity]
		return Place{
			Person: j.Person, Session: j.Submission.Session, Task: j.Submission.Task, Section: b.labels.section(ref.Question),
			ID: ref.Question, Label: b.labels.question(ref.Question), Entity: ref.Entity, EntityType: n.Type, Number: n.N,
		}
	}
	for _, s := range end.standing {
		if s.ref.Question == "" || severityWords[s.severity] == "" {
			continue
		}
		p := at(s.ref)
		p.What, p.Rule, p.Title = severityWords[s.severity], s.rule, b.labels.rule(s.rule)
		b.failing = append(b.failing, p)
	}
	for i := range j.Assessment.Cells {
		if c := &j.Assessment.Cells[i]; c.Outcome != quality.Correct {
			p := at(c.Ref)
			p.What = c.Outcome.String()
			b.failing = append(b.failing, p)
		}
	}
}

// EntityNumber says which one of its type an entity is.
type EntityNumber struct {
	Type capture.EntityType
	N    int // from 1
}

// EntityNumbers counts the entities of each type that are still there, in the
// order they came.
func EntityNumbers(all []capture.Entity) map[capture.EntityID]EntityNumber {
	out := make(map[capture.EntityID]EntityNumber, len(all))
	count := map[capture.EntityType]int{}
	for _, e := range all {
		if !e.Removed {
			count[e.Type]++
			out[e.ID] = EntityNumber{e.Type, count[e.Type]}
		}
	}
	return out
}

// places returns what failed by session, task and form order.
func (b *builder) places() []Place {
	slices.SortStableFunc(b.failing, func(x, y Place) int {
		switch {
		case x.Person != y.Person:
			return x.Person - y.Person
		case x.Task != y.Task:
			return strings.Compare(x.Task, y.Task)
		case x.ID != y.ID:
			return b.labels.order[x.ID] - b.labels.order[y.ID]
		}
		return x.Number - y.Number
	})
	return b.failing
}
