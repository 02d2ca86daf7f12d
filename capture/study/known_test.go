package study

import (
	"os"
	"testing"

	"recordwell/capture"
	"recordwell/capture/form"
)

func TestWhatARecordHolds(t *testing.T) {
	l, err := Load(os.DirFS("testdata/good"))
	if err != nil {
		t.Fatal(err)
	}
	child, family := l.Forms["child"], l.Forms["family"]
	s := l.Scenarios["brook"]
	link := func(forms, background []*form.Definition) Holding {
		t.Helper()
		set, err := form.LinkTask(forms, background)
		if err != nil {
			t.Fatal(err)
		}
		return s.Holds(set)
	}
	first := link([]*form.Definition{child}, nil)
	if len(first.Answers) != 1 || first.Answers[0].Question != "child/identity/given_names" || len(first.Entities) != 2 {
		t.Errorf("the first task begins with %+v", first)
	}
	// The later task reads what the key has for the earlier one, and what is known.
	second := link([]*form.Definition{family}, []*form.Definition{child})
	got := map[capture.QuestionID]string{}
	for _, a := range second.Answers {
		got[a.Question] = a.Answer.Value
	}
	if got["child/identity/born"] != "2018-06-14" || got["child/identity/given_names"] != "Ada" || got["family/household/people/first_name"] != "Kit" {
		t.Errorf("the second task begins with %v", got)
	}
	if n := len(second.Entities); n != 3 || second.Entities[n-1].Alias != "mum" {
		t.Errorf("%+v: what nests comes after what it nests under", second.Entities)
	}
}
