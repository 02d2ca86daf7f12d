package session

import (
	"cmp"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// TimelineSection is the place of the timeline among the pages of a task.
const TimelineSection = "timeline"

// TimelineView is what has happened, and what is to come, in the case.
type TimelineView struct {
	Events []TimelineEvent // the newest first
	// Forms are those that the record held already, to read.
	Forms []KnownForm
}

// TimelineEvent is one dated thing of the case.
type TimelineEvent struct {
	Ref   capture.Ref // the question that dates it
	Date  string      // in words, as far as it is known: "August 2025"
	What  string      // "A visit to Maya", "Contact and referral: date received"
	Line  string      // more of it, or ""
	Ahead bool        // after the story's today
	Known bool        // it opens as a page to read
}

// KnownForm is a form of the background.
type KnownForm struct{ Form, Title string }

// KnownView is a page of answers to read: of a form in the background, or of one
// item of it.
type KnownView struct{ Parts []KnownPart }

// KnownPart is the answers of one section, or about one item.
type KnownPart struct {
	ID, Title string
	Rows      []AnswerRow
}

// Timeline opens the timeline of the case.
func (s *Session) Timeline() {
	if s.now == nil {
		return
	}
	s.now.back = false
	s.goTo(page{kind: TimelinePage, section: TimelineSection})
}

// OpenEvent opens the page where an event of the timeline stands: to fill in, or
// to read.
func (s *Session) OpenEvent(ref capture.Ref) {
	if s.now == nil {
		return
	}
	q := s.now.Set.Question(ref.Question)
	if q == nil || !q.Form.Background {
		s.show(ref)
		return
	}
	p := page{kind: KnownPage, section: q.Section.ID}
	if q.Repeat != nil {
		p.item = ref.Entity
	}
	s.goTo(p)
}

// OpenKnown opens a form of the background to read.
func (s *Session) OpenKnown(id string) {
	if f := s.background(id); f != nil {
		s.goTo(page{kind: KnownPage, section: f.Sections[0].ID})
	}
}

func (s *Session) background(id string) *form.Definition {
	if s.now == nil {
		return nil
	}
	for _, f := range s.now.Set.Background {
		if f.ID == id || strings.HasPrefix(id, f.ID+"/") {
			return f
		}
	}
	return nil
}

func (s *Session) timelineView() *TimelineView {
	t := s.now
	v := &TimelineView{}
	type dated struct {
		at string
		TimelineEvent
	}
	var all []dated
	add := func(entity capture.EntityID, when []*form.Question, tell func(e *TimelineEvent, q *form.Question)) {
		for _, q := range when {
			ref := capture.Ref{Entity: entity, Question: q.ID}
			a := t.draft.Answer(ref)
			if entity == "" || !t.draft.Relevant(ref) || a.State != capture.Answered || !a.Readable {
				continue
			}
			e := TimelineEvent{Ref: ref, Date: t.draft.Words(ref), Known: q.Form.Background, Ahead: isAhead(a.Value, t.Scenario.Today)}
			tell(&e, q)
			all = append(all, dated{a.Value, e})
		}
	}
	for _, f := range slices.Concat(t.Set.Forms, t.Set.Background) {
		at := t.draft.Single(f.Entity)
		add(at, f.When, func(e *TimelineEvent, q *form.Question) {
			e.What = f.Title + ": " + lowerFirst(t.draft.Render(q.Short, at))
		})
		for _, r := range f.Repeats() {
			for _, item := range t.draft.Entities(r.Entity) {
				if !t.draft.True(r.WhenIf, item.ID) {
					continue
				}
				add(item.ID, r.When, func(e *TimelineEvent, q *form.Question) { s.tellItem(e, r, item.ID, q) })
			}
		}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return -cmp.Compare(a.at, b.at) })
	for _, d := range all {
		v.Events = append(v.Events, d.TimelineEvent)
	}
	for _, f := range t.Set.Background {
		v.Forms = append(v.Forms, KnownForm{f.ID, f.Title})
	}
	return v
}

// isAhead reports a date, partial ones too, that begins after a day.
func isAhead(iso string, today datatype.Date) bool {
	day := today.String()
	return iso > day[:min(len(iso), len(day))]
}

// tellItem says what an item of a repeat is, without saying its date again.
func (s *Session) tellItem(e *TimelineEvent, r *form.Repeat, item capture.EntityID, q *form.Question) {
	d := s.now.draft
	e.What = d.Render(r.OneTitle, item)
	var parts []string
	if len(r.When) > 1 {
		parts = append(parts, d.Render(q.Short, item))
	}
	for _, words := range []form.Text{r.Title, r.Line} {
		if w := d.Render(words, item); w != "" && w != e.Date {
			parts = append(parts, w)
		}
	}
	e.Line = strings.Join(parts, " · ")
}

// knownView reads a form of the background back.
func (s *Session) knownView(p page) (title string, v *KnownView) {
	d := s.now.draft
	v = &KnownView{}
	f := s.background(p.section)
	at := d.Single(f.Entity)
	title = f.Title
	part := func(id, title string, entity capture.EntityID, items []form.Item) {
		k := KnownPart{ID: id, Title: title}
		s.rows(&k.Rows, entity, items, &CheckView{})
		if k.Rows = provided(k.Rows); len(k.Rows) > 0 {
			v.Parts = append(v.Parts, k)
		}
	}
	for _, sec := range f.Sections {
		if p.item == "" {
			part(sec.ID, d.Render(sec.Label, at), at, sec.Items)
		}
		r := draft.RepeatOf(sec)
		if r == nil {
			continue
		}
		for _, e := range d.Entities(r.Entity) {
			name := d.Render(r.OneTitle, e.ID)
			if words := d.Render(r.Title, e.ID); words != "" {
				name += ": " + words
			}
			switch p.item {
			case "":
				part(sec.ID+"@"+string(e.ID), name, e.ID, r.Items)
			case e.ID:
				part(sec.ID+"@"+string(e.ID), name, e.ID, r.Items)
				title = d.Render(r.OneTitle, e.ID)
			}
		}
	}
	return title, v
}

// provided leaves out what nobody answered: what is not known needs no line here.
func provided(rows []AnswerRow) (out []AnswerRow) {
	for _, r := range rows {
		if r.Provided {
			out = append(out, r)
		}
	}
	return out
}
