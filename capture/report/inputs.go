package report

import (
	"iter"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/quality"
	"recordwell/capture/study"
)

const minPeople = stat.MinPeople

// Inputs is what a report is made of.
type Inputs struct {
	Study *study.Study
	// Round is the id of the round to report, "" for all.
	Round string
	// Sessions are the study's. Events and submissions of others are passed over.
	Sessions []capture.SessionRow
	// Events stream session by session in order of sequence; Submissions keep a
	// session's together. The first error ends the report.
	Events      iter.Seq2[event.Record, error]
	Submissions iter.Seq2[capture.Submission, error]
	// Forms are the forms of the study in their order, for order and labels.
	Forms []*form.Definition
	// Version finds the very version that was filled in; nil stands for Forms.
	Version func(capture.FormVersion) *form.Definition
	// Scenario finds the story of a task; nil where there is none.
	Scenario func(task string) *study.Scenario
	// History gives the changes of one answer, oldest first; without it nothing is
	// said about false alarms and errors prevented.
	History func(capture.Ref) ([]capture.Change, error)
	// Surveys, Comments and Quotable are what people said, and whether a session
	// agreed to be quoted; SurveyWords gives an open question's words.
	Surveys     iter.Seq2[Said, error]
	Comments    iter.Seq2[Commented, error]
	Quotable    func(capture.SessionID) (bool, error)
	SurveyWords func(survey, item string) string
	// Overruled tells how an observer says that a task of a session ended, against
	// its own rule.
	Overruled map[capture.SessionID]map[string]capture.Outcome
	// Asked is when answers of the study were shown to a researcher.
	Asked []capture.Asked
	// Judged, if set, hears of every record as it is judged.
	Judged  func(*Judged)
	Targets Targets
	Made    time.Time
	Program string // the program's version
	// Progress, if set, hears how many events and submissions have been read.
	Progress func(events int64, submissions int)
}

// Commented is a comment with the session that left it.
type Commented struct {
	Session capture.SessionID
	Comment capture.Comment
}

// Judged is a record with what was found about it. Nothing of it may be kept
// after the call but what is copied.
type Judged struct {
	Session    *capture.SessionRow
	Person     int    // number of the session, from 1, in the order sessions began
	Condition  string // id, "" for none
	Submission *capture.Submission
	Assessment *quality.Assessment
	// Question finds a question in the very forms that were filled in.
	Question func(capture.QuestionID) *form.Question
}

// Targets are the shares that a study sets out to reach, 0 to 1.
type Targets struct {
	Completeness, Validity, Accuracy, Consistency, Uniqueness, Timeliness float64
}

// DefaultTargets are used where a study sets none.
var DefaultTargets = Targets{0.95, 0.98, 0.95, 0.95, 1, 0.90}
