package session

import "recordwell/capture/draft"

// MarkView is "Have you completed this section?", which stands at the end of a
// section. Nobody's status is guessed: it follows the answer.
type MarkView struct {
	Answer string // "yes", "no" or ""
	Error  string
}

// MarkAsk is the question at the end of a section, with what each answer says.
const (
	MarkAsk = "Have you completed this section?"
	MarkYes = "Yes, I have completed it"
	MarkNo  = "No, I will come back to it later"
	// markMissing is the error where there is no answer.
	markMissing = "Select whether you have completed this section"
)

// Mark answers "Have you completed this section?" of the section in hand.
func (s *Session) Mark(completed bool) {
	if s.now == nil || !s.asksMark(s.now.page) {
		return
	}
	s.apply(draft.Mark{Section: s.now.page.section, Completed: completed})
	s.start()
	s.changed()
}

// asksMark reports that a page is the end of its section: no page of one item,
// and no list to which another item will be added.
func (s *Session) asksMark(p page) bool {
	switch p.kind {
	case QuestionsPage:
		return true
	case ListPage:
		yes, answered := s.now.draft.MoreItems(p.section)
		return !s.canAdd(p) || answered && !yes
	}
	return false
}

// marked reports whether a page asks if its section is completed and nobody has
// has said so, later that they will come back to it.
func (s *Session) marked(p page) (missing, later bool) {
	if !s.asksMark(p) {
		return false, false
	}
	completed, answered := s.now.draft.Marked(p.section)
	return !answered, answered && !completed
}

func (s *Session) markView(p page, failed bool) *MarkView {
	if !s.asksMark(p) {
		return nil
	}
	v := &MarkView{}
	switch completed, answered := s.now.draft.Marked(p.section); {
	case completed:
		v.Answer = "yes"
	case answered:
		v.Answer = "no"
	case failed:
		v.Error = markMissing
	}
	return v
}
