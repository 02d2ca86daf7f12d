package draft

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/capture"
	"recordwell/capture/event"
)

func given(d *Draft, q, value string) Copied {
	return Copied{ref(d, q), capture.Answer{State: capture.Answered, Value: value, Readable: true}}
}

func TestWhatIsCopiedIsUndoneAtOnce(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	seen, alone, hours := "visit/visit/seen_on", "visit/visit/alone", "visit/visit/hours"
	d, _ = d.do(commit(d, alone, "no"), commit(d, hours, "2"))
	d, e := d.do(Copy{Answers: []Copied{given(d, seen, "2025-10-01"), given(d, alone, "yes"), given(d, hours, "2")}, At: now})
	if len(e.Changes) != 2 || e.Changes[0].Cause != capture.Copied || e.Changes[0].Answer.Raw != "1|10|2025" {
		t.Errorf("written: %+v", e.Changes)
	}
	if at, ok := d.LastStep(); !ok || at != ref(d, seen) {
		t.Errorf("the step is at %v", at)
	}
	copied := d
	d, e = d.do(Undo{At: now})
	if !d.Answer(ref(d, seen)).IsBlank() || d.Answer(ref(d, alone)).Value != "no" || d.Answer(ref(d, hours)).Value != "2" {
		t.Error("one undo does not take back all that was copied, and nothing else")
	}
	if n := count(e.Events, event.Undone); n != 1 {
		t.Errorf("undone is logged %d times", n)
	}
	d, e = d.do(Redo{At: now})
	for _, q := range []string{seen, alone} {
		if diff := cmp.Diff(copied.Answer(ref(d, q)), d.Answer(ref(d, q))); diff != "" {
			t.Errorf("%s: %s", q, diff)
		}
	}
	if n := count(e.Events, event.Redone); n != 1 {
		t.Errorf("redone is logged %d times", n)
	}
	d, _ = d.do(Undo{At: now}, Undo{At: now})
	if !d.Answer(ref(d, hours)).IsBlank() || d.Answer(ref(d, alone)).Value != "no" {
		t.Error("the next undo is not about the answer before")
	}
}

func count(events []event.Event, kind event.Kind) (n int) {
	for _, e := range events {
		if e.Kind == kind {
			n++
		}
	}
	return n
}
