package session

import (
	"fmt"
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
)

// View returns what the record page shows; nil when no task is in hand. It is
// made anew only after a change.
func (s *Session) View() *View {
	if s.now == nil {
		return nil
	}
	if s.view == nil {
		t := s.now
		s.view = &View{
			Generation: s.generation,
			Task:       TaskHead{ID: t.Spec.ID, Title: t.Spec.Title, Today: weekdayWords(t.Scenario.Today)},
			Sections:   s.sectionLines(),
			Page:       s.pageView(),
			Save:       s.save,
		}
	}
	return s.view
}

func (s *Session) sectionLines() []SectionLine {
	t := s.now
	var out []SectionLine
	ready := true
	tallies := t.draft.CountSections()
	for i, sec := range t.schema.Sections() {
		if !t.draft.SectionRelevant(sec) {
			continue
		}
		l := s.sectionLine(sec, tallies[i])
		l.Current = t.page.section == sec.ID
		ready = ready && l.State != NotStarted
		out = append(out, l)
	}
	check := SectionLine{ID: CheckSection, Label: "Check your answers", State: NotReady, Current: t.page.section == CheckSection}
	if ready {
		check.State = NotStarted
	}
	if check.Current {
		check.State = InProgress
	}
	return append(out, check)
}

func (s *Session) sectionLine(sec *form.Section, n draft.Tally) SectionLine {
	d := s.now.draft
	l := SectionLine{ID: sec.ID, Label: d.Render(sec.Label, d.Single(sec.Form.Entity)), ToFix: n.ToFix, ToCheck: n.ToCheck}
	completed, answered := d.Marked(sec.ID)
	switch {
	case completed && n.ToFix == 0:
		l.State = Completed
	case answered || n.Answered > n.Known || d.IsSaved(capture.SavedPage{Section: sec.ID}) || s.now.page.section == sec.ID:
		l.State = InProgress
	}
	return l
}

func (s *Session) pageView() Page {
	t := s.now
	p := Page{Kind: t.page.kind, Section: t.page.section, Item: t.page.item, Failed: t.failed, SaveCount: t.saves}
	if t.page.kind == CheckPage {
		p.Above, p.Title = t.Spec.Title, "Check your answers before you finish"
		p.Check = s.checkView()
		return p
	}
	if p.Kind == TimelinePage {
		p.Above, p.Title = t.Spec.Title, "Timeline"
		p.Timeline = s.timelineView()
		return p
	}
	if p.Kind == KnownPage {
		p.Above = "Known before you began. You can read it and not change it"
		p.Title, p.Known = s.knownView(t.page)
		return p
	}
	sec := s.sectionOf(t.page.section)
	at := t.draft.Single(sec.Form.Entity)
	for i, f := range t.Set.Forms {
		if f == sec.Form {
			p.Above = fmt.Sprintf("Form %d of %d: %s", i+1, len(t.Set.Forms), f.Title)
		}
	}
	p.Title, p.Hint = t.draft.Render(sec.Label, at), t.draft.Render(sec.Hint, at)
	r := draft.RepeatOf(sec)
	switch t.page.kind {
	case ItemPage:
		p.Title, p.Hint = t.draft.Render(r.OneTitle, t.page.item), ""
		s.blocks(&p, t.page.item, r.Items)
	case ListPage:
		p.Title, p.Hint = t.draft.Render(r.Label, at), t.draft.Render(r.Hint, at)
		s.blocks(&p, at, sec.Items)
		p.List = s.listView(r, at)
		if _, answered := t.draft.MoreItems(sec.ID); p.Failed && !answered && p.List.CanAdd {
			p.Summary = append(p.Summary, SummaryLine{Text: "Select yes if there is someone or something to add"})
		}
	default:
		s.blocks(&p, at, sec.Items)
	}
	p.Matches, p.Copies = s.matchesView(p), s.copies()
	p.Mark = s.markView(t.page, t.failed)
	if t.failed {
		p.Summary = append(p.Summary, s.summary(p)...)
	}
	return p
}

