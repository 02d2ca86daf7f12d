package xlsform_test

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"recordwell/assets"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/capture/form/xlsform"
	"recordwell/capture/study"
)

// codeset are the choices of a code set that ships.
func codeset(t testing.TB) func(string) *source.Node {
	return func(name string) *source.Node {
		root, problems := source.Read(assets.Content, "codesets/"+name+".yaml")
		if root == nil {
			t.Fatal(problems)
		}
		return root.Get("choices")
	}
}

// TestFormsComeBackTheSame: every form that ships becomes a spreadsheet, and what is
// read from it has the same content, by the hash that locks a version.
func TestFormsComeBackTheSame(t *testing.T) {
	files, err := fs.Glob(assets.Content, "forms/*.yaml")
	if err != nil || len(files) < 11 {
		t.Fatal(len(files), err)
	}
	for _, file := range files {
		want, problems := form.Read(assets.Content, file)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		root, _ := source.Read(assets.Content, file)
		var sheet bytes.Buffer
		if err := xlsform.Write(&sheet, root, codeset(t)); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		back, err := xlsform.Read(&sheet)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if len(back.Left) > 0 {
			t.Errorf("%s: left out: %q", file, back.Left)
		}
		again := fstest.MapFS{"forms/again.yaml": {Data: back.Root.YAML()}}
		got, problems := form.Read(study.Layers(again, assets.Content), "forms/again.yaml")
		if problems.Errors() > 0 {
			t.Fatalf("%s: %v", file, problems)
		}
		if got.Hash != want.Hash {
			t.Errorf("%s is another form when it comes back:\n%.2000s", file, back.Root.YAML())
		}
	}
}

