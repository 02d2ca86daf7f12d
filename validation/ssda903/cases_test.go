package ssda903

import (
	"fmt"
	"strings"
	"testing"
)

// ruleCase is a case of our own: what the fixtures leave out. Tables are written
//
//	"Episodes: CHILD DECOM DEC | 1 01/04/2026 - | 1 02/04/2026 03/04/2026"
//
// with - for missing; the year is 2026-27. What is no table is told by given. Flagged rows are written "Episodes 0,
// Header 1", none as "".
type ruleCase struct {
	code, name string
	tables     []string
	want       string
}

// cases are by group, in cases_GROUP_test.go.
var cases = [][]ruleCase{
	foundationCases, episodeCases, orderCases, ageCases, yearCases, uascCases, headerCases, referenceCases,
	oc2Cases, oc3Cases, adoptionCases, spellCases, previousCases,
}

func (c ruleCase) read(t *testing.T) *Return {
	t.Helper()
	b := newBuilder(false)
	for _, in := range c.tables {
		name, rest, _ := strings.Cut(in, ":")
		if c.given(b.ret, name, strings.Split(rest, "|")) {
			continue
		}
		table, ok := tableNamed(name)
		if !ok {
			t.Fatalf("no table %q", name)
		}
		b.ret.hasTable(table)
		var order []int
		for n, line := range strings.Split(rest, "|") {
			cells := make([]*text, len(schema[table.thisYear()].columns))
			for i, word := range strings.Fields(line) {
				if n == 0 {
					column, ok := table.columnNamed(word)
					if !ok {
						t.Fatalf("%s has no column %q", name, word)
					}
					order = append(order, column)
					b.ret.hasColumn(table, column)
				} else if word != "-" {
					cells[order[i]] = b.text([]byte(word), schema[table.thisYear()].columns[order[i]].kind)
				}
			}
			if n > 0 {
				if _, err := b.add(table, cells, n-1); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return b.ret
}

// given takes what is no table: "Authority: code", "XML:" for a return that came
// as XML, "Postcodes: A B", and "Providers: URN LA_CODE | 1 here | 1 there", codes
// apart by commas.
func (c ruleCase) given(r *Return, name string, lines []string) bool {
	switch name {
	case "Authority":
		r.Given.Authority = strings.TrimSpace(lines[0])
	case "XML":
		r.XML = true
	case "Postcodes":
		r.Given.Postcodes = knownPostcodes(strings.Fields(lines[0]))
	case "Providers":
		in := jsonTable{Columns: strings.Fields(lines[0])}
		for _, line := range lines[1:] {
			row := make(map[string]any)
			for i, word := range strings.Fields(line) {
				if word != "-" {
					row[in.Columns[i]] = word
				}
			}
			in.Rows = append(in.Rows, row)
		}
		var err error
		if r.Given.Providers, err = providersOf(in); err != nil {
			panic(err)
		}
	default:
		return false
	}
	return true
}

func TestCasesOfOurOwn(t *testing.T) {
	for _, group := range cases {
		for _, c := range group {
			t.Run(c.code+"/"+c.name, func(t *testing.T) {
				rows, ran := run(t, c.read(t), c.code)
				if got := strings.Trim(strings.ReplaceAll(fmt.Sprintf("%q", rows), `" "`, ", "), `[]"`); got != c.want || !ran {
					t.Errorf("flags %q (ran %v), want %q", got, ran, c.want)
				}
			})
		}
	}
}

// foundationCases are for helpers that many rules share.
var foundationCases = []ruleCase{
	{"356", "same day passes", []string{"Episodes: CHILD DECOM DEC | 1 02/04/2026 02/04/2026"}, ""},
	{"356", "the day before fails", []string{"Episodes: CHILD DECOM DEC | 1 02/04/2026 01/04/2026"}, "Episodes 0"},
	{"356", "what is no date decides nothing", []string{"Episodes: CHILD DECOM DEC | 1 02/04/2026 31/02/2026 | 1 x 01/04/2026 | 1 - 01/04/2026"}, ""},
	{"352", "the day before the 18th birthday passes", []string{"Header: CHILD DOB | 1 02/04/2008", "Episodes: CHILD RNE DECOM | 1 S 01/04/2026"}, ""},
	{"352", "the 18th birthday fails", []string{"Header: CHILD DOB | 1 02/04/2008", "Episodes: CHILD RNE DECOM | 1 S 02/04/2026"}, "Episodes 0"},
	{"352", "not in Header passes", []string{"Header: CHILD DOB | 2 02/04/2008", "Episodes: CHILD RNE DECOM | 1 S 02/04/2026"}, ""},
	{"501", "order of the file does not matter", []string{"Episodes: CHILD DECOM DEC | 1 05/04/2026 - | 1 01/04/2026 06/04/2026"}, "Episodes 0"},
	{"501", "children stay apart", []string{"Episodes: CHILD DECOM DEC | 1 05/04/2026 - | 2 01/04/2026 06/04/2026"}, ""},
	{"361", "72 hours pass", []string{"Episodes: CHILD DECOM DEC LS | 1 01/04/2026 04/04/2026 L1"}, ""},
	{"361", "a joined spell fails", []string{"Episodes: CHILD DECOM DEC LS | 1 01/04/2026 03/04/2026 L1 | 1 03/04/2026 05/04/2026 L1"}, "Episodes 0, Episodes 1"},
	{"361", "a gap ends the spell", []string{"Episodes: CHILD DECOM DEC LS | 1 01/04/2026 03/04/2026 L1 | 1 04/04/2026 06/04/2026 L1"}, ""},
	{"361", "28 March is four days before the year is over", []string{"Episodes: CHILD DECOM DEC LS | 1 28/03/2027 - L1 | 2 29/03/2027 - L1"}, "Episodes 0"},
	{"185", "all year", []string{"OC2: CHILD SDQ_SCORE | 1 4", "Episodes: CHILD RNE DECOM DEC REC LS | 1 S 01/04/2026 - - C2"}, ""},
	{"185", "started in the year", []string{"OC2: CHILD SDQ_SCORE | 1 4", "Episodes: CHILD RNE DECOM DEC REC LS | 1 S 02/04/2026 - - C2"}, "OC2 0"},
	{"185", "ceased in the year", []string{"OC2: CHILD SDQ_SCORE | 1 4", "Episodes: CHILD RNE DECOM DEC REC LS | 1 S 01/04/2025 30/03/2027 E3 C2"}, "OC2 0"},
	{"185", "ceased on the last day", []string{"OC2: CHILD SDQ_SCORE | 1 4", "Episodes: CHILD RNE DECOM DEC REC LS | 1 S 01/04/2025 31/03/2027 E3 C2"}, ""},
	{"185", "a short break", []string{"OC2: CHILD SDQ_SCORE | 1 4", "Episodes: CHILD RNE DECOM DEC REC LS | 1 S 01/04/2025 - - V3"}, "OC2 0"},
	{"502", "the same day passes", []string{"Episodes: CHILD DECOM | 1 01/01/2026", "Episodes_last: CHILD DECOM DEC | 1 01/01/2026 -"}, ""},
	{"502", "last year closed passes", []string{"Episodes: CHILD DECOM | 1 01/05/2026", "Episodes_last: CHILD DECOM DEC | 1 01/01/2026 01/02/2026"}, ""},
}

// TestRulesHaveCasesOfOurOwn holds the groups whose cases are written to having
// some for every rule.
func TestRulesHaveCasesOfOurOwn(t *testing.T) {
	has := make(map[string]bool)
	for _, group := range cases {
		for _, c := range group {
			has[c.code] = true
		}
	}
	for _, group := range [][]Rule{
		headerRules, uascRules, episodeFieldRules, episodeRecordRules, episodeOrderRules, episodePlaceRules,
		episodeAgeRules, reviewRules, integrityRules, previousEpisodeRules, referenceRules,
	} {
		for _, r := range group {
			if !has[r.Code] {
				t.Errorf("rule %s has no case of its own", r.Code)
			}
		}
	}
}
