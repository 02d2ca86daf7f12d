package sqlite

import (
	"testing"
	"time"

	"recordwell/capture"
)

func TestThatAnswersWereAskedForIsLogged(t *testing.T) {
	s := openIn(t, t.TempDir())
	a := capture.Asked{At: noon, Study: "carvalho", What: capture.AskedPlaces, Shown: 12, Desk: "d1"}
	must(t, s.LogAsked(t.Context(), a))
	got, err := s.Asked(t.Context(), "carvalho")
	must(t, err)
	if len(got) != 1 || got[0] != a {
		t.Errorf("the list is %+v", got)
	}
	if other, err := s.Asked(t.Context(), "another"); err != nil || len(other) > 0 {
		t.Errorf("%+v, %v", other, err)
	}
}

// The lists of two computers become one, in which each line stands once, and
// whoever withdraws takes none of it along.
func TestWhoAskedIsPutTogetherAndStays(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, there, "Maya")
	line := func(desk string, at time.Time) capture.Asked {
		return capture.Asked{At: at, Study: "carvalho", What: capture.AskedPlaces, Shown: 3, Desk: desk}
	}
	must(t, here.LogAsked(t.Context(), line("here", noon.Add(time.Hour))))
	must(t, there.LogAsked(t.Context(), line("there", noon)))
	must(t, there.LogAsked(t.Context(), line("here", noon.Add(time.Hour)))) // taken in before
	for range 2 {
		_, err := here.Import(t.Context(), there.Dir())
		must(t, err)
	}
	must(t, here.Withdraw(t.Context(), p.row.ID, noon))
	got, err := here.Asked(t.Context(), "carvalho")
	must(t, err)
	if len(got) != 2 || got[0].Desk != "there" || got[1].Desk != "here" {
		t.Errorf("the list is %+v", got)
	}
}