// TestCodeSetsAreWrittenOut: other programs read the choices of shared lists.
func TestCodeSetsAreWrittenOut(t *testing.T) {
	root, _ := source.Read(assets.Content, "forms/child_details.yaml")
	var out bytes.Buffer
	if err := xlsform.Write(&out, root, codeset(t)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("choices")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(rows, func(r []string) bool { return len(r) > 2 && r[0] == "ethnicity" && r[1] == "WBRI" }) {
		t.Errorf("the choices of ethnicity are not there: %q", rows[:4])
	}
	if err := xlsform.Write(&out, root, func(string) *source.Node { return nil }); err == nil {
		t.Error("a code set that is missing is passed over")
	}
}

// book makes a spreadsheet.
func book(t testing.TB, sheets map[string][][]any) *bytes.Buffer {
	t.Helper()
	f := excelize.NewFile()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return &out
}

// TestASpreadsheetOfOthers: one as people write them for other programs, with other
// spellings, two languages, things that Recordwell has not, and names of their own.
func TestASpreadsheetOfOthers(t *testing.T) {
	got, err := xlsform.Read(book(t, map[string][][]any{
		"Survey": {
			{"type", "name", "label::English (en)", "label::Français (fr)", "required", "relevant", "constraint message", "constraint", "media::image"},
			{"start", "start"},
			{"text", "Full Name", "What is your name?", "Quel est votre nom ?", "yes", "", "", "", "face.png"},
			{"geopoint", "where", "Where are you?"},
			{"int", "age", "How old is ${Full Name}?", "", "TRUE", "", "Age must be 120 or less", ". <= 120"},
			{"begin group", "home", "Home"},
			{"select_one yes_no or_other", "garden", "Is there a garden?", "", "no", "${age} > 3"},
			{"end group"},
			{"begin_repeat", "pets", "Pets"},
			{"select_multiple from kinds", "kind", "Which kinds?"},
			{"end_repeat"},
			{"calculate", "older"},
		},
		"choices": {
			{"list name", "name", "label::English (en)", "label::Français (fr)"},
			{"yes_no", "yes", "Yes", "Oui"}, {"yes_no", "no", "No", "Non"},
			{"unused", 1, "One", "Un"},
		},
		"settings": {{"form_title", "form_id", "version", "style"}, {"Home visit", "Home-Visit", 20250101, "pages"}},
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := `form: home_visit
version: "20250101"
title: Home visit
entity: case
choices:
  yes_no:
    - {name: "yes", label: "Yes"}
    - {name: "no", label: "No"}
survey:
  - type: group
    name: questions
    label: Questions
    survey:
      - type: text
        name: full_name
        label: "What is your name?"
        required: "true"
      - type: integer
        name: age
        label: "How old is ${full_name}?"
        required: "true"
        constraint: ". <= 120"
        constraint_message: Age must be 120 or less
  - type: group
    name: home
    label: Home
    survey:
      - type: select_one yes_no
        name: garden
        label: "Is there a garden?"
        relevant: "${age} > 3"
  - type: group
    name: pets
    label: Pets
    survey:
      - type: repeat
        name: pets
        entity: pets
        label: Pets
        survey:
          - type: select_multiple kinds
            name: kind
            label: "Which kinds?"
  - type: group
    name: questions_2
    label: Questions
    survey:
      - type: calculate
        name: older
`
	plain := func(s string) string { // the order of keys is not what this is about
		lines := strings.Split(s, "\n")
		slices.Sort(lines)
		return strings.Join(lines, "\n")
	}
	if text := string(got.Root.YAML()); plain(text) != plain(want) {
		t.Errorf("made is\n%s", text)
	}
	for _, words := range []string{
		"Words in Français (fr) are left out: a form has one language",
		"survey, row 3: the name Full Name is full_name, because names are small letters, figures and _",
		"survey, row 2: start is left out: Recordwell keeps a log of its own",
		"survey, row 4: Recordwell does not ask for geopoint, so the row is left out",
		"survey, row 7: or_other is left out. Add a choice, and a question that asks what it is",
		"survey, row 10: there are no choices for the list kinds",
		"choices: no question uses the list unused, so it is left out",
		"settings: style is left out",
	} {
		if !slices.Contains(got.Left, words) {
			t.Errorf("nobody is told %q of\n%s", words, strings.Join(got.Left, "\n"))
		}
	}
}

// TestWhatIsNoFormSaysWhy: in words that say what to do.
func TestWhatIsNoFormSaysWhy(t *testing.T) {
	for words, in := range map[string]*bytes.Buffer{
		"Save it as .xlsx": bytes.NewBufferString("type,name\ntext,a\n"),
		"no sheet":         book(t, map[string][][]any{"questions": {{"type", "name"}}}),
		"no column":        book(t, map[string][][]any{"survey": {{"name", "label"}, {"a", "A"}}}),
		"is not ended":     book(t, map[string][][]any{"survey": {{"type", "name"}, {"begin_group", "a"}, {"text", "b"}}}),
		"ends nothing":     book(t, map[string][][]any{"survey": {{"type", "name"}, {"begin_group", "a"}, {"end_repeat", "a"}}}),
	} {
		if _, err := xlsform.Read(in); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q is told as %v", words, err)
		}
	}
}

// TestDamagedSpreadsheets: whatever became of the bytes, there is a form or an error.
func TestDamagedSpreadsheets(t *testing.T) {
	whole := book(t, map[string][][]any{"survey": {{"type", "name"}, {"begin_group", "a"}, {"text", "b"}, {"end_group"}}}).Bytes()
	refused := 0
	for at := 0; at < len(whole); at += 7 {
		damaged := bytes.Clone(whole)
		damaged[at] ^= 0x55
		for _, content := range [][]byte{damaged, whole[:at]} {
			made, err := xlsform.Read(bytes.NewReader(content))
			if err == nil && made.Root.Get("survey") == nil {
				t.Errorf("%d: neither a form nor an error", at)
			}
			if err != nil {
				refused++
			}
		}
	}
	if refused == 0 {
		t.Error("no damage is noticed")
	}
}
