package study

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// Scenario is a made-up family: a story of numbered facts, tasks and a key.
type Scenario struct {
	ID          string
	Title       string
	ContentNote string
	Summary     string // one line on the task card
	// Today is the story's date; today() and all checks read it.
	Today datatype.Date
	// Words replace a form's: child_name: Maya.
	Words    map[string]string
	Vignette []Paragraph
	People   []Person
	Tasks    []Task
	Key      Key
	// Known is what the record holds when a task begins: see [Scenario.Holds].
	Known []KeyCell
	// Index lists children who are on the council's system already.
	Index []Indexed
	// Siblings are brothers and sisters whose records are stories of their own.
	Siblings []Sibling
	// Traps are what may catch people, and what they are told then.
	Traps []Trap

	node *source.Node
}

// File returns the path that the scenario was read from.
func (s *Scenario) File() string { return s.node.File }

// HasTask reports whether one of its tasks is called so.
func (s *Scenario) HasTask(id string) bool {
	return s != nil && slices.ContainsFunc(s.Tasks, func(t Task) bool { return t.ID == id })
}

// Paragraph is a run of the story. Facts are marked within it.
type Paragraph struct{ Runs []Run }

// Run is words; Fact is the number of the fact they carry, 0 for none.
type Run struct {
	Text string
	Fact int
}

// Person is a line of the people box.
type Person struct{ Name, Line string }

// Task is what a participant is asked to do with the scenario's case.
type Task struct {
	ID      string
	Title   string
	Minutes int
	Forms   []string
	// Background are forms that the record already holds: to be read, not filled in.
	Background []string
	// Success names the critical questions that must be right.
	Success []KeyRef

	node       *source.Node
	forms      []*source.Node
	background []*source.Node
	success    []*source.Node
}

// KeyRef addresses a cell of the key: an alias of the story and a question.
type KeyRef struct {
	Alias    string
	Question capture.QuestionID
}

// Key is the answer key.
type Key struct {
	// Entities declare the aliases: maya is a child, mother a person …
	Entities []KeyEntity
	Cells    []KeyCell
}

// KeyEntity is an entity that the story decides.
type KeyEntity struct {
	Alias  string
	Type   capture.EntityType
	Parent string // alias; empty for the case
	// Known is set for what the record holds before anyone begins.
	Known bool

	node *source.Node
}

// KeyCell is the right answer to one question about one entity.
type KeyCell struct {
	KeyRef
	// Values are the right answers, canonical; any of them is right.
	Values []string
	// States are right states, such as not_known where the story says so.
	States []capture.State
	// Days is a tolerance for dates.
	Days int
	// Blank is set where the question must be left empty.
	Blank bool
	// Facts are the story's facts that decide it.
	Facts []int
	// NotScored marks free text that a person scores.
	NotScored bool

	node  *source.Node // the question's key
	known bool         // under known, not under key
}
