package session_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// longForm is a form of n questions in sections of ten; every third question
// depends on the one before it.
func longForm(n int) string {
	var b strings.Builder
	b.WriteString("form: long\nversion: \"1\"\ntitle: Long\nentity: child\nsurvey:\n")
	for i := range n {
		if i%10 == 0 {
			fmt.Fprintf(&b, "  - type: group\n    name: s%d\n    label: Section %d\n    survey:\n", i/10, i/10)
		}
		fmt.Fprintf(&b, "      - {type: text, name: q%d, label: Question %d, short: Question %d, thing: answer %d, required: true, max_length: 40", i, i, i, i)
		if i%3 == 2 {
			fmt.Fprintf(&b, ", relevant: \"${q%d} != 'no'\"", i-1)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// BenchmarkActionToSnapshot commits an answer on a 300-question form and makes
// the view of its page.
func BenchmarkActionToSnapshot(b *testing.B) {
	files := fstest.MapFS{"forms/long.yaml": {Data: []byte(longForm(300))}}
	lib, err := study.Load(files)
	if err != nil {
		b.Fatal(err)
	}
	lib.Scenarios["s"] = &study.Scenario{ID: "s", Today: 738000, Tasks: []study.Task{{ID: "t", Title: "T", Forms: []string{"long"}}}}
	d := &desk{}
	d.Session, err = session.New(session.Setup{
		Clock: d, IDs: d, Journal: d, Run: uuid.New(), After: d.After, Vocabulary: event.NewVocabulary(),
		Study: &study.Study{}, Library: lib, Timing: draft.OnContinue,
	}, capture.SessionRow{ID: "00000000-0000-7000-8000-00000000aaaa"}, &study.Round{Scenarios: []string{"s"}})
	if err != nil {
		b.Fatal(err)
	}
	if err := d.Agree(nil); err != nil {
		b.Fatal(err)
	}
	d.Enter("t", capture.SavedCase{})
	ref := d.ref(b, "q1")
	answers := [2]string{"yes", "no"}
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		d.Commit(ref, answers[i%2], capture.Typed)
		if d.View() == nil {
			b.Fatal("no view")
		}
		d.events, d.batches = d.events[:0], d.batches[:0]
	}
}
