package session

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
)

// Enter begins or goes on with a task whose case has been loaded. An empty case
// is a new one. Nothing happens while a task is in hand: its case is newer than
// what was loaded.
func (s *Session) Enter(id string, saved capture.SavedCase) {
	t := s.task(id)
	if t == nil || !s.open || s.now != nil {
		return
	}
	fresh := saved.Case.ID == ""
	if fresh {
		begun := s.begin(t)
		saved.Case, saved.Changes = begun.Case, begun.Changes
	}
	t.draft = draft.Open(t.schema, t.story(), s.setup.Timing, saved)
	t.changes = nil
	if !fresh {
		t.changes = saved.Changes // a new case's are added when they are stored
	}
	s.now = t
	t.find.dismiss(saved.NotThese)
	s.log(event.Event{Kind: event.TaskStarted})
	t.page = s.pageOf(t.schema.Sections()[0].ID, "")
	if p := saved.Place; p != nil && (p.Page == CheckSection || p.Page == TimelineSection || t.hasSection(p.Page) || s.background(p.Page) != nil) {
		t.page, t.back, s.focus = s.pageOf(p.Page, p.Item), p.ViaBack, p.Focus
	}
	if fresh {
		s.store(capture.Batch{Entities: saved.Case.Entities, Changes: saved.Changes})
	}
	s.lookAgain()
	s.shown()
}

// story is the scenario's today, with its words and those of the forms.
func (t *Task) story() draft.Story {
	words := map[string]string{}
	for _, f := range slices.Concat(t.Set.Forms, t.Set.Background) {
		for k, v := range f.Words {
			words[k] = v
		}
	}
	for k, v := range t.Scenario.Words {
		words[k] = v
	}
	return draft.Story{Today: t.Scenario.Today, Words: words, Calendar: t.calendar}
}

// Leave goes back to the tasks; the draft stays as it is.
func (s *Session) Leave() {
	if s.now != nil {
		s.Pause(false)
		s.settle()
		s.store(capture.Batch{})
	}
	s.now = nil
	s.changed()
}

// Skip leaves a task out.
func (s *Session) Skip(id string) {
	if t := s.task(id); t != nil {
		t.State = capture.TaskSkipped
		status := t.State
		s.log(event.Event{Kind: event.TaskSkipped, Task: s.setup.Vocabulary.ID(id)})
		s.keep(capture.Batch{Session: s.id, Task: id, Status: &status})
		s.changed()
	}
}

func (t *Task) hasSection(id string) bool {
	return slices.ContainsFunc(t.schema.Sections(), func(x *form.Section) bool { return x.ID == id })
}

func (s *Session) pageOf(section string, item capture.EntityID) page {
	if section == CheckSection {
		return page{kind: CheckPage, section: section}
	}
	if section == TimelineSection {
		return page{kind: TimelinePage, section: section}
	}
	if s.background(section) != nil {
		return page{kind: KnownPage, section: section, item: item}
	}
	for _, sec := range s.now.schema.Sections() {
		if sec.ID != section {
			continue
		}
		if r := draft.RepeatOf(sec); r != nil {
			for _, e := range s.now.draft.Entities(r.Entity) {
				if e.ID == item {
					return page{kind: ItemPage, section: section, item: item}
				}
			}
			return page{kind: ListPage, section: section}
		}
	}
	return page{kind: QuestionsPage, section: section}
}

// Go opens a section of the list, or "check".
func (s *Session) Go(section string) {
	if s.now == nil || section != CheckSection && !s.now.hasSection(section) {
		return
	}
	s.now.back = false
	s.goTo(s.pageOf(section, ""))
}

// ChangeSection opens a section from "check your answers" that has no answer to
// change yet; saving it goes back there.
func (s *Session) ChangeSection(section string) {
	s.Go(section)
	if s.now != nil {
		s.now.back = true
	}
}

// Change opens the page of an answer from "check your answers"; saving it goes
// back there.
func (s *Session) Change(ref capture.Ref) {
	if s.now == nil {
		return
	}
	s.log(s.eventAt(event.ChangePressed, ref))
	s.show(ref)
	s.now.back = true
}

// show opens the page on which a place stands.
func (s *Session) show(ref capture.Ref) {
	p := s.now.page
	if q := s.now.Set.Question(ref.Question); q != nil {
		item := capture.EntityID("")
		if q.Repeat != nil {
			item = ref.Entity
		}
		p = s.pageOf(q.Section.ID, item)
	} else {
		for _, sec := range s.now.schema.Sections() {
			if r := draft.RepeatOf(sec); r != nil && s.now.draft.Case().TypeOf(ref.Entity) == r.Entity {
				p = page{kind: ListPage, section: sec.ID}
			}
		}
	}
	if p != s.now.page {
		s.goTo(p)
	}
	s.focus = ref
	s.changed()
}

