package quality

import (
	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation"
)

// Flags says what stood at a question when the task was finished: the severest
// finding, 0 for none.
type Flags func(capture.Ref) validation.Severity

// Inputs is what one submission is judged by.
type Inputs struct {
	Submission *capture.Submission
	Forms      *Forms // the exact versions that were filled in
	// Scenario may be nil, and its key empty: then accuracy is not measured.
	Scenario *study.Scenario
	Flags    Flags
}

// Assessment is what can be said of one submission.
type Assessment struct {
	Session capture.SessionID
	Task    string
	// Cells compare the record with the key; empty without one.
	Cells []Cell
	// Unscored counts key cells of free text that a person has to score.
	Unscored int
	// Success is the task's own rule: all its critical cells are right.
	// SuccessKnown is false when the task declares none.
	Success, SuccessKnown bool
	// MissingPeople and ExtraPeople count repeated entities without a partner.
	MissingPeople, ExtraPeople int
	Questions                  []QuestionCounts
	Duplicates                 Duplicates
	AskedTwice, AskedTwiceSame int
	// CrossField counts answered questions with a rule that reads another
	// question, CrossFieldPassed those where it holds.
	CrossField, CrossFieldPassed int
	Errors                       int // questions with an error left standing
	// Faults are the places that count against completeness, validity, consistency
	// and uniqueness; those against accuracy are the Cells that are not correct.
	Faults []Fault

	record *record
	key    map[capture.Ref]*study.KeyCell

	texts []longText // of this record, each once
}

// Right holds another answer, such as the first one given, against the key.
// known is false where the key has nothing to say about the place.
func (a *Assessment) Right(ref capture.Ref, answer capture.Answer) (right, known bool) {
	if !a.Keyed(ref) {
		return false, false
	}
	k := a.key[ref]
	return !answer.IsBlank() && hold(a.record.questions[k.Question], answer, k).right, true
}

// Keyed reports whether the key has something to say about a place.
func (a *Assessment) Keyed(ref capture.Ref) bool {
	k := a.key[ref]
	return k != nil && !k.Blank
}

// Assess judges a submission.
func Assess(in Inputs) Assessment {
	r := newRecord(in.Submission, in.Forms)
	flags := in.Flags
	if flags == nil {
		flags = func(capture.Ref) validation.Severity { return 0 }
	}
	a := Assessment{Session: in.Submission.Session, Task: in.Submission.Task, record: r, key: map[capture.Ref]*study.KeyCell{}}
	if in.Scenario != nil && len(in.Scenario.Key.Cells) > 0 {
		a.compare(r, in.Scenario, flags)
	}
	a.count(r, flags)
	if in.Scenario != nil && !in.Scenario.Today.IsZero() {
		a.countToday(r, in.Scenario.Today.String())
	}
	a.countDuplicates(r)
	a.countTwice(r)
	return a
}

// compare gives every applicable cell its outcome.
func (a *Assessment) compare(r *record, scenario *study.Scenario, flags Flags) {
	key := &scenario.Key
	for _, c := range key.Cells {
		if c.NotScored && r.questions[c.Question] != nil {
			a.Unscored++
		}
	}
	cells := r.cellsOf(key)
	matched := r.match(key, cells, scenario.Known)
	critical := criticalCells(scenario, a.Task)
	right := make(map[study.KeyRef]bool, len(key.Cells))
	a.Cells = make([]Cell, 0, len(key.Cells))
	for _, k := range key.Entities {
		entity, found := matched[k.Alias]
		if !found && len(cells[k.Alias]) > 0 {
			a.MissingPeople++
		}
		for _, c := range cells[k.Alias] {
			if !found && c.Blank {
				continue // there is nothing that could be left blank
			}
			cell := r.cell(c, entity, flags)
			cell.Critical = critical[c.KeyRef]
			if found {
				a.key[cell.Ref] = c
			}
			right[c.KeyRef] = cell.Outcome == Correct
			if r.answers[cell.Ref].known && cell.Outcome == Correct {
				continue // it was right before anyone began
			}
			a.Cells = append(a.Cells, cell)
		}
	}
	a.addSpoilt(r, matched, scenario, flags)
	a.addExtras(r, matched, key)
	a.SuccessKnown = len(critical) > 0
	a.Success = a.SuccessKnown
	for ref := range critical {
		a.Success = a.Success && right[ref]
	}
}

