package session_test

import (
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
)

// A letter is not an event: of a visit only the first change is.
func TestAVisitHasOneFirstChange(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	name := d.ref(t, "referrer_name")
	for visit := 1; visit <= 2; visit++ {
		d.FieldEntered(name)
		for range 5 {
			d.FieldChanged(name)
		}
		d.FieldLeft(name, 0, 0)
		if n := d.count(event.FieldChanged); n != visit {
			t.Errorf("%d visits have %d first changes", visit, n)
		}
	}
}
