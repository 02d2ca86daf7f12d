package a11ytest

import (
	"strconv"

	"recordwell/ui/a11y"
)

func (s *Sample) heading() *a11y.Node {
	n := s.stop(s.node("title", a11y.RoleHeading, "Maya’s details", 60, 44))
	n.Level = 1
	return n
}

func (s *Sample) words() *a11y.Node {
	n := s.node("intro", a11y.RoleText, "This is a made-up family. You can read more in the guide.", 110, 44)
	link := s.press(s.stop(s.node("guide", a11y.RoleLink, "The guide", 110, 24)), "open", func() { s.status = "The guide is open" })
	link.States |= a11y.Inline
	n.Children = []*a11y.Node{link}
	return n
}

func (s *Sample) story() *a11y.Node {
	n := s.node("story", a11y.RoleRegion, "The family", 160, 60)
	doc := s.node("story-text", a11y.RoleDocument, "The Carvalho family", 160, 60)
	second := s.node("story-title", a11y.RoleHeading, "What happened", 160, 30)
	second.Level = 2
	doc.Children = []*a11y.Node{second, s.node("story-1", a11y.RoleText, "Maya is 7 years old.", 190, 30)}
	n.Children = []*a11y.Node{doc}
	return n
}

func (s *Sample) box(id, name string, y float32, t *a11y.Text) *a11y.Node {
	n := s.stop(s.node(id, a11y.RoleTextBox, name, y, 48))
	held := *t
	n.Text = &held
	n.SetText = func(words string) {
		s.change(func() { t.Content, t.Caret, t.SelStart, t.SelEnd = words, len([]rune(words)), 0, 0 })
	}
	n.SetCaret = func(from, to int) { s.change(func() { t.Caret, t.SelStart, t.SelEnd = to, from, to }) }
	return n
}

func (s *Sample) nameBox() *a11y.Node {
	group := s.node("first-question", a11y.RoleGroup, "What is Maya’s first name?", 240, 110)
	n := s.box("first", "First name", 300, &s.first)
	n.States |= a11y.Required
	n.Description = "As on the birth certificate"
	hint := s.node("first-hint", a11y.RoleText, n.Description, 262, 20)
	n.Relations = []a11y.Relation{{Kind: a11y.DescribedBy, IDs: []string{"first-hint"}}}
	group.Children = []*a11y.Node{hint}
	if s.firstErr != "" {
		n.States |= a11y.Invalid
		n.Description += ". Error: " + s.firstErr
		n.Relations = append(n.Relations, a11y.Relation{Kind: a11y.ErrorMessage, IDs: []string{"first-error"}})
		group.Children = append(group.Children, s.node("first-error", a11y.RoleText, "Error: "+s.firstErr, 282, 18))
	}
	group.Children = append(group.Children, n)
	return group
}

func (s *Sample) notesBox() *a11y.Node {
	n := s.box("notes", "Notes", 360, &s.notes)
	n.States |= a11y.MultiLine
	return n
}

func (s *Sample) passcodeBox() *a11y.Node {
	n := s.box("passcode", "Passphrase", 410, &s.passcode)
	n.Text.Secret = true
	return n
}

func (s *Sample) schoolGroup() *a11y.Node {
	g := s.node("school", a11y.RoleRadioGroup, "Does Maya go to school?", 470, 110)
	for i, r := range []struct{ id, name string }{{"yes", "Yes"}, {"no", "No"}} {
		n := s.stop(s.node("school-"+r.id, a11y.RoleRadio, r.name, 480+float32(i)*48, 48))
		n.Pos, n.Size = i+1, 2
		if s.school == r.id {
			n.States |= a11y.Checked
		}
		g.Children = append(g.Children, s.press(n, "choose", func() { s.school = r.id }))
	}
	return g
}

func (s *Sample) agree() *a11y.Node {
	n := s.stop(s.node("agree", a11y.RoleCheckBox, "I agree", 590, 48))
	if s.agreed {
		n.States |= a11y.Checked
	}
	return s.press(n, "toggle", func() { s.agreed = !s.agreed })
}

func (s *Sample) switcher() *a11y.Node {
	n := s.stop(s.node("motion", a11y.RoleSwitch, "Reduce movement", 640, 44))
	n.Value = "Off"
	if s.motion {
		n.Value, n.States = "On", n.States|a11y.Checked
	}
	return s.press(n, "toggle", func() { s.motion = !s.motion })
}

func (s *Sample) sectionBox() *a11y.Node {
	n := s.stop(s.node("section", a11y.RoleComboBox, "Section", 690, 48))
	n.Value, n.States = s.section, n.States|a11y.Expandable
	if s.open {
		n.States |= a11y.Expanded
	}
	return s.press(n, "open", func() { s.open = !s.open })
}

