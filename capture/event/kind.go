package event

import "fmt"

// Kind is what happened.
type Kind uint8

// The kinds of events. Numbers are stored: new kinds are added at the end.
const (
	None Kind = iota
	SessionStarted
	SessionResumed // after a restart; the time between runs is away
	SessionEnded   // Code: EndFinished, EndStopped, EndLeft
	TaskStarted
	TaskFinished // Count: errors left; Code: queries left
	TaskSkipped
	PageShown       // Place
	FieldEntered    // Question, Entity
	FieldLeft       // Code: 1 when it holds an answer
	FieldChanged    // the first change of a visit
	AnswerCommitted // Code: state; Count: cause
	FieldDeletes    // Count: deletions of a visit
	FieldCursor     // Count: caret movements of a visit
	IssueDetected   // Rule, Question, Entity; Code: severity
	IssueResolved
	IssueShown // Code: severity
	IssueCleared
	SavePressed     // Place; Code: 1 when errors were shown
	SummaryFollowed // a link of the error summary
	QueryExplained  // Rule
	HelpOpened      // Question, if any
	HelpClosed
	StoryShown
	StoryHidden
	ChangePressed // on check your answers
	BackPressed
	RepeatAdded // Entity
	RepeatRemoved
	Undone
	Redone
	BreakStarted
	BreakEnded
	PauseStarted
	PauseEnded
	WindowLeft // the window lost the focus
	WindowEntered
	Suspended   // Count: milliseconds that the computer slept
	IdleStarted // no key or pointer for the idle time
	IdleEnded
	SettingChanged // Setting; Code: the step of a closed list
	SaveFailed
	SaveRecovered
	Gap           // Count: events that could not be kept, the one whose Seq it took among them
	SectionMarked // Place; Code: 1 completed
	DetailsRemoved
	FieldHistory // earlier versions opened
	CommentLeft  // that a comment was left; the words are kept elsewhere
	SurveyAnswered
	SurveySkipped
	MatchesShown      // Count: children on the system who look like the one typed
	MatchTaken        // one of them is the same child
	MatchesDismissed  // Count: none of these is
	ReadBack          // Count: answers on the sheet that was opened
	ReadBackCorrected // Question, Entity; Code: 1 the person agrees, 2 not, 0 taken back
	SiblingCopied     // Place; Count: answers copied from the record of a brother or sister
	endOfKinds
)

// The codes of SessionEnded.
const (
	EndFinished = iota + 1
	EndStopped
	EndLeft
)

var kindNames = [endOfKinds]string{
	None:            "none",
	SessionStarted:  "session.started",
	SessionResumed:  "session.resumed",
	SessionEnded:    "session.ended",
	TaskStarted:     "task.started",
	TaskFinished:    "task.finished",
	TaskSkipped:     "task.skipped",
	PageShown:       "page.shown",
	FieldEntered:    "field.entered",
	FieldLeft:       "field.left",
	FieldChanged:    "field.changed",
	AnswerCommitted: "answer.committed",
	FieldDeletes:    "field.deletes",
	FieldCursor:     "field.cursor",
	IssueDetected:   "issue.detected",
	IssueResolved:   "issue.resolved",
	IssueShown:      "issue.shown",
	IssueCleared:    "issue.cleared",
	SavePressed:     "save.pressed",
	SummaryFollowed: "summary.followed",
	QueryExplained:  "query.explained",
	HelpOpened:      "help.opened",
	HelpClosed:      "help.closed",
	StoryShown:      "story.shown",
	StoryHidden:     "story.hidden",
	ChangePressed:   "change.pressed",
	BackPressed:     "back.pressed",
	RepeatAdded:     "repeat.added",
	RepeatRemoved:   "repeat.removed",
	Undone:          "answer.undone",
	Redone:          "answer.redone",
	BreakStarted:    "break.started",
	BreakEnded:      "break.ended",
	PauseStarted:    "pause.started",
	PauseEnded:      "pause.ended",
	WindowLeft:      "window.left",
	WindowEntered:   "window.entered",
	Suspended:       "computer.suspended",
	IdleStarted:     "idle.started",
	IdleEnded:       "idle.ended",
	SettingChanged:  "setting.changed",
	SaveFailed:      "save.failed",
	SaveRecovered:   "save.recovered",
	Gap:             "gap",
	SectionMarked:   "section.marked",
	DetailsRemoved:  "details.removed",
	FieldHistory:    "field.history",
	CommentLeft:     "comment.left",
	SurveyAnswered:  "survey.answered",
	SurveySkipped:   "survey.skipped",

	MatchesShown:     "matches.shown",
	MatchTaken:       "match.taken",
	MatchesDismissed: "matches.dismissed",
	SiblingCopied:    "sibling.copied",

	ReadBack:          "readback.opened",
	ReadBackCorrected: "readback.corrected",
}

// String returns the kind's name, such as "field.entered", as exports and
// reports write it. A kind of a later version is "kind(200)".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("kind(%d)", uint8(k))
}

// ParseKind reads the name of a kind. It does not take "none".
func ParseKind(s string) (Kind, bool) {
	for k := SessionStarted; k < endOfKinds; k++ {
		if kindNames[k] == s {
			return k, true
		}
	}
	return None, false
}

// Kinds returns every kind in the order of their numbers, without None.
func Kinds() []Kind {
	all := make([]Kind, 0, endOfKinds-1)
	for k := SessionStarted; k < endOfKinds; k++ {
		all = append(all, k)
	}
	return all
}
