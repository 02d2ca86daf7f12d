package atspi

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/a11y"
)

// told is the reference to what stands in the place of a control where all is said.
func (s *stand) told(id string) ref { return ref{Path: s.toldPath(id)} }

// What a reader says when it says all, from the title on: a line an object.
func TestAllIsSaid(t *testing.T) {
	s := newStand()
	var said []string
	path := s.path(t, "title")
	for path != "" {
		got, err := s.call(path, atspiPrefix+"Text", "GetText", int32(0), int32(-1))
		if err != nil {
			t.Fatal(path, err)
		}
		said = append(said, got[0].(string))
		rels, err := s.call(path, atspiPrefix+"Accessible", "GetRelationSet")
		if err != nil {
			t.Fatal(path, err)
		}
		path = ""
		for _, r := range rels[0].([]relationSet) {
			if r.Kind == flowsTo {
				path = r.Targets[0].Path
			}
		}
	}
	if d := cmp.Diff([]string{
		"Maya’s details",
		"This is a made-up family. You can read more in the guide.",
		"What happened",
		"Maya is 7 years old.",
		"As on the birth certificate",
		"Error: Enter Maya’s first name",
		"First name, entry, required, invalid. Empty",
		"Notes, entry. Maya came with her mum.\nThey live near Joana.",
		"Passphrase, password text. Empty",
		"Yes, radio button, not selected",
		"No, radio button, not selected",
		"I agree, check box, not checked",
		"Reduce movement, switch. Off",
		"Section, combo box. All sections",
		"First language, combo box. p",
		"Polish",
		"Portuguese",
		"Tests",
		"Reports",
		"Maya’s details, 2 to fix",
		"Question",
		"Errors met",
		"Assessment end date",
		"Errors met: 12",
		"Set-up, page tab",
		"Story and answer key, page tab, selected",
		"Text size, slider. 100%",
		"Reading files, progress bar. 1 of 4",
		"Tasks completed, 85%, likely range 72% to 94%, image",
		"Save and continue, push button",
		"Keep Tomás, push button",
	}, said); d != "" {
		t.Errorf("said (-want +got):\n%s", d)
	}
}

// What stands in the place of a control is in no list, and says the hint of its question
// once.
func TestWhatIsToldOfAControl(t *testing.T) {
	box := func(id, name, words, hint string) *a11y.Node {
		return &a11y.Node{ID: id, Role: a11y.RoleTextBox, Name: name, Description: hint, States: a11y.Focusable, Text: &a11y.Text{Content: words, Secret: id == "secret"}}
	}
	s := stand{server: newServer(a11y.Program{Name: "Recordwell"})}
	s.tree.Store(rooted(a11y.NewTree(&a11y.Node{ID: "window", Role: a11y.RoleWindow, Children: []*a11y.Node{
		{ID: "date", Role: a11y.RoleGroup, Name: "When?", Description: "For example, 27 3 2025", Children: []*a11y.Node{
			box("day", "Day", "7", "Error: Enter the year"), box("year", "Year", "", "Error: Enter the year"),
		}},
		box("secret", "Which passphrase?", "otter", ""),
		{ID: "item", Role: a11y.RoleListItem, Name: "How, Phone", Children: []*a11y.Node{
			{ID: "change", Role: a11y.RoleLink, Name: "Change how", Description: "Phone", States: a11y.Focusable},
		}},
		{ID: "maya", Role: a11y.RoleGroup, Name: "Maya", Children: []*a11y.Node{
			{ID: "title", Role: a11y.RoleHeading, Name: "Maya"}, {ID: "age", Role: a11y.RoleText, Name: "7 years"},
		}},
	}}), s.prog))
	for id, want := range map[string]string{
		"date": "For example, 27 3 2025", "day": "Day, entry. 7. Error: Enter the year", "year": "Year, entry. Empty",
		"secret": "Which passphrase? password text. Hidden", "item": "How, Phone", "change": "Change how, link",
	} {
		path := s.told(id).Path
		got, err := s.call(path, atspiPrefix+"Text", "GetText", int32(0), int32(-1))
		if err != nil || got[0] != want {
			t.Errorf("%s is told as %q (%v), want %q", id, got, err, want)
		}
		index, err := s.call(path, atspiPrefix+"Accessible", "GetIndexInParent")
		if err != nil || index[0] != int32(-1) {
			t.Errorf("%s is child number %v (%v)", id, index, err)
		}
	}
	if to, ok := (object{s: s.server, t: s.tree.Load(), i: s.tree.Load().Find("change")}).next(1); !ok || to.node().Name != "7 years" {
		t.Errorf("after the link comes %q: a title that is said with its group is said again", to.node().Name)
	}
	before := s.told("day").Path
	s.gone.Add(1)
	if _, err := s.call(before, atspiPrefix+"Text", "GetText", int32(0), int32(-1)); err != nil || s.told("day").Path == before {
		t.Errorf("when something went, a box is told at %s, and was at %s (%v)", s.told("day").Path, before, err)
	}
	if _, err := s.call(s.told("window").Path, atspiPrefix+"Text", "GetText", int32(0), int32(-1)); err == nil {
		t.Error("a window is told, which is no control")
	}
}
