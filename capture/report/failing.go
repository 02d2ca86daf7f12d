package report

import (
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/quality"
	"recordwell/validation"
)

// Place is where a record failed: at which question about whom, and what was
// wrong. It never holds what was answered. A place has a line for each dimension
// that it counts against, and one for each finding that stood there in the end.
type Place struct {
	// Person is the number of the session, from 1, in the order sessions began.
	Person  int                `json:"person"`
	Session capture.SessionID  `json:"session"`
	Task    string             `json:"task"`
	Section string             `json:"section"`
	ID      capture.QuestionID `json:"question,omitempty"` // "" for a whole entry
	Label   string             `json:"label"`
	// Entity is whom it is about, "" where the record lacks them; EntityType and
	// Number name them: the second person.
	Entity     capture.EntityID   `json:"entity,omitempty"`
	EntityType capture.EntityType `json:"entityType,omitempty"`
	Number     int                `json:"entityNumber,omitempty"`
	// Dimension is the name of the one that the place counts against, as many
	// places as the dimension misses; "" for a finding as such.
	Dimension string `json:"dimension,omitempty"`
	// What is "error" or "check this", with the Rule that stood at the finish; how
	// the answer compares with the key: "wrong but valid", "missing" …; or what
	// counts against another dimension.
	What  string `json:"what"`
	Rule  string `json:"rule,omitempty"`
	Title string `json:"ruleTitle,omitempty"`
}

// Form is the id of the form that the place is in, "" for someone who is not in
// the record.
func (p *Place) Form() string {
	form, _, _ := strings.Cut(p.Section, "/")
	return form
}

// Who names whom it is about by type and number: "Person 2".
func (p *Place) Who() string {
	switch {
	case p.EntityType == "":
		return "Not in the record"
	case p.Number == 0:
		return upper(strings.ReplaceAll(string(p.EntityType), "_", " "))
	}
	return upper(strings.ReplaceAll(string(p.EntityType), "_", " ")) + " " + number(p.Number)
}

// Asked is one time that answers were shown to a researcher who asked for them.
type Asked struct {
	At   time.Time `json:"at"`
	What string    `json:"what"` // "failing places"
	// Shown is how many answers, at the Desk of one computer, a random id.
	Shown int    `json:"shown"`
	Desk  string `json:"desk"`
}

// AskedOf is a line of the list as the report of its study has it.
func AskedOf(a capture.Asked) Asked { return Asked{a.At, a.What, a.Shown, a.Desk} }

// standing is a finding that stood at a place when the task was finished.
type standing struct {
	ref      capture.Ref
	rule     string
	severity validation.Severity
}

var severityWords = map[validation.Severity]string{validation.Error: "error", validation.Query: "check this"}

// faultWords are the dimension that a fault counts against, and what it is.
var faultWords = map[quality.FaultKind][2]string{
	quality.LeftBlank:     {InCompleteness, "left blank"},
	quality.BrokenAnswer:  {InValidity, "answer with an error"},
	quality.Disagrees:     {InConsistency, "does not agree with another answer"},
	quality.NotTheSame:    {InConsistency, "asked twice, answered otherwise"},
	quality.RepeatedEntry: {InUniqueness, "repeats an earlier entry"},
}

// fail lists the places of a record that failed.
func (b *builder) fail(j *Judged, end *taskEnd) {
	numbers := EntityNumbers(j.Submission.Case.Entities)
	at := func(ref capture.Ref) Place {
		n := numbers[ref.Entity]
		p := Place{
			Person: j.Person, Session: j.Submission.Session, Task: j.Submission.Task, ID: ref.Question,
			Entity: ref.Entity, EntityType: n.Type, Number: n.N,
		}
		if ref.Question == "" {
			p.Section, p.Label = b.labels.listOf(n.Type), "The whole entry"
		} else {
			p.Section, p.Label = b.labels.section(ref.Question), b.labels.question(ref.Question)
		}
		return p
	}
	wrong := 0
	for i := range j.Assessment.Cells {
		if j.Assessment.Cells[i].Outcome != quality.Correct {
			wrong++
		}
	}
	here := make([]Place, 0, len(end.standing)+len(j.Assessment.Faults)+wrong)
	first := make(map[capture.Ref]*standing, len(end.standing)) // the severest
	for i := range end.standing {
		s := &end.standing[i]
		if s.ref.Question == "" || severityWords[s.severity] == "" {
			continue
		}
		if first[s.ref] == nil || s.severity < first[s.ref].severity {
			first[s.ref] = s
		}
		p := at(s.ref)
		p.What, p.Rule, p.Title = severityWords[s.severity], s.rule, b.labels.rule(s.rule)
		here = append(here, p)
	}
	for _, f := range j.Assessment.Faults {
		p := at(f.Ref)
		p.Dimension, p.What = faultWords[f.Kind][0], faultWords[f.Kind][1]
		if s := first[f.Ref]; s != nil && (f.Kind == quality.BrokenAnswer || f.Kind == quality.Disagrees) {
			p.Rule, p.Title = s.rule, b.labels.rule(s.rule)
		}
		here = append(here, p)
	}
	for i := range j.Assessment.Cells {
		if c := &j.Assessment.Cells[i]; c.Outcome != quality.Correct {
			p := at(c.Ref)
			p.Dimension, p.What = InAccuracy, c.Outcome.String()
			here = append(here, p)
		}
	}
	b.failing = append(b.failing, here)
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
	all := slices.Concat(b.failing...)
	slices.SortStableFunc(all, func(x, y Place) int {
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
	return all
}
