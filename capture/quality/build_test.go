package quality_test

import (
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/quality"
	"recordwell/capture/study"
	"recordwell/validation"
)

const family = `
form: family
version: "1"
title: Family
entity: case
choices:
  needs:
    - {name: a, label: A}
    - {name: b, label: B}
    - {name: c, label: C}
survey:
  - type: group
    name: child
    label: The child
    survey:
      - {type: text, name: first_name, label: First name, short: First name, thing: first name, required: true, validate: personname}
      - {type: date, name: date_of_birth, label: Born, short: Born, thing: date of birth, required: true}
      - {type: date, name: arrived, label: Arrived, short: Arrived, thing: date of arrival, constraint: ". >= ${date_of_birth}", constraint_message: Too early}
      - {type: integer, name: year, label: Year, short: Year, thing: year}
      - {type: select_multiple, name: needs, label: Needs, short: Needs, thing: needs, choices: needs}
      - {type: text, name: upn, label: UPN, short: UPN, thing: UPN, validate: upn, states: {not_known: I do not know}}
      - {type: text, name: story, label: Story, short: Story, thing: story}
      - {type: text, name: first_name_again, label: Name, short: Name, thing: name, same_as: family/child/first_name}
  - type: group
    name: people
    label: People
    survey:
      - type: repeat
        name: person
        entity: person
        label: People
        ask: Does anyone else live here?
        add_label: "Yes"
        end_label: "No"
        title: ${name}
        one_title: A person
        survey:
          - {type: text, name: name, label: Name, short: Name, thing: name, required: true, validate: personname}
          - {type: date, name: birth_date, label: Born, short: Born, thing: date of birth}
`

func loadFamily(t testing.TB) *form.Definition {
	t.Helper()
	d, err := form.Load(fstest.MapFS{"forms/family.yaml": {Data: []byte(family)}}, "forms/family.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func id(name string) capture.QuestionID {
	if name == "name" || name == "birth_date" {
		return capture.QuestionID("family/people/person/" + name)
	}
	return capture.QuestionID("family/child/" + name)
}

// key is the story's right answers.
func key() *study.Scenario {
	cell := func(alias, name string, values ...string) study.KeyCell {
		return study.KeyCell{KeyRef: study.KeyRef{Alias: alias, Question: id(name)}, Values: values}
	}
	arrived := cell("family", "arrived", "2025-08-01")
	arrived.Days = 3
	upn := cell("family", "upn")
	upn.States = []capture.State{capture.NotKnown}
	blank := cell("family", "first_name_again")
	blank.Blank = true
	free := cell("family", "story")
	free.NotScored = true
	return &study.Scenario{
		ID: "s", Tasks: []study.Task{{ID: "record", Forms: []string{"family"}, Success: []study.KeyRef{{Alias: "family", Question: id("date_of_birth")}}}},
		Key: study.Key{
			Entities: []study.KeyEntity{{Alias: "family", Type: "case"}, {Alias: "mother", Type: "person"}, {Alias: "brother", Type: "person"}},
			Cells: []study.KeyCell{
				cell("family", "first_name", "Maya", "Maia"), cell("family", "date_of_birth", "2018-06-14"), arrived,
				cell("family", "year", "3"), cell("family", "needs", "a b"), upn, blank, free,
				cell("mother", "name", "Joana Carvalho"), cell("mother", "birth_date", "1991-02-02"),
				cell("brother", "name", "Tomás Carvalho"), cell("brother", "birth_date", "2022-05-05"),
			},
		},
	}
}

// paper is a record being filled in.
type paper struct{ sub capture.Submission }

func newPaper() *paper {
	p := &paper{capture.Submission{Session: "session", Task: "record"}}
	p.sub.Case.Entities = []capture.Entity{{ID: "case", Type: capture.CaseEntity}}
	for _, n := range []string{"first_name", "date_of_birth", "arrived", "year", "needs", "upn", "story", "first_name_again"} {
		p.sub.Answers = append(p.sub.Answers, capture.SubmittedAnswer{Ref: capture.Ref{Entity: "case", Question: id(n)}})
	}
	return p
}

func value(v string) capture.Answer {
	return capture.Answer{State: capture.Answered, Raw: v, Value: v, Readable: true}
}

func (p *paper) set(name string, a capture.Answer) *paper { return p.about("case", name, a) }

func (p *paper) about(entity capture.EntityID, name string, a capture.Answer) *paper {
	for i := range p.sub.Answers {
		if x := &p.sub.Answers[i]; x.Entity == entity && x.Question == id(name) {
			x.Answer = a
		}
	}
	return p
}

func (p *paper) person(entity capture.EntityID, name, born string) *paper {
	p.sub.Case.Entities = append(p.sub.Case.Entities, capture.Entity{ID: entity, Type: "person", Parent: "case"})
	for n, v := range map[string]string{"name": name, "birth_date": born} {
		a := capture.SubmittedAnswer{Ref: capture.Ref{Entity: entity, Question: id(n)}}
		if v != "" {
			a.Answer = value(v)
		}
		p.sub.Answers = append(p.sub.Answers, a)
	}
	return p
}

func (p *paper) assess(t testing.TB, flagged ...capture.Ref) quality.Assessment {
	t.Helper()
	return quality.Assess(quality.Inputs{
		Submission: &p.sub, Forms: quality.NewForms(loadFamily(t)), Scenario: key(),
		Flags: func(r capture.Ref) validation.Severity {
			for _, f := range flagged {
				if f == r {
					return validation.Error
				}
			}
			return 0
		},
	})
}

func outcome(t testing.TB, a quality.Assessment, alias, name string) quality.Cell {
	t.Helper()
	for _, c := range a.Cells {
		if c.Alias == alias && c.Question == id(name) {
			return c
		}
	}
	t.Fatalf("no cell %s.%s", alias, name)
	return quality.Cell{}
}
