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
	"recordwell/validation/ssda903"
)

// Intake turns children of a return into finished records of one task: the way
// back from [Case.Child] and [Case.CareRows]. A value goes to the question that would give it. What
// nobody answers, because it is worked out or decides what else is asked, is
// answered so that the values stand; see [settling]. It is for one goroutine.
type Intake struct {
	schema *draft.Schema
	set    *form.Set
	story  draft.Story
	name   string            // of the return
	feeds  map[string][]feed // by table, in the order of the forms
	fed    map[capture.QuestionID]bool
	levers []*form.Question                        // whose answers no column holds, and that decide
	behind map[capture.QuestionID][]*form.Question // the levers of each question that feeds
	known  map[string][]lastTried                  // by what is wanted
}

// feed is a question that gives the value of a column.
type feed struct {
	q      *form.Question
	column string
}

// NewIntake prepares for the task of a story and the return of a name.
func NewIntake(lib *study.Library, round *study.Round, story *study.Scenario, task *study.Task, name string) (*Intake, error) {
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
		schema: draft.NewSchema(set, event.NewVocabulary()), set: set, name: name, feeds: map[string][]feed{}, known: map[string][]lastTried{},
		fed: map[capture.QuestionID]bool{}, behind: map[capture.QuestionID][]*form.Question{},
		story: draft.Story{Today: story.Today, Words: story.Words},
	}
	model, prefix := cin.Model(), ""
	if name == LookedAfter {
		model, prefix = ssda903.Model(), LookedAfter+"/"
	}
	tables := map[string]bool{}
	for _, t := range model {
		tables[prefix+t.Name] = true
	}
	for _, q := range set.Questions() {
		for _, item := range q.Items {
			if table, column, _ := strings.Cut(item, "."); tables[table] {
				table = strings.TrimPrefix(table, prefix)
				in.feeds[table] = append(in.feeds[table], feed{q, column})
				in.fed[q.ID] = true
			}
		}
	}
	in.findLevers()
	return in, nil
}

// findLevers collects the questions that decide, directly or by others, whether a
// value stands. A text is one where a value is worked out of it.
func (in *Intake) findLevers() {
	all := map[*form.Question]bool{}
	for _, q := range in.set.Questions() {
		if !in.fed[q.ID] {
			continue
		}
		seen := map[*form.Question]bool{}
		in.leversOf(q, seen)
		for _, r := range in.set.Questions() {
			if seen[r] {
				in.behind[q.ID] = append(in.behind[q.ID], r)
				all[r] = true
			}
		}
	}
	for _, q := range in.set.Questions() {
		if all[q] {
			in.levers = append(in.levers, q)
		}
	}
}

// leversOf adds the levers of a question.
func (in *Intake) leversOf(q *form.Question, levers map[*form.Question]bool) {
	seen := map[*form.Question]bool{}
	var look func(q *form.Question)
	read := func(x *form.Expr, text bool) {
		if x == nil {
			return
		}
		for _, r := range x.Reads() {
			if seen[r] {
				continue
			}
			seen[r] = true
			kind := r.Type == form.TypeSelectOne || r.Type == form.TypeDate || text && r.Type == form.TypeText
			if r.IsAsked() && !in.fed[r.ID] && kind {
				levers[r] = true
			}
			look(r)
		}
	}
	look = func(q *form.Question) {
		for _, x := range append(slices.Clone(q.Within), q.Relevant) {
			read(x, false)
		}
		read(q.Calculate, in.name == LookedAfter)
	}
	look(q)
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

// Take makes the finished record of the rows of a child: of the census those with one
// referral.
func (in *Intake) Take(rows []returns.Row, task string, id capture.CaseID, ids capture.IDs, at time.Time) Taken {
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
func Missing(child, back []returns.Row) (out []string) {
	left := map[string]int{}
	for _, r := range back {
		for _, c := range r.Cells {
			left[r.Table+"."+c.Column+" "+truth(c.Value)]++
		}
	}
	for _, r := range child {
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
