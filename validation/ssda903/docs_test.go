package ssda903

import (
	goflag "flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = goflag.Bool("update", false, "write docs/rules-ssda903.md again")

const docFile = "../../docs/rules-ssda903.md"

const docHead = `# The rules of SSDA903, one by one

The rules are those of 2026/27 as the field's open validators carry them; the Department's own words come with each rule
in ` + "`recordwellctl rules --return ssda903`" + `. The Department's text wins over what a validator does with it.
*Agrees* means: the same rows as the field's validator on its own test cases and on the sample returns, as far as there are any.
Severity is our judgement from the wording, since the source names none: *query* where the message asks for a check.

This file is written by ` + "`go test ./validation/ssda903 -run TestDocs -update`" + `.

| rule | severity | scope | agrees or departs | why |
| --- | --- | --- | --- | --- |
`

// reasons says of one rule why it departs: from a fixture, from a sample, or
// from the validator where neither shows it.
func reasons(code string) string {
	said := make(map[string]bool)
	if why, ok := departsUnseen[code]; ok {
		said[why] = true
	}
	for key, d := range departures {
		if c, _, _ := strings.Cut(key, "/"); c == code {
			said[d.reason] = true
		}
	}
	for key, why := range sampleDepartures {
		if _, c, _ := strings.Cut(key, "/"); c == code {
			said[why] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(said)), "; ")
}

func TestDocs(t *testing.T) {
	var b strings.Builder
	b.WriteString(docHead)
	for _, r := range Rules().Rules() {
		verdict, why := "agrees", reasons(r.Code)
		if why != "" {
			verdict = "departs"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.Code, r.Severity, r.Scope, verdict, strings.ReplaceAll(why, "|", "/"))
	}
	if *update {
		if err := os.WriteFile(docFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(docFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != b.String() {
		t.Errorf("%s is not what the rules are: run go test ./validation/ssda903 -run TestDocs -update", docFile)
	}
}

func TestDeparturesAreOfRulesThatExist(t *testing.T) {
	known := rules().index
	for key, d := range departures {
		code, _, _ := strings.Cut(key, "/")
		if _, ok := known[code]; !ok || d.reason == "" {
			t.Errorf("departure %s: no such rule, or no reason", key)
		}
	}
	for code := range departsUnseen {
		if _, ok := known[code]; !ok {
			t.Errorf("departure %s: no such rule", code)
		}
	}
}
