package simulate_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/simulate"
	"recordwell/capture/study"
)

type counted int

func (c *counted) New() string {
	*c++
	return fmt.Sprintf("00000000-0000-7000-8000-%012d", *c)
}

// A made-up person leaves what is known and right, adds what the story tells of,
// and finishes.
func TestMadeUpPeopleWorkOnARecordThatHoldsSomething(t *testing.T) {
	lib, err := study.Load(os.DirFS("../session/testdata/known"))
	if err != nil {
		t.Fatal(err)
	}
	st := lib.Studies["winter"]
	start := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	added := 0
	for n := range 12 {
		run := simulate.NewRun(7, n, start)
		s, err := session.New(session.Setup{
			Clock: run.Clock(), IDs: new(counted), Journal: run, Run: uuid.New(), After: run.After,
			Vocabulary: event.NewVocabulary(), Study: st, Library: lib, Timing: draft.OnContinue,
		}, capture.SessionRow{ID: "00000000-0000-7000-8000-00000000aaaa", Code: st.Codes[0]}, &st.Rounds[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := run.Work(s); err != nil {
			t.Fatal(err)
		}
		var sub *capture.Submission
		for _, b := range run.Batches {
			if b.Submission != nil && b.Submission.Task == "visit" {
				sub = b.Submission
			}
		}
		if sub == nil {
			t.Fatalf("person %d did not finish", n)
		}
		for _, a := range sub.Answers {
			if a.Question == "child/identity/sex" && !a.Known {
				t.Errorf("person %d answered what was known and right", n)
			}
		}
		visits := 0
		for _, e := range sub.Case.Entities {
			if e.Type == "visit" && !e.Removed {
				visits++
			}
		}
		if visits < 2 {
			t.Errorf("person %d left %d visits of 2", n, visits)
		}
		added += visits - 2
	}
	if added < 8 {
		t.Errorf("of 12 people only %d added the visit", added)
	}
}
