package cin

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"recordwell/validation"
)

// rule is how the rules_*.go files write a rule. What the Department publishes
// about it (severity, scope, message) stands in facts.json.
type rule struct {
	code            string
	title, what, do string
	// needs and also list, with spaces between, the tables and "Table.Column"s
	// that the rule reads: those without which it can decide nothing, and the
	// rest. A table alone means that its rows are counted; "a|b" that either will do.
	needs, also string
	from, to    string // collection years; empty means open
	workdays    bool   // counts working days
	// One of the three: a child rule, a header rule or a rule over all children.
	check  func(*Record, *Found)
	header func(*Header, *Found)
	cohort func() tally
}

type places = []validation.Place

// ruleFiles are the rules in the order of their files; the order of findings is
// that of the Department's list.
var ruleFiles = [][]rule{
	headerRules, identifierRules, lifeDateRules, characteristicsRules, referralRules, episodeRules,
	assessmentRules, section47Rules, planRules, protectionRules, cohortRules,
}

//go:embed facts.json
var factsJSON []byte

// fact is what the Department publishes about a rule.
type fact struct {
	Code, Severity, Scope, Module, Official, Text string
}

var facts = sync.OnceValue(func() []fact {
	var list []fact
	if err := json.Unmarshal(factsJSON, &list); err != nil {
		panic("cin: facts.json: " + err.Error()) // shipped with the program
	}
	return list
})

// entry is a rule with its description.
type entry struct {
	rule
	validation.Info
}

// entries is every rule of every year, in the order of the Department's list.
var entries = sync.OnceValue(func() []entry {
	byCode := map[string][]rule{}
	for _, file := range ruleFiles {
		for _, r := range file {
			byCode[r.code] = append(byCode[r.code], r)
		}
	}
	var all []entry
	for _, f := range facts() {
		for _, r := range byCode[f.Code] {
			all = append(all, entry{r, describe(r, f)})
		}
	}
	return all
})

var severities = map[string]validation.Severity{"error": validation.Error, "query": validation.Query}

var scopes = map[string]validation.Scope{
	"field": validation.FieldScope, "record": validation.RecordScope,
	"child": validation.ChildScope, "cohort": validation.CohortScope,
}

func describe(r rule, f fact) validation.Info {
	needs := strings.Fields(r.needs)
	reads := strings.FieldsFunc(r.needs+" "+r.also, func(c rune) bool { return c == ' ' || c == '|' })
	slices.Sort(reads)
	return validation.Info{
		Code: r.code, Severity: severities[f.Severity], Scope: scopes[f.Scope],
		From: r.from, To: r.to, Reads: slices.Compact(reads), Needs: needs,
		Official: f.Official, Title: r.title, What: r.what, Do: r.do,
		Source: "Department for Education, Children in need census: validation rules",
	}
}

// Rules describes every rule of every year that the package knows, in the order
// of the Department's list. A code can stand twice, for different years.
func Rules() []validation.Info {
	list := make([]validation.Info, len(entries()))
	for i, e := range entries() {
		list[i] = e.Info
	}
	return list
}

// Years lists the collection years whose rules are known, newest last.
func Years() []string { return []string{"2022-23", "2023-24", "2024-25", "2025-26"} }
