package form

import (
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func load(t testing.TB, name string) *Definition {
	t.Helper()
	d, err := Load(os.DirFS("testdata"), "forms/"+name+".yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func linked(t testing.TB) *Set {
	t.Helper()
	s, err := Link(load(t, "child"), load(t, "family"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestLoad(t *testing.T) {
	d := load(t, "child")
	q := d.Question("child/identity/school/upn")
	if q == nil || q.Name != "upn" || q.Section.Name != "identity" || len(q.Within) != 1 || q.Within[0].Source() != "${has_upn} = 'yes'" {
		t.Fatalf("upn is %+v", q)
	}
	if d.Parent != capture.CaseEntity || q.Entity() != "child" || len(d.Sections) != 2 || len(d.Hash) != 64 {
		t.Errorf("parent %q, entity %q, %d sections, hash %q", d.Parent, q.Entity(), len(d.Sections), d.Hash)
	}
	yes := d.Named("has_upn").List.Choice("yes")
	if yes == nil || yes.Label.Source() != "Yes" {
		t.Error("yes and no stay text")
	}
	if got := d.Named("ethnicity").List.Choice("NOBT").Label.Source(); got != "Not obtained yet" {
		t.Error(got)
	}
	if born := d.Named("born"); born.Required.Source() != "true()" || !born.Has("partial-date") || born.States[0].State != capture.NotKnown || born.Items[0] != "ChildIdentifiers.PersonBirthDate" {
		t.Errorf("%+v", born)
	}
	if !d.Named("needs").List.Choice("NONE").Exclusive || d.Named("needs").List.Choice("MOB").Other[1] != "mobility" {
		t.Error("choice attributes are lost")
	}
	if d.Named("nothing") != nil {
		t.Error("found a question that is not there")
	}
	f := load(t, "family")
	if q := f.Named("first_name"); q.Repeat == nil || q.Entity() != "person" || q.ID != "family/household/people/first_name" {
		t.Errorf("%+v", q)
	}
}

func TestTheHashIsOfTheContent(t *testing.T) {
	src, err := os.ReadFile("testdata/forms/child.yaml")
	if err != nil {
		t.Fatal(err)
	}
	set, err := os.ReadFile("testdata/codesets/ethnicity.yaml")
	if err != nil {
		t.Fatal(err)
	}
	hash := func(form, set string) capture.Hash {
		t.Helper()
		d, err := Load(fstest.MapFS{"forms/c.yaml": {Data: []byte(form)}, "codesets/ethnicity.yaml": {Data: []byte(set)}}, "forms/c.yaml")
		if err != nil {
			t.Fatal(err)
		}
		return d.Hash
	}
	was := hash(string(src), string(set))
	change := func(old, new string) string {
		if !strings.Contains(string(src), old) {
			t.Fatalf("%q is not in the form", old)
		}
		return strings.Replace(string(src), old, new, 1)
	}
	for what, same := range map[string]string{
		"comment":      "# a comment\n" + string(src),
		"key order":    change("        name: born\n        label: When was ${child_name} born?\n", "        label: When was ${child_name} born?\n        name: born\n"),
		"white space":  change("constraint: . <= today()", "constraint:   .<=  today( )"),
		"brackets":     change("constraint: . <= today()", "constraint: (. <= today())"),
		"quotes":       change("short: Area", `short: "Area"`),
		"folding":      change("label: Which area does ${child_name} live in?", "label: >-\n          Which area does\n          ${child_name} live in?"),
		"yes":          change("required: yes", "required: true()"),
		"an empty key": change("short: Area", "short: Area\n        hint:"),
	} {
		if hash(same, string(set)) != was {
			t.Errorf("%s changed the hash", what)
		}
	}
	for what, other := range map[string]string{
		"a label":        change("Which area", "What area"),
		"a version":      change(`version: "1"`, `version: "2"`),
		"choices' order": change("    - {name: en, label: England}\n    - {name: wa, label: Wales}\n", "    - {name: wa, label: Wales}\n    - {name: en, label: England}\n"),
		"a check":        change(". <= today()", ". < today()"),
	} {
		if hash(other, string(set)) == was {
			t.Errorf("%s did not change the hash", what)
		}
	}
	if hash(string(src), strings.Replace(string(set), "White British", "British", 1)) == was {
		t.Error("a code set's label did not change the hash")
	}
}

// knownWords stands for the statutory model and the validator.
var knownWords = Known{Items: map[string]bool{"ChildIdentifiers.PersonBirthDate": true, "ChildIdentifiers.UPN": true}, Validators: map[string]bool{"max": true, "upn": true, "personname": true}}

func TestTheFormsOfTheTestsAreClean(t *testing.T) {
	for _, name := range []string{"child", "family"} {
		d, problems := Read(os.DirFS("testdata"), "forms/"+name+".yaml")
		if all := append(problems, d.Check(knownWords)...); len(all) > 0 {
			t.Error(all)
		}
	}
	if problems := linked(t).Check(); len(problems) > 0 {
		t.Error(problems)
	}
}

// TestLintSaysEachMistake holds the words for one mistake of each kind.
func TestLintSaysEachMistake(t *testing.T) {
	for _, name := range []string{"structure", "names", "style", "task", "syntax"} {
		t.Run(name, func(t *testing.T) {
			d, problems := Read(os.DirFS("testdata"), "bad/"+name+".yaml")
			switch name {
			case "structure", "style":
				problems = append(problems, d.Check(knownWords)...)
			case "names", "task":
				set, err := Link(d, load(t, "child"))
				if err != nil {
					problems = append(problems, err.(source.Problems)...)
				} else {
					problems = append(problems, set.Check()...)
				}
			}
			compareGolden(t, "testdata/bad/"+name+".golden", problems.Sorted().Error()+"\n")
		})
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func FuzzLoad(f *testing.F) {
	// Small files: minimising large ones would take all of the time.
	const head = "form: x\nversion: 1\ntitle: X\nentity: x\nsurvey:\n- {type: group, name: g, label: G, survey: "
	for _, rows := range []string{
		"[{type: text, name: a, label: '${a}', relevant: 1 = 1}]}",
		"[{type: repeat, name: a, entity: b, survey: [{type: note, name: c, label: C}]}]}",
		"[{type: select_one l, name: a, choice_filter: b = 'c'}]}\nchoices: {l: [{name: a, label: A, b: c}]}",
		"[&a {type: date, name: a, states: {refused: No}}, {<<: *a, name: b}]}",
		"[{type: calculate, name: a, calculate: '${b}'}, {type: calculate, name: b, calculate: '${a}'}]}",
	} {
		f.Add([]byte(head + rows))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := Read(fstest.MapFS{"forms/x.yaml": {Data: data}}, "forms/x.yaml")
		if d == nil {
			if problems.Errors() == 0 {
				t.Fatal("neither a form nor a problem")
			}
			return
		}
		d.Check(Known{})
		if problems.Errors() > 0 {
			return
		}
		again, _ := Read(fstest.MapFS{"forms/x.yaml": {Data: append([]byte("# again\n"), data...)}}, "forms/x.yaml")
		if again == nil || again.Hash != d.Hash {
			t.Fatal("a comment changed the form")
		}
		if _, err := Link(d); err != nil && err.Error() == "" {
			t.Fatal("an error without words")
		}
	})
}
