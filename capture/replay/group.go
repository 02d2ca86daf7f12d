package replay

import "recordwell/capture/event"

// Group is a kind of moment that a reader may want to see alone.
type Group uint8

// The groups.
const (
	Moving    Group = iota // between pages and questions
	Answering              // answers given, changed, taken back
	Finding                // what checks found and what was done about it
	Helping                // help, story, earlier versions
	Away                   // breaks, pauses, another window, the program closed
	Other
)

var groups = map[event.Kind]Group{
	event.PageShown: Moving, event.FieldEntered: Moving, event.FieldLeft: Moving, event.BackPressed: Moving, event.ChangePressed: Moving,
	event.TaskStarted: Moving, event.TaskFinished: Moving, event.TaskSkipped: Moving, event.SavePressed: Moving,

	event.FieldChanged: Answering, event.AnswerCommitted: Answering, event.FieldDeletes: Answering, event.FieldCursor: Answering,
	event.RepeatAdded: Answering, event.RepeatRemoved: Answering, event.Undone: Answering, event.Redone: Answering, event.SectionMarked: Answering,
	event.MatchTaken: Answering, event.MatchesDismissed: Answering, event.SiblingCopied: Answering, event.DetailsRemoved: Answering,

	event.IssueDetected: Finding, event.IssueResolved: Finding, event.IssueShown: Finding, event.IssueCleared: Finding,
	event.SummaryFollowed: Finding, event.QueryExplained: Finding, event.MatchesShown: Finding,

	event.HelpOpened: Helping, event.HelpClosed: Helping, event.StoryShown: Helping, event.StoryHidden: Helping, event.FieldHistory: Helping,

	event.SessionStarted: Away, event.SessionResumed: Away, event.SessionEnded: Away, event.BreakStarted: Away, event.BreakEnded: Away,
	event.PauseStarted: Away, event.PauseEnded: Away, event.WindowLeft: Away, event.WindowEntered: Away, event.Suspended: Away,
	event.IdleStarted: Away, event.IdleEnded: Away,
}

// GroupOf returns the group of an event. Saving a page with errors is a finding.
func GroupOf(e *event.Record) Group {
	if e.Kind == event.SavePressed && e.Code == 1 {
		return Finding
	}
	if g, ok := groups[e.Kind]; ok {
		return g
	}
	return Other
}