func (s *Sample) search() *a11y.Node {
	g := s.node("language-question", a11y.RoleGroup, "What is Maya’s first language?", 740, 160)
	box := s.box("language", "First language", 740, &s.languages)
	box.Role = a11y.RoleComboBox
	box.States |= a11y.Expandable
	list := s.node("language-list", a11y.RoleListBox, "Languages", 790, 110)
	for i, name := range s.found {
		o := s.node("language-"+strconv.Itoa(i), a11y.RoleOption, name, 790+float32(i)*44, 44)
		o.Pos, o.Size = i+1, len(s.found)
		if i == s.mark {
			o.States |= a11y.Selected
			box.Relations = append(box.Relations, a11y.Relation{Kind: a11y.ActiveChild, IDs: []string{o.ID}})
		}
		list.Children = append(list.Children, o)
	}
	g.Children = []*a11y.Node{box}
	if len(s.found) > 0 {
		box.States |= a11y.Expanded
		box.Relations = append(box.Relations, a11y.Relation{Kind: a11y.Controls, IDs: []string{list.ID}})
		g.Children = append(g.Children, list)
	}
	return g
}

func (s *Sample) choices() *a11y.Node {
	l := s.node("choices", a11y.RoleListBox, "Answers that were given", 900, 100)
	for i, name := range []string{"Tests", "Reports"} {
		o := s.stop(s.node("choice-"+strconv.Itoa(i), a11y.RoleOption, name, 900+float32(i)*44, 44))
		o.Pos, o.Size = i+1, 2
		if i == 0 {
			o.States |= a11y.Selected
		}
		l.Children = append(l.Children, o)
	}
	return l
}

func (s *Sample) tasks() *a11y.Node {
	l := s.node("sections", a11y.RoleList, "Sections", 1000, 60)
	i := s.stop(s.node("section-1", a11y.RoleListItem, "Maya’s details, 2 to fix", 1000, 52))
	i.Pos, i.Size, i.States = 1, 1, i.States|a11y.Current
	l.Children = []*a11y.Node{i}
	return l
}

func (s *Sample) answers() *a11y.Node {
	t := s.node("figures", a11y.RoleTable, "Questions", 1060, 90)
	t.Rows, t.Cols = 2, 2
	row := func(r int, role a11y.Role, cells ...string) *a11y.Node {
		n := s.node("figures-row"+strconv.Itoa(r), a11y.RoleRow, "", 1060+float32(r)*44, 44)
		for c, name := range cells {
			cell := s.stop(s.node("figures-"+strconv.Itoa(r)+"-"+strconv.Itoa(c), role, name, 1060+float32(r)*44, 44))
			cell.Row, cell.Col = r, c
			cell.Bounds.X += float32(c) * 300
			cell.Bounds.W = 300
			if r > 0 && c == 0 {
				cell.Role = a11y.RoleRowHeader
			}
			n.Children = append(n.Children, cell)
		}
		return n
	}
	t.Children = []*a11y.Node{
		row(0, a11y.RoleColumnHeader, "Question", "Errors met"),
		row(1, a11y.RoleCell, "Assessment end date", "12"),
	}
	return t
}

func (s *Sample) tabs() *a11y.Node {
	l := s.node("tabs", a11y.RoleTabList, "Scenario", 1150, 44)
	for i, t := range []struct{ id, name string }{{"tab-setup", "Set-up"}, {"tab-story", "Story and answer key"}} {
		n := s.stop(s.node(t.id, a11y.RoleTab, t.name, 1150, 44))
		n.Bounds.X += float32(i) * 200
		n.Bounds.W = 200
		n.Pos, n.Size = i+1, 2
		if s.tab == t.id {
			n.States |= a11y.Selected
		}
		l.Children = append(l.Children, s.press(n, "choose", func() { s.tab = t.id }))
	}
	return l
}

func (s *Sample) slider() *a11y.Node {
	n := s.stop(s.node("size", a11y.RoleSlider, "Text size", 1270, 48))
	n.Range = &a11y.Range{Min: 100, Max: 400, Now: s.size, Step: 25, Words: strconv.Itoa(int(s.size)) + "%"}
	n.SetValue = func(v float64) { s.change(func() { s.size = v }) }
	return n
}

func (s *Sample) progress() *a11y.Node {
	n := s.node("progress", a11y.RoleProgress, "Reading files", 1320, 30)
	n.Range = &a11y.Range{Max: 4, Now: 1, Words: "1 of 4"}
	return n
}

func (s *Sample) saveButton() *a11y.Node {
	n := s.press(s.stop(s.node("save", a11y.RoleButton, "Save and continue", 1360, 48)), "press", func() { s.pressed++ })
	n.Actions[0].Key = "Ctrl+Return"
	return n
}

func (s *Sample) dialog() *a11y.Node {
	d := s.node("dialog", a11y.RoleDialog, "Remove Tomás?", 1420, 100)
	d.Children = []*a11y.Node{
		s.press(s.stop(s.node("keep", a11y.RoleButton, "Keep Tomás", 1430, 48)), "press", func() { s.pressed++ }),
	}
	return d
}

func (s *Sample) statusLine() *a11y.Node {
	n := s.node("status", a11y.RoleStatus, s.status, 1540, 40)
	n.Live = a11y.LivePolite
	return n
}
