package session

import (
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/likeness"
	"recordwell/capture/study"
)

// MatchesView is children on the council's system who look like the one being
// typed, the most alike first.
type MatchesView struct {
	// After is the question below which they stand.
	After    capture.Ref
	Children []MatchView
}

// MatchView is one of them.
type MatchView struct {
	Index int    // in the scenario's index: see [Session.SameChild]
	Name  string // as the system has it
	Line  string // number, address, school
	// Differs says detail by detail what is not as it was typed; empty for none.
	Differs []string
}

// finding is what a task knows of near matches.
type finding struct {
	shown     []int           // places in the index
	dismissed map[string]bool // ids of those of whom somebody said that they are not the child
	waiting   bool
}

func (f *finding) dismiss(ids []string) {
	if f.dismissed == nil {
		f.dismissed = map[string]bool{}
	}
	for _, id := range ids {
		f.dismissed[id] = true
	}
}

// matchAfter is how long after a letter the index is looked through: not at each,
// which would be heard as chatter.
const matchAfter = 400 * time.Millisecond

// mostMatches is how many are shown at once.
const mostMatches = 5

// tells are the questions by which a child is found, and whether this one is.
func (s *Session) tells(ref capture.Ref) bool {
	q := s.now.Set.Question(ref.Question)
	return q != nil && q.Entity() == study.Child && q.Repeat == nil && !q.Form.Background && len(s.now.Scenario.Index) > 0 &&
		(q.Name == study.GivenNames || q.Name == study.FamilyName || q.Name == study.DateOfBirth)
}

// lookSoon looks through the index a moment after somebody typed.
func (s *Session) lookSoon(ref capture.Ref) {
	if !s.tells(ref) || s.now.find.waiting {
		return
	}
	t := s.now
	t.find.waiting = true
	s.setup.After(matchAfter, func() {
		t.find.waiting = false
		if s.now == t && s.look(ref) {
			s.changed()
		}
	})
}

// lookAgain looks through the index after answers changed in another way than by
// being typed.
func (s *Session) lookAgain() {
	for _, q := range s.now.Set.Questions() {
		if s.look(s.now.draft.Ref(q)) {
			return
		}
	}
}

// look looks through the index and reports whether it found others than before.
func (s *Session) look(ref capture.Ref) bool {
	if !s.tells(ref) {
		return false
	}
	found := s.matches()
	if slices.Equal(found, s.now.find.shown) {
		return false
	}
	s.now.find.shown = found
	if len(found) > 0 {
		s.log(event.Event{Kind: event.MatchesShown, Count: int64(len(found))})
	}
	return true
}

// matches returns the places in the index of children who look like the one being
// typed. One whose answers all stand in the record is the one that was found.
func (s *Session) matches() []int {
	typed := s.person(func(q *form.Question) string {
		return s.now.draft.Answer(s.now.draft.Ref(q)).Value
	})
	type match struct{ at, score int }
	var all []match
	for i := range s.now.Scenario.Index {
		child := &s.now.Scenario.Index[i]
		if s.isThis(child) {
			return nil
		}
		known := s.person(func(q *form.Question) string { return answerOf(child, q).Value })
		if l := likeness.Compare(typed, known); l.Likely() && !s.now.find.dismissed[child.ID()] {
			all = append(all, match{i, l.Score()})
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return b.score - a.score })
	var out []int
	for _, m := range all[:min(len(all), mostMatches)] {
		out = append(out, m.at)
	}
	return out
}

// person reads the details that tell a child from others.
func (s *Session) person(value func(q *form.Question) string) (p likeness.Person) {
	for _, q := range s.now.Set.Questions() {
		if !s.tells(capture.Ref{Question: q.ID}) {
			continue
		}
		switch q.Name {
		case study.GivenNames:
			p.Given = value(q)
		case study.FamilyName:
			p.Family = value(q)
		case study.DateOfBirth:
			p.Born = value(q)
		}
	}
	return p
}

func answerOf(child *study.Indexed, q *form.Question) capture.Answer {
	for _, a := range child.Answers {
		if a.Question == q.ID {
			return a.Answer
		}
	}
	return capture.Answer{}
}

