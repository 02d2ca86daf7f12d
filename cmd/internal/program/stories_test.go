package program

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture/form/source"
	"recordwell/capture/study"
)

// lintOwn checks a file of the data folder as recordwellctl lint does.
func lintOwn(t *testing.T, dir, file string) (out source.Problems) {
	t.Helper()
	fsys := study.Layers(os.DirFS(dir), assets.Content)
	_, problems := study.Read(fsys, study.Files(fsys), Known())
	for _, p := range problems {
		if p.File == file {
			out = append(out, p)
		}
	}
	return out
}

func TestAScenarioIsCopiedChangedAndChosenInAStudy(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	id, err := r.CopyStory("carvalho", "  The Costa   family ")
	d.must(err)
	st := r.Shelf().Story(id)
	if id != "the-costa-family" || !st.Own || st.Title() != "The Costa family" || r.Library().Scenarios[id] == nil {
		t.Fatalf("the copy %s is %+v", id, st)
	}
	if found := lintOwn(t, d.dir, st.File); len(found) > 0 {
		t.Errorf("lint says %v", found)
	}
	if _, err := r.CopyStory("carvalho", "the costa FAMILY"); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("a second of the same title: %v", err)
	}
	if other, err := r.CopyStory("carvalho", "The Costa family!"); err != nil || other != "the-costa-family-2" {
		t.Errorf("a second is called %s, %v", other, err)
	}

	draft, err := r.Shelf().Draft(id)
	d.must(err)
	draft.Summary, draft.People[0].Name = "Changed", "Iris"
	d.must(r.SaveStory(draft))
	if s := r.Library().Scenarios[id]; s.Summary != "Changed" || s.People[0].Name != "Iris" {
		t.Errorf("then it is %+v", s)
	}
	draft.ContentNote = ""
	d.must(r.SaveStory(draft))
	if st := r.Shelf().Story(id); len(st.Faults) == 0 || r.Library().Scenarios[id] != nil {
		t.Errorf("half finished it has %v", st.Faults)
	}
	draft.ContentNote = "hunger"
	d.must(r.SaveStory(draft))

	s := spring(t, r).Clone()
	s.Rounds[0].Scenarios = append(s.Rounds[0].Scenarios, id)
	d.must(r.SaveStudy(s))
	if e := r.Shelf().Entry(s.ID); !e.Sound() {
		t.Fatalf("the study has %v", e.Faults)
	}
	if found := lintOwn(t, d.dir, "studies/"+s.ID+".yaml"); len(found) > 0 {
		t.Errorf("lint says %v of the study", found)
	}
	d.must(r.Use(s.ID))

	d.agree(study.FormatCode(s.Codes[0]))
	if n, err := r.StoryUsed(t.Context(), id); err != nil || n != 1 {
		t.Errorf("%d people used it, %v", n, err)
	}
	if n, err := r.StoryUsed(t.Context(), "doyle"); err != nil || n != 0 {
		t.Errorf("%d people used another, %v", n, err)
	}
	draft.Summary = "Changed again"
	if err := r.SaveStory(draft); err == nil || !strings.Contains(err.Error(), "Make a copy") {
		t.Errorf("what people have used is changed: %v", err)
	}
	d.close()
	again := open(t, d.dir)
	if s := again.Library().Scenarios[id]; s == nil || s.Summary != "Changed" {
		t.Errorf("after a restart it is %+v", s)
	}
}

func TestWhatComesWithTheProgramIsNotChanged(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	draft, err := r.Shelf().Draft("doyle")
	d.must(err)
	draft.Title = "Another"
	if err := r.SaveStory(draft); err == nil || !strings.Contains(err.Error(), "comes with the program") {
		t.Errorf("it says %v", err)
	}
	if files, _ := os.ReadDir(filepath.Join(d.dir, "scenarios")); len(files) > 0 {
		t.Errorf("%v are written", files)
	}
}

// TestACommentOfAPersonStays copies a scenario with comments and changes it.
func TestACommentOfAPersonStays(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	id, err := r.CopyStory("lockwood", "Next door")
	d.must(err)
	draft, err := r.Shelf().Draft(id)
	d.must(err)
	draft.Paragraphs[0] = "It was a Friday."
	d.must(r.SaveStory(draft))
	file, err := os.ReadFile(filepath.Join(d.dir, "scenarios", id+".yaml"))
	d.must(err)
	if !strings.HasPrefix(string(file), "# The NHS number is of the range for tests") || !slices.Contains(strings.Split(string(file), "\n"), "  It was a Friday.") {
		t.Errorf("the file is\n%.600s", file)
	}
}
