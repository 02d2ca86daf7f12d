package cin

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"recordwell/validation"
)

// value is one value of a return, to be changed and put back.
type value struct {
	column string // "Table.Column"
	date   *Date
	text   *Text
	list   *[]Text
}

func valuesOf[T any](t *table[T], rows []T) (out []value) {
	for i := range rows {
		for _, c := range t.columns {
			v := value{column: t.name + "." + c.name}
			switch {
			case c.date != nil:
				v.date = c.date(&rows[i])
			case c.text != nil:
				v.text = c.text(&rows[i])
			default:
				v.list = c.list(&rows[i])
			}
			out = append(out, v)
		}
	}
	return out
}

// allValues finds every value of a return.
func allValues(r *Return) []value {
	out := valuesOf(&headerTable, r.Headers)
	for _, c := range r.Children {
		out = slices.Concat(out, valuesOf(&identifiersTable, c.Identifiers), valuesOf(&characteristicsTable, c.Characteristics),
			valuesOf(&disabilitiesTable, c.Disabilities), valuesOf(&detailsTable, c.Details))
		for i := range c.Details {
			d := &c.Details[i]
			out = slices.Concat(out, valuesOf(&assessmentsTable, d.Assessments), valuesOf(&plansTable, d.Plans),
				valuesOf(&section47Table, d.Section47), valuesOf(&cppTable, d.CPPs), valuesOf(&preProceedingsTable, d.PreProceedings))
			for j := range d.CPPs {
				out = append(out, valuesOf(&reviewsTable, d.CPPs[j].Reviews)...)
			}
		}
	}
	return out
}

var (
	otherDates = []Date{{}, ParseDate("1990-01-01"), ParseDate("2025-08-15"), ParseDate("2025-08-16"), ParseDate("2031-12-31"), ParseDate("2025-02-30")}
	otherTexts = []Text{{}, NewText("0"), NewText("1"), NewText("RC8"), NewText("UN7"), NewText("U"), NewText("NONE"), NewText("zz"), NewText("2024")}
	otherLists = [][]Text{nil, {NewText("21")}, {NewText("21"), NewText("18A"), NewText("18A")}}
)

// changed calls try with each other value in place, and puts the first back.
func (v value) changed(try func()) {
	switch {
	case v.date != nil:
		old := *v.date
		for _, *v.date = range otherDates {
			try()
		}
		*v.date = old
	case v.text != nil:
		old := *v.text
		for _, *v.text = range otherTexts {
			try()
		}
		*v.text = old
	default:
		old := *v.list
		for _, *v.list = range otherLists {
			try()
		}
		*v.list = old
	}
}

func checkerOf(t testing.TB, code string, reference Date) *Checker {
	t.Helper()
	c, err := NewChecker(Config{Codes: []string{code}, Reference: reference, Calendar: england(t)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// outcome is where a rule finds something, without the values there.
func outcome(c *Checker, r *Return) string {
	var at strings.Builder
	note := func(places []validation.Place) {
		for _, p := range places {
			fmt.Fprint(&at, p.Table, p.Field, p.Row, " ")
		}
		at.WriteString("; ")
	}
	for i := range r.Headers {
		for _, issue := range c.CheckHeader(&r.Headers[i]) {
			note(issue.Places)
		}
	}
	for _, child := range r.Children {
		for _, issue := range c.Check(child) {
			note(issue.Places)
		}
	}
	for _, e := range c.cohort {
		all := e.cohort()
		for _, child := range r.Children {
			all.add(&Record{child, c.period})
		}
		all.report(func(_ string, at ...validation.Place) { note(at) })
	}
	return at.String()
}

// Incremental checking trusts what a rule says it reads: no value of any other
// column may change where it finds something.
func TestNoRuleReadsWhatItDoesNotName(t *testing.T) {
	reads := map[string][]string{}
	for _, i := range Rules() {
		if i.To == "" {
			reads[i.Code] = i.Reads
		}
	}
	used := map[string]bool{}
	for _, c := range readCases(t) {
		if c.kind == "edge" || c.kind == "none" {
			continue // as passing cases
		}
		r, err := ReadTables(strings.NewReader(c.tables(t)))
		if err != nil {
			t.Fatal(err)
		}
		checker := checkerOf(t, c.code, r.Reference)
		before := outcome(checker, &r.Return)
		for _, v := range allValues(&r.Return) {
			if slices.Contains(reads[c.code], v.column) {
				continue
			}
			v.changed(func() {
				if after := outcome(checker, &r.Return); after != before && !used[c.code+v.column] {
					used[c.code+v.column] = true
					t.Errorf("line %d: %s does not name %s, which changes what it finds from %q to %q", c.line, c.code, v.column, before, after)
				}
			})
		}
	}
}

// What a rule names it must read: some value of the column changes some case.
func TestEveryRuleReadsWhatItNames(t *testing.T) {
	matters := map[string]bool{}
	for _, c := range readCases(t) {
		r, err := ReadTables(strings.NewReader(c.tables(t)))
		if err != nil {
			t.Fatal(err)
		}
		checker := checkerOf(t, c.code, r.Reference)
		before := outcome(checker, &r.Return)
		for _, v := range allValues(&r.Return) {
			if key := c.code + " " + v.column; !matters[key] {
				v.changed(func() {
					with := checker
					if v.column == "Header.ReferenceDate" {
						with = checkerOf(t, c.code, *v.date)
					}
					matters[key] = matters[key] || outcome(with, &r.Return) != before
				})
			}
		}
	}
	for _, i := range Rules() {
		for _, read := range i.Reads {
			if strings.Contains(read, ".") && i.To == "" && !matters[i.Code+" "+read] {
				t.Errorf("%s names %s, and no case shows that it matters", i.Code, read)
			}
		}
	}
}

func TestReadsAndNeedsAreColumnsOfTheCensus(t *testing.T) {
	for _, i := range Rules() {
		if len(i.Needs) == 0 {
			t.Errorf("%s needs nothing", i.Code)
		}
		for _, read := range i.Reads {
			table, column, isColumn := strings.Cut(read, ".")
			columns, ok := tableColumns[table]
			if !ok || isColumn && !slices.Contains(columns, column) {
				t.Errorf("%s reads %s, which the census has not", i.Code, read)
			}
		}
	}
}

// A recheck finds what a whole check finds, for every rule that it runs again.
func TestRecheckAgreesWithCheck(t *testing.T) {
	checker, err := NewChecker(Config{Reference: ParseDate("2026-03-31"), Calendar: england(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range readCases(t) {
		r, err := ReadTables(strings.NewReader(c.tables(t)))
		if err != nil {
			t.Fatal(err)
		}
		for _, child := range r.Children {
			for _, v := range allValues(&Return{Children: []*Child{child}}) {
				before := byRule(checker.Check(child))
				v.changed(func() {
					whole := byRule(checker.Check(child))
					again, codes := checker.Recheck(child, v.column)
					part := byRule(again)
					for code, places := range whole {
						want := places
						if !slices.Contains(codes, code) {
							part[code] = before[code] // what was found before still stands
						}
						if part[code] != want {
							t.Fatalf("line %d: %s changed and %s was not found again", c.line, v.column, code)
						}
					}
				})
			}
		}
	}
}

func byRule(issues []validation.Issue) map[string]string {
	out := map[string]string{}
	for _, i := range issues {
		for _, p := range i.Places {
			out[i.Rule] += fmt.Sprint(p.Table, p.Field, p.Row, " ")
		}
		out[i.Rule] += ";"
	}
	return out
}
