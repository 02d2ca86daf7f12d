package report_test

import (
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/report"
)

// What an observer says of how a task ended counts, and is marked.
func TestAnObserverOverrulesHowATaskEnded(t *testing.T) {
	m := newMade(t, 24)
	before, err := report.Build(t.Context(), m.inputs())
	if err != nil {
		t.Fatal(err)
	}
	in := m.inputs()
	in.Overruled = map[capture.SessionID]map[string]capture.Outcome{
		capture.SessionID(m.session(0).String()): {"record": capture.Completed},
		capture.SessionID(m.session(1).String()): {"record": capture.NotCompleted},
		capture.SessionID(m.session(2).String()): {"record": capture.NotCompleted},
		capture.SessionID(m.session(3).String()): {"another": capture.NotCompleted},
	}
	after, err := report.Build(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if got, was := after.Tasks[0], before.Tasks[0]; was.Overruled != 0 || got.Overruled != 3 || got.Success.Part != was.Success.Part-1 || got.Success.Whole != was.Success.Whole {
		t.Errorf("%+v after %+v", got.Success, was.Success)
	}
	says := func(r *report.Report) bool {
		return strings.Contains(strings.Join(r.Notes, "\n"), "for 3 tasks an observer said")
	}
	if says(before) || !says(after) {
		t.Errorf("the notes are %q", after.Notes)
	}
}
