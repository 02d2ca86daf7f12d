package ssda903

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"recordwell/validation"
)

// Found is what rules report to.
type Found = validation.Found

// Rule is one rule as its author writes it; the published facts are added from
// facts.json by its code. See the package comment for how to write one.
type Rule struct {
	Code string
	// Title, What and Do are our own words; see [validation.Info].
	Title, What, Do string
	// Needs lists, apart by spaces, what must be there or the rule is not
	// checked: tables ("Episodes", "Header_last"), columns without which it can
	// decide nothing ("Episodes.REC"), and Providers, Postcodes, Authority, XML.
	// In "OC3.DOB|Header.DOB" either will do.
	Needs string
	// Reads replaces the columns that the published list says it reads; empty
	// keeps them. More is added to them. Both are apart by spaces.
	Reads, More string
	// From is the first collection year in which the rule exists; empty for ever.
	From  string
	Check func(c *View, found *Found)
}

// groups are all rules, by file.
var groups = [][]Rule{
	headerRules, uascRules, episodeFieldRules, episodeRecordRules, episodeOrderRules, episodePlaceRules,
	episodeAgeRules, oc2Rules, oc3Rules, reviewRules, missingRules, ad1Rules, placedAdoptionRules, prevPermRules,
	swEpisodeRules, doloRules, integrityRules, previousYearRules, previousEpisodeRules, referenceRules,
	oc2SDQRules, oc2CareRules, oc3CareRules, missingCareRules, ad1CareRules, placedAdoptionCareRules,
	previousSpellRules, previousLeaverRules,
}

// compiled is the rule set with what each rule needs, in the same order.
type compiled struct {
	set   *validation.RuleSet[*View]
	needs [][]string
	index map[string]int
}

var rules = sync.OnceValue(func() *compiled {
	byCode := make(map[string]*Rule)
	for _, group := range groups {
		for i := range group {
			if byCode[group[i].Code] != nil {
				panic("ssda903: two rules have the code " + group[i].Code)
			}
			byCode[group[i].Code] = &group[i]
		}
	}
	out := &compiled{index: make(map[string]int)}
	var list []validation.Rule[*View]
	for _, f := range facts() {
		r, ok := byCode[f.Code]
		if !ok {
			continue
		}
		delete(byCode, f.Code)
		out.index[r.Code] = len(list)
		list = append(list, validation.Rule[*View]{Info: r.info(&f), Check: r.Check})
		out.needs = append(out.needs, strings.Fields(r.Needs))
	}
	for code := range byCode {
		panic(fmt.Sprintf("ssda903: rule %s is not in facts.json", code))
	}
	out.set = validation.NewRuleSet(list...)
	return out
})

func (r *Rule) info(f *fact) validation.Info {
	severity := validation.Error
	if f.Query {
		severity = validation.Query
	}
	reads := slices.Clone(f.Reads)
	if r.Reads != "" {
		reads = strings.Fields(r.Reads)
	}
	reads = append(reads, strings.Fields(r.More)...)
	// A row that is added or taken away is a change of its CHILD.
	for _, what := range slices.Concat(reads, strings.FieldsFunc(r.Needs, func(r rune) bool { return r == ' ' || r == '|' })) {
		table, _, _ := strings.Cut(what, ".")
		if _, ok := tableNamed(table); ok {
			reads = append(reads, table+".CHILD")
		}
	}
	slices.Sort(reads)
	return validation.Info{
		Code: r.Code, Severity: severity, Scope: scopes[f.Scope], From: r.From, Reads: slices.Compact(reads),
		Needs:    strings.Fields(r.Needs),
		Official: f.Message, Title: r.Title, What: r.What, Do: r.Do, Source: f.source(),
	}
}

// Rules returns every rule in the order of the Department's list.
func Rules() *validation.RuleSet[*View] { return rules().set }

// missing says why a rule cannot be checked on a return, or nothing. It
// completes "Not checked, because …".
func missing(needs []string, r *Return, cx *Context) string {
	for _, need := range needs {
		why := ""
		for one := range strings.SplitSeq(need, "|") {
			lacks := lacking(one, r, cx)
			if lacks == "" {
				why = ""
				break
			}
			if why == "" {
				why = lacks
			}
		}
		if why != "" {
			return why
		}
	}
	return ""
}

// lacking is missing for one thing that a rule needs.
func lacking(need string, r *Return, cx *Context) string {
	table, column, hasColumn := strings.Cut(need, ".")
	t, isTable := tableNamed(table)
	switch {
	case need == "Providers" && cx.Providers == nil:
		return "no list of Ofsted providers was given"
	case need == "Postcodes" && cx.Postcodes == nil:
		return "no postcode table was given"
	case need == "Authority" && cx.Authority == "":
		return "the local authority that makes the return is not known"
	case need == "XML" && !r.XML:
		return "only the XML file of the return holds what it checks"
	case !isTable:
	case !r.Has(t) && t >= Last:
		return "last year's " + schema[t-Last].file + " was not given"
	case !r.Has(t):
		return schema[t].file + " was not given"
	case hasColumn && !r.HasColumn(t, column):
		if derivedFromPostcode(t, column) {
			return "no postcode table was given to work out " + column
		}
		return table + " has no column " + column
	}
	return ""
}

func derivedFromPostcode(t Table, column string) bool {
	return t.thisYear() == EpisodesTable && (column == "PL_LA" || column == "PL_LOCATION" || column == "PL_DISTANCE")
}
