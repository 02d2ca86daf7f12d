package participant

import (
	"context"
	"fmt"
	"slices"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// afterTask goes on from a task that is finished: the question about it, then
// whatever is next.
func afterTask(host Host, desk Desk, s *session.Session, task string) {
	if s.Due(study.SEQ, task) {
		host.Show(NewEase(host, desk, s, task))
		return
	}
	next(host, desk, s)
}

// next goes to the tasks while any is left, then to the questions at the end,
// each once, then to thank you.
func next(host Host, desk Desk, s *session.Session) {
	switch {
	case tasksLeft(s) > 0:
		host.Show(NewTasks(host, desk, s))
	case didAny(s) && s.Due(study.SUS, s.Subject()):
		host.Show(NewStatements(host, desk, s))
	case didAny(s) && s.Due(study.End, s.Subject()):
		host.Show(NewEndQuestions(host, desk, s))
	default:
		host.Show(NewThanks(host, desk, s, event.EndFinished))
	}
}

func tasksLeft(s *session.Session) (n int) {
	for _, t := range s.Tasks() {
		if t.State == capture.TaskNotStarted || t.State == capture.TaskInProgress {
			n++
		}
	}
	return n
}

// minutesLeft is how long the tasks that are left take, as their authors think.
func minutesLeft(s *session.Session) (minutes int) {
	for _, t := range s.Tasks() {
		if t.State == capture.TaskNotStarted || t.State == capture.TaskInProgress {
			minutes += t.Spec.Minutes
		}
	}
	return minutes
}

// inMinutes says a time in words: minutes up to an hour and a half, then hours and
// quarters of them, because nobody plans a day in minutes.
func inMinutes(n int) string {
	if n == 1 {
		return "1 minute"
	}
	if n <= 90 {
		return fmt.Sprintf("%d minutes", n)
	}
	quarters := (n + 7) / 15
	words := fmt.Sprintf("%d hours", quarters/4)
	if quarters/4 == 1 {
		words = "1 hour"
	}
	if rest := quarters % 4 * 15; rest > 0 {
		words += fmt.Sprintf(" %d minutes", rest)
	}
	return words
}

// didAny reports that at least one task was finished: nobody judges a record
// that they have not used.
func didAny(s *session.Session) bool {
	return slices.ContainsFunc(s.Tasks(), func(t *session.Task) bool { return t.State == capture.TaskFinished })
}

// taskNumber is the place of a task among all, from 1.
func taskNumber(s *session.Session, id string) int {
	return 1 + slices.IndexFunc(s.Tasks(), func(t *session.Task) bool { return t.Spec.ID == id })
}

// leave ends a session for good or for now, and goes from its last page to the start.
func leave(host Host, desk Desk, page Page, s *session.Session, how int32) {
	s.End(how)
	host.Seat(nil, nil)
	between(host, page.Title(), "Closing the session", func(ctx context.Context) error { return desk.End(ctx, s.ID()) }, func(error) { host.Show(NewStart(host, desk)) })
}
