package quality_test

import (
	"testing"

	"recordwell/capture"
	"recordwell/capture/quality"
	"recordwell/capture/study"
)

// knowing is the story in which the record holds the child's date of birth, her
// year and her brother already; the story says that the year has changed.
func knowing() *study.Scenario {
	s := key()
	s.Key.Entities[2].Known = true
	known := func(alias, name, value string) study.KeyCell {
		return study.KeyCell{KeyRef: study.KeyRef{Alias: alias, Question: id(name)}, Values: []string{value}}
	}
	s.Known = []study.KeyCell{
		known("family", "date_of_birth", "2018-06-14"), known("family", "year", "2"), known("family", "story", "As told"),
		known("brother", "name", "Tomás Carvalho"), known("brother", "birth_date", "2022-05-05"),
	}
	keep := s.Key.Cells[:0]
	for _, c := range s.Key.Cells {
		if c.Alias != "brother" {
			keep = append(keep, c)
		}
	}
	s.Key.Cells = keep
	return s
}

// known is a paper with what the record holds, unchanged.
func known() *paper {
	p := newPaper().set("date_of_birth", value("2018-06-14")).set("year", value("2")).set("story", value("As told")).
		person("brother", "Tomás Carvalho", "2022-05-05")
	for i := range p.sub.Answers {
		p.sub.Answers[i].Known = !p.sub.Answers[i].Answer.IsBlank()
	}
	return p
}

// change is what a person writes over what was known.
func (p *paper) change(entity capture.EntityID, name, v string) *paper {
	p.about(entity, name, value(v))
	for i := range p.sub.Answers {
		if x := &p.sub.Answers[i]; x.Entity == entity && x.Question == id(name) {
			x.Known = false
		}
	}
	return p
}

func (p *paper) judge(t *testing.T) quality.Assessment {
	t.Helper()
	return quality.Assess(quality.Inputs{Submission: &p.sub, Forms: quality.NewForms(loadFamily(t)), Scenario: knowing()})
}

func TestWhatWasKnownIsNobodysWork(t *testing.T) {
	a := known().judge(t)
	for _, c := range a.Cells {
		if c.Outcome == quality.Correct && c.Question != id("first_name_again") {
			t.Errorf("%s.%s counts as right, but it was right before", c.Alias, c.Question)
		}
	}
	for _, q := range a.Questions {
		if q.Filled() > 0 {
			t.Errorf("%d answers to %s count as given", q.Filled(), q.Question)
		}
	}
	if !a.Success {
		t.Error("the critical answer stands, and still the task failed")
	}
	if a.MissingPeople != 1 || a.ExtraPeople != 0 || a.Duplicates.Entities != 0 {
		t.Errorf("missing %d, extra %d, counted %d", a.MissingPeople, a.ExtraPeople, a.Duplicates.Entities)
	}
	if c := outcome(t, a, "family", "year"); c.Outcome != quality.WrongButValid {
		t.Errorf("what has changed in the story and was left is %s", c.Outcome)
	}
}

func TestWhatWasKnownAndIsChangedCounts(t *testing.T) {
	a := known().change("case", "year", "3").change("case", "date_of_birth", "2018-06-15").change("brother", "birth_date", "2022-06-05").judge(t)
	for name, want := range map[string]quality.Outcome{"year": quality.Correct, "date_of_birth": quality.WrongButValid} {
		if c := outcome(t, a, "family", name); c.Outcome != want {
			t.Errorf("%s is %s", name, c.Outcome)
		}
	}
	if c := outcome(t, a, "brother", "birth_date"); c.Outcome != quality.WrongButValid {
		t.Errorf("what was right and was spoilt is %s", c.Outcome)
	}
	if a.Success {
		t.Error("a critical answer was spoilt, and still the task succeeded")
	}
}

func TestSomeoneKnownWhoIsAddedAgainIsADuplicate(t *testing.T) {
	a := known().person("again", "Tomas Carvalho", "2022-05-05").judge(t)
	if a.Duplicates.Near != 1 || a.Duplicates.Entities != 1 {
		t.Errorf("%+v", a.Duplicates)
	}
}

func TestSomeoneKnownWhoIsTakenOutIsMissing(t *testing.T) {
	p := known()
	p.sub.Case.Entities[1].Removed = true
	if a := p.judge(t); a.MissingPeople != 2 { // the mother was never added
		t.Errorf("%d are missing", a.MissingPeople)
	}
}
