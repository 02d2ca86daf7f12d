package cin

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recordwell/validation"
	"recordwell/validation/findings"
)

var banned = regexp.MustCompile(`(?i)\b(invalid|valid|please|sorry|illegal|forbidden|oops|e\.g|i\.e|etc)\b`)

func TestRulesSpeakPlainly(t *testing.T) {
	for _, i := range Rules() {
		for _, words := range []string{i.Title, i.What, i.Do} {
			if words == "" || banned.MatchString(words) || strings.HasSuffix(words, ".") || strings.Contains(words, "'") {
				t.Errorf("%s: %q", i.Code, words)
			}
		}
		if n := len([]rune(i.Title)); n >= 70 {
			t.Errorf("%s: the title has %d letters", i.Code, n)
		}
		if i.Official == "" || i.Source == "" || i.Scope == 0 {
			t.Errorf("%s: %+v", i.Code, i)
		}
		query := strings.HasSuffix(i.Code, "Q")
		if query != (i.Severity == validation.Query) {
			t.Errorf("%s is of severity %s", i.Code, i.Severity)
		}
		if asks := strings.HasSuffix(i.Do, "explain why") || strings.Contains(i.Do, "explain why it takes longer"); query != asks {
			t.Errorf("%s: a query and only a query asks to explain: %q", i.Code, i.Do)
		}
	}
}

// Every template must find all its values in every finding.
func TestNoTemplateKeepsAHole(t *testing.T) {
	newest := map[string]validation.Info{}
	for _, i := range Rules() {
		if i.To == "" {
			newest[i.Code] = i
		}
	}
	for _, c := range readCases(t) {
		issues, _ := checkTables(t, c.tables(t), c.code)
		for _, issue := range issues {
			if m := findings.Message(newest[c.code], issue); strings.ContainsAny(m, "{}") {
				t.Errorf("line %d: %s: %s", c.line, c.code, m)
			}
		}
	}
}

func TestRulesThatCannotRunSayWhy(t *testing.T) {
	for name, c := range map[string]struct {
		codes, tables, want string
	}{
		"column":   {"8608", `{"inputs": {"Assessments": {"columns": ["AssessmentActualStartDate"], "rows": []}}}`, "the data has no column Assessments.AssessmentAuthorisationDate"},
		"table":    {"8590", `{"inputs": {"ChildIdentifiers": {"columns": ["LAchildID"], "rows": []}}}`, "the data has no table CINdetails"},
		"either":   {"8525Q", `{"inputs": {"ChildIdentifiers": {"columns": ["LAchildID"], "rows": []}}}`, "the data has no column ChildIdentifiers.PersonBirthDate or ChildIdentifiers.ExpectedPersonBirthDate"},
		"date":     {"8715", `{"inputs": {"Header": {"columns": ["ReferenceDate"], "rows": [{"ReferenceDate": "31 March"}]}, "Section47": {"columns": ["DateOfInitialCPC"], "rows": []}}}`, "the return gives no reference date that can be read"},
		"calendar": {"8670Q", `{"inputs": {"Assessments": {"columns": ["AssessmentActualStartDate"], "rows": []}}, "metadata": {"reference_date": "1999-03-31"}}`, "the calendar of bank holidays covers 1 January 2000 to 31 December 2027 only"},
	} {
		issues, not := checkTables(t, c.tables, c.codes)
		if len(issues) > 0 || !slices.Equal(not, []string{c.codes + ": " + c.want}) {
			t.Errorf("%s: %v, %v", name, issues, not)
		}
	}
}

func TestAnAbsentOperandReadsAsMissing(t *testing.T) {
	issues, not := checkTables(t, `{"inputs": {"CINdetails": {"columns": ["CINclosureDate"], "rows": [{"CINclosureDate": "2025-05-01"}]}}}`, "8805")
	if len(issues) != 1 || len(not) > 0 {
		t.Error(issues, not)
	}
}

func TestARowIsNamedByItsOwnNumber(t *testing.T) {
	issues, _ := checkTables(t, `{"inputs": {"CINdetails": {"columns": ["ReferralNFA", "_row"], "rows": [{"ReferralNFA": "x", "_row": 17}]}}}`, "8568")
	if len(issues) != 1 || issues[0].Places[0].Row != 17 {
		t.Error(issues)
	}
}

// Years are data: a code may have another rule before a year.
func TestYearsHaveTheirOwnRules(t *testing.T) {
	for year, want := range map[string]int{"2022-23": 105, "2023-24": 105, "2024-25": 109, "2025-26": 109} {
		c, err := NewChecker(Config{Year: year, Reference: ParseDate("2023-03-31"), Calendar: england(t)})
		if err != nil || c.RulesRun() != want {
			t.Errorf("%s: %d rules, %v", year, c.RulesRun(), err)
		}
	}
	if _, err := NewChecker(Config{Year: "2031-32"}); err == nil {
		t.Error("a year that is not known was accepted")
	}
	child := &Child{Identifiers: []Identifiers{{UPN: NewText("A943000178301"), GenderCurrent: NewText("1")}}}
	for year, want := range map[string][]string{"2022-23": {"1530"}, "2023-24": nil, "2024-25": {"4180"}} {
		c, err := NewChecker(Config{Year: year, Codes: []string{"1530", "4180"}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, i := range c.Check(child) {
			got = append(got, i.Rule)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", year, got, want)
		}
	}
}

func TestCodesHaveLabels(t *testing.T) {
	if label, ok := Label("CINdetails.PrimaryNeedCode", "N1"); !ok || label != "Abuse or neglect" {
		t.Error(label)
	}
	for _, none := range [][2]string{{"CINdetails.PrimaryNeedCode", "N10"}, {"CINdetails.CINclosureDate", "N1"}} {
		if label, ok := Label(none[0], none[1]); ok {
			t.Errorf("%v: %s", none, label)
		}
	}
	for place := range codeColumns {
		table, column, _ := strings.Cut(place, ".")
		if !slices.Contains(tableColumns[table], column) {
			t.Errorf("the census has no %s", place)
		}
	}
}

// The table of the handbook must name every rule.
func TestTheHandbookNamesEveryRule(t *testing.T) {
	data, err := os.ReadFile("../../docs/rules-cin.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range facts() {
		if !strings.Contains(string(data), "\n| "+f.Code+" | ") {
			t.Errorf("docs/rules-cin.md has no row for %s", f.Code)
		}
	}
	for code := range sampleDepartures {
		if !regexp.MustCompile(`\n\| ` + code + ` \| [^|]+ \| departs`).Match(data) {
			t.Errorf("docs/rules-cin.md does not say that %s departs", code)
		}
	}
}
