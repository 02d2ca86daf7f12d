package main

import (
	"testing"

	"recordwell/capture/event"
	"recordwell/capture/sqlite"
)

// Made-up people copy what a sister's record has, too: most of them, and not all.
func TestMadeUpPeopleCopyFromASister(t *testing.T) {
	dir := madeUp(t, "6")
	r, err := sqlite.OpenReader(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	copied, answers := 0, int64(0)
	for e, err := range r.StudyEvents(t.Context(), everyday) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Kind == event.SiblingCopied {
			copied++
			answers += e.Count
		}
	}
	if copied < 4 || answers < 12 {
		t.Errorf("%d answers were copied in %d goes", answers, copied)
	}
}
