package study

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// shippedStories are the files of the scenarios that ship.
func shippedStories(t testing.TB) (out [][]byte) {
	t.Helper()
	names, err := fs.Glob(assets.Content, "scenarios/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(assets.Content, name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// told is a draft without where it stands in a file.
func told(d *Draft) *Draft {
	out := d.Clone()
	out.types, out.file, out.root, out.read = nil, nil, nil, nil
	for i := range out.Entities {
		out.Entities[i].node, out.Entities[i].Known = nil, false
	}
	for i := range out.Cells {
		out.Cells[i].node = nil
	}
	return out
}

func TestADraftThatNobodyChangesIsItsFile(t *testing.T) {
	for _, file := range shippedStories(t) {
		d, err := ReadDraft(file)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := d.YAML(); err != nil || string(got) != string(file) {
			t.Errorf("%s became another file, %v", d.ID, err)
		}
	}
}

// TestADraftReadsBackAsItIs changes stories to what people type anywhere, and reads
// back what is written.
func TestADraftReadsBackAsItIs(t *testing.T) {
	files := shippedStories(t)
	typed := rapid.Map(rapid.OneOf(rapid.String(), rapid.SampledFrom(words)), source.Tidy)
	some := rapid.Map(typed, func(s string) string { return source.Tidy("x " + s) })
	rapid.Check(t, func(t *rapid.T) {
		d, err := ReadDraft(files[rapid.IntRange(0, len(files)-1).Draw(t, "file")])
		if err != nil {
			t.Fatal(err)
		}
		if rapid.Bool().Draw(t, "head") {
			d.ID, d.Title, d.Summary, d.ContentNote = some.Draw(t, "id"), typed.Draw(t, "title"), typed.Draw(t, "summary"), typed.Draw(t, "note")
			d.Today = datatype.Date(rapid.IntRange(60000, 99999).Draw(t, "today"))
			d.Words = append(d.Words, DraftWord{some.Draw(t, "name"), typed.Draw(t, "word")})
		}
		if rapid.Bool().Draw(t, "story") {
			d.Paragraphs = rapid.SliceOfN(some, 0, 4).Draw(t, "paragraphs")
			d.Paragraphs = append(d.Paragraphs, "[1: a] b")
		}
		if rapid.Bool().Draw(t, "people") {
			d.People = append(d.People[:rapid.IntRange(0, len(d.People)).Draw(t, "kept")], Person{some.Draw(t, "name"), typed.Draw(t, "line")})
		}
		if rapid.Bool().Draw(t, "task") {
			d.Tasks[0].ID, d.Tasks[0].Title, d.Tasks[0].Minutes = some.Draw(t, "task"), typed.Draw(t, "task title"), rapid.IntRange(0, 90).Draw(t, "minutes")
			d.Tasks[0].Success = rapid.SliceOfN(rapid.SampledFrom([]string{"a.b", "c.d"}), 0, 2).Draw(t, "critical")
		}
		for range rapid.IntRange(0, 3).Draw(t, "cells") {
			c := KeyCell{Facts: rapid.SliceOfN(rapid.IntRange(1, 99), 0, 3).Draw(t, "facts")}
			switch rapid.IntRange(0, 3).Draw(t, "kind") {
			case 0:
				c.Values = rapid.SliceOfN(some, 1, 3).Draw(t, "values")
			case 1:
				c.States, c.Values = []capture.State{capture.NotKnown}, []string{"2025-10-16"}
			case 2:
				c.Blank = true
			case 3:
				c.NotScored, c.Days = true, rapid.IntRange(0, 9).Draw(t, "days")
			}
			at := rapid.IntRange(0, len(d.Cells)-1).Draw(t, "cell")
			c.KeyRef = d.Cells[at].KeyRef
			if rapid.Bool().Draw(t, "new") {
				c.Alias, at = some.Draw(t, "alias"), len(d.Cells)
				if slices.ContainsFunc(d.Entities, func(e KeyEntity) bool { return e.Alias == c.Alias }) {
					continue
				}
				d.Entities = append(d.Entities, KeyEntity{Alias: c.Alias, Type: "person"})
				d.Cells = append(d.Cells, c)
			}
			d.Cells[at] = c
		}
		file, err := d.YAML()
		if err != nil {
			t.Fatal(err)
		}
		back, err := ReadDraft(file)
		if err != nil {
			t.Fatalf("%v\n%s", err, file)
		}
		// Things of the key are written one after the other, each with all its answers.
		want := told(d)
		slices.SortStableFunc(want.Cells, func(a, b KeyCell) int {
			first := func(alias string) int {
				return slices.IndexFunc(d.Cells, func(c KeyCell) bool { return c.Alias == alias })
			}
			return first(a.Alias) - first(b.Alias)
		})
		if got := told(back); !sameDraft(got, want) {
			t.Fatalf("it became another: %s", cmp.Diff(sprint(want), sprint(got)))
		}
		for _, line := range strings.Split(string(d.file), "\n") {
			if strings.HasPrefix(line, "#") && !strings.Contains(string(file), line) {
				t.Fatalf("the comment %q is gone", line)
			}
		}
	})
}

// sameDraft compares drafts; no list and an empty one are the same.
func sameDraft(a, b *Draft) bool {
	flat := func(d *Draft) string { return strings.ReplaceAll(sprint(d), "[]string(nil)", "[]") }
	return flat(a) == flat(b)
}

// library is what ships as files that a test can change.
func library(t testing.TB) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, f := range Files(assets.Content) {
		data, err := fs.ReadFile(assets.Content, f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = &fstest.MapFile{Data: data}
	}
	return out
}

func TestACopyOfEveryScenarioPassesLintAndGoesIntoARoundWithIt(t *testing.T) {
	files := library(t)
	tasks := map[string]bool{}
	lib, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range lib.Scenarios {
		for _, task := range s.Tasks {
			tasks[task.ID] = true
		}
	}
	for _, file := range shippedStories(t) {
		d, err := ReadDraft(file)
		if err != nil {
			t.Fatal(err)
		}
		made, err := d.Copy(d.ID+"-b", "B: "+d.Title, func(task string) bool { return tasks[task] }).YAML()
		if err != nil {
			t.Fatal(err)
		}
		files["scenarios/"+d.ID+"-b.yaml"] = &fstest.MapFile{Data: made}
	}
	all, problems := Read(files, Files(files), form.Known{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := all.Studies["casework-2025"].Clone()
	for i := range s.Rounds {
		for _, id := range slices.Clone(s.Rounds[i].Scenarios) {
			s.Rounds[i].Scenarios = append(s.Rounds[i].Scenarios, id+"-b")
		}
	}
	files[s.node.File] = &fstest.MapFile{Data: s.YAML()}
	if _, problems := Read(files, Files(files), form.Known{}); len(problems) > 0 {
		t.Errorf("in a round with what was copied: %v", problems)
	}
	a, b := all.Scenarios["carvalho"], all.Scenarios["carvalho-b"]
	if !reflect.DeepEqual(a.Vignette, b.Vignette) || len(a.Key.Cells) != len(b.Key.Cells) || b.Title != "B: "+a.Title || b.Tasks[0].ID == a.Tasks[0].ID {
		t.Errorf("the copy is %+v", b)
	}
}

// TestAStoryWithAFaultIsKeptAndStopsNothing puts a scenario of one's own on the shelf
// that cannot be used, and a study that uses it.
func TestAStoryWithAFaultIsKeptAndStopsNothing(t *testing.T) {
	d, err := ReadDraft(library(t)["scenarios/doyle.yaml"].Data)
	if err != nil {
		t.Fatal(err)
	}
	d = d.Copy("mine", "My Doyle family", func(task string) bool { return task == "doyle" })
	d.ContentNote, d.Paragraphs = "", append(d.Paragraphs, "[99: Nobody] rang.")
	file, err := d.YAML()
	if err != nil {
		t.Fatal(err)
	}
	own := fstest.MapFS{"scenarios/mine.yaml": {Data: file}}
	shelf, err := ReadShelf(own, assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	st := shelf.Story("mine")
	if st == nil || !st.Own || st.Title() != "My Doyle family" || shelf.Library.Scenarios["mine"] != nil {
		t.Fatalf("on the shelf is %+v", st)
	}
	if got := paths(st.Faults); !slices.Contains(got, "content_note") || !slices.Contains(got, "vignette") {
		t.Errorf("the faults are at %v: %v", got, st.Faults)
	}
	s := shelf.Library.Studies["casework-2025"].Copy("new", "New", 7)
	s.Rounds[0].Scenarios = []string{"mine"}
	e := shelf.With("studies/new.yaml", s.YAML()).Entry("new")
	if e.Sound() || !strings.Contains(e.Faults[0].Words, "“My Doyle family” has something to put right") {
		t.Errorf("a study that uses it has %v", e.Faults)
	}

	// put right
	d, err = shelf.Draft("mine")
	if err != nil {
		t.Fatal(err)
	}
	d.ContentNote, d.Paragraphs = "nothing hard", d.Paragraphs[:len(d.Paragraphs)-1]
	d.Paragraphs[0] += " [" + "8: More]."
	if file, err = d.YAML(); err != nil {
		t.Fatal(err)
	}
	own["scenarios/mine.yaml"].Data = file
	own["studies/new.yaml"] = &fstest.MapFile{Data: s.YAML()}
	if shelf, err = ReadShelf(own, assets.Content); err != nil {
		t.Fatal(err)
	}
	if st := shelf.Story("mine"); len(st.Faults) > 0 || !shelf.Entry("new").Sound() {
		t.Errorf("put right it has %v, and its study %v", st.Faults, shelf.Entry("new").Faults)
	}
	if ships := shelf.Story("doyle"); ships == nil || ships.Own || len(ships.Faults)+len(ships.Doubts) > 0 {
		t.Errorf("what ships is %+v", ships)
	}
}

func paths(faults []Fault) (out []string) {
	for _, f := range faults {
		out = append(out, f.Path)
	}
	return out
}

func TestAStoryThatTakesAnothersNameIsNamedForItsFile(t *testing.T) {
	own := fstest.MapFS{"scenarios/odd.yaml": {Data: library(t)["scenarios/doyle.yaml"].Data}, "scenarios/no.yaml": {Data: []byte("scenario: [")}}
	shelf, err := ReadShelf(own, assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	odd, no := shelf.Story("odd"), shelf.Story("no")
	if odd == nil || len(odd.Faults) == 0 || !strings.Contains(odd.Faults[0].Words, "stands in") || shelf.Story("doyle").Own {
		t.Errorf("the second of a name is %+v", odd)
	}
	if no == nil || no.Scenario != nil || len(no.Faults) == 0 {
		t.Errorf("what is not YAML is %+v", no)
	}
}

// TestAFileOfTheSamePathIsNotChangedInTheWindow: with a fault in it, nothing would be
// left of what ships.
func TestAFileOfTheSamePathIsNotChangedInTheWindow(t *testing.T) {
	own := fstest.MapFS{path.Join("scenarios", "doyle.yaml"): {Data: library(t)["scenarios/doyle.yaml"].Data}}
	shelf, err := ReadShelf(own, assets.Content)
	if err != nil || shelf.Story("doyle") == nil || shelf.Story("doyle").Own {
		t.Errorf("it is %+v, %v", shelf.Story("doyle"), err)
	}
}

func TestFactsAreNumberedInTheOrderOfTheStoryAndTheKeyFollows(t *testing.T) {
	file := []byte("scenario: s\nvignette: |\n  [3: c] and [1: a], [3: c again].\n\n  [7: g]\nknown:\n  answers:\n    x: {q: {value: v, facts: [7, 9]}, r: {value: w, facts: 9}, s: u}\nkey:\n  entities: {x: {type: child}}\n  answers:\n    x: {a: {value: 1, facts: [1, 3]}, b: {value: 2, facts: [9]}, c: {value: 3, facts: [7, 7]}}\n")
	d, err := ReadDraft(file)
	if err != nil {
		t.Fatal(err)
	}
	was := d.Clone()
	if d.InOrder() || d.Renumber() != 3 || !d.InOrder() {
		t.Errorf("the story is %q", d.Paragraphs)
	}
	out, err := d.YAML()
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadDraft(out)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"[1: c] and [2: a], [1: c again].", "[3: g]"}; !slices.Equal(back.Paragraphs, want) {
		t.Errorf("the story is %q", back.Paragraphs)
	}
	for i, want := range [][]int{{2, 1}, nil, {3}} {
		if !slices.Equal(back.Cells[i].Facts, want) {
			t.Errorf("%s rests on %v", back.Cells[i].Question, back.Cells[i].Facts)
		}
	}
	known := back.root.Get("known").Get("answers").Get("x")
	if facts := known.Get("q").Get("facts"); len(facts.Items) != 1 || facts.Items[0].Value != "3" || known.Get("r").Get("facts") != nil || known.Get("s").Value != "u" {
		t.Errorf("what is known is in\n%s", out)
	}
	if again, err := was.YAML(); err != nil || string(again) != string(file) {
		t.Errorf("the draft before changed with it, %v", err)
	}
}

func FuzzDraft(f *testing.F) {
	data, err := os.ReadFile("../../assets/scenarios/hadley.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte("scenario: s\ntasks: [x]\nkey: {answers: {a: {b: }}}"))
	f.Fuzz(func(t *testing.T, file []byte) {
		d, err := ReadDraft(file)
		if err != nil {
			return
		}
		d.Title, d.Paragraphs = "A: title", []string{"One.", "Two."}
		if len(d.Tasks) > 0 {
			d.Tasks[0].Minutes = 7
		}
		d.Cells = append(d.Cells, KeyCell{KeyRef: KeyRef{"one more", "name"}, Blank: true})
		out, err := d.YAML()
		if err != nil {
			return // said in words
		}
		back, err := ReadDraft(out)
		if err != nil || back.Title != d.Title || !slices.Equal(back.Paragraphs, d.Paragraphs) {
			t.Fatalf("%v\n%s", err, out)
		}
	})
}

func sprint(d *Draft) string {
	return fmt.Sprintf("%+v", *d)
}

func TestAStoryWithAFaultCanBeTriedWhereItsFormsAndDateAreThere(t *testing.T) {
	d, err := ReadDraft(library(t)["scenarios/doyle.yaml"].Data)
	if err != nil {
		t.Fatal(err)
	}
	d = d.Copy("mine", "Mine", func(task string) bool { return task == "doyle_contact" })
	for name, c := range map[string]struct {
		change func(d *Draft)
		file   func(words string) string
		says   string
	}{
		"no content note": {func(d *Draft) { d.ContentNote = "" }, nil, ""},
		"no date":         {func(d *Draft) { d.Today = 0 }, nil, "no story date"},
		"no such form":    {nil, func(w string) string { return strings.Replace(w, "forms: [contact_referral]", "forms: [gone]", 1) }, "“gone” is not here"},
		"not YAML":        {nil, func(string) string { return "scenario: [" }, "cannot be read"},
	} {
		now := d.Clone()
		if c.change != nil {
			c.change(now)
		}
		file, err := now.YAML()
		if err != nil {
			t.Fatal(err)
		}
		if c.file != nil {
			file = []byte(c.file(string(file)))
		}
		shelf, err := ReadShelf(fstest.MapFS{"scenarios/mine.yaml": {Data: file}}, assets.Content)
		if err != nil {
			t.Fatal(err)
		}
		lib, err := shelf.Trial("mine")
		switch {
		case c.says == "" && (err != nil || lib.Scenarios["mine"] == nil || shelf.Library.Scenarios["mine"] != nil):
			t.Errorf("%s: %v", name, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%s: it says %v", name, err)
		}
	}
}
