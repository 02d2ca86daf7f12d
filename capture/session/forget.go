package session

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
)

// Given are the answers of the task in hand that hold something, or held it
// before, in the order of the forms: what "Remove real details" offers.
func (s *Session) Given() []AnswerRow {
	if s.now == nil {
		return nil
	}
	held := map[capture.Ref]bool{}
	for _, c := range s.now.changes {
		if c.Answer.Raw != "" {
			held[c.Ref()] = true
		}
	}
	var out []AnswerRow
	for _, sec := range s.checkView().Sections {
		rows := slices.Clone(sec.Rows)
		for _, it := range sec.Items {
			for _, r := range it.Rows {
				if it.Title != "" {
					r.Name = it.Title + ": " + r.Name
				}
				rows = append(rows, r)
			}
		}
		for _, r := range rows {
			if held[r.Ref] || s.comments[r.Ref].Text != "" || s.isCorrected(r.Ref) {
				out = append(out, r)
			}
		}
	}
	return out
}

// Forget blanks answers in the record in hand with everything that could bring
// them back: typing, undo, history, reasons and comments. The store's rows are
// the caller's to blank, once all that was handed to the journal is on the disk.
// The journal hears only that it happened.
func (s *Session) Forget(refs ...capture.Ref) {
	if s.now == nil || len(refs) == 0 {
		return
	}
	s.Flush()
	s.apply(draft.Forget{Refs: refs})
	s.now.changes = slices.DeleteFunc(s.now.changes, func(c capture.Change) bool { return slices.Contains(refs, c.Ref()) })
	for _, ref := range refs {
		delete(s.comments, ref)
	}
	s.corrected = slices.DeleteFunc(s.corrected, func(c capture.Comment) bool { return slices.Contains(refs, c.Ref) })
	s.log(event.Event{Kind: event.DetailsRemoved})
	s.changed()
}

// Withdraw ends the session without a trace: from here on nothing of it is
// handed on, whatever is still under way.
func (s *Session) Withdraw() {
	s.open, s.now, s.agreed, s.reason = false, nil, nil, nil
	s.surveys, s.comments, s.corrected, s.logged = nil, map[capture.Ref]capture.Comment{}, nil, nil
	s.changed()
}

// Look takes a task in hand without entering it, as to remove details from one
// that is finished: no page is shown and nothing is logged. LookAway puts it
// down again.
func (s *Session) Look(id string, saved capture.SavedCase) {
	t := s.task(id)
	if t == nil || !s.open || s.now != nil || saved.Case.ID == "" {
		return
	}
	t.draft, t.changes = draft.Open(t.schema, t.story(), s.setup.Timing, saved), saved.Changes
	t.page = page{kind: CheckPage, section: CheckSection}
	s.now, s.looking = t, true
}

// LookAway ends Look; of a task that was entered it does nothing.
func (s *Session) LookAway() {
	if s.looking {
		s.now, s.looking = nil, false
	}
}