// Show opens the page of a question, as a link of a summary does.
func (s *Session) Show(ref capture.Ref) {
	if s.now != nil {
		s.show(ref)
	}
}

func (s *Session) goTo(p page) {
	s.settle()
	t := s.now
	if p != t.page {
		t.trail = append(t.trail, t.page)
	}
	t.page, t.failed, s.focus = p, false, capture.Ref{}
	s.store(capture.Batch{})
	s.shown()
}

func (s *Session) shown() {
	s.log(s.pageShown())
	s.changed()
}

func (s *Session) pageShown() event.Event {
	return event.Event{Kind: event.PageShown, Place: s.setup.Vocabulary.ID(s.now.page.section), Entity: entityUUID(s.now.page.item)}
}

// Back goes to the page before and reports false when there is none in this
// task.
func (s *Session) Back() bool {
	t := s.now
	if t == nil || len(t.trail) == 0 {
		return false
	}
	s.log(event.Event{Kind: event.BackPressed, Place: s.setup.Vocabulary.ID(t.page.section)})
	p := t.trail[len(t.trail)-1]
	t.trail = t.trail[:len(t.trail)-1]
	p = s.pageOf(p.section, p.item) // an item may have been removed since
	t.back = false
	s.settle()
	t.page, t.failed, s.focus = p, false, capture.Ref{}
	s.store(capture.Batch{})
	s.shown()
	return true
}

// Continue is "Save and continue". It reports whether the page was left; if
// not, the view's page says what is wrong. A section that someone will come back
// to is left as it is.
func (s *Session) Continue() bool {
	t := s.now
	if t == nil || t.page.kind >= CheckPage {
		return false
	}
	s.settle()
	p := t.page
	before := s.tally(p)
	unmarked, later := s.marked(p)
	s.apply(draft.Save{Section: p.section, Item: p.item, Later: later, At: s.at()})
	s.start()
	t.saves++
	yes, answered := t.draft.MoreItems(p.section)
	// A query is shown once and never stops anyone a second time.
	after := s.tally(p)
	wrong := after.ToFix > 0 || after.ToCheck > before.ToCheck || unmarked
	if wrong && !later || p.kind == ListPage && s.canAdd(p) && !answered {
		t.failed = true
		s.changed()
		return false
	}
	switch {
	case p.kind == ListPage && yes && s.canAdd(p):
		s.AddItem()
	case p.kind == ItemPage:
		s.goTo(page{kind: ListPage, section: p.section})
	case t.back:
		t.back = false
		s.goTo(page{kind: CheckPage, section: CheckSection})
	default:
		s.goTo(s.after(p.section))
	}
	return true
}

// AddItem adds an item to the list of this page and opens it.
func (s *Session) AddItem() {
	p := s.now.page
	r := s.repeat(p.section)
	if r == nil || !s.canAdd(p) {
		return
	}
	id := capture.EntityID(s.setup.IDs.New())
	s.apply(draft.AddEntity{ID: id, Type: r.Entity, At: s.at()})
	s.goTo(page{kind: ItemPage, section: p.section, item: id})
}

// OpenItem opens the page of an item.
func (s *Session) OpenItem(item capture.EntityID) {
	s.goTo(page{kind: ItemPage, section: s.now.page.section, item: item})
}

func (s *Session) canAdd(p page) bool {
	r := s.repeat(p.section)
	return r != nil && (r.Max == 0 || len(s.now.draft.Entities(r.Entity)) < r.Max)
}

func (s *Session) repeat(section string) *form.Repeat {
	for _, sec := range s.now.schema.Sections() {
		if sec.ID == section {
			return draft.RepeatOf(sec)
		}
	}
	return nil
}

// after is the page of the next section that is asked.
func (s *Session) after(section string) page {
	found := false
	for _, sec := range s.now.schema.Sections() {
		if found && s.now.draft.SectionRelevant(sec) {
			return s.pageOf(sec.ID, "")
		}
		found = found || sec.ID == section
	}
	return page{kind: CheckPage, section: CheckSection}
}

// Focus returns the question that had the focus last.
func (s *Session) Focus() capture.Ref { return s.focus }
