package form

import (
	"strings"
	"testing"

	"recordwell/capture"
)

func names(qs []*Question) string {
	var out []string
	for _, q := range qs {
		out = append(out, q.Name)
	}
	return strings.Join(out, " ")
}

func TestDependents(t *testing.T) {
	s := linked(t)
	for id, want := range map[capture.QuestionID]string{
		"child/identity/born":                "years_old has_upn upn their_birth", // by way of years_old, and of has_upn coming or going
		"child/identity/has_upn":             "upn",
		"child/identity/given_names":         "relationship", // in another form's label
		"child/place/country":                "area",
		"family/household/people/main_carer": "carers",
		"family/household/people/first_name": "their_birth size",
		"child/identity/ethnicity":           "",
	} {
		q := s.Question(id)
		if q == nil {
			t.Fatalf("no question %s", id)
		}
		if got := names(s.Dependents(q)); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	if len(s.Questions()) != 17 || s.Questions()[0].ID != "child/identity/given_names" {
		t.Errorf("%d questions: %s", len(s.Questions()), names(s.Questions()))
	}
}

func TestLinkLeavesTheDefinitionsAlone(t *testing.T) {
	child, family := load(t, "child"), load(t, "family")
	before := len(family.Named("their_birth").Query.Reads())
	s, err := Link(child, family)
	if err != nil {
		t.Fatal(err)
	}
	if after := family.Named("their_birth").Query.Reads(); len(after) != before {
		t.Error("linking changed a definition")
	}
	theirs := s.Question("family/household/people/their_birth")
	if got := names(theirs.Query.Reads()); got != "born relationship" || theirs.Query.Reads()[0] != s.Question("child/identity/born") {
		t.Errorf("reads %s", got)
	}
	if s.Forms[0].Hash != child.Hash || s.Forms[0] == child {
		t.Error("a linked form is a copy with the same hash")
	}
}

func TestTypesOfCalculatedRows(t *testing.T) {
	s := linked(t)
	for _, c := range []struct {
		id   capture.QuestionID
		want Value
	}{{"child/identity/years_old", NumberValue(7)}, {"family/overview/carers", NumberValue(7)}} {
		got := FromAnswer(s.Question(c.id), capture.Answer{State: capture.Answered, Readable: true, Value: "7"})
		if got != c.want {
			t.Errorf("%s: %#v", c.id, got)
		}
	}
}

func TestRelevanceAndChoices(t *testing.T) {
	s := linked(t)
	upn := s.Question("child/identity/school/upn")
	env := world{answers: map[string]Value{"has_upn": TextValue("yes"), "country": TextValue("en")}}
	if !upn.IsRelevant(env) || upn.IsRelevant(world{}) {
		t.Error("the group's condition decides")
	}
	area := s.Question("child/place/area")
	if got := area.Choices(env); len(got) != 2 || got[1].Name != "york" {
		t.Errorf("%v", got)
	}
	if len(area.Choices(world{})) != 0 || len(s.Question("child/place/country").Choices(env)) != 2 {
		t.Error("the filter decides")
	}
	if born := s.Question("child/identity/born"); !born.IsRequired(env) || area.IsRequired(env) {
		t.Error("required")
	}
}

func TestRender(t *testing.T) {
	s := linked(t)
	people := s.Forms[1].Repeats()[0]
	for _, c := range []struct {
		text Text
		env  world
		want string
	}{
		{people.Title, world{answers: map[string]Value{"first_name": TextValue("Joana"), "last_name": TextValue("Carvalho")}}, "Joana Carvalho"},
		{people.Title, world{answers: map[string]Value{"first_name": TextValue("Joana")}}, "Joana"},
		{people.Line, world{answers: map[string]Value{"relationship": TextValue("mother"), "their_birth": iso("1991-02-01")}}, "Mum · born 1 February 1991"},
		{people.Line, world{answers: map[string]Value{"relationship": TextValue("mother")}}, "Mum"},
		{people.Line, world{}, ""},
		{people.OneTitle, world{words: map[string]string{"child_name": "Maya"}}, "Someone who lives with Maya"},
		{people.OneTitle, world{}, "Someone who lives with the child"},
		{Words("plain"), world{}, "plain"},
	} {
		if got := c.text.Render(c.env); got != c.want {
			t.Errorf("%s: %q, want %q", c.text.Source(), got, c.want)
		}
	}
	if got := people.OneTitle.Render(nil); got != "Someone who lives with the child" {
		t.Error(got)
	}
	born, needs := s.Question("child/identity/born"), s.Question("child/identity/needs")
	for _, c := range []struct {
		q    *Question
		v    Value
		want string
	}{
		{born, iso("2015-06"), "June 2015"}, {born, iso("2015"), "2015"}, {born, FromAnswer(born, capture.Answer{State: capture.NotKnown}), "I do not know"}, {born, Value{}, ""},
		{needs, SetValue("MOB", "HEAR"), "Moving about, Hearing"}, {needs, SetValue("MOB", "GONE"), "Moving about, GONE"},
	} {
		if got := c.q.Show(c.v, nil); got != c.want {
			t.Errorf("%s: %q, want %q", c.q.Name, got, c.want)
		}
	}
	if got := names(people.Line.Reads()); got != "relationship their_birth" {
		t.Error(got)
	}
}

func TestAFormTwiceInATask(t *testing.T) {
	if _, err := Link(load(t, "child"), load(t, "child")); err == nil || !strings.Contains(err.Error(), "named twice") {
		t.Error(err)
	}
}

func BenchmarkDependents(b *testing.B) {
	s := linked(b)
	q := s.Question("child/identity/born")
	for b.Loop() {
		if len(s.Dependents(q)) == 0 {
			b.Fatal("none")
		}
	}
}

func BenchmarkLink(b *testing.B) {
	child, family := load(b, "child"), load(b, "family")
	for b.Loop() {
		if _, err := Link(child, family); err != nil {
			b.Fatal(err)
		}
	}
}
