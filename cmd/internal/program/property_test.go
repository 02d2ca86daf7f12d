package program

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation"
)

// place is a question about someone, in a task.
type place struct {
	task string
	capture.Ref
}

// missingAt are the places at which the journal leaves "required" standing: found
// and never put right.
func missingAt(all []event.Record) map[place]bool {
	out := map[place]bool{}
	for _, e := range all {
		p := place{e.Task, capture.Ref{Entity: capture.EntityID(e.Entity.String()), Question: capture.QuestionID(e.Question)}}
		switch {
		case e.Rule != "required":
		case e.Kind == event.IssueDetected:
			out[p] = true
		case e.Kind == event.IssueResolved:
			delete(out, p)
		}
	}
	return out
}

// blanks checks that a blank has exactly one reason: it is not asked of this
// person, or may be left out, or is missing, and then the journal says so; and
// that nothing else is said to be missing.
func blanks(t *testing.T, d *desk, s *session.Session, all []event.Record) (found int) {
	t.Helper()
	missing := missingAt(all)
	submitted := map[place]capture.Answer{}
	for sub, err := range d.Store.Submissions(t.Context(), "") {
		d.must(err)
		if sub.Session != s.ID() {
			continue
		}
		for _, a := range sub.Answers {
			submitted[place{sub.Task, a.Ref}] = a.Answer
		}
	}
	for _, task := range s.Tasks() {
		saved, err := d.Load(t.Context(), s.ID(), task.Spec.ID)
		d.must(err)
		closed := closedDraft(task, saved)
		for _, e := range saved.Case.Entities {
			for _, q := range task.Set.Questions() {
				ref := capture.Ref{Entity: e.ID, Question: q.ID}
				if !q.IsAsked() || q.Entity() != e.Type || e.Removed || slices.Contains(task.Set.Background, q.Form) {
					continue
				}
				p := place{task.Spec.ID, ref}
				answer, asked := submitted[p]
				if asked && !answer.IsBlank() {
					if missing[p] {
						t.Errorf("%s of %s is answered and missing", q.ID, s.Code())
					}
					continue
				}
				found++
				reasons := 0
				for _, holds := range []bool{!asked, asked && !requires(closed, q, ref), missing[p]} {
					if holds {
						reasons++
					}
				}
				if reasons != 1 {
					t.Errorf("%s in %s of %s is blank for %d reasons (asked %v, missing %v)", q.ID, p.task, s.Code(), reasons, asked, missing[p])
				}
			}
		}
	}
	return found
}

// closedDraft is the record as it was handed in.
func closedDraft(t *session.Task, saved capture.SavedCase) *draft.Draft {
	words := map[string]string{}
	for _, f := range t.Set.Forms {
		for k, v := range f.Words {
			words[k] = v
		}
	}
	for k, v := range t.Scenario.Words {
		words[k] = v
	}
	schema := draft.NewSchema(t.Set, event.NewVocabulary())
	closed, _ := draft.Open(schema, draft.Story{Today: t.Scenario.Today, Words: words}, draft.OnContinue, saved).Apply(draft.Close{})
	return closed
}

// requires reports that an answer is asked for, and not only welcome.
func requires(d *draft.Draft, q *form.Question, ref capture.Ref) bool {
	if q.Required == nil {
		return false
	}
	for _, i := range d.Issues(ref) {
		if i.Rule == "required" && i.Severity == validation.Error {
			return true
		}
	}
	return false
}

// visits checks that nobody is in two fields at once, or in one while they are
// away, and that what begins ends before it begins again.
func visits(t *testing.T, all []event.Record) {
	t.Helper()
	type field struct {
		task, question string
		entity         uuid.UUID
	}
	var in *field
	open := map[event.Kind]bool{}
	ends := map[event.Kind]event.Kind{
		event.BreakEnded: event.BreakStarted, event.PauseEnded: event.PauseStarted,
		event.IdleEnded: event.IdleStarted, event.WindowEntered: event.WindowLeft,
	}
	for i, e := range all {
		at := field{e.Task, e.Question, e.Entity}
		switch e.Kind {
		case event.FieldEntered:
			if in != nil {
				t.Errorf("event %d: %s is entered inside %s", i+1, e.Question, in.question)
			}
			in = &at
		case event.FieldLeft:
			if in == nil || *in != at {
				t.Errorf("event %d: %s is left and was not entered", i+1, e.Question)
			}
			in = nil
		case event.BreakStarted, event.PauseStarted, event.IdleStarted, event.WindowLeft:
			if open[e.Kind] {
				t.Errorf("event %d: %v begins twice", i+1, e.Kind)
			}
			open[e.Kind] = true
		case event.BreakEnded, event.PauseEnded, event.IdleEnded, event.WindowEntered:
			if !open[ends[e.Kind]] {
				t.Errorf("event %d: %v, and nothing began", i+1, e.Kind)
			}
			open[ends[e.Kind]] = false
		}
	}
}

// Any eight codes that follow each other, in any study of any number of
// conditions, are shared out as equally as eight can be.
func TestEightCodesInARowAreSharedOutEqually(t *testing.T) {
	for seed := range int64(12) {
		codes := study.GenerateCodes(seed, 40)
		for conditions := 1; conditions <= 8; conditions++ {
			given := make([]int, len(codes))
			for i, code := range codes {
				given[i] = study.Allocate(seed, code, conditions)
			}
			for from := 0; from+8 <= len(given); from++ {
				n := make([]int, conditions)
				for _, c := range given[from : from+8] {
					n[c]++
				}
				for c, got := range n {
					if got < 8/conditions || got > (8+conditions-1)/conditions {
						t.Fatalf("seed %d, %d conditions, codes %d to %d: condition %d has %d of 8", seed, conditions, from, from+7, c, got)
					}
				}
			}
		}
	}
}
