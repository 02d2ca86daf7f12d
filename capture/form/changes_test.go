package form_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"recordwell/capture/form"
)

const firstVersion = `
form: child
version: "1"
title: Child details
entity: child
words: {child_name: the child}
choices:
  yes_no:
    - {name: yes, label: "Yes"}
    - {name: no, label: "No"}
survey:
  - type: group
    name: identity
    label: Who ${child_name} is
    survey:
      - {type: text, name: first_name, label: What is the first name?, short: First name, thing: first name, required: true}
      - {type: date, name: born, label: "When was ${child_name} born?", hint: For example 14 6 2018, short: Born, thing: date of birth}
      - {type: text, name: nickname, label: Nickname?, short: Nickname, thing: nickname}
      - {type: select_one yes_no, name: at_school, label: At school?, short: At school, thing: school}
`

const secondVersion = `
form: child
version: "2"
title: Child details
entity: child
words: {child_name: the child}
choices:
  yes_no:
    - {name: yes, label: "Yes"}
    - {name: no, label: "No"}
    - {name: starts, label: "Starts soon"}
survey:
  - type: group
    name: identity
    label: Who ${child_name} is
    survey:
      - {type: text, name: first_name, label: What is the first name?, short: First name, thing: first name, required: true}
      - {type: date, name: born, label: "When was ${child_name} born?", hint: A year is enough, short: Born, thing: date of birth, required: true}
      - {type: text, name: known_as, label: "What is ${child_name} called?", short: Known as, thing: name, same_as: child/identity/nickname}
      - {type: select_one yes_no, name: at_school, label: At school?, short: At school, thing: school}
      - {type: text, name: school, label: Which school?, short: School, thing: school}
`

func loadOne(t *testing.T, content string) *form.Definition {
	t.Helper()
	d, err := form.Load(fstest.MapFS{"forms/a.yaml": {Data: []byte(content)}}, "forms/a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestChangesBetweenVersions(t *testing.T) {
	first, second := loadOne(t, firstVersion), loadOne(t, secondVersion)
	want := []form.Change{
		{form.Reworded, "child/identity/born", "", "hint", "For example 14 6 2018", "A year is enough"},
		{form.Altered, "child/identity/born", "", "when it must be answered", "", "always"},
		{form.Replaced, "child/identity/known_as", "child/identity/nickname", "question", "Nickname?", "What is the child called?"},
		{form.Altered, "child/identity/at_school", "", "choices", "Yes; No", "Yes; No; Starts soon"},
		{form.Added, "child/identity/school", "", "question", "", "Which school?"},
	}
	got := form.Changes(first, second)
	if !slices.Equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := form.Changes(first, first); len(got) > 0 {
		t.Errorf("a version differs from itself: %+v", got)
	}
	back := form.Changes(second, first)
	if last := back[len(back)-1]; last.Kind != form.Removed || last.Question != "child/identity/school" {
		t.Errorf("the other way round: %+v", back)
	}
}
