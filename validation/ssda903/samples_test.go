package ssda903

import (
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"recordwell/validation"
)

// peer is what the validator that the field uses finds on a sample.
type peer struct {
	Rules     map[string][]location
	Skipped   []string       `json:"skipped_missing_tables"`
	Raised    []string       `json:"rules_that_raised"`
	RowCounts map[string]int `json:"row_counts"`
}

// sample is one of the made-up returns with that validator's findings.
type sample struct {
	name, year      string
	files           []string
	previous, peers string
	postcodes       string
}

var samples = []sample{
	{name: "fake_903", year: "2017-18", files: []string{"testdata/samples/fake_903.xml"}, peers: "testdata/samples/fake_903.peer-output.json"},
	{
		name: "synthetic", year: "2026-27", files: []string{"testdata/samples/synthetic/this"},
		previous: "testdata/samples/synthetic/prev", peers: "testdata/samples/synthetic.peer-output.json",
		postcodes: "testdata/samples/synthetic/postcodes.csv",
	},
}

func (s sample) read(t testing.TB) (*Return, *Context, peer) {
	t.Helper()
	raw, err := os.ReadFile(s.peers)
	if err != nil {
		t.Fatal(err)
	}
	var p peer
	if err := json.Unmarshal(raw, &p); err != nil {
		t.Fatal(err)
	}
	given := Given{Year: s.year, Authority: "E09000027"}
	if given.Postcodes, err = list(s.postcodes, ReadPostcodes); err != nil {
		t.Fatal(err)
	}
	r, err := ReadFiles(t.Context(), s.files, Options{Previous: s.previous, Postcodes: given.Postcodes, Authority: given.Authority})
	if err != nil {
		t.Fatal(err)
	}
	return r, NewContext(r, given), p
}

func TestSamplesHaveTheRowsThatThePeerReads(t *testing.T) {
	for _, s := range samples {
		r, _, p := s.read(t)
		for name, want := range p.RowCounts {
			table, ok := tableNamed(name)
			if !ok {
				t.Fatalf("no table %s", name)
			}
			if got := r.Rows(table); got != want || !r.Has(table) {
				t.Errorf("%s: %s has %d rows, want %d", s.name, name, got, want)
			}
		}
	}
}

// TestSamplesAgreeWithThePeer holds every rule to that validator's findings,
// but for those that sampleDepartures explains.
func TestSamplesAgreeWithThePeer(t *testing.T) {
	for _, s := range samples {
		r, cx, p := s.read(t)
		plan, err := NewPlan(r, cx, nil, "")
		if err != nil {
			t.Fatal(err)
		}
		found := make(map[string]map[location]bool)
		err = Check(context.Background(), r, cx, plan, func(i validation.Issue) {
			checkWords(t, i)
			if found[i.Rule] == nil {
				found[i.Rule] = make(map[location]bool)
			}
			for _, place := range i.Places {
				found[i.Rule][location{place.Table, place.Row}] = true
			}
		}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range Rules().Rules() {
			code := rule.Code
			reason := sampleDepartures[s.name+"/"+code]
			if slices.Contains(p.Raised, code) || slices.Contains(p.Skipped, code) {
				if reason != "" {
					t.Errorf("%s: %s did not run in the peer, so there is nothing to depart from", s.name, code)
				}
				continue
			}
			var more, less []location
			for l := range found[code] {
				if !slices.Contains(p.Rules[code], l) {
					more = append(more, l)
				}
			}
			for _, l := range p.Rules[code] {
				if !found[code][l] && !slices.Contains(less, l) {
					less = append(less, l)
				}
			}
			switch differs := len(more)+len(less) > 0; {
			case differs && reason == "":
				t.Errorf("%s: %s flags more %v and less %v than the peer", s.name, code, sorted(more), sorted(less))
			case !differs && reason != "":
				t.Errorf("%s: %s agrees with the peer: take its departure out", s.name, code)
			}
		}
	}
}
