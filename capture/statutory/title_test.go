package statutory_test

import (
	"testing"

	"recordwell/capture/statutory"
)

func TestTitlesOfRules(t *testing.T) {
	for id, want := range map[string]string{
		"cin/8606":          "The referral is more than 40 weeks before the birth (census rule 8606)",
		"cin/4180":          "Select the child’s sex (census rule 4180)",
		"ssda903/356":       "Episode ended before it began (SSDA903 rule 356)",
		"form/a/b#required": "",
	} {
		if got := statutory.Title(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
