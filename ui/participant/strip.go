package participant

import (
	"fmt"

	"recordwell/capture/session"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// strip stands under the top bar where there is no room at the sides: the
// sections and the story behind a button each.
type strip struct {
	record   *Record
	narrow   bool
	open     bool // the sections
	sections *widgets.Button
	family   *widgets.Button
	region   *widgets.Region
}

func newStrip(r *Record) *strip {
	s := &strip{record: r}
	s.sections = widgets.NewButton("strip/sections", "Sections", widgets.Secondary, s.toggle)
	s.sections.SetIcon("list")
	s.sections.SetIconAfter("down")
	s.family = widgets.NewButton("strip/family", "Show the family", widgets.Secondary, func() { r.showSide(!r.side.open) })
	s.family.SetIcon("people")
	row := widgets.NewRow(theme.Space3, s.sections, s.family)
	fill := widgets.NewFill(theme.Bg, widgets.NewPad(theme.Space3, theme.Space5, theme.Space3, theme.Space5, row))
	fill.SetEdges(false, false, true, false)
	s.region = widgets.NewRegion("record/strip", "Sections and family", fill)
	return s
}

func (s *strip) toggle() {
	s.set(!s.open)
	if s.open {
		s.record.sections.list.TakeFocus()
	} else {
		s.sections.TakeFocus()
	}
}

// set opens the sections in the page's place, or puts the page back.
func (s *strip) set(open bool) {
	if s.open == open {
		return
	}
	s.open = open
	if open && s.narrow {
		s.record.side.open = false
	}
	s.record.Resize(s.record.host.Class())
}

func (s *strip) close() { s.set(false) }

func (s *strip) resize(narrow bool) {
	s.narrow = narrow
	s.show(s.record.session.View())
}

func (s *strip) show(v *session.View) {
	if v == nil || !s.narrow {
		return
	}
	at, all := 0, 0
	for i, l := range v.Sections {
		if l.ID != session.CheckSection {
			all++
		}
		if l.Current {
			at = i + 1
		}
	}
	name := fmt.Sprintf("Section %d of %d", at, all)
	if at > all {
		name = "Check your answers"
	}
	if reads(&v.Page) {
		name = "Sections"
	}
	s.sections.SetName(name)
	s.sections.SetExpanded(s.open)
	if s.record.side.open {
		s.family.SetName("Hide the family")
	} else {
		s.family.SetName("Show the family")
	}
}
