package cin

import (
	"bufio"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
)

// ruleCase is one line of testdata/cases.txt.
type ruleCase struct {
	line             int
	code, kind, rows string
}

func (c ruleCase) fails() bool { return c.kind == "fail" || strings.HasSuffix(c.kind, "!") }

func readCases(t testing.TB) []ruleCase {
	t.Helper()
	f, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var cases []ruleCase
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		text := strings.TrimSpace(sc.Text())
		if text == "" || text[0] == '#' {
			continue
		}
		code, rest, _ := strings.Cut(text, " ")
		kind, rows, _ := strings.Cut(rest, " ")
		cases = append(cases, ruleCase{n, code, kind, rows})
	}
	return cases
}

var caseTables = map[string]struct {
	name    string
	columns map[string]string
}{
	"H": {"Header", map[string]string{"day": "ReferenceDate", "year": "Year"}},
	"I": {"ChildIdentifiers", map[string]string{
		"upn": "UPN", "former": "FormerUPN", "unknown": "UPNunknown", "dob": "PersonBirthDate",
		"edd": "ExpectedPersonBirthDate", "gender": "GenderCurrent", "sex": "Sex", "died": "PersonDeathDate",
	}},
	"E": {"ChildCharacteristics", map[string]string{"eth": "Ethnicity"}},
	"D": {"Disabilities", map[string]string{"code": "Disability"}},
	"R": {"CINdetails", map[string]string{
		"on": "CINreferralDate", "source": "ReferralSource", "need": "PrimaryNeedCode", "closed": "CINclosureDate",
		"reason": "ReasonForClosure", "cpc": "DateOfInitialCPC", "nfa": "ReferralNFA",
	}},
	"A": {"Assessments", map[string]string{
		"from": "AssessmentActualStartDate", "to": "AssessmentAuthorisationDate", "factors": "AssessmentFactors",
	}},
	"P": {"CINplanDates", map[string]string{"from": "CINPlanStartDate", "to": "CINPlanEndDate"}},
	"S": {"Section47", map[string]string{
		"from": "S47ActualStartDate", "target": "InitialCPCtarget", "cpc": "DateOfInitialCPC", "none": "ICPCnotRequired",
	}},
	"C": {"ChildProtectionPlans", map[string]string{
		"from": "CPPstartDate", "to": "CPPendDate", "first": "InitialCategoryOfAbuse",
		"latest": "LatestCategoryOfAbuse", "before": "NumberOfPreviousCPP",
	}},
	"V": {"Reviews", map[string]string{"on": "CPPreviewDate"}},
}

// tables turns the rows of a case into a tables file that has every column.
func (c ruleCase) tables(t testing.TB) string {
	t.Helper()
	type table struct {
		Columns []string         `json:"columns"`
		Rows    []map[string]any `json:"rows"`
	}
	inputs := map[string]*table{}
	for name, columns := range tableColumns {
		inputs[name] = &table{Columns: append(append([]string{}, columns...), keyColumns...)}
	}
	for text := range strings.SplitSeq(c.rows, " / ") {
		fields := strings.Fields(text)
		def, ok := caseTables[fields[0]]
		if !ok {
			t.Fatalf("line %d: no table %s", c.line, fields[0])
		}
		to := inputs[def.name]
		n := strconv.Itoa(len(to.Rows) + 1)
		row := map[string]any{"LAchildID": "a", "CINdetailsID": "1", "AssessmentID": n, "CPPID": "1"}
		for _, field := range fields[1:] {
			key, value, _ := strings.Cut(field, "=")
			switch key {
			case "child":
				row["LAchildID"] = value
				if value == "" {
					delete(row, "LAchildID")
				}
			case "ref":
				row["CINdetailsID"] = value
			case "cpp":
				row["CPPID"] = value
			case "factors":
				row["AssessmentFactors"] = strings.Split(value, ",")
			default:
				column := def.columns[key]
				if column == "" {
					t.Fatalf("line %d: %s has no %q", c.line, def.name, key)
				}
				row[column] = longDate(value)
			}
		}
		to.Rows = append(to.Rows, row)
	}
	if len(inputs["Header"].Rows) == 0 {
		inputs["Header"].Rows = []map[string]any{{"ReferenceDate": "2026-03-31", "Year": "2026"}}
	}
	data, err := json.Marshal(map[string]any{"inputs": inputs})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// longDate gives 25-05-01 its century: 90 and later are of the last one.
func longDate(s string) string {
	if len(s) != 8 || s[2] != '-' || s[5] != '-' {
		return s
	}
	if s >= "90" {
		return "19" + s
	}
	return "20" + s
}

func TestCases(t *testing.T) {
	for _, c := range readCases(t) {
		issues, not := checkTables(t, c.tables(t), c.code)
		if len(not) > 0 {
			t.Errorf("line %d: %s %s: not checked: %v", c.line, c.code, c.rows, not)
		}
		if got := len(issues) > 0; got != c.fails() {
			t.Errorf("line %d: %s %s %s: found %v", c.line, c.code, c.kind, c.rows, issues)
		}
	}
}

func TestEveryRuleHasEveryKindOfCase(t *testing.T) {
	kinds := map[string]map[string]bool{}
	for _, c := range readCases(t) {
		if kinds[c.code] == nil {
			kinds[c.code] = map[string]bool{}
		}
		kinds[c.code][strings.TrimSuffix(c.kind, "!")] = true
	}
	for _, f := range facts() {
		for _, kind := range []string{"pass", "fail", "edge", "none"} {
			if !kinds[f.Code][kind] {
				t.Errorf("rule %s has no case of the kind %q", f.Code, kind)
			}
		}
	}
	if len(kinds) != len(facts()) {
		t.Errorf("cases of %d rules", len(kinds))
	}
}
