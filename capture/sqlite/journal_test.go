package sqlite

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Numbers that come packed out of the file are the ones that went in, whatever
// they are and whatever is missing beside them.
func TestPackedNumbersComeBack(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	ids := []event.ID{{}}
	for i := range 300 {
		text := fmt.Sprintf("form/section/question%d", i)
		vocabulary.Add(text)
		ids = append(ids, vocabulary.ID(text))
	}
	entities := []uuid.UUID{uuid.Nil, uuid.MustParse(string(p.kid.ID)), {15: 1}, {0: 255}}
	seq := uint64(2)
	var want []event.Record
	rapid.Check(t, func(t *rapid.T) {
		id := func(name string) event.ID { return rapid.SampledFrom(ids).Draw(t, name) }
		seq++
		e := event.Event{
			Session: p.event(1, 1).Session, Run: testRun.ID, Seq: seq, Kind: event.Kind(rapid.IntRange(1, 255).Draw(t, "kind")),
			Task: id("task"), Form: id("form"), Place: id("place"), Question: id("question"), Rule: id("rule"), Setting: id("setting"),
			Entity: rapid.SampledFrom(entities).Draw(t, "entity"), Code: rapid.Int32().Draw(t, "code"), Count: rapid.Int64().Draw(t, "count"),
		}
		if err := s.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{e}}); err != nil {
			t.Fatal(err)
		}
		want = append(want, e.Record(testRun))
	})
	got := records(t, s, p)[2:]
	for i := range got {
		got[i].At, want[i].At = got[i].At.UTC(), want[i].At.UTC()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A file that numbers more identifiers than come packed is refused, and not read
// wrongly.
func TestNumbersThatDoNotFit(t *testing.T) {
	for table, add := range map[string]string{
		"name": `INSERT INTO name (n, id) VALUES (?, 'far')`,
		"run":  `INSERT INTO run (n, id, started, zone, program) VALUES (?, '018f0000-0000-7000-8000-0000000000ff', 0, 0, '')`,
	} {
		s := openIn(t, t.TempDir())
		p := newPerson(1)
		p.enter(t, s, "Maya")
		if len(records(t, s, p)) != 2 {
			t.Fatal("the journal cannot be read")
		}
		if _, err := s.write.Exec(add, int64(math.MaxInt32)); err != nil {
			t.Fatal(err)
		}
		for _, err := range s.Events(t.Context(), p.row.ID) {
			if !errors.Is(err, capture.ErrCorrupt) {
				t.Errorf("%s: %v", table, err)
			}
		}
	}
}
