package metrics_test

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"recordwell/capture/event"
	"recordwell/capture/metrics"
)

// anything draws a stream of events that need not make sense.
func anything(t *rapid.T) []event.Record {
	kinds := rapid.Uint8Range(1, uint8(event.SurveySkipped))
	s := newScript(1)
	for range rapid.IntRange(1, 120).Draw(t, "events") {
		if rapid.IntRange(0, 40).Draw(t, "restart") == 0 {
			s.restart(float64(rapid.IntRange(-5, 50).Draw(t, "away")))
		}
		name := rapid.SampledFrom([]string{"a", "b", "c"})
		s.task = rapid.SampledFrom([]string{"", "one", "two"}).Draw(t, "task")
		s.at(float64(rapid.IntRange(0, 9).Draw(t, "after")), event.Kind(kinds.Draw(t, "kind")), func(e *event.Record) {
			e.Question, e.Place, e.Rule = name.Draw(t, "question"), name.Draw(t, "place"), name.Draw(t, "rule")
			e.Entity = uuid.UUID{rapid.Byte().Draw(t, "entity") % 2}
			e.Code = rapid.Int32Range(0, 4).Draw(t, "code")
			e.Count = rapid.Int64Range(0, 4000).Draw(t, "count")
		})
	}
	return s.events
}

// Whatever the journal holds, time is neither invented nor counted twice.
func TestTimesAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := fold(t, anything(rt))
		check := func(what string, s metrics.Span) {
			if s.Active < 0 || s.Active > s.Wall {
				rt.Fatalf("%s: active %v of %v", what, s.Active, s.Wall)
			}
		}
		check("session", x.Span)
		var tasks metrics.Span
		for _, task := range x.Tasks {
			check("task", task.Span)
			tasks.Wall += task.Wall
			tasks.Active += task.Active
			var fields, sections metrics.Span
			for _, f := range task.Fields {
				check("field", f.Span)
				fields.Wall += f.Wall
				fields.Active += f.Active
				if f.Fixing > f.Active || f.Hesitation > f.Active || f.Returns > f.Visits || f.Amendments > f.Commits {
					rt.Fatalf("field: %+v", *f)
				}
				if f.Shown > 0 && f.Detected == 0 {
					rt.Fatalf("shown but never detected: %+v", *f)
				}
			}
			for _, s := range task.Sections {
				sections.Wall += s.Wall
				sections.Active += s.Active
			}
			if fields.Wall > task.Wall || fields.Active > task.Active || sections.Wall > task.Wall || sections.Active > task.Active {
				rt.Fatalf("fields %v and sections %v of task %v", fields, sections, task.Span)
			}
			for _, i := range task.Issues {
				if i.Shown > 0 && i.Detected == 0 || i.Cleared > i.Shown || i.Cost < 0 || i.Cost > task.Wall+x.Wall {
					rt.Fatalf("issue: %+v", *i)
				}
			}
		}
		if tasks.Wall > x.Wall || tasks.Active > x.Active {
			rt.Fatalf("tasks %v of session %v", tasks, x.Span)
		}
	})
}

// Field visits never overlap: the time on one stops when another is entered,
// even where the leaving was lost.
func TestEnteringAnotherFieldLeavesTheFirst(t *testing.T) {
	s := newScript(1).at(0, event.TaskStarted)
	s.at(0, event.FieldEntered, q("a")).at(2, event.FieldEntered, q("b")).at(3, event.PageShown, page("x")).at(9, event.FieldLeft, q("b"), code(1))
	task := fold(t, s.events).Tasks[0]
	if a, b := task.Fields[0].Wall, task.Fields[1].Wall; a != 2*time.Second || b != 3*time.Second {
		t.Errorf("a %v, b %v", a, b)
	}
}

// ODK's own example of an interval.
func TestIntervalOfTheAuditLog(t *testing.T) {
	s := newScript(1).at(0, event.TaskStarted)
	s.started = time.UnixMilli(1488761807868)
	s.run[15]++
	s.offset = 0
	s.at(0, event.FieldEntered, q("a")).at(0, event.FieldLeft, q("a"))
	s.events[2].Offset = 1488761809157*time.Millisecond - 1488761807868*time.Millisecond
	s.events[2].At = time.UnixMilli(1488761809157)
	if got := fold(t, s.events).Tasks[0].Fields[0].Wall; got != 1289*time.Millisecond {
		t.Errorf("interval %v", got)
	}
}
