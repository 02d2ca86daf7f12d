package capture

import (
	"time"

	"recordwell/capture/event"
)

// Batch is what is written down together, in one transaction: what one or more
// actions changed and the events that tell of them.
type Batch struct {
	Session SessionID
	// Task is the task of the case that changed.
	Task     string
	Case     CaseID
	Entities []Entity // added, moved, removed or brought back
	Changes  []Change
	Reasons  []Reason
	Pages    []SavedPage
	Marks    []SectionMark
	// NotThese are children on the system who are not the one in hand: see SavedCase.
	NotThese []string
	Place    *Place      // where to go on after a restart
	Status   *TaskStatus // nil: as it was
	Events   []event.Event
	// Submission is set when the task is finished; the draft ends with it.
	Submission *Submission
	// What a person says rather than records; none of it needs a task.
	Consents []Consent
	Comments []Comment
	Surveys  []SurveyAnswer
}

// SavedPage is a page on which "Save and continue" was pressed at least once.
type SavedPage struct {
	Section string
	Item    EntityID // empty for the section's own page
}

// SectionMark is what a person said to "Have you completed this section?".
type SectionMark struct {
	Section   string
	Completed bool
}

// Place is where a person is: a page of a task and the question in focus.
type Place struct {
	Task    string
	Page    string // a section's id, or "check"
	Item    EntityID
	Focus   Ref
	ViaBack bool // the page was opened from "check your answers"
}

// TaskStatus is where a task stands.
type TaskStatus uint8

// The statuses of a task.
const (
	TaskNotStarted TaskStatus = iota
	TaskInProgress
	TaskFinished
	TaskSkipped
)

var taskStatusNames = [...]string{"not_started", "in_progress", "finished", "skipped"}

func (s TaskStatus) String() string { return name(taskStatusNames[:], int(s)) }

// TaskRow is a task as the store knows it.
type TaskRow struct {
	Task   string
	Case   CaseID
	Status TaskStatus
}

// SessionRow is a session as the store knows it.
type SessionRow struct {
	ID        SessionID
	Code      string
	Study     string
	Round     string
	Condition int32
	Simulated bool
	Started   time.Time
	Ended     time.Time // zero while it goes on
	LastSeq   uint64    // the highest sequence number of its events
	Tasks     []TaskRow
	Place     *Place
}

// SavedCase is everything a draft is rebuilt from.
type SavedCase struct {
	Case    Case
	Changes []Change
	Reasons []Reason
	Pages   []SavedPage
	Marks   []SectionMark
	// NotThese are the ids of children of the story's index who were offered and are
	// not the child in hand.
	NotThese []string
	Place    *Place
	Status   TaskStatus
}
