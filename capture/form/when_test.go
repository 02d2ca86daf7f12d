package form

import (
	"strings"
	"testing"
	"testing/fstest"
)

const dated = `
form: dated
version: "1"
title: Dated
entity: child
when: FORM
survey:
  - type: group
    name: all
    label: All
    survey:
      - {type: date, name: started, label: When did it start?, short: Started, thing: the start}
      - {type: text, name: words, label: What was it?, short: Words, thing: the words}
  - type: group
    name: visits
    label: Visits
    survey:
      - type: repeat
        name: visits
        entity: visit
        label: Visits
        ask: Was there another?
        add_label: "Yes"
        end_label: "No"
        one_title: A visit
        title: ${seen}
        REPEAT
        survey:
          - {type: date, name: seen, label: When was it?, short: Seen, thing: the date}
`

func readDated(t *testing.T, ofForm, ofRepeat string) (*Definition, string) {
	t.Helper()
	text := strings.Replace(strings.Replace(dated, "FORM", ofForm, 1), "REPEAT", ofRepeat, 1)
	d, problems := Read(fstest.MapFS{"forms/dated.yaml": {Data: []byte(text)}}, "forms/dated.yaml")
	return d, problems.Error()
}

func TestWhenNamesTheDatesOfTheTimeline(t *testing.T) {
	d, problems := readDated(t, "started", "when: [seen]\n        when_if: ${seen} > '2025-01-01'")
	if problems != "" {
		t.Fatal(problems)
	}
	r := d.Repeats()[0]
	if len(d.When) != 1 || d.When[0].Name != "started" || len(r.When) != 1 || r.When[0].Name != "seen" || r.WhenIf == nil {
		t.Errorf("the form is dated by %v, its visits by %v", d.When, r.When)
	}
}

func TestWhenIsADateOfItsOwnPlace(t *testing.T) {
	for _, c := range []struct{ form, repeat, want string }{
		{"startd", "", `There is no date "startd" here to stand in the timeline. Did you mean "started"?`},
		{"seen", "", `There is no date "seen" here`},
		{"words", "", `"words" stands in the timeline by its date, but it is text`},
		{"[started, started]", "", `"started" stands twice in "when"`},
		{"started", "when: started", `There is no date "started" here`},
		{"started", "when_if: ${seen} = ''", `"when_if" decides about "when", which is not there`},
	} {
		if _, problems := readDated(t, c.form, c.repeat); !strings.Contains(problems, c.want) {
			t.Errorf("when: %s, %s: said %q", c.form, c.repeat, problems)
		}
	}
}
