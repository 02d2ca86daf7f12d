package session

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// CopyView is what the record of a brother or sister has for a page, where this
// record has nothing yet: answers that brothers and sisters share.
type CopyView struct {
	Sibling, Thing int    // see [Session.CopyFrom]
	Whose          string // "Leah, 10"
	Rows           []CopyRow
}

// CopyRow is one answer that can be copied.
type CopyRow struct{ Name, Words string }

// offer is what can be copied to a page from one thing of a sibling's record.
type offer struct {
	sibling, thing int
	item           bool // the thing is to be added to the list of the page
	answers        []study.Held
}

// offers are what can be copied to a page. Nothing that is answered is offered: what
// a person has typed is not replaced.
func (s *Session) offers(p page) (out []offer) {
	if p.kind != QuestionsPage && p.kind != ListPage {
		return nil
	}
	sec := s.sectionOf(p.section)
	r := draft.RepeatOf(sec)
	if r != nil && !s.listView(r, s.now.draft.Single(sec.Form.Entity)).CanAdd {
		return nil
	}
	for i := range s.now.Scenario.Siblings {
		for j := range s.now.Scenario.Siblings[i].Things {
			thing := &s.now.Scenario.Siblings[i].Things[j]
			o := offer{sibling: i, thing: j, item: r != nil}
			switch {
			case r == nil:
				o.answers = s.shared(thing, sec, func(q *form.Question) bool {
					ref := s.now.draft.Ref(q)
					return q.Repeat == nil && s.now.draft.Relevant(ref) && s.now.draft.Answer(ref).IsBlank()
				})
			case thing.Type == r.Entity && !over(thing, r):
				o.answers = s.shared(thing, sec, func(q *form.Question) bool { return q.Repeat == r })
				if s.hasItem(o.answers, r.Entity) {
					continue
				}
			}
			if len(o.answers) > 0 && !slices.ContainsFunc(out, o.same) {
				out = append(out, o)
			}
		}
	}
	return out
}

// shared are the answers of a thing that may be copied to a section.
func (s *Session) shared(thing *study.SharedThing, sec *form.Section, want func(q *form.Question) bool) (out []study.Held) {
	for _, a := range thing.Answers {
		q := s.now.Set.Question(a.Question)
		if q != nil && q.Shared && !q.Form.Background && q.Section == sec && q.Entity() == thing.Type && want(q) {
			out = append(out, a)
		}
	}
	return out
}

// over reports whether a thing is past, such as an address that was left.
func over(thing *study.SharedThing, r *form.Repeat) bool {
	return r.SharedUnless != nil && slices.ContainsFunc(thing.Answers, func(a study.Held) bool { return a.Question == r.SharedUnless.ID })
}

// hasItem reports whether an item of the record has all of the answers already.
func (s *Session) hasItem(answers []study.Held, t capture.EntityType) bool {
	return slices.ContainsFunc(s.Entities(), func(e capture.Entity) bool {
		return e.Type == t && !slices.ContainsFunc(answers, func(a study.Held) bool {
			has := s.now.draft.Answer(capture.Ref{Entity: e.ID, Question: a.Question})
			return has.State != a.Answer.State || has.Value != a.Answer.Value
		})
	})
}

// same reports whether another offer has the same answers: two sisters of one address.
func (o offer) same(other offer) bool {
	return slices.EqualFunc(o.answers, other.answers, func(a, b study.Held) bool {
		return a.Question == b.Question && a.Answer == b.Answer
	})
}

func (s *Session) copies() (out []CopyView) {
	d := s.now.draft
	for _, o := range s.offers(s.now.page) {
		v := CopyView{Sibling: o.sibling, Thing: o.thing, Whose: s.now.Scenario.Siblings[o.sibling].Line}
		for _, a := range o.answers {
			q := s.now.Set.Question(a.Question)
			at := d.Single(q.Form.Entity)
			known := a.Answer
			known.Raw = draft.AsTyped(q, known.Value)
			v.Rows = append(v.Rows, CopyRow{d.Render(q.Short, at), d.WordsOf(capture.Ref{Entity: at, Question: q.ID}, known)})
		}
		out = append(out, v)
	}
	return out
}

// CopyFrom copies what is offered on the page from a thing of a sibling's record, as
// one step to undo. A thing of a list is added and its page opened, where what is
// each child's own is still to be answered. It returns the first place that was
// copied to; ok is false when there is nothing to copy.
func (s *Session) CopyFrom(sibling, thing int) (at capture.Ref, ok bool) {
	if s.now == nil {
		return at, false
	}
	s.settle()
	offers := s.offers(s.now.page)
	i := slices.IndexFunc(offers, func(o offer) bool { return o.sibling == sibling && o.thing == thing })
	if i < 0 {
		return at, false
	}
	o := offers[i]
	c := draft.Copy{At: s.at()}
	var item capture.EntityID
	if o.item {
		item = capture.EntityID(s.setup.IDs.New())
		c.Items = append(c.Items, draft.CopiedItem{ID: item, Type: s.now.Scenario.Siblings[sibling].Things[thing].Type})
	}
	for _, a := range o.answers {
		ref := capture.Ref{Entity: item, Question: a.Question}
		if !o.item {
			ref = s.now.draft.Ref(s.now.Set.Question(a.Question))
		}
		c.Answers = append(c.Answers, draft.Copied{Ref: ref, Answer: a.Answer})
	}
	s.log(event.Event{Kind: event.SiblingCopied, Place: s.setup.Vocabulary.ID(s.now.page.section), Count: int64(len(c.Answers))})
	s.apply(c)
	s.start()
	if o.item {
		s.OpenItem(item)
	}
	s.changed()
	return c.Answers[0].Ref, true
}
