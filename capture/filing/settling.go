package filing

import (
	"slices"
	"strings"
	"time"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/validation/returns"
)

// settling is a record on its way to hold the values of a file. It tries answers to
// the questions that decide, one at a time and then two together, and keeps those
// with which more of the values stand: no list of which answer means what has to be
// kept beside the forms.
type settling struct {
	*Intake
	d      *draft.Draft
	wanted map[capture.Ref]string // what each question is to give
	dates  []string               // of those that are worked out
	score  int
}

// lastTried is an answer that was tried and kept.
type lastTried struct {
	q     *form.Question
	value string
}

// enter adds the things that the rows are about and answers what they say.
func (s *settling) enter(rows []returns.Row, ids capture.IDs, at time.Time) {
	nth := map[string]int{}
	made := make([]capture.EntityID, len(rows)) // the item that a row became
	lists := map[capture.Ref][]string{}
	for i, r := range rows {
		n := nth[r.Table]
		nth[r.Table]++
		for _, f := range s.feeds[r.Table] {
			entity := s.d.Single(f.q.Entity())
			switch {
			case f.q.Repeat != nil:
				if made[i] == "" {
					made[i] = capture.EntityID(ids.New())
					var parent capture.EntityID
					if r.Parent >= 0 && f.q.Repeat.Parent != nil {
						parent = made[r.Parent]
					}
					s.d, _ = s.d.Apply(draft.AddEntity{ID: made[i], Type: f.q.Repeat.Entity, Parent: parent, At: at})
				}
				entity = made[i]
			case n > 0 && f.q.Type != form.TypeSelectMultiple:
				continue // the forms ask about the first
			}
			ref := capture.Ref{Entity: entity, Question: f.q.ID}
			for _, c := range r.Cells {
				switch {
				case c.Column != f.column:
				case f.q.Type == form.TypeSelectMultiple:
					lists[ref] = append(lists[ref], c.Value)
				case s.wanted[ref] == "" || len(s.feedsOf(r.Table, f.column)) == 1:
					s.wanted[ref] = s.fitting(f.q, c.Value)
				}
			}
		}
	}
	for ref, names := range lists {
		s.wanted[ref] = strings.Join(names, " ")
	}
	for ref, value := range s.wanted {
		if q := s.set.Question(ref.Question); q.IsAsked() {
			s.answer(ref, value)
			s.wanted[ref] = s.d.Answer(ref).Value // a list in its own order
		} else if day := dayOf(value); day != "" && !slices.Contains(s.dates, day) {
			s.dates = append(s.dates, day)
		}
	}
	slices.Sort(s.dates)
}

func (s *settling) feedsOf(table, column string) (out []feed) {
	for _, f := range s.feeds[table] {
		if f.column == column {
			out = append(out, f)
		}
	}
	return out
}

// fitting is a value as the question's choices have it.
func (s *settling) fitting(q *form.Question, value string) string {
	if q.List != nil && q.List.Choice(value) == nil || q.Type == form.TypeCalculate && s.name == Census {
		return truth(value)
	}
	return value
}

func (s *settling) answer(ref capture.Ref, value string) {
	s.d, _ = s.d.Apply(draft.Commit{Ref: ref, Raw: draft.AsTyped(s.set.Question(ref.Question), value), State: capture.Answered, Cause: capture.Imported})
}

// standing counts the values that stand, less those that stand and are not wanted.
func (s *settling) standing(d *draft.Draft) (n int) {
	for _, a := range d.Submitted() {
		if !s.fed[a.Question] || a.Answer.Value == "" {
			continue
		}
		switch want := s.wanted[a.Ref]; {
		case want == a.Answer.Value:
			n += 2
		case a.Answer.Readable:
			n--
		}
	}
	return n
}

// full is the score when every wanted value stands.
func (s *settling) full() (n int) {
	for _, v := range s.wanted {
		if v != "" {
			n += 2
		}
	}
	return n
}

// settle answers the questions that decide.
func (s *settling) settle() {
	s.score = s.standing(s.d)
	pattern := s.pattern()
	s.again(s.known[pattern])
	if s.score >= s.full() {
		return
	}
	for better := true; better && s.score < s.full(); {
		before := s.score
		for _, q := range s.levers {
			s.one(q, s.values(q))
		}
		if s.score == before {
			s.pairs()
		}
		better = s.score > before
	}
	s.known[pattern] = nil
	for _, q := range s.levers {
		if q.Type == form.TypeSelectOne && q.Repeat == nil {
			if a := s.d.Answer(s.d.Ref(q)); a.Value != "" {
				s.known[pattern] = append(s.known[pattern], lastTried{q, a.Value})
			}
		}
	}
}

