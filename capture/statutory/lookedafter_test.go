package statutory_test

import (
	"slices"
	"strings"
	"testing"
)

// A child who is not looked after is in no return of children looked after; once
// there is an episode, its rules run, at once and when something changes.
func TestAChildInCareIsCheckedByTheOtherReturnToo(t *testing.T) {
	d := newDesk(t, "2025-12-04", "contact_referral", "child_details", "looked_after", "missing")
	d.fill("local_id: 4071188", "life: born", "date_of_birth: 2013-06-14", "sex: M", "ethnicity: WBRI", "disability: NONE",
		"schooling: yes", "has_upn: yes", "upn: N820432112003")
	in903 := func() (out []string) {
		for _, f := range d.found() {
			if rule, ok := strings.CutPrefix(f, "ssda903/"); ok {
				out = append(out, rule)
			}
		}
		return out
	}
	if got := in903(); got != nil {
		t.Errorf("a child at home: %v", got)
	}
	d.fill("+care_episode", "episode_start@care_episode: 2025-09-10", "episode_why@care_episode: S", "legal_status@care_episode: C2",
		"placement_type@care_episode: U6", "placement_provider@care_episode: PR2")
	before := in903()
	if len(before) == 0 || slices.Contains(before, "581@missing_start") {
		t.Errorf("a child in care: %v", before)
	}
	d.fill("+missing_episode", "missing_start@missing_episode: 2025-09-01", "missing_type@missing_episode: M", "missing_back@missing_episode: yes", "missing_end@missing_episode: 2025-09-02")
	if got := in903(); !slices.Contains(got, "581@missing_start") {
		t.Errorf("missing before care began: %v", got)
	}
	if got, want := d.found(), d.reopened().found(); !slices.Equal(got, want) {
		t.Errorf("rechecked %v, checked %v", got, want)
	}
	d.fill("-missing_episode")
	if got := in903(); !slices.Equal(got, before) {
		t.Errorf("taken out: %v, want %v", got, before)
	}
	d.fill("-care_episode")
	if got := in903(); got != nil {
		t.Errorf("at home again: %v", got)
	}
}
