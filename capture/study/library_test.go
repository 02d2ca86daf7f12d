package study

import (
	"flag"
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
	"recordwell/validation/field"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestLoad(t *testing.T) {
	l, err := Load(os.DirFS("testdata/good"))
	if err != nil {
		t.Fatal(err)
	}
	s := l.Scenarios["river"]
	if len(s.Vignette) != 2 || s.Vignette[0].Runs[1] != (Run{"14 June 2018", 1}) || s.Vignette[0].Runs[2] != (Run{". She lives with her mum ", 0}) {
		t.Errorf("vignette: %+v", s.Vignette)
	}
	cell := func(alias string, q capture.QuestionID) KeyCell {
		t.Helper()
		i := slices.IndexFunc(s.Key.Cells, func(c KeyCell) bool { return c.KeyRef == KeyRef{alias, q} })
		if i < 0 {
			t.Fatalf("no right answer for %s %s", alias, q)
		}
		return s.Key.Cells[i]
	}
	if c := cell("ada", "child/identity/born"); c.Values[0] != "2018-06-14" || c.Days != 1 || !slices.Equal(c.Facts, []int{1}) {
		t.Errorf("%+v", c)
	}
	if c := cell("ada", "child/identity/needs"); c.Values[0] != "MOB HEAR" {
		t.Errorf("names stand in the order of the list: %q", c.Values)
	}
	if c := cell("mum", "family/household/people/their_birth"); !c.Blank {
		t.Errorf("%+v", c)
	}
	if got := s.Tasks[0].Success[1]; got != (KeyRef{"mum", "family/household/people/relationship"}) {
		t.Errorf("%+v", got)
	}
	if len(s.Traps) != 2 || s.Traps[0].Rule() != "child/identity/born#constraint" || s.Traps[0].Tempting[0].Answer.Value != "2026-06-14" {
		t.Errorf("%+v", s.Traps)
	}
	if last := s.Traps[1]; last.Rule() != "" || len(last.Tempting) != 2 || last.Tempting[1].KeyRef != last.At || !last.Tempting[0].Answer.IsBlank() {
		t.Errorf("%+v", last)
	}
	round := l.Studies["spring"].Rounds[0]
	if round.Forms[0].Hash != l.Forms["child"].Hash || l.Version(round.Forms[1]) != l.Forms["family"] {
		t.Errorf("%+v", round.Forms)
	}
	if len(round.Conditions) != 2 || round.Conditions[0].Wording != "standard" || round.Conditions[1].When != WhileTyping {
		t.Errorf("%+v", round.Conditions)
	}
	if l.Studies["spring"].Retention != datatype.MustDate(2026, 12, 31) || !l.Studies["spring"].Has("K7M4QX") {
		t.Errorf("%+v", l.Studies["spring"])
	}
}

func TestTheGoodLibraryIsClean(t *testing.T) {
	fsys := os.DirFS("testdata/good")
	if _, problems := Read(fsys, Files(fsys), form.Known{}); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestWhatIsSaidOfMistakes(t *testing.T) {
	fsys := os.DirFS("testdata/bad")
	known := form.Known{Validators: map[string]bool{}, Validate: field.Lint}
	for _, tag := range field.Tags() {
		known.Validators[tag] = true
	}
	_, problems := Read(fsys, Files(fsys), known)
	got := problems.Error() + "\n"
	const golden = "testdata/bad/golden.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := Load(fsys); err == nil {
		t.Error("a library with errors was loaded")
	}
}

func TestALockedFormMayNotChange(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, file := range Files(os.DirFS("testdata/good")) {
		data, err := os.ReadFile("testdata/good/" + file)
		if err != nil {
			t.Fatal(err)
		}
		fsys[file] = &fstest.MapFile{Data: data}
	}
	l, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	locked := []byte("- {form: child, version: \"1\", hash: " + string(l.Forms["child"].Hash) + "}")
	study := fsys["studies/spring.yaml"]
	study.Data = replaceOnce(t, study.Data, []byte(`- {form: child, version: "1"}`), locked)
	if _, err := Load(fsys); err != nil {
		t.Fatal(err)
	}
	fsys["forms/child.yaml"].Data = replaceOnce(t, fsys["forms/child.yaml"].Data, []byte("short: Area"), []byte("short: Place"))
	if _, err := Load(fsys); err == nil {
		t.Error("a locked form was changed and nobody noticed")
	}
}
