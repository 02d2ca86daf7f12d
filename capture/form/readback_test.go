package form

import (
	"strings"
	"testing"
	"testing/fstest"
)

const readBackForm = `form: f
version: "1"
title: F
entity: child
read_back: %s
survey:
  - type: group
    name: s
    label: Section
    read_back: {child: About you}
    survey:
      - {type: text, name: plain, label: Plain, short: Plain, thing: plain}
      - {type: text, name: hidden, label: Hidden, short: Hidden, thing: hidden, read_back: none}
      - {type: text, name: said, label: Said, short: Said, thing: said, read_back: "It is ${said}"}
      - {type: text, name: aged, label: Aged, short: Aged, thing: aged, read_back: {child: "You say ${aged}", under_8: none, carers: short}}
      - {type: text, name: open, label: Open, short: Open, thing: open, read_back: everyone}
`

func readBackOf(t *testing.T, around string) (*Definition, error) {
	t.Helper()
	return Load(fstest.MapFS{"forms/f.yaml": {Data: []byte(strings.Replace(readBackForm, "%s", around, 1))}}, "forms/f.yaml")
}

func TestWhoIsToldWhat(t *testing.T) {
	for around, want := range map[string]map[string]string{
		// under 8, 8 to 12, 13 and over, carers
		"carers":   {"plain": "---N", "hidden": "----", "said": "SSSS", "aged": "-SSN", "open": "-NNN"},
		"everyone": {"plain": "-NNN", "hidden": "----", "said": "SSSS", "aged": "-SSN", "open": "-NNN"},
		"none":     {"plain": "----", "hidden": "----", "said": "SSSS", "aged": "-SSN", "open": "-NNN"},
	} {
		d, err := readBackOf(t, around)
		if err != nil {
			t.Fatal(err)
		}
		for name, told := range want {
			var got strings.Builder
			for _, x := range d.Named(name).ReadBack {
				got.WriteByte("-NS"[x.How])
			}
			if got.String() != told {
				t.Errorf("in a form for %s, %s is told as %s, want %s", around, name, got.String(), told)
			}
		}
		sec := d.Sections[0]
		if got := sec.ReadTitle[From8].Source(); got != "About you" || !sec.ReadTitle[Carers].IsEmpty() {
			t.Errorf("the section is headed %q for a child and %q for carers", got, sec.ReadTitle[Carers].Source())
		}
	}
}

func TestReadBackTakesNoOtherReader(t *testing.T) {
	_, err := readBackOf(t, "{grandparents: short}")
	if err == nil || !strings.Contains(err.Error(), "grandparents") {
		t.Errorf("an unknown reader: %v", err)
	}
	if d, err := readBackOf(t, "{child: \"${nobody}\"}"); err == nil {
		if _, err = Link(d); err == nil {
			t.Error("a name that means nothing is taken")
		}
	}
}
