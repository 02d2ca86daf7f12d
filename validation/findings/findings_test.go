package findings

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"recordwell/validation"
	"recordwell/validation/returns"
)

var exampleRules = []validation.Info{
	{Code: "8608", Severity: validation.Error, Title: "An assessment ends before it starts", What: "It ends on {End}", Do: "Check the date"},
	{Code: "2887Q", Severity: validation.Query, Title: "Few codes", What: "Few codes are used", Do: "Check them. If they are right, explain why"},
	{Code: "4180", Severity: validation.Error, To: "2023-24", Title: "Select the gender", What: "The gender is {Sex}", Do: "Select it"},
	{Code: "4180", Severity: validation.Error, From: "2024-25", Title: "Select the sex", What: "The sex is {Sex}", Do: "Select it"},
}

var exampleIssues = []validation.Issue{
	{Rule: "8608", Severity: validation.Error, Child: "=A<1", Places: []validation.Place{
		{Table: "Assessments", Field: "End", Row: 3, Value: "2025-05-01"}, {Table: "Assessments", Field: "Start", Row: 3, Value: ""},
	}},
	{Rule: "8608", Severity: validation.Error, Group: 1, Places: []validation.Place{{Table: "Assessments", Field: "End", Row: 4, Value: "<b>&"}}},
	{Rule: "2887Q", Severity: validation.Query},
	{Rule: "4180", Severity: validation.Error, Child: "B", Places: []validation.Place{{Table: "I", Field: "Sex", Row: 0, Value: "x"}}},
}

var exampleSummary = returns.Summary{
	Year: "2025-26", Children: 1836, Findings: 4, RulesRun: 2,
	NotChecked: []returns.NotChecked{{Code: "8670Q", Because: "there is no calendar"}}, Remarks: []string{"line 3: odd"},
}

func written(t *testing.T, format, year string) string {
	t.Helper()
	var out strings.Builder
	w, err := NewWriter(format, &out, About{Title: "Census", Files: []string{"a.xml"}, Rules: exampleRules, When: "7 October 2025"}, func() string { return year })
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range exampleIssues {
		if err := w.Write(i); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(exampleSummary); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestText(t *testing.T) {
	got := written(t, "text", "2025-26")
	for _, want := range []string{
		"8608  Error  child =A<1\n  An assessment ends before it starts\n  It ends on 1 May 2025. Check the date.\n    Assessments row 3, End: 2025-05-01\n    Assessments row 3, Start: blank\n",
		"8608  Error  child without an ID\n", "2887Q  Check this  whole return\n", "The sex is x.",
		"3 errors and 1 to check, in 1,836 children. 2 rules of 2025-26 were checked.\n8670Q was not checked, because there is no calendar.\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestJSONHasOneLineAPlace(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(written(t, "json", "2023-24")), "\n")
	if len(lines) != 5 {
		t.Fatalf("%d lines", len(lines))
	}
	if want := `{"rule":"8608","severity":"error","child":"=A<1","table":"Assessments","field":"End","row":3,"group":0,"message":"It ends on 1 May 2025. Check the date."}`; lines[0] != want {
		t.Errorf("%s", lines[0])
	}
	if strings.Contains(lines[3], "table") || strings.Contains(lines[3], "row") {
		t.Errorf("a finding on the whole return has a place: %s", lines[3])
	}
	var last struct {
		Row     *int
		Message string
	}
	if err := json.Unmarshal([]byte(lines[4]), &last); err != nil || last.Row == nil || *last.Row != 0 || !strings.HasPrefix(last.Message, "The gender is") {
		t.Errorf("%s: %v", lines[4], err)
	}
}

func TestCSVIsHarmlessInASpreadsheet(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(written(t, "csv", ""))).ReadAll()
	if err != nil || len(records) != 6 {
		t.Fatalf("%d records, %v", len(records), err)
	}
	if records[1][3] != "'=A<1" || records[1][6] != "3" || records[4][4] != "" {
		t.Errorf("%q", records)
	}
}

// The page must be whole without a network and without a script, and have the
// structure that a screen reader walks by.
func TestHTMLIsWholeAndAccessible(t *testing.T) {
	got := written(t, "html", "2025-26")
	dec := xml.NewDecoder(strings.NewReader(got))
	dec.Strict, dec.AutoClose, dec.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	ids, refs := map[string]bool{}, []string{}
	count := map[string]int{}
	level := 0
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		count[e.Name.Local]++
		if n := strings.TrimPrefix(e.Name.Local, "h"); len(n) == 1 && n >= "1" && n <= "6" {
			if int(n[0]-'0') > level+1 {
				t.Errorf("h%s follows h%d", n, level)
			}
			level = int(n[0] - '0')
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "id":
				if ids[a.Value] {
					t.Errorf("id %q stands twice", a.Value)
				}
				ids[a.Value] = true
			case "href":
				refs = append(refs, strings.TrimPrefix(a.Value, "#"))
			case "aria-labelledby", "for":
				refs = append(refs, a.Value)
			case "src":
				t.Errorf("the page loads %s", a.Value)
			}
		}
	}
	for _, r := range refs {
		if !ids[r] {
			t.Errorf("nothing has the id %q", r)
		}
	}
	for _, one := range []string{"h1", "main", "header", "footer", "nav", "title", "script"} {
		if count[one] != 1 {
			t.Errorf("%d of <%s>", count[one], one)
		}
	}
	if count["caption"] != count["table"] || count["table"] != 7 {
		t.Errorf("%d tables, %d captions", count["table"], count["caption"])
	}
	for _, want := range []string{"&lt;b&gt;&amp;", "=A&lt;1", "1,836 children", "because there is no calendar", "line 3: odd", "Select the sex", `<form id="filter" role="search" hidden>`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	if regexp.MustCompile(`https?:|@import|url\(`).MatchString(got) {
		t.Error("the page needs a network")
	}
}

func TestHTMLSaysWhenItDoesNotHoldAll(t *testing.T) {
	var out strings.Builder
	w, _ := NewWriter("html", &out, About{Rules: exampleRules}, func() string { return "" })
	for range maxShown + 1 {
		if err := w.Write(exampleIssues[0]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(exampleSummary); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "the first 5,000 of 5,001 findings") || !strings.Contains(out.String(), "5,001 findings.") {
		t.Error("the page does not say that it is cut")
	}
}

func TestFormats(t *testing.T) {
	if _, err := NewWriter("pdf", io.Discard, About{}, nil); err == nil {
		t.Error("pdf was accepted")
	}
	if !slices.Contains(Formats(), "html") {
		t.Error("html is not listed")
	}
}
