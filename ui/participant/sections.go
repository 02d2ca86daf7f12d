package participant

import (
	"fmt"

	"recordwell/capture/session"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// sectionPanel is the list of sections at the left, with the timeline under it.
type sectionPanel struct {
	list   *widgets.SectionList
	times  *widgets.Link // to the timeline
	title  *widgets.Heading
	count  *widgets.Text
	stack  *widgets.Stack
	region *widgets.Region
}

func newSectionPanel(choose func(id string), timeline func()) *sectionPanel {
	p := &sectionPanel{}
	p.list = widgets.NewSectionList("record/sections", "Sections").SetFollow()
	p.list.OnChoose = choose
	p.title = widgets.NewHeading("record/sections-title", "Sections", 2).SetStyle(theme.Title3.AsBold())
	p.count = widgets.NewText("record/sections-done", "", theme.Smallest)
	p.count.SetToken(theme.Muted)
	head := widgets.NewRow(theme.Space3, p.title)
	head.SetEnd(p.count)
	p.times = widgets.NewLink("record/timeline", "Timeline", timeline).SetIcon("clock")
	p.stack = widgets.NewStack(theme.Space3, head, p.list)
	foot := widgets.NewFill(theme.Bg, widgets.NewPad(theme.Space2, theme.Space5, theme.Space2, theme.Space4, widgets.NewRow(theme.Space2, p.times)))
	foot.SetEdges(true, false, false, false)
	side := widgets.NewFill(theme.Bg, widgets.NewBorder(nil, foot, nil, nil, scrolling("record/sections-scroll", "Sections", p.stack)).SetColumn())
	side.SetEdges(false, true, false, false)
	p.region = widgets.NewRegion("record/section-list", "Sections", side)
	p.region.SetEntry(p.list)
	return p
}

func (p *sectionPanel) show(v *session.View) {
	p.list.SetItems(sectionItems(v))
	done, all := sectionsDone(v)
	p.count.SetWords(fmt.Sprintf("%d of %d done", done, all))
}

func sectionsDone(v *session.View) (done, all int) {
	for _, s := range v.Sections {
		if s.ID == session.CheckSection {
			continue
		}
		all++
		if s.State == session.Completed {
			done++
		}
	}
	return done, all
}

func sectionItems(v *session.View) []widgets.Section {
	var items []widgets.Section
	for _, s := range v.Sections {
		state, words := sectionState(s)
		items = append(items, widgets.Section{ID: s.ID, Name: s.Label, State: state, Status: words, Current: s.Current})
	}
	return items
}

func sectionState(s session.SectionLine) (widgets.SectionState, string) {
	switch {
	case s.ToFix > 0 && s.ToCheck > 0:
		return widgets.SectionFix, fmt.Sprintf("%d to fix, %d to check", s.ToFix, s.ToCheck)
	case s.ToFix > 0:
		return widgets.SectionFix, fmt.Sprintf("%d to fix", s.ToFix)
	case s.ToCheck > 0:
		return widgets.SectionCheck, fmt.Sprintf("%d to check", s.ToCheck)
	}
	switch s.State {
	case session.Completed:
		return widgets.SectionDone, "Completed"
	case session.InProgress:
		return widgets.SectionProgress, "In progress"
	case session.NotReady:
		return widgets.SectionLocked, "Not ready yet"
	}
	return widgets.SectionTodo, "Not started"
}
