package session_test

import (
	"testing"

	"github.com/google/uuid"

	"recordwell/assets"
	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// wholeDesk is a session over eleven forms with the rules of both returns on,
// under the timing that checks at each letter.
func wholeDesk(b *testing.B) *desk {
	b.Helper()
	lib, err := study.Load(assets.Content)
	if err != nil {
		b.Fatal(err)
	}
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		b.Fatal(err)
	}
	lib.Scenarios["s"] = &study.Scenario{ID: "s", Today: datatype.MustDate(2025, 12, 4), Tasks: []study.Task{{ID: "t", Title: "T", Forms: []string{
		"contact_referral", "child_details", "family", "assessment", "section47", "conference_plan", "protection_review", "visit", "cin_plan", "missing", "looked_after",
	}}}}
	st := lib.Studies["autumn-2025"]
	d := &desk{}
	d.Session, err = session.New(session.Setup{
		Clock: d, IDs: d, Journal: d, Run: uuid.New(), After: d.After, Vocabulary: event.NewVocabulary(), Calendar: england,
		Study: &study.Study{Collection: st.Collection}, Library: lib, Timing: draft.WhileTyping,
	}, capture.SessionRow{ID: "00000000-0000-7000-8000-00000000aaaa"}, &study.Round{Scenarios: []string{"s"}})
	if err != nil {
		b.Fatal(err)
	}
	if err := d.Agree(nil); err != nil {
		b.Fatal(err)
	}
	d.Enter("t", capture.SavedCase{})
	d.Go("child_details/identity")
	return d
}

// BenchmarkKeystrokeWithRules types a letter and makes the view of the page.
func BenchmarkKeystrokeWithRules(b *testing.B) {
	d := wholeDesk(b)
	ref := d.ref(b, "given_names")
	names := [2]string{"Maya", "May"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.Type(ref, names[i%2])
		if d.View() == nil {
			b.Fatal("no view")
		}
		d.events, d.batches = d.events[:0], d.batches[:0]
	}
}

// BenchmarkCommitWithRules takes an answer that rules of the census read.
func BenchmarkCommitWithRules(b *testing.B) {
	d := wholeDesk(b)
	ref := d.ref(b, "sex")
	answers := [2]string{"F", "M"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.Commit(ref, answers[i%2], capture.Chosen)
		if d.View() == nil {
			b.Fatal("no view")
		}
		d.events, d.batches = d.events[:0], d.batches[:0]
	}
}
