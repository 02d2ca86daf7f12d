package assets_test

import (
	"slices"
	"testing"

	"recordwell/capture"
)

// TestWhatBrothersAndSistersShare names all that can be copied from one child's
// record to another's. Nothing that tells one child from another is among it.
func TestWhatBrothersAndSistersShare(t *testing.T) {
	var got []capture.QuestionID
	for _, q := range forms(t).Questions() {
		if q.Shared {
			got = append(got, q.ID)
		}
	}
	slices.Sort(got)
	want := []capture.QuestionID{
		"child_details/background/first_language",
		"child_details/background/interpreter",
		"child_details/home/addresses/address_kind",
		"child_details/home/addresses/address_line",
		"child_details/home/addresses/postcode",
		"child_details/home/addresses/town",
	}
	if !slices.Equal(got, want) {
		t.Errorf("shared are %q", got)
	}
}
