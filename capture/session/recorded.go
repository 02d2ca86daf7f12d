package session

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// OnLog sets what is called after every event that is handed to the journal.
func (s *Session) OnLog(f func()) { s.onLog = f }

// Logged returns what this run has handed to the journal of this session, in
// order. It is the events table of the session, from the number after that of
// the runs before.
func (s *Session) Logged() []event.Record {
	run := event.Run{ID: s.setup.Run, Started: s.began}
	out := make([]event.Record, len(s.logged))
	for i, e := range s.logged {
		out[i] = e.Record(run)
	}
	return out
}

// Told is one event in words for the person that it is about.
type Told struct {
	At    time.Time
	Words string
}

// Tell puts events into words.
func (s *Session) Tell(events []event.Record) []Told {
	out := make([]Told, len(events))
	for i, e := range events {
		out[i] = Told{At: e.At, Words: s.tell(e)}
	}
	return out
}

// plain are the kinds that say all there is to say by themselves.
var plain = map[event.Kind]string{
	event.SessionResumed: "You came back",
	event.HelpClosed:     "You closed help",
	event.StoryShown:     "You showed the family",
	event.StoryHidden:    "You hid the family",
	event.Undone:         "You undid something",
	event.Redone:         "You brought back what you had undone",
	event.RepeatAdded:    "You added an item to a list",
	event.RepeatRemoved:  "You removed an item from a list",
	event.BreakStarted:   "You began a break",
	event.BreakEnded:     "You ended the break",
	event.PauseStarted:   "You paused the log",
	event.PauseEnded:     "The log went on",
	event.WindowLeft:     "Another window was in front",
	event.WindowEntered:  "You came back to this window",
	event.IdleStarted:    "Nothing was touched for 30 seconds",
	event.IdleEnded:      "You went on",
	event.SaveFailed:     "Saving did not work",
	event.SaveRecovered:  "Saving works again",
	event.DetailsRemoved: "You removed real details",
	event.MatchTaken:     "You said that a child is the same as one on the system",
}

// atQuestion are the kinds about a question; %s is its name.
var atQuestion = map[event.Kind]string{
	event.FieldEntered:      "You went to %s",
	event.FieldChanged:      "You began to change %s",
	event.IssueDetected:     "A check found something at %s",
	event.IssueResolved:     "A check found nothing any more at %s",
	event.IssueShown:        "You were told of something at %s",
	event.IssueCleared:      "A message went away at %s",
	event.SummaryFollowed:   "You followed a link to %s",
	event.QueryExplained:    "You explained %s",
	event.ChangePressed:     "You chose to change %s",
	event.FieldHistory:      "You looked at earlier versions of %s",
	event.ReadBackCorrected: "You noted what they said about %s",
	event.CommentLeft:       "You left a comment on %s",
	event.HelpOpened:        "You opened help with %s",
}

