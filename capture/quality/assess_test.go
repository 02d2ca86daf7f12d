package quality_test

import (
	"testing"

	"pgregory.net/rapid"

	"recordwell/capture"
	"recordwell/capture/quality"
)

func TestOutcomes(t *testing.T) {
	at := func(name string) capture.Ref { return capture.Ref{Entity: "case", Question: id(name)} }
	typed := capture.Answer{State: capture.Answered, Raw: "someday"}
	for _, c := range []struct {
		what, question string
		answer         capture.Answer
		flagged        bool
		want           quality.Outcome
	}{
		{"as in the key", "first_name", value("Maya"), false, quality.Correct},
		{"another right answer", "first_name", value("Maia"), false, quality.Correct},
		{"case, spaces and signs do not matter", "first_name", value(" MA-YA "), false, quality.Correct},
		{"another name", "first_name", value("Mary"), false, quality.WrongButValid},
		{"another name, and a rule says so", "first_name", value("Mary1"), true, quality.WrongAndFlagged},
		{"blank", "first_name", capture.Answer{}, false, quality.Missing},
		{"blank and flagged is missing", "first_name", capture.Answer{}, true, quality.Missing},
		{"the day is out", "date_of_birth", value("2018-06-15"), false, quality.WrongButValid},
		{"not readable", "date_of_birth", typed, false, quality.WrongAndFlagged},
		{"within the tolerance", "arrived", value("2025-08-04"), false, quality.Correct},
		{"outside the tolerance", "arrived", value("2025-08-05"), false, quality.WrongButValid},
		{"numbers by value", "year", value("3.0"), false, quality.Correct},
		{"a set in any order", "needs", value("b a"), false, quality.Correct},
		{"a set with one too many", "needs", value("a b c"), false, quality.WrongButValid},
		{"escape where the story knows", "year", capture.Answer{State: capture.Refused, Readable: true}, false, quality.NotKnownWhenKnown},
		{"not known, as the story says", "upn", capture.Answer{State: capture.NotKnown, Readable: true}, false, quality.Correct},
		{"a value where nobody knows", "upn", value("A950000178301"), false, quality.WrongButValid},
		{"should be blank", "first_name_again", value("Maya"), false, quality.Extra},
	} {
		p := newPaper().set(c.question, c.answer)
		var flags []capture.Ref
		if c.flagged {
			flags = append(flags, at(c.question))
		}
		if got := outcome(t, p.assess(t, flags...), "family", c.question).Outcome; got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestAccentsAreForgivenAndCounted(t *testing.T) {
	a := newPaper().person("p1", "Tomas Carvalho", "2022-05-05").person("p2", "Joana Carvalho", "1991-02-02").assess(t)
	if c := outcome(t, a, "brother", "name"); c.Outcome != quality.Correct || !c.Diacritics || c.Entity != "p1" {
		t.Errorf("%+v", c)
	}
	if c := outcome(t, a, "mother", "name"); c.Diacritics {
		t.Errorf("%+v", c)
	}
}

func TestSetsAreMeasuredByF1(t *testing.T) {
	c := outcome(t, newPaper().set("needs", value("b c")).assess(t), "family", "needs")
	if !c.Set || c.F1 != 0.5 || c.SetMissing != 1 || c.SetExtra != 1 {
		t.Errorf("%+v", c)
	}
}

func TestPeopleAreMatchedByWhatTheyHave(t *testing.T) {
	// Mother's name is misspelt and her brother's date is a year out: each is
	// still nearest to whom it means. A neighbour is not in the story.
	a := newPaper().
		person("x", "Tomás Carvalho", "2021-05-05").
		person("y", "Joanna Carvalo", "1991-02-02").
		person("z", "Edith Whitlock", "1950-01-09").assess(t)
	if a.MissingPeople != 0 || a.ExtraPeople != 1 {
		t.Errorf("missing %d, extra %d", a.MissingPeople, a.ExtraPeople)
	}
	if c := outcome(t, a, "mother", "name"); c.Entity != "y" || c.Outcome != quality.WrongButValid {
		t.Errorf("mother: %+v", c)
	}
	if c := outcome(t, a, "brother", "birth_date"); c.Entity != "x" || c.Outcome != quality.WrongButValid {
		t.Errorf("brother: %+v", c)
	}
	extras := 0
	for _, c := range a.Cells {
		if c.Outcome == quality.Extra {
			extras++
		}
	}
	if extras != 2 {
		t.Errorf("%d extra answers, want the neighbour's two", extras)
	}
}

func TestNobodyIsTakenForSomeoneElse(t *testing.T) {
	a := newPaper().person("z", "Edith Whitlock", "1950-01-09").assess(t)
	if a.MissingPeople != 2 || a.ExtraPeople != 1 || outcome(t, a, "mother", "name").Outcome != quality.Missing {
		t.Errorf("missing %d, extra %d", a.MissingPeople, a.ExtraPeople)
	}
}

func TestSuccessIsTheCriticalCells(t *testing.T) {
	a := newPaper().set("date_of_birth", value("2018-06-14")).assess(t)
	if !a.SuccessKnown || !a.Success {
		t.Error("all critical cells are right")
	}
	a = newPaper().set("first_name", value("Maya")).assess(t)
	if !a.SuccessKnown || a.Success {
		t.Error("the critical date is missing")
	}
	if a.Unscored != 1 {
		t.Errorf("%d free texts to score", a.Unscored)
	}
}

func TestWithoutAKeyAccuracyIsNotMeasured(t *testing.T) {
	p := newPaper().set("first_name", value("Maya"))
	a := quality.Assess(quality.Inputs{Submission: &p.sub, Forms: quality.NewForms(loadFamily(t))})
	if len(a.Cells) != 0 || a.SuccessKnown || len(a.Questions) == 0 {
		t.Errorf("%+v", a)
	}
}

func TestCountsOfARecord(t *testing.T) {
	p := newPaper().
		set("first_name", value("TBC")).set("upn", capture.Answer{State: capture.NotKnown, Readable: true}).
		set("first_name_again", value("t.b.c")).set("arrived", value("2018-01-01")).
		person("p1", "Joana Carvalho", "1991-02-02").person("p2", "JOANA CARVALHO", "").person("p3", "Joana Carvalho", "1990-02-02")
	a := p.assess(t, capture.Ref{Entity: "case", Question: id("arrived")})
	by := map[capture.QuestionID]quality.QuestionCounts{}
	for _, c := range a.Questions {
		by[c.Question] = c
	}
	if c := by[id("first_name")]; !c.Required || c.Asked != 1 || c.Filled() != 1 || c.Workarounds[quality.StandIn] != 1 {
		t.Errorf("name: %+v", c)
	}
	if c := by[id("upn")]; c.Filled() != 1 || c.States[capture.NotKnown] != 1 || c.Blank() != 0 {
		t.Errorf("UPN: not known is an answer, listed apart: %+v", c)
	}
	if c := by[id("birth_date")]; c.Asked != 3 || c.Blank() != 1 {
		t.Errorf("births: %+v", c)
	}
	if a.AskedTwice != 1 || a.AskedTwiceSame != 1 {
		t.Errorf("asked twice %d, same %d", a.AskedTwice, a.AskedTwiceSame)
	}
	if a.CrossField != 1 || a.CrossFieldPassed != 0 || a.Errors != 1 {
		t.Errorf("cross-field %d of %d, errors %d", a.CrossFieldPassed, a.CrossField, a.Errors)
	}
	// p2 repeats p1 (no date contradicts); p3 repeats p2, whose date is blank.
	if d := a.Duplicates; d.Entities != 3 || d.Near != 2 || d.Identifier != 0 {
		t.Errorf("duplicates %+v", d)
	}
}

// Rows of the error matrix sum to the applicable cells, by question, by section
// and in all.
func TestTheErrorMatrixAddsUp(t *testing.T) {
	def := loadFamily(t)
	answers := rapid.SampledFrom([]capture.Answer{
		{}, value("Maya"), value("Joana Carvalho"), value("2018-06-14"), value("3"), value("a b"), value("tbc"),
		{State: capture.NotKnown, Readable: true}, {State: capture.Answered, Raw: "?"},
	})
	rapid.Check(t, func(rt *rapid.T) {
		st := quality.NewStudy(func(q capture.QuestionID) string { return string(q)[:len("family/child")] })
		want := 0
		for range rapid.IntRange(1, 4).Draw(rt, "records") {
			p := newPaper()
			p.sub.Session = capture.SessionID(rapid.SampledFrom([]string{"one", "two"}).Draw(rt, "session"))
			for _, n := range rapid.SliceOfN(rapid.SampledFrom([]string{"Joana Carvalho", "Tomas Carvalho", "X", ""}), 0, 4).Draw(rt, "people") {
				p.person(capture.EntityID(rapid.StringMatching("[a-z]{12}").Draw(rt, "id")), n, "")
			}
			for i := range p.sub.Answers {
				p.sub.Answers[i].Answer = answers.Draw(rt, "answer")
			}
			in := quality.Inputs{Submission: &p.sub, Forms: quality.NewForms(def), Scenario: key()}
			a := quality.Assess(in)
			seen := map[string]bool{}
			for _, c := range a.Cells {
				k := c.Alias + "|" + string(c.Entity) + "|" + string(c.Question)
				if seen[k] {
					rt.Fatalf("cell %s is counted twice", k)
				}
				seen[k] = true
			}
			want += len(a.Cells)
			st.Add(a)
		}
		byQuestion := 0
		for _, q := range st.Questions() {
			s := st.Question(q)
			byQuestion += s.Matrix.Applicable()
			if s.Matrix.Applicable() != s.Accuracy.Whole || s.Matrix[quality.Correct] != s.Accuracy.Part {
				rt.Fatalf("%s: %v against %d of %d", q, s.Matrix, s.Accuracy.Part, s.Accuracy.Whole)
			}
		}
		all := st.All()
		if all.Matrix.Applicable() != want || byQuestion != want || all.Matrix.Wrong()+all.Accuracy.Part != want {
			rt.Fatalf("%d cells, %d in the matrix, %d by question", want, all.Matrix.Applicable(), byQuestion)
		}
		states := 0
		for _, n := range all.States {
			states += n
		}
		if states != all.Asked || all.Complete.Whole != all.Asked || all.Required.Whole+all.Optional.Whole != all.Asked {
			rt.Fatalf("states %v of %d", all.States, all.Asked)
		}
	})
}
