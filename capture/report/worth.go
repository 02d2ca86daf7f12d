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
	all    ruleWorth
	rules  map[string]*ruleWorth
	person map[capture.SessionID]int
}

// ruleWorth is what the findings of one rule, or of all, were worth.
type ruleWorth struct {
	alarms    stat.Pooled // false of all
	prevented int
	cost      time.Duration
}

// of returns the sums that a finding of a rule counts in.
func (w *worth) of(rule string) [2]*ruleWorth {
	if w.rules[rule] == nil {
		w.rules[rule] = &ruleWorth{}
	}
	return [2]*ruleWorth{&w.all, w.rules[rule]}
}

// weigh holds every finding of a record against the key: was the answer wrong
// when it was raised, and is it right now.
func (b *builder) weigh(sub *capture.Submission, a *quality.Assessment, end *taskEnd) error {
	if b.in.History == nil || len(a.Cells) == 0 {
		return nil
	}
	w := &b.worth
	if w.person == nil {
		w.person, w.rules = map[capture.SessionID]int{}, map[string]*ruleWorth{}
	}
	person, known := w.person[sub.Session]
	if !known {
		person = len(w.person)
		w.person[sub.Session] = person
	}
	for _, c := range end.costs {
		for _, sum := range w.of(c.rule) {
			sum.cost += c.time
		}
	}
	correct := map[capture.Ref]bool{}
	for _, c := range a.Cells {
		correct[c.Ref] = c.Outcome == quality.Correct
	}
	// An answer that was wrong at first and is right in the end counts once for
	// all rules together, and once for each that found fault with it.
	prevented := map[capture.Ref]bool{}
	for _, r := range end.raised {
		if !a.Keyed(r.ref) {
			continue
		}
		history, err := b.in.History(r.ref)
		if err != nil {
			return fmt.Errorf("reading the history of an answer: %w", err)
		}
		then := answerAt(history, r.at)
		right, known := a.Right(r.ref, then)
		if !known || then.IsBlank() {
			continue
		}
		alarm := 0
		if right {
			alarm = 1
		}
		sums := w.of(r.rule)
		for _, sum := range sums {
			sum.alarms.Add(person, alarm, 1)
		}
		if first, _ := a.Right(r.ref, answerAt(history, r.firstCommit)); first || !correct[r.ref] {
			continue
		}
		sums[1].prevented++
		if !prevented[r.ref] {
			prevented[r.ref] = true
			sums[0].prevented++
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

// prevention puts what findings of a rule were worth into figures; nil where the
// key had nothing to say about them.
func (b *builder) prevention(w *ruleWorth) *Prevention {
	if w == nil || w.alarms.Whole == 0 {
		return nil
	}
	p := &Prevention{FalseAlarms: b.ranges.later(&w.alarms), Prevented: w.prevented}
	if w.prevented > 0 {
		price := w.cost.Seconds() / float64(w.prevented)
		p.Price = &price
	}
	return p
}
