package session

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/study"
)

// Rating is one statement or question of a survey.
type Rating struct {
	Item  string // "1" to "10" of SUS
	Words string
}

// SEQ in its standard words, from 1, very difficult, to 7, very easy. Item
// [SEQItem] is the number, [SEQWhy] what made it so.
const (
	SEQWords = "Overall, how difficult or easy was the task?"
	SEQMost  = 7
	SEQItem  = "ease"
	SEQWhy   = "why"
)

// SUSMost is the highest score of a statement, "strongly agree".
const SUSMost = 5

// SUSStatements returns the statements of the System Usability Scale in their
// standard words, in order. "System" means the record that was just used.
// Source: Brooke 1996, with "cumbersome" for "awkward" (Bangor 2008).
func SUSStatements() []Rating {
	return []Rating{
		{"1", "I think that I would like to use this system frequently"},
		{"2", "I found the system unnecessarily complex"},
		{"3", "I thought the system was easy to use"},
		{"4", "I think that I would need the support of a technical person to be able to use this system"},
		{"5", "I found the various functions in this system were well integrated"},
		{"6", "I thought there was too much inconsistency in this system"},
		{"7", "I would imagine that most people would learn to use this system very quickly"},
		{"8", "I found the system very cumbersome to use"},
		{"9", "I felt very confident using the system"},
		{"10", "I needed to learn a lot of things before I could get going with this system"},
	}
}

// EndQuestions returns the open questions on what stands in the way.
func EndQuestions() []Rating {
	return []Rating{
		{"training", "What would you need to learn before you used this record at work?"},
		{"time", "Where would the time come from, and where would you save some?"},
		{"change", "What would have to change before you used it?"},
	}
}

// Due reports whether a survey is in use and nobody has answered or skipped it
// yet. The subject is a task's id for SEQ, else [Session.Subject].
func (s *Session) Due(survey, subject string) bool {
	if !slices.Contains(s.setup.Study.Surveys, survey) {
		return false
	}
	return !slices.ContainsFunc(s.surveys, func(a capture.SurveyAnswer) bool { return a.Survey == survey && a.Subject == subject })
}

// Subject is what the surveys after the last task are about: the condition.
func (s *Session) Subject() string { return s.condition.ID }

// Round is the id of the round that the session is in.
func (s *Session) Round() string { return s.round.ID }

// Said returns what was answered to an item, the last time.
func (s *Session) Said(survey, subject, item string) capture.SurveyAnswer {
	for _, a := range slices.Backward(s.surveys) {
		if a.Survey == survey && a.Subject == subject && a.Item == item {
			return a
		}
	}
	return capture.SurveyAnswer{}
}

// Answer keeps answers to a survey, each with an item and a score or words. That
// it was answered is an event, and what the answer was is not.
func (s *Session) Answer(survey, subject string, answers ...capture.SurveyAnswer) {
	for i := range answers {
		a := &answers[i]
		a.Survey, a.Subject, a.At, a.Text = survey, subject, s.at(), strings.TrimSpace(a.Text)
	}
	s.surveyed(event.SurveyAnswered, survey, subject, answers)
}

// SkipSurvey leaves a survey out: its items, or those of them that are left, are
// kept as not answered.
func (s *Session) SkipSurvey(survey, subject string, items ...string) {
	var blank []capture.SurveyAnswer
	for _, item := range items {
		if s.Said(survey, subject, item).Item == "" {
			blank = append(blank, capture.SurveyAnswer{Survey: survey, Subject: subject, Item: item, At: s.at()})
		}
	}
	s.surveyed(event.SurveySkipped, survey, subject, blank)
}

func (s *Session) surveyed(kind event.Kind, survey, subject string, answers []capture.SurveyAnswer) {
	if !s.open {
		return
	}
	s.surveys = append(s.surveys, answers...)
	s.keep(capture.Batch{Session: s.id, Surveys: answers})
	s.setup.Vocabulary.Add(study.SEQ, study.SUS, study.End)
	e := event.Event{Kind: kind, Place: s.setup.Vocabulary.ID(survey)}
	if survey == study.SEQ {
		e.Task = s.setup.Vocabulary.ID(subject)
	}
	s.log(e)
}
