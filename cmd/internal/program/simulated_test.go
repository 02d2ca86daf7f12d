package program

import (
	"slices"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/metrics"
	"recordwell/capture/study"
)

// What must be true of every session holds for made-up people too, who come by
// the same code: the journal has no gaps and shows nothing that was not found,
// times fit into each other, everyone agreed first and was asked at the end.
func TestWhatHoldsForEverySession(t *testing.T) {
	blank := 0
	for _, seed := range []uint64{5, 23, 20251122} {
		blank += everyone(t, seed)
	}
	if blank < 100 {
		t.Errorf("only %d blanks were looked at", blank)
	}
}

// everyone checks the sessions of eight people who are made up with a seed, and
// returns how many blanks they left.
func everyone(t *testing.T, seed uint64) (blank int) {
	t.Helper()
	const people = 8
	d := open(t, t.TempDir())
	d.must(d.Simulate(t.Context(), people, seed, func(int) {}))
	rows, err := d.Store.Sessions(t.Context(), d.Study().ID)
	d.must(err)
	if len(rows) != people {
		t.Fatalf("%d people", len(rows))
	}
	for _, row := range rows {
		all, err := d.Events(t.Context(), row.ID)
		d.must(err)
		holds(t, all)
		visits(t, all)
		seat, err := d.Program.begin(t.Context(), row.Code, conduct{clock: d.Clock, journal: d.Program, after: d.After, run: d.run.ID, simulated: true})
		d.must(err)
		blank += blanks(t, d, seat, all)
		fold := metrics.NewFold(nil, func(s *metrics.Session) { fits(t, s) })
		for i := range all {
			d.must(fold.Add(&all[i]))
		}
		fold.Close()
		consents, err := d.Store.Consents(t.Context(), row.ID)
		d.must(err)
		for _, item := range needed {
			if !slices.ContainsFunc(consents, func(c capture.Consent) bool { return c.Item == item && c.Agreed }) {
				t.Errorf("%s never agreed to %s", row.ID, item)
			}
		}
		surveys, _, err := d.Store.PersonSaid(t.Context(), row.ID)
		d.must(err)
		sus := 0
		for _, a := range surveys {
			if a.Survey == study.SUS {
				sus++
			}
		}
		if sus != 10 {
			t.Errorf("%d statements", sus)
		}
	}
	return blank
}

// fits checks that times lie within each other: fields in their task, tasks in
// the session, work in all of it.
func fits(t *testing.T, s *metrics.Session) {
	t.Helper()
	if len(s.Tasks) == 0 {
		t.Error("a session has no task")
	}
	sum := time.Duration(0)
	for _, task := range s.Tasks {
		fields := time.Duration(0)
		for _, f := range task.Fields {
			fields += f.Wall
		}
		if fields > task.Wall {
			t.Errorf("the fields of %s took %v, the task %v", task.ID, fields, task.Wall)
		}
		sum += task.Wall
	}
	if sum > s.Wall || s.Active > s.Wall {
		t.Errorf("tasks %v, active %v of %v", sum, s.Active, s.Wall)
	}
}

// A condition is the same on any computer, and eight codes that follow each
// other take all of them as equally as eight can.
func TestConditionsAreSharedOutAndStay(t *testing.T) {
	d := open(t, t.TempDir())
	in := d.Library().Studies["timing-2025"]
	r := &in.Rounds[0]
	for from := 0; from+8 <= len(in.Codes); from++ {
		got := map[string]int{}
		for _, code := range in.Codes[from : from+8] {
			got[in.Condition(r, code).ID]++
		}
		for id, n := range got {
			if n < 2 || n > 3 {
				t.Errorf("codes %d to %d: %s has %d of 8", from, from+7, id, n)
			}
		}
	}
	s := d.agree(in.Codes[1])
	before := s.Subject()
	s.End(event.EndLeft)
	dir := d.dir
	d.close()
	again := open(t, dir)
	if got := again.begin(in.Codes[1]).Subject(); got != before || got != "on_leaving" {
		t.Errorf("the condition was %q, is %q", before, got)
	}
}
