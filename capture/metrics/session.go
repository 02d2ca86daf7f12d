package metrics

import (
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
)

// Span is a length of time, with and without interruptions. Active is never
// more than Wall.
type Span struct{ Wall, Active time.Duration }

func (s *Span) add(by Span) {
	s.Wall += by.Wall
	s.Active += by.Active
}

func (s Span) minus(o Span) Span { return Span{s.Wall - o.Wall, s.Active - o.Active} }

// Session is what the events of one session say.
type Session struct {
	ID uuid.UUID
	Span
	Started   time.Time // wall time of its first event
	Condition int32     // when findings are shown, as it started
	Runs      int       // starts of the program
	Events    int64
	// Lost counts events that the program itself reported as not kept, Missing
	// those that the sequence numbers show to be absent. Either makes the
	// session's counts lower bounds.
	Lost, Missing int64
	// End is one of event.EndFinished, EndStopped, EndLeft; 0 if it never ended.
	End   int32
	Tasks []*Task // in the order they were first opened
	// ReadBack are the records that were read back to child and family, also after
	// their task was finished.
	ReadBack []ReadBack
}

// Task is one task of a session.
type Task struct {
	ID string
	Span
	Finished, Skipped       bool
	ErrorsLeft, QueriesLeft int64
	// ToComplete is from the first change to the first finish; zero unless both
	// happened.
	ToComplete Span
	// Pages counts different pages, PageViews all views of them, Backtracks
	// moves to an earlier page other than by a Change link.
	Pages, PageViews, Backtracks int
	Saves, FailedSaves           int
	HelpOpened, StoryShown       int
	Interruptions                int
	Sections                     []*Section // in the order they were first seen
	Fields                       []*Field   // in the order they were first touched
	Issues                       []*Issue   // in the order they were first detected
	// Last is the field touched last: of an unfinished task, where it was left.
	Last *Field
}

// Starter reports that at least one answer was changed.
func (t *Task) Starter() bool {
	for _, f := range t.Fields {
		if f.Commits > 0 {
			return true
		}
	}
	return false
}

// Section is the time on the pages of one section.
type Section struct {
	ID string
	Span
	Views int
}

// Field is one question about one entity.
type Field struct {
	Question capture.QuestionID
	Section  string
	Entity   uuid.UUID
	Span         // the sum over its visits
	Visits   int // from entering to leaving
	// Hesitation is from entering to the first change, in active time, on the
	// first visit; Hesitated is false when nothing was changed on it.
	Hesitation time.Duration
	Hesitated  bool
	// Returns are visits after the first one that ended with an answer.
	Returns int
	// Commits are changed answers. Amendments are those made on a later visit
	// than the one that gave the answer they replace; Undone those taken back.
	Commits, Amendments, Undone int
	Deletes, Cursor             int64
	Help                        int
	// Filled reports an answer at the end, FilledKnown that an event said so.
	Filled, FilledKnown bool
	// FirstCommit is when the first answer was given; zero for none. FirstRaised
	// reports that something was found wrong with it.
	FirstCommit time.Time
	FirstRaised bool
	// Detected counts findings at it, Shown those that the person saw; Fixing is
	// the active time on it while one was shown.
	Detected, Shown int
	Fixing          time.Duration

	open, shownNow int  // findings that stand, and that are seen, now
	endedFilled    bool // some earlier visit ended with an answer
	committedVisit int  // the visit that gave the answer that stands
	visitAmended   bool
}

// Issue is one rule at one place, over a whole task.
type Issue struct {
	Rule     string
	Severity int32 // validation's: 1 error, 2 query, 3 warning
	Question capture.QuestionID
	Entity   uuid.UUID
	Detected int // times it arose
	Shown    int // times the person was told
	// First is when it first arose.
	First time.Time
	// Cleared counts the times it went away after being shown; Repairs the
	// answers given at the question in between, and RepairTime the active time.
	Cleared    int
	Repairs    int
	RepairTime time.Duration
	// Cost is the active time from being shown to cleared or explained.
	Cost      time.Duration
	Explained bool
	// LeftStanding and LeftShown say how it was when the task was finished.
	LeftStanding, LeftShown bool

	standing, showing bool
	since             time.Duration // active clock when shown
	repairs           int
	costing           bool
}
