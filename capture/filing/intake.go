package filing

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
	"recordwell/validation/cin"
	"recordwell/validation/returns"
)

// Intake turns children of a census into finished records of one task: the way
// back from [Case.Child]. A value goes to the question that would give it. What
// nobody answers, because it is worked out or decides what else is asked, is
// answered so that the values stand; see [settling]. It is for one goroutine.
type Intake struct {
	schema *draft.Schema
	set    *form.Set
	story  draft.Story
	feeds  map[string][]feed      // by table, in the order of the forms
	levers []*form.Question       // whose answers no column holds, and that decide
	known  map[string][]lastTried // by what is wanted
}

// feed is a question that gives the value of a column.
type feed struct {
	q      *form.Question
	column string
}

// NewIntake prepares for the task of a story.
func NewIntake(lib *study.Library, round *study.Round, story *study.Scenario, task *study.Task) (*Intake, error) {
	var defs []*form.Definition
	for _, id := range task.Forms {
		d := lib.Forms[id]
		for _, v := range round.Forms {
			if v.Form == id {
				d = lib.Version(v)
			}
		}
		if d == nil {
			return nil, fmt.Errorf("the form %s is not there", id)
		}
		defs = append(defs, d)
	}
	set, err := form.Link(defs...)
	if err != nil {
		return nil, err
	}
	in := &Intake{
		schema: draft.NewSchema(set, event.NewVocabulary()), set: set, feeds: map[string][]feed{}, known: map[string][]lastTried{},
		story: draft.Story{Today: story.Today, Words: story.Words},
	}
	tables := map[string]bool{}
	for _, t := range cin.Model() {
		tables[t.Name] = true
	}
	for _, q := range set.Questions() {
		for _, item := range q.Items {
			if table, column, _ := strings.Cut(item, "."); tables[table] {
				in.feeds[table] = append(in.feeds[table], feed{q, column})
			}
		}
	}
	in.findLevers()
	return in, nil
}

// findLevers collects the questions that decide, directly or by others, whether a
// value stands.
func (in *Intake) findLevers() {
	seen := map[*form.Question]bool{}
	var look func(q *form.Question)
	look = func(q *form.Question) {
		exprs := append(slices.Clone(q.Within), q.Relevant)
		if q.Calculate != nil {
			exprs = append(exprs, q.Calculate)
		}
		for _, x := range exprs {
			if x == nil {
				continue
			}
			for _, r := range x.Reads() {
				if seen[r] {
					continue
				}
				seen[r] = true
				if r.IsAsked() && len(r.Items) == 0 && (r.Type == form.TypeSelectOne || r.Type == form.TypeDate) {
					in.levers = append(in.levers, r)
				}
				look(r)
			}
		}
	}
	for _, t := range cin.Model() {
		for _, f := range in.feeds[t.Name] {
			look(f.q)
		}
	}
}

// Taken is a child of a file as a record.
type Taken struct {
	Submission capture.Submission
	Saved      capture.SavedCase
}

// Referrals takes a child apart into children of one referral each: a record
// holds one. A child without a referral stays as it is.
func Referrals(child *cin.Child) []*cin.Child {
	if len(child.Details) < 2 {
		return []*cin.Child{child}
	}
	var out []*cin.Child
	for i := range child.Details {
		one := *child
		one.Details = child.Details[i : i+1]
		out = append(out, &one)
	}
	return out
}

// Take makes the finished record of a child with one referral.
func (in *Intake) Take(child *cin.Child, task string, id capture.CaseID, ids capture.IDs, at time.Time) Taken {
	rows := child.Rows()
	s := &settling{
		Intake: in, wanted: map[capture.Ref]string{},
		d: draft.Open(in.schema, in.story, draft.OnContinue, capture.SavedCase{Case: draft.NewCase(in.schema, id, ids, at)}),
	}
	s.enter(rows, ids, at)
	s.settle()
	out := Taken{Saved: capture.SavedCase{Case: s.d.Case(), Status: capture.TaskFinished}}
	out.Submission = capture.Submission{Task: task, Case: s.d.Case(), Finished: at}
	for _, a := range s.d.Submitted() {
		q := in.set.Question(a.Question)
		if q.IsAsked() && !a.Answer.IsBlank() {
			out.Saved.Changes = append(out.Saved.Changes, capture.Change{
				Case: id, Entity: a.Entity, Question: a.Question, Seq: int64(len(out.Saved.Changes) + 1), Answer: a.Answer, Cause: capture.Imported, At: at,
			})
			a.Known = true
		}
		out.Submission.Answers = append(out.Submission.Answers, a)
	}
	for _, f := range in.set.Forms {
		out.Submission.Forms = append(out.Submission.Forms, capture.FormVersion{Form: f.ID, Version: f.Version, Hash: f.Hash})
	}
	return out
}

// Missing lists "Table.Column" for each value of a child that its record does not
// give back: the forms ask once for what the file has twice, or cannot say it.
func Missing(child, back *cin.Child) (out []string) {
	var have []returns.Row
	if back != nil {
		have = back.Rows()
	}
	left := map[string]int{}
	for _, r := range have {
		for _, c := range r.Cells {
			left[r.Table+"."+c.Column+" "+truth(c.Value)]++
		}
	}
	for _, r := range child.Rows() {
		for _, c := range r.Cells {
			place := r.Table + "." + c.Column
			if key := place + " " + truth(c.Value); left[key] > 0 {
				left[key]--
				continue
			}
			out = append(out, place)
		}
	}
	return out
}

// truth writes both ways of saying yes or no in a file the same.
func truth(v string) string {
	switch v {
	case "1":
		return "true"
	case "0":
		return "false"
	}
	return v
}
