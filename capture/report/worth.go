package report

import (
	"fmt"
	"time"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/quality"
)

// worth adds up what findings were worth, where the key and the history of
// answers can tell.
type worth struct {
	alarms    stat.Pooled // false of all
	prevented int
	cost      time.Duration
	person    map[capture.SessionID]int
}

// weigh holds every finding of a record against the key: was the answer wrong
// when it was raised, and is it right now.
func (b *builder) weigh(sub *capture.Submission, a *quality.Assessment, end *taskEnd) error {
	if b.in.History == nil || len(a.Cells) == 0 {
		return nil
	}
	w := &b.worth
	if w.person == nil {
		w.person = map[capture.SessionID]int{}
	}
	person, known := w.person[sub.Session]
	if !known {
		person = len(w.person)
		w.person[sub.Session] = person
	}
	w.cost += end.cost
	if len(end.raised) == 0 {
		return nil
	}
	changes, err := b.in.History(sub.Session, sub.Task)
	if err != nil {
		return fmt.Errorf("reading the history of a record: %w", err)
	}
	history := map[capture.Ref][]capture.Change{}
	for _, c := range changes {
		history[c.Ref()] = append(history[c.Ref()], c)
	}
	correct := map[capture.Ref]bool{}
	for _, c := range a.Cells {
		correct[c.Ref] = c.Outcome == quality.Correct
	}
	prevented := map[capture.Ref]bool{}
	for _, r := range end.raised {
		then := answerAt(history[r.ref], r.at)
		right, known := a.Right(r.ref, then)
		if !known || then.IsBlank() {
			continue
		}
		alarm := 0
		if right {
			alarm = 1
		}
		w.alarms.Add(person, alarm, 1)
		first, _ := a.Right(r.ref, answerAt(history[r.ref], r.firstCommit))
		if !first && correct[r.ref] && !prevented[r.ref] {
			prevented[r.ref] = true
			w.prevented++
		}
	}
	return nil
}

// settling is how far the journal's clock and the answers' may be apart.
const settling = 50 * time.Millisecond

// answerAt returns the answer that stood at a moment; changes are oldest first.
func answerAt(changes []capture.Change, at time.Time) capture.Answer {
	var out capture.Answer
	for _, c := range changes {
		if c.At.After(at.Add(settling)) {
			break
		}
		out = c.Answer
	}
	return out
}

func (b *builder) prevention() *Prevention {
	w := &b.worth
	if w.alarms.Whole == 0 {
		return nil
	}
	p := &Prevention{FalseAlarms: rateOf(&w.alarms, b.seed), Prevented: w.prevented}
	if w.prevented > 0 {
		price := w.cost.Seconds() / float64(w.prevented)
		p.Price = &price
	}
	return p
}