func (s *Session) tell(e event.Record) string {
	if words, ok := plain[e.Kind]; ok {
		return words
	}
	if words, ok := atQuestion[e.Kind]; ok && (e.Kind != event.HelpOpened || e.Question != "") {
		return fmt.Sprintf(words, s.nameOf(e))
	}
	switch e.Kind {
	case event.SessionStarted:
		return "You agreed to take part"
	case event.SessionEnded:
		return map[int32]string{event.EndFinished: "You finished", event.EndStopped: "You stopped", event.EndLeft: "The program was closed"}[e.Code]
	case event.TaskStarted:
		return "You opened the task " + s.taskName(e.Task)
	case event.TaskFinished:
		return fmt.Sprintf("You finished the task %s, with %d to fix and %d to check", s.taskName(e.Task), e.Count, e.Code)
	case event.TaskSkipped:
		return "You skipped the task " + s.taskName(e.Task)
	case event.PageShown:
		return "You opened " + s.pageName(e)
	case event.BackPressed:
		return "You went back from " + s.pageName(e)
	case event.SavePressed:
		if e.Code == 1 {
			return "You pressed Save and continue on " + s.pageName(e) + ", and there was something to fix"
		}
		return "You pressed Save and continue on " + s.pageName(e)
	case event.SectionMarked:
		return "You said whether you have completed " + s.pageName(e)
	case event.FieldLeft:
		if e.Code == 1 {
			return fmt.Sprintf("You left %s with an answer", s.nameOf(e))
		}
		return fmt.Sprintf("You left %s empty", s.nameOf(e))
	case event.AnswerCommitted:
		return fmt.Sprintf("Your answer to %s changed. What it is stands in your record, not here", s.nameOf(e))
	case event.FieldDeletes:
		return fmt.Sprintf("You deleted %d times in %s", e.Count, s.nameOf(e))
	case event.FieldCursor:
		return fmt.Sprintf("You moved about %d times in %s", e.Count, s.nameOf(e))
	case event.HelpOpened:
		return "You opened help"
	case event.Suspended:
		return fmt.Sprintf("The computer slept for %s", (time.Duration(e.Count) * time.Millisecond).Round(time.Second))
	case event.SettingChanged:
		return "You changed a setting: " + strings.ReplaceAll(e.Setting, "_", " ")
	case event.Gap:
		return fmt.Sprintf("%d lines were lost", e.Count)
	case event.ReadBack:
		return fmt.Sprintf("You opened a sheet to read back, with %d answers", e.Count)
	case event.MatchesShown:
		return fmt.Sprintf("You were shown %d on the system who may be the same child", e.Count)
	case event.MatchesDismissed:
		return fmt.Sprintf("You said that none of %d on the system is the same child", e.Count)
	case event.SiblingCopied:
		return fmt.Sprintf("You copied %d answers from the record of a brother or sister", e.Count)
	case event.SurveyAnswered:
		return "You answered " + surveyName(e.Place)
	case event.SurveySkipped:
		return "You skipped " + surveyName(e.Place)
	}
	return "Something of a later version: " + e.Kind.String()
}

func surveyName(id string) string {
	switch id {
	case study.SEQ:
		return "how difficult or easy a task was"
	case study.SUS:
		return "the statements about the record"
	}
	return "the questions at the end"
}

func (s *Session) taskName(id string) string {
	if t := s.task(id); t != nil {
		return "“" + t.Spec.Title + "”"
	}
	return "“" + id + "”"
}

// nameOf is the short name of the question of an event, with the story's words.
func (s *Session) nameOf(e event.Record) string {
	for _, t := range s.tasks {
		if q := t.Set.Question(capture.QuestionID(e.Question)); q != nil {
			return "“" + s.render(t, q.Short, e) + "”"
		}
	}
	return "a question"
}

func (s *Session) pageName(e event.Record) string {
	if e.Place == CheckSection {
		return "“Check your answers”"
	}
	if e.Place == TimelineSection {
		return "the timeline"
	}
	for _, t := range s.tasks {
		if e.Task != "" && t.Spec.ID != e.Task {
			continue
		}
		secs := slices.Clip(t.schema.Sections())
		for _, f := range t.Set.Background {
			secs = append(secs, f.Sections...)
		}
		if i := slices.IndexFunc(secs, func(x *form.Section) bool { return x.ID == e.Place }); i >= 0 {
			return "“" + s.render(t, secs[i].Label, e) + "”"
		}
	}
	return "a page"
}

// render puts a text into words: with the record's own where it is at hand, else
// without.
func (s *Session) render(t *Task, text form.Text, e event.Record) string {
	d := t.draft
	if d == nil {
		if t.blank == nil {
			t.blank = draft.Open(t.schema, t.story(), s.setup.Timing, capture.SavedCase{Case: draft.NewCase(t.schema, "", s.setup.IDs, s.at())})
		}
		d = t.blank
	}
	return d.Render(text, capture.EntityID(e.Entity.String()))
}
