package session

import (
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
)

// checkView is "Check your answers": every relevant answer in words, by section.
func (s *Session) checkView() *CheckView {
	t := s.now
	v := &CheckView{Rules: s.rulesView()}
	tallies := t.draft.CountSections()
	for i, sec := range t.schema.Sections() {
		if !t.draft.SectionRelevant(sec) {
			continue
		}
		n := tallies[i]
		line := s.sectionLine(sec, n)
		cs := CheckSectionView{RulesPassed: passedIn(t.draft, sec), Section: sec.ID, Title: line.Label, State: line.State, ToFix: n.ToFix, ToCheck: n.ToCheck, Explained: n.Explained}
		if line.State != Completed {
			v.Unfinished++
			if v.FirstUnfinished == nil {
				v.FirstUnfinished = &line
			}
		}
		at := t.draft.Single(sec.Form.Entity)
		s.rows(&cs.Rows, at, sec.Items, v)
		if r := draft.RepeatOf(sec); r != nil {
			for _, e := range t.draft.Entities(r.Entity) {
				item := CheckItemView{Entity: e.ID, Title: t.draft.Render(r.Title, e.ID)}
				s.rows(&item.Rows, e.ID, r.Items, v)
				cs.Items = append(cs.Items, item)
			}
		}
		v.ToFix, v.ToCheck, v.Explained = v.ToFix+n.ToFix, v.ToCheck+n.ToCheck, v.Explained+n.Explained
		v.Sections = append(v.Sections, cs)
	}
	return v
}

func (s *Session) rows(rows *[]AnswerRow, at capture.EntityID, items []form.Item, v *CheckView) {
	d := s.now.draft
	for _, it := range items {
		switch it := it.(type) {
		case *form.Group:
			s.rows(rows, at, it.Items, v)
		case *form.Question:
			ref := capture.Ref{Entity: at, Question: it.ID}
			if !it.IsAsked() || !d.Relevant(ref) {
				continue
			}
			row := AnswerRow{Ref: ref, Name: d.Render(it.Short, at)}
			row.Words = d.Words(ref)
			row.Provided = row.Words != ""
			if !row.Provided {
				row.Words = "Not provided"
			}
			if err, _ := d.Shown(ref); err != nil {
				row.Error = s.words(err)
				if v.FirstToFix == nil {
					v.FirstToFix = &ref
				}
			}
			*rows = append(*rows, row)
		}
	}
}

// Finish ends the task with what there is, errors or not, and returns what was
// submitted; nothing where no task is in hand.
func (s *Session) Finish() capture.Submission {
	if s.now == nil {
		return capture.Submission{}
	}
	s.Pause(false)
	s.settle()
	s.apply(draft.Close{})
	t := s.now
	n := t.draft.Count("", "")
	sub := capture.Submission{
		Session: s.id, Task: t.Spec.ID, Case: t.draft.Case(), Answers: t.draft.Submitted(), Reasons: t.draft.Reasons(),
		Finished: s.at(), ErrorsLeft: n.Errors, QueriesLeft: n.Queries,
	}
	sub.Forms, sub.Background = versions(t.Set.Forms), versions(t.Set.Background)
	s.log(event.Event{Kind: event.TaskFinished, Count: int64(n.Errors), Code: int32(n.Queries)})
	status := capture.TaskFinished
	t.State = status
	s.store(capture.Batch{Status: &status, Submission: &sub})
	s.now = nil
	s.changed()
	return sub
}

func versions(forms []*form.Definition) (out []capture.FormVersion) {
	for _, f := range forms {
		out = append(out, capture.FormVersion{Form: f.ID, Version: f.Version, Hash: f.Hash})
	}
	return out
}