// blocks puts the relevant questions of one page into it, in order.
func (s *Session) blocks(p *Page, at capture.EntityID, items []form.Item) {
	d := s.now.draft
	for _, it := range items {
		switch it := it.(type) {
		case *form.Group:
			if d.True(it.Relevant, at) {
				p.Blocks = append(p.Blocks, Block{Heading: d.Render(it.Label, at), Words: d.Render(it.Hint, at)})
				s.blocks(p, at, it.Items)
			}
		case *form.Question:
			ref := capture.Ref{Entity: at, Question: it.ID}
			if !d.Relevant(ref) || it.Type == form.TypeCalculate {
				continue
			}
			if it.Type == form.TypeNote {
				p.Blocks = append(p.Blocks, Block{Words: d.Render(it.Label, at), Warning: it.Has("warning")})
				continue
			}
			p.Blocks = append(p.Blocks, Block{Question: s.questionView(it, ref)})
		}
	}
}

func (s *Session) questionView(q *form.Question, ref capture.Ref) *QuestionView {
	d := s.now.draft
	render := func(t form.Text) string { return d.Render(t, ref.Entity) }
	v := &QuestionView{
		Ref: ref, Type: q.Type, Label: render(q.Label), Hint: render(q.Hint), Short: render(q.Short),
		Optional: q.Required == nil, Appearance: q.Appearance, MaxLength: q.MaxLength,
		Help: render(q.Help), Why: render(q.Why), Answer: d.Answer(ref), Typing: d.IsTyping(ref),
	}
	for _, c := range d.Choices(ref) {
		v.Choices = append(v.Choices, ChoiceView{Name: c.Name, Label: render(c.Label), Hint: render(c.Hint), Other: c.Other, Exclusive: c.Exclusive})
	}
	for _, st := range q.States {
		v.States = append(v.States, StateView{State: st.State, Label: render(st.Label)})
	}
	if s.unknownName(q, v.Answer) {
		v.Notice = notInStory
	}
	err, query := d.Shown(ref)
	if err != nil {
		v.Error = s.words(err)
		v.WrongParts = draft.WrongParts(err)
	}
	if query != nil {
		v.Query = &QueryView{Rule: query.Rule, Title: s.title(query), Text: s.words(query), Ask: render(q.QueryAsk)}
		v.Query.Reason, v.Query.Explained = d.Reason(ref, query.Rule)
	}
	told := err
	if told == nil {
		told = query
	}
	if v.Others = s.others(ref, told); s.ruleNote(ref, told) != "" {
		v.Why = strings.TrimSpace(v.Why + " " + s.ruleNote(ref, told) + ".")
	}
	return v
}

// summary lists what is shown on a page: errors in page order, then what is to
// be checked.
func (s *Session) summary(p Page) []SummaryLine {
	var errs, queries []SummaryLine
	for _, b := range p.Blocks {
		if b.Question == nil {
			continue
		}
		if q := b.Question; q.Error != "" {
			errs = append(errs, SummaryLine{Ref: q.Ref, Text: q.Error})
		}
		if q := b.Question; q.Query != nil && !q.Query.Explained {
			queries = append(queries, SummaryLine{Ref: q.Ref, Query: true, Text: q.Query.Title})
		}
	}
	if p.Mark != nil && p.Mark.Error != "" {
		errs = append(errs, SummaryLine{Mark: true, Text: p.Mark.Error})
	}
	return append(errs, queries...)
}

func (s *Session) listView(r *form.Repeat, at capture.EntityID) *ListView {
	d := s.now.draft
	v := &ListView{
		Entity: r.Entity, Ask: d.Render(r.Ask, at), AddLabel: d.Render(r.AddLabel, at), EndLabel: d.Render(r.EndLabel, at),
		CanAdd: s.canAdd(s.now.page),
	}
	for _, e := range d.Entities(r.Entity) {
		n := d.Count(s.now.page.section, e.ID)
		v.Items = append(v.Items, ItemView{
			Entity: e.ID, Title: d.Render(r.Title, e.ID), Line: d.Render(r.Line, e.ID), ToFix: n.ToFix, ToCheck: n.ToCheck,
		})
	}
	return v
}

func (s *Session) sectionOf(id string) *form.Section {
	for _, sec := range s.now.schema.Sections() {
		if sec.ID == id {
			return sec
		}
	}
	return nil
}

// tally counts what stands on a page itself: what is wrong in the items of a
// list stands on their own pages, and does not keep anyone from going on.
func (s *Session) tally(p page) draft.Tally {
	item := p.item
	if p.kind == ListPage {
		item = s.now.draft.Single(s.sectionOf(p.section).Form.Entity)
	}
	return s.now.draft.Count(p.section, item)
}
