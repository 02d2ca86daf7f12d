package a11ytest

import "recordwell/ui/a11y"

// Sample is a window with every role in it, that works: what a client does to it
// changes it, as a program would. It belongs to one goroutine.
type Sample struct {
	// Changed is called after every change; it may be nil.
	Changed func()

	focus     string
	first     a11y.Text
	firstErr  string
	notes     a11y.Text
	passcode  a11y.Text
	school    string
	agreed    bool
	motion    bool
	open      bool
	section   string
	tab       string
	size      float64
	status    string
	alert     string
	pressed   int
	languages a11y.Text
	found     []string
	mark      int
}

// NewSample is the page as it opens, with the focus on its title.
func NewSample() *Sample {
	return &Sample{
		focus: "title", section: "All sections", tab: "tab-story", size: 100, mark: -1,
		notes: a11y.Text{Content: "Maya came with her mum.\nThey live near Joana."},
	}
}

// Focus moves the focus to the node with an id.
func (s *Sample) Focus(id string) { s.change(func() { s.focus = id }) }

// Focused is the id of the node with the focus.
func (s *Sample) Focused() string { return s.focus }

// Type puts words at the caret of the first name.
func (s *Sample) Type(words string) {
	s.change(func() {
		r := []rune(s.first.Content)
		s.first.Content = string(r[:s.first.Caret]) + words + string(r[s.first.Caret:])
		s.first.Caret += len([]rune(words))
	})
}

// Fail shows an error at the first name, or takes it away.
func (s *Sample) Fail(words string) { s.change(func() { s.firstErr = words }) }

// Say sets what the status line says.
func (s *Sample) Say(words string) { s.change(func() { s.status = words }) }

// Alert shows an alert, or takes it away.
func (s *Sample) Alert(words string) { s.change(func() { s.alert = words }) }

// Search shows what was found for a language, with a mark on the entry given,
// from 0; -1 is none.
func (s *Sample) Search(words string, found []string, mark int) {
	s.change(func() {
		s.languages = a11y.Text{Content: words, Caret: len([]rune(words))}
		s.found, s.mark = found, mark
	})
}

// Choose selects the answer about school: "yes" or "no".
func (s *Sample) Choose(answer string) {
	s.change(func() { s.school = answer; s.focus = "school-" + answer })
}

// FirstName is what the text box holds.
func (s *Sample) FirstName() string { return s.first.Content }

// Pressed is how often the button was pressed.
func (s *Sample) Pressed() int { return s.pressed }

func (s *Sample) change(f func()) {
	f()
	if s.Changed != nil {
		s.Changed()
	}
}

// Describe is the page as a tree.
func (s *Sample) Describe() *a11y.Node {
	return &a11y.Node{
		ID: "window", Role: a11y.RoleWindow, Name: "Recordwell sample", States: a11y.Active,
		Bounds: a11y.Rect{W: 1000, H: 1600},
		Children: []*a11y.Node{
			s.part("alert", a11y.RoleAlert, s.alert, 0, 40),
			s.heading(), s.words(), s.story(), s.nameBox(), s.notesBox(), s.passcodeBox(),
			s.schoolGroup(), s.agree(), s.switcher(), s.sectionBox(), s.search(),
			s.choices(), s.tasks(), s.answers(), s.tabs(), s.slider(), s.progress(),
			s.node("chart", a11y.RoleImage, "Tasks completed, 85%, likely range 72% to 94%", 1200, 60),
			s.saveButton(), s.dialog(),
			s.statusLine(),
		},
	}
}

func (s *Sample) node(id string, role a11y.Role, name string, y, h float32) *a11y.Node {
	n := &a11y.Node{ID: id, Role: role, Name: name, Bounds: a11y.Rect{X: 40, Y: y, W: 600, H: h}}
	return n
}

// part is a node that is there only while it has words.
func (s *Sample) part(id string, role a11y.Role, name string, y, h float32) *a11y.Node {
	if name == "" {
		return nil
	}
	return s.node(id, role, name, y, h)
}

// stop makes a node one that can have the focus.
func (s *Sample) stop(n *a11y.Node) *a11y.Node {
	n.States |= a11y.Focusable
	if s.focus == n.ID {
		n.States |= a11y.Focused
	}
	n.Focus = func() { s.Focus(n.ID) }
	return n
}

func (s *Sample) press(n *a11y.Node, name string, do func()) *a11y.Node {
	n.Actions = []a11y.Action{{Name: name, Do: func() { s.change(do) }}}
	return n
}
