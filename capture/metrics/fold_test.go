package metrics_test

import (
	"errors"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/metrics"
)

const (
	isError = 1
	isQuery = 2
)

func secs(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

func TestAFieldsMeasures(t *testing.T) {
	typed := int64(capture.Typed)
	answered, blank := int32(capture.Answered), int32(capture.Blank)
	s := newScript(1)
	s.at(0, event.SessionStarted).at(1, event.TaskStarted).at(0, event.PageShown, page("form/section"))
	s.at(2, event.FieldEntered, q("name")) // 3 s
	s.at(4, event.FieldChanged, q("name"))
	s.at(3, event.FieldDeletes, q("name"), count(5)).at(0, event.FieldCursor, q("name"), count(2))
	s.at(0, event.AnswerCommitted, q("name"), code(answered), count(typed))
	s.at(0, event.IssueDetected, q("name"), rule("letters", isError))
	s.at(0, event.FieldLeft, q("name"), code(1))
	s.at(1, event.SavePressed, code(1)).at(0, event.IssueShown, q("name"), rule("letters", isError))
	s.at(2, event.FieldEntered, q("name")) // a return
	s.at(1, event.WindowLeft).at(60, event.WindowEntered)
	s.at(4, event.AnswerCommitted, q("name"), code(answered), count(typed)) // an amendment
	s.at(0, event.IssueResolved, q("name"), rule("letters", isError)).at(0, event.IssueCleared, q("name"), rule("letters", isError))
	s.at(1, event.AnswerCommitted, q("name"), code(blank), count(int64(capture.Undone)))
	s.at(0, event.FieldLeft, q("name"), code(0))
	s.at(1, event.FieldEntered, q("born")).at(2, event.FieldLeft, q("born"), code(0)) // left blank
	s.at(1, event.TaskFinished, count(0)).at(0, event.SessionEnded, code(event.EndFinished))

	x := fold(t, s.events)
	if x.Wall != secs(83) || x.Active != secs(23) || x.End != event.EndFinished || x.Missing != 0 {
		t.Errorf("session: wall %v active %v end %d missing %d", x.Wall, x.Active, x.End, x.Missing)
	}
	task := x.Tasks[0]
	if !task.Finished || !task.Starter() || task.FailedSaves != 1 || task.Interruptions != 1 {
		t.Errorf("task %+v", task)
	}
	if task.ToComplete != (metrics.Span{Wall: secs(76), Active: secs(16)}) {
		t.Errorf("from the first change to the finish: %+v", task.ToComplete)
	}
	f := task.Fields[0]
	want := metrics.Field{
		Question: "form/section/name", Section: "form/section",
		Span: metrics.Span{Wall: secs(73), Active: secs(13)}, Visits: 2,
		Hesitation: secs(4), Hesitated: true, Returns: 1,
		Commits: 3, Amendments: 1, Undone: 1, Deletes: 5, Cursor: 2,
		Detected: 1, Shown: 1, Fixing: secs(5), FirstRaised: true,
	}
	if f.Span != want.Span || f.Visits != want.Visits || f.Hesitation != want.Hesitation || !f.Hesitated || f.Returns != want.Returns {
		t.Errorf("times: %+v", *f)
	}
	if f.Commits != want.Commits || f.Amendments != want.Amendments || f.Undone != want.Undone || f.Deletes != want.Deletes || f.Cursor != want.Cursor {
		t.Errorf("changes: %+v", *f)
	}
	if f.Detected != 1 || f.Shown != 1 || f.Fixing != want.Fixing || !f.FirstRaised || f.Filled {
		t.Errorf("findings: %+v", *f)
	}
	i := task.Issues[0]
	if i.Detected != 1 || i.Shown != 1 || i.Cleared != 1 || i.Repairs != 1 || i.Cost != secs(7) || i.RepairTime != secs(7) || i.LeftShown || i.LeftStanding {
		t.Errorf("issue: %+v", *i)
	}
	if b := task.Fields[1]; b.Hesitated || b.Commits != 0 || b.Filled || !b.FilledKnown || b.FirstRaised {
		t.Errorf("a field that nobody changed: %+v", *b)
	}
}

func TestAQueryExplainedStopsItsCost(t *testing.T) {
	s := newScript(1).at(0, event.TaskStarted).at(0, event.PageShown, page("a"))
	s.at(1, event.IssueDetected, q("upn"), rule("no-upn", isQuery)).at(0, event.IssueShown, q("upn"), rule("no-upn", isQuery))
	s.at(5, event.QueryExplained, q("upn"), rule("no-upn", 0)).at(30, event.TaskFinished)
	task := fold(t, s.events).Tasks[0]
	i := task.Issues[0]
	if i.Cost != secs(5) || !i.Explained || !i.LeftShown || i.Severity != isQuery {
		t.Errorf("%+v", *i)
	}
	st := metrics.NewStudy()
	st.Add(fold(t, s.events))
	r := st.Rules()[0]
	if r.LeftExplained != 1 || r.LeftOpen != 0 || r.Explained != 1 || r.Exposed != 1 || r.CostEach != 5 {
		t.Errorf("%+v", r)
	}
}

func TestTimeAwayIsNotActive(t *testing.T) {
	for name, c := range map[string]struct {
		away func(s *script)
		wall float64
	}{
		"break":    {func(s *script) { s.at(0, event.BreakStarted).at(40, event.BreakEnded) }, 50},
		"pause":    {func(s *script) { s.at(0, event.PauseStarted).at(40, event.PauseEnded) }, 50},
		"idle":     {func(s *script) { s.at(0, event.IdleStarted).at(40, event.IdleEnded) }, 50},
		"sleep":    {func(s *script) { s.at(0, event.Suspended, count(40_000)) }, 50},
		"restart":  {func(s *script) { s.restart(40) }, 50},
		"set back": {func(s *script) { s.restart(-3600) }, 10},
		"overlapping": {func(s *script) {
			s.at(0, event.BreakStarted).at(10, event.WindowLeft).at(10, event.BreakEnded).at(20, event.WindowEntered)
		}, 50},
	} {
		s := newScript(1).at(0, event.SessionStarted).at(0, event.TaskStarted)
		s.at(4, event.StoryShown)
		c.away(s)
		s.at(6, event.TaskFinished)
		x := fold(t, s.events)
		if x.Wall != secs(c.wall) || x.Active != secs(10) {
			t.Errorf("%s: wall %v, active %v", name, x.Wall, x.Active)
		}
	}
}

func TestBacktracksLeaveOutChangeLinks(t *testing.T) {
	s := newScript(1).at(0, event.TaskStarted)
	for _, p := range []string{"a", "b", "a", "b", "c", "check"} {
		s.at(1, event.PageShown, page(p))
	}
	s.at(1, event.ChangePressed).at(0, event.PageShown, page("a")).at(1, event.PageShown, page("check"))
	task := fold(t, s.events).Tasks[0]
	if task.Backtracks != 1 || task.Pages != 4 || task.PageViews != 8 {
		t.Errorf("backtracks %d, pages %d, views %d", task.Backtracks, task.Pages, task.PageViews)
	}
}

func TestWhatIsMissingIsCounted(t *testing.T) {
	s := newScript(1).at(0, event.SessionStarted).at(1, event.TaskStarted)
	s.seq += 4
	s.at(1, event.Gap, count(5)) // stands for the five before it and itself
	s.seq += 2                   // torn out of the file
	s.at(1, event.SessionEnded)
	x := fold(t, s.events)
	if x.Lost != 5 || x.Missing != 2 {
		t.Errorf("lost %d, missing %d", x.Lost, x.Missing)
	}
}

func TestEventsMustComeInOrder(t *testing.T) {
	a, b := newScript(1).at(0, event.SessionStarted).at(1, event.SessionEnded), newScript(2).at(0, event.SessionStarted)
	for name, events := range map[string][]event.Record{
		"twice the same event":  {a.events[0], a.events[0]},
		"backwards":             {a.events[1], a.events[0]},
		"a session comes again": {a.events[0], b.events[0], a.events[1]},
	} {
		f := metrics.NewFold(nil, func(*metrics.Session) {})
		var err error
		for i := range events {
			if err = f.Add(&events[i]); err != nil {
				break
			}
		}
		if !errors.Is(err, metrics.ErrOrder) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDropOffIsTheFieldTouchedLast(t *testing.T) {
	s := newScript(1).at(0, event.TaskStarted)
	s.at(1, event.FieldEntered, q("a")).at(1, event.FieldLeft, q("a")).at(1, event.FieldEntered, q("b")).at(1, event.SessionEnded, code(event.EndStopped))
	st := metrics.NewStudy()
	st.Add(fold(t, s.events))
	for _, m := range st.Questions() {
		if (m.Dropped == 1) != (m.ID == "form/section/b") {
			t.Errorf("%s dropped %d", m.ID, m.Dropped)
		}
	}
	if got := st.Tasks()[0].LeftAt; got != "form/section/b" {
		t.Errorf("left at %q", got)
	}
}

func TestAQuestionOfARepeatIsMetOnceAPerson(t *testing.T) {
	st := metrics.NewStudy()
	for n := byte(1); n <= 6; n++ {
		s := newScript(n).at(0, event.TaskStarted)
		for p := byte(1); p <= 3; p++ {
			s.at(0, event.FieldEntered, q("born"), person(p)).at(float64(n), event.FieldLeft, q("born"), person(p))
		}
		st.Add(fold(t, s.events))
	}
	m := st.Questions()[0]
	if m.People != 6 || m.Fields != 18 || m.Time.N != 18 || m.Time.Median != 3.5 || len(m.BySession) != 6 {
		t.Errorf("%+v", m)
	}
	if m.Time.Likely.Known {
		t.Error("fields of one person are not independent: no range")
	}
}