// pattern names what is wanted, without the values that are a person's own: what
// worked for one child works for the next of the same pattern.
func (s *settling) pattern() string {
	var parts []string
	for ref, v := range s.wanted {
		if q := s.set.Question(ref.Question); q.IsAsked() {
			v = "" // only that there is one
		} else if slices.Contains(s.dates, v) {
			v = "date"
		}
		parts = append(parts, string(ref.Question)+" "+v)
	}
	slices.Sort(parts)
	return strings.Join(parts, "\n")
}

// values are the answers to try.
func (s *settling) values(q *form.Question) []string {
	var out []string
	switch q.Type {
	case form.TypeDate:
		return s.dates
	case form.TypeText:
		return s.texts(q)
	}
	for _, c := range q.List.Choices {
		out = append(out, c.Name)
	}
	return out
}

// refs are the places of a question: its own, or one for each item of its repeat.
func (s *settling) refs(q *form.Question) (out []capture.Ref) {
	for _, e := range s.d.Entities(q.Entity()) {
		out = append(out, capture.Ref{Entity: e.ID, Question: q.ID})
	}
	return out
}

// again gives the answers that helped another child of the same pattern.
func (s *settling) again(tried []lastTried) {
	before, score := s.d, s.score
	for _, t := range tried {
		s.answer(s.d.Ref(t.q), t.value)
	}
	if s.score = s.standing(s.d); s.score <= score {
		s.d, s.score = before, score
	}
}

// one keeps the best of some answers at each place of a question.
func (s *settling) one(q *form.Question, values []string) {
	for _, ref := range s.refs(q) {
		for _, v := range values {
			s.try(ref, v)
		}
	}
}

// try answers a question and keeps that when more values stand with it.
func (s *settling) try(ref capture.Ref, value string) bool {
	before, score := s.d, s.score
	s.answer(ref, value)
	if s.score = s.standing(s.d); s.score > score {
		return true
	}
	s.d, s.score = before, score
	return false
}

// texts are the values that are worked out of a text and do not stand.
func (s *settling) texts(q *form.Question) (out []string) {
	for ref, value := range s.wanted {
		if slices.Contains(s.behind[ref.Question], q) && !s.set.Question(ref.Question).IsAsked() && !slices.Contains(out, value) {
			out = append(out, value)
		}
	}
	slices.Sort(out)
	return out
}

// open are the levers of values that do not stand as they are wanted.
func (s *settling) open() (out []*form.Question) {
	for _, q := range s.levers {
		for _, a := range s.d.Submitted() {
			if want := s.wanted[a.Ref]; want != a.Answer.Value && slices.Contains(s.behind[a.Question], q) {
				out = append(out, q)
				break
			}
		}
	}
	for ref, want := range s.wanted { // what is not asked now is not submitted
		if want == "" || s.d.Relevant(ref) {
			continue
		}
		for _, q := range s.behind[ref.Question] {
			if !slices.Contains(out, q) {
				out = append(out, q)
			}
		}
	}
	slices.SortFunc(out, func(a, b *form.Question) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

// pairs tries two questions together: one of them alone may show nothing.
func (s *settling) pairs() {
	levers := s.open()
	for i, a := range levers {
		if a.Repeat != nil {
			continue
		}
		for _, v := range s.values(a) {
			before, score := s.d, s.score
			s.answer(s.d.Ref(a), v)
			if s.d.Answer(s.d.Ref(a)) == before.Answer(before.Ref(a)) {
				continue
			}
			kept := false
			for j, b := range levers {
				if i == j {
					continue
				}
				for _, ref := range s.refs(b) {
					for _, w := range s.values(b) {
						kept = s.try(ref, w) || kept
					}
				}
			}
			if !kept {
				s.d, s.score = before, score
			}
		}
	}
}

// dayOf is a value as the answer to a question for a date: those of a return may have
// ZZ for a day or month that nobody knows. It is empty for what is no date.
func dayOf(value string) string {
	if len(value) != len("2025-04-01") {
		return ""
	}
	if value[4] == '-' && value[7] == '-' {
		return value
	}
	parts := strings.Split(value, "/")
	if len(parts) != 3 {
		return ""
	}
	slices.Reverse(parts)
	for len(parts) > 0 && strings.Trim(parts[len(parts)-1], "Z") == "" {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "-")
}