// asked calls back for each answer of the index that this task asks for.
func (s *Session) asked(child *study.Indexed, visit func(q *form.Question, ref capture.Ref, known capture.Answer)) {
	for _, a := range child.Answers {
		if q := s.now.Set.Question(a.Question); q != nil && !q.Form.Background {
			visit(q, s.now.draft.Ref(q), a.Answer)
		}
	}
}

func (s *Session) isThis(child *study.Indexed) bool {
	is := true
	s.asked(child, func(_ *form.Question, ref capture.Ref, known capture.Answer) {
		a := s.now.draft.Answer(ref)
		is = is && a.State == known.State && a.Value == known.Value
	})
	return is
}

func (s *Session) matchesView(p Page) *MatchesView {
	f := &s.now.find
	v := &MatchesView{}
	for _, b := range p.Blocks {
		if b.Question != nil && s.tells(b.Question.Ref) {
			v.After = b.Question.Ref
		}
	}
	if v.After.Question == "" || len(f.shown) == 0 {
		return nil
	}
	for _, i := range f.shown {
		child := &s.now.Scenario.Index[i]
		m := MatchView{Index: i, Line: child.Line}
		var names []string
		s.asked(child, func(q *form.Question, ref capture.Ref, known capture.Answer) {
			if q.Name == study.GivenNames || q.Name == study.FamilyName {
				names = append(names, known.Value)
			}
			if words := s.differs(q, ref, known); words != "" {
				m.Differs = append(m.Differs, words)
			}
		})
		m.Name = strings.Join(names, " ")
		v.Children = append(v.Children, m)
	}
	return v
}

// differs says what the system has where something else was typed: "born 14 June
// 2018, you typed 16 June 2018".
func (s *Session) differs(q *form.Question, ref capture.Ref, known capture.Answer) string {
	d := s.now.draft
	typed := d.Answer(ref)
	unreadable := typed.State == capture.Answered && !typed.Readable
	if typed.IsBlank() || unreadable || !d.Relevant(ref) || typed.State == known.State && typed.Value == known.Value {
		return ""
	}
	known.Raw = draft.AsTyped(q, known.Value)
	did, detail := "you typed ", lowerFirst(d.Render(q.Short, ref.Entity))+" "
	switch {
	case q.Type == form.TypeSelectOne || q.Type == form.TypeSelectMultiple || typed.State != capture.Answered:
		did = "you chose "
	case q.Name == study.DateOfBirth:
		detail = "born "
	}
	return detail + d.WordsOf(ref, known) + ", " + did + d.Words(ref)
}

// lowerFirst writes a name for the middle of a sentence; "UPN" stays.
func lowerFirst(s string) string {
	if len(s) > 1 && s[1] >= 'A' && s[1] <= 'Z' {
		return s
	}
	return strings.ToLower(s[:min(1, len(s))]) + s[min(1, len(s)):]
}

// SameChild takes over what the system holds of a child, as one step to undo.
func (s *Session) SameChild(index int) {
	if s.now == nil || index < 0 || index >= len(s.now.Scenario.Index) {
		return
	}
	s.settle()
	s.log(event.Event{Kind: event.MatchTaken})
	c := draft.Copy{At: s.at()}
	s.asked(&s.now.Scenario.Index[index], func(_ *form.Question, ref capture.Ref, known capture.Answer) {
		c.Answers = append(c.Answers, draft.Copied{Ref: ref, Answer: known})
	})
	s.apply(c)
	s.start()
	s.lookAgain()
	s.changed()
}

// NoneOfThese says that no child of those shown is the one.
func (s *Session) NoneOfThese() {
	if s.now == nil || len(s.now.find.shown) == 0 {
		return
	}
	f := &s.now.find
	s.log(event.Event{Kind: event.MatchesDismissed, Count: int64(len(f.shown))})
	var these []string
	for _, i := range f.shown {
		these = append(these, s.now.Scenario.Index[i].ID())
	}
	f.dismiss(these)
	f.shown = nil
	s.store(capture.Batch{NotThese: these})
	s.changed()
}