func criticalCells(scenario *study.Scenario, task string) map[study.KeyRef]bool {
	out := map[study.KeyRef]bool{}
	for _, t := range scenario.Tasks {
		if t.ID == task {
			for _, ref := range t.Success {
				out[ref] = true
			}
		}
	}
	return out
}

// cell compares one cell of the key with what the record holds there.
func (r *record) cell(k *study.KeyCell, entity capture.EntityID, flags Flags) Cell {
	ref := capture.Ref{Entity: entity, Question: k.Question}
	answer := r.answers[ref].Answer // blank where it was not asked
	q := r.questions[k.Question]
	v := hold(q, answer, k)
	out := Cell{Ref: ref, Alias: k.Alias, Set: q.Type == form.TypeSelectMultiple, F1: v.f1, Diacritics: v.diacritics, SetMissing: v.setMissing, SetExtra: v.setExtra}
	switch {
	case k.Blank && answer.IsBlank():
		out.Outcome, out.F1 = Correct, 1
	case answer.IsBlank():
		out.Outcome = Missing
	case v.right:
		out.Outcome = Correct
	case k.Blank:
		out.Outcome = Extra
	case answer.State != capture.Answered && len(k.Values) > 0:
		out.Outcome = NotKnownWhenKnown
	case !answer.Readable && answer.State == capture.Answered, flags(ref) != 0:
		out.Outcome = WrongAndFlagged
	default:
		out.Outcome = WrongButValid
	}
	return out
}

// addSpoilt counts what was known and was changed although the story does not say
// so: what was known is the right answer.
func (a *Assessment) addSpoilt(r *record, matched map[string]capture.EntityID, scenario *study.Scenario, flags Flags) {
	gone := map[string]bool{}
	for i := range scenario.Known {
		c := &scenario.Known[i]
		if c.NotScored || r.questions[c.Question] == nil || scenario.Key.Has(c.KeyRef) {
			continue
		}
		entity, found := matched[c.Alias]
		if !found && !gone[c.Alias] {
			gone[c.Alias] = true // taken out of the record
			a.MissingPeople++
		}
		ref := capture.Ref{Entity: entity, Question: c.Question}
		if !found {
			continue
		}
		if answer, asked := r.answers[ref]; asked && !answer.known {
			a.key[ref] = c
			a.Cells = append(a.Cells, r.cell(c, entity, flags))
		}
	}
}

// addExtras counts the answers about repeated entities that are not in the
// story, where the story tells of that kind at all.
func (a *Assessment) addExtras(r *record, matched map[string]capture.EntityID, key *study.Key) {
	known := map[capture.EntityID]bool{}
	for _, id := range matched {
		known[id] = true
	}
	told := map[capture.EntityType]bool{}
	for _, k := range key.Entities {
		told[k.Type] = told[k.Type] || !k.Known
	}
	for _, e := range r.entities {
		if known[e.ID] || r.held[e.ID] || !r.repeats[e.Type] || !told[e.Type] {
			continue
		}
		a.ExtraPeople++
		for _, q := range r.ordered {
			if q.Entity() != e.Type {
				continue
			}
			ref := capture.Ref{Entity: e.ID, Question: q.ID}
			if answer, asked := r.answers[ref]; asked && q.IsAsked() && !answer.IsBlank() {
				a.Cells = append(a.Cells, Cell{Ref: ref, Outcome: Extra})
			}
		}
	}
}
