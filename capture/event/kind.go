package event

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
	Gap           // Count: events that could not be kept
	SectionMarked // Place; Code: 1 completed
	DetailsRemoved
	FieldHistory // earlier versions opened
	CommentLeft  // that a comment was left; the words are kept elsewhere
	SurveyAnswered
	SurveySkipped
	endOfKinds
)

// The codes of SessionEnded.
const (
	EndFinished = iota + 1
	EndStopped
	EndLeft
)
