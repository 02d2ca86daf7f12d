package study

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func shelf(t *testing.T, own fstest.MapFS) *Shelf {
	t.Helper()
	s, err := ReadShelf(own, os.DirFS("testdata/good"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// shipped is the study of the test library.
func shipped(t *testing.T) *Study {
	t.Helper()
	s := shelf(t, nil)
	if len(s.Entries) == 0 || !s.Entries[0].Sound() || s.Entries[0].Own {
		t.Fatalf("the shelf holds %+v", s.Entries)
	}
	return s.Entries[0].Study
}

func file(words []byte) *fstest.MapFile { return &fstest.MapFile{Data: words} }

func TestOwnStudiesStandBesideThoseThatShip(t *testing.T) {
	first := shipped(t)
	mine := first.Copy("mine", "Mine", 5)
	mine.Codes = NewCodes(5, 2, first.Has)
	s := shelf(t, fstest.MapFS{"studies/mine.yaml": file(mine.YAML())})
	e := s.Entry("mine")
	if e == nil || !e.Own || !e.Sound() || s.Library.Studies["mine"] == nil || s.Entry(first.ID).Own {
		t.Fatalf("the shelf holds %+v", s.Entries)
	}
}

func TestAFaultyStudyNeverStopsTheRest(t *testing.T) {
	first := shipped(t)
	blank := first.Blank("blank", "Blank", 5)
	early := first.Copy("early", "Early", 6)
	early.Collection.Start, early.Collection.End = 60000, 60001 // long before the story
	twin := first.Copy("twin", "Twin", 7)
	s := shelf(t, fstest.MapFS{
		"studies/blank.yaml": file(blank.YAML()), "studies/early.yaml": file(early.YAML()), "studies/twin.yaml": file(twin.YAML()),
		"studies/twin2.yaml": file(twin.YAML()), "studies/broken.yaml": file([]byte("study: [")), "forms/odd.yaml": file([]byte("form: odd\n")),
	})
	paths := func(id string) (all []string) {
		for _, f := range s.Entry(id).Faults {
			all = append(all, f.Path)
		}
		return all
	}
	for _, path := range []string{"controller", "contact", "withdrawal", "retention"} {
		if !slices.Contains(paths("blank"), path) {
			t.Errorf("the blank study has faults at %v, not at %s", paths("blank"), path)
		}
	}
	if !slices.Contains(paths("early"), "rounds") {
		t.Errorf("the study before its stories has faults at %v", paths("early"))
	}
	if e := s.Entry("broken"); e == nil || e.Study != nil || e.Sound() {
		t.Errorf("what is no YAML is %+v", e)
	}
	if n := len(s.Library.Studies); n != 2 || s.Library.Studies["twin"] == nil {
		t.Errorf("%d studies can be used", n)
	}
	if len(s.Refused["forms/odd.yaml"]) == 0 {
		t.Error("nothing is said of the odd form")
	}
}

func TestAStudyOfTheResearchersTakesThePlaceOfTheOneThatShips(t *testing.T) {
	first := shipped(t)
	changed := first.Clone()
	changed.Title = "Changed"
	for _, controller := range []string{first.Controller, ""} {
		changed.Controller = controller
		s := shelf(t, fstest.MapFS{strings.TrimPrefix(first.node.File, "/"): file(changed.YAML())})
		e := s.Entry(first.ID)
		if e.Study.Title != "Changed" || !e.Own || e.Sound() != (controller != "") || (s.Library.Studies[first.ID] != nil) != e.Sound() {
			t.Errorf("with the controller %q the study is %+v", controller, e)
		}
	}
}

// TestOneStudyIsReadAsAllAreRead holds the quick way against the whole one.
func TestOneStudyIsReadAsAllAreRead(t *testing.T) {
	first := shipped(t)
	mine := first.Copy("mine", "Mine", 5)
	faulty, gone, early := mine.Clone(), mine.Clone(), mine.Clone()
	faulty.Contact, gone.Rounds[0].Scenarios = "", []string{"none"}
	early.Collection.Start, early.Collection.End = 60000, 60001
	changed := first.Clone()
	changed.Title = "Changed"
	const path = "studies/mine.yaml"
	for name, c := range map[string]struct {
		path    string
		content []byte
	}{
		"new": {path, mine.YAML()}, "missing": {path, faulty.YAML()}, "no story": {path, gone.YAML()}, "early": {path, early.YAML()}, "no YAML": {path, []byte("study: [")},
		"over what ships": {first.node.File, changed.YAML()}, "a name twice": {path, first.YAML()},
	} {
		whole := shelf(t, fstest.MapFS{c.path: file(c.content)})
		for from, begin := range map[string]*Shelf{"nothing": shelf(t, nil), "another": shelf(t, fstest.MapFS{c.path: file(mine.YAML())})} {
			if c.path != path && from == "another" {
				continue
			}
			quick := begin.With(c.path, c.content)
			if a, b := flatShelf(quick), flatShelf(whole); a != b {
				t.Errorf("%s, from %s:\n%s\nand not\n%s", name, from, a, b)
			}
		}
	}
}

func flatShelf(s *Shelf) string {
	var b strings.Builder
	for _, e := range s.Entries {
		title := ""
		if e.Study != nil {
			title = e.Study.Title
		}
		fmt.Fprintln(&b, e.ID, e.File, e.Own, title, e.Faults, s.Library.Studies[e.ID] != nil)
	}
	return b.String()
}

// What the researcher's file would stand for is used as it ships where theirs cannot
// be used: the program starts, and says what is wrong with it.
func TestAFaultyFileGivesWayToTheOneThatShips(t *testing.T) {
	first := shipped(t)
	for _, name := range Files(os.DirFS("testdata/good")) {
		if strings.HasPrefix(name, "studies/") {
			continue // these are told with what is wrong
		}
		s := shelf(t, fstest.MapFS{name: file([]byte("nothing: [of use]\n"))})
		if e := s.Entry(first.ID); e == nil || !e.Sound() || s.Refused[name] == nil || !slices.Contains(s.Usable(), name) {
			t.Errorf("%s: refused are %v, and usable %v", name, s.Refused, s.Usable())
		}
		ids := map[string]bool{}
		for _, st := range s.Stories {
			if ids[st.ID] || len(st.Faults) > 0 {
				t.Errorf("%s: the scenario %s is there twice, or has faults", name, st.ID)
			}
			ids[st.ID] = true
		}
	}
}
