package ssda903

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/validation"
)

// fixture is one file of testdata/fixtures: small tables in, failing rows out.
type fixture struct {
	Code  string
	Cases []fixtureCase
}

type fixtureCase struct {
	Inputs   json.RawMessage
	Metadata json.RawMessage
	Expected struct {
		Locations []location
		Skipped   bool `json:"skipped_missing_tables"`
	}
}

// location is a row that a rule flags.
type location struct {
	Table string
	Row   int
}

// UnmarshalJSON takes a row number written as a number or as a text.
func (l *location) UnmarshalJSON(raw []byte) error {
	var in struct {
		Table string
		Row   json.RawMessage
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		return err
	}
	l.Table = in.Table
	return json.Unmarshal(bytes.Trim(in.Row, `"`), &l.Row)
}

func (l location) String() string { return fmt.Sprintf("%s %d", l.Table, l.Row) }

func fixtures(t testing.TB) map[string]fixture {
	t.Helper()
	files, err := filepath.Glob("testdata/fixtures/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	out := make(map[string]fixture)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f fixture
		if err := json.Unmarshal(raw, &f); err != nil {
			t.Fatal(file, err)
		}
		out[f.Code] = f
	}
	return out
}

// read turns a case into the tables file that the command line takes.
func (c *fixtureCase) read(t testing.TB) *Return {
	t.Helper()
	raw, err := json.Marshal(map[string]json.RawMessage{"inputs": c.Inputs, "metadata": c.Metadata})
	if err != nil {
		t.Fatal(err)
	}
	r, err := ReadTables(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// run checks one rule and returns the rows it flags; ran is false when it needs
// something that is not there.
func run(t testing.TB, r *Return, code string) (rows []location, ran bool) {
	t.Helper()
	cx := NewContext(r, Given{})
	plan, err := NewPlan(r, cx, []string{code}, "")
	if err != nil {
		t.Fatal(err)
	}
	set := make(map[location]bool)
	err = Check(context.Background(), r, cx, plan, func(i validation.Issue) {
		for _, p := range i.Places {
			set[location{p.Table, p.Row}] = true
		}
		checkWords(t, i)
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sorted(slices.Collect(maps.Keys(set))), plan.Len() == 1
}

// checkWords holds that a finding brings every value that its words name.
func checkWords(t testing.TB, i validation.Issue) {
	t.Helper()
	info := Rules().Rules()[rules().index[i.Rule]].Info
	for _, name := range braced(info.What + info.Do) {
		_, ok := i.Args[name]
		ok = ok || slices.ContainsFunc(i.Places, func(p validation.Place) bool {
			return p.Field == name || p.Table+"."+p.Field == name
		})
		if !ok {
			t.Errorf("%s: the finding has no value for {%s}", i.Rule, name)
		}
	}
}

func sorted(rows []location) []location {
	slices.SortFunc(rows, func(a, b location) int {
		if c := strings.Compare(a.Table, b.Table); c != 0 {
			return c
		}
		return a.Row - b.Row
	})
	return rows
}

func TestFixtures(t *testing.T) {
	known := rules().index
	for code, f := range fixtures(t) {
		if _, ok := known[code]; !ok {
			continue // TestEveryRuleIsThere lists it
		}
		for n, c := range f.Cases {
			t.Run(fmt.Sprintf("%s/%d", code, n), func(t *testing.T) {
				want := sorted(slices.Clone(c.Expected.Locations))
				wantRan := !c.Expected.Skipped
				if d, ok := departures[fmt.Sprintf("%s/%d", code, n)]; ok {
					if slices.Equal(want, d.rows) {
						t.Error("the departure expects what the fixture does: take it out")
					}
					want, wantRan = sorted(slices.Clone(d.rows)), wantRan && !d.notChecked
				}
				rows, ran := run(t, c.read(t), code)
				if ran != wantRan {
					t.Errorf("ran = %v, want %v", ran, wantRan)
				}
				if !slices.Equal(rows, want) {
					t.Errorf("flags %v\n want %v", rows, want)
				}
			})
		}
	}
}

func TestEveryRuleIsThere(t *testing.T) {
	known := rules().index
	var lacking []string
	for _, f := range facts() {
		_, ok := known[f.Code]
		switch {
		case ok && slices.Contains(pending, f.Code):
			t.Errorf("rule %s is written: take it out of pending", f.Code)
		case !ok && !slices.Contains(pending, f.Code):
			lacking = append(lacking, f.Code)
		}
	}
	if len(lacking) > 0 {
		t.Errorf("%d rules are not written: %s", len(lacking), strings.Join(lacking, " "))
	}
	if len(facts()) != 323 {
		t.Errorf("facts.json has %d rules, want 323", len(facts()))
	}
	t.Logf("%d of 323 rules are written", len(known))
}

// TestReadsAreComplete takes every column away in turn. When that changes what a
// rule finds, the rule must say that it reads the column: checking again after a
// change trusts it.
func TestReadsAreComplete(t *testing.T) {
	for code, f := range fixtures(t) {
		i, ok := rules().index[code]
		if !ok {
			continue
		}
		reads := Rules().Rules()[i].Reads
		for n, c := range f.Cases {
			before, ran := run(t, c.read(t), code)
			if !ran {
				continue
			}
			var inputs map[string]struct{ Columns []string }
			if err := json.Unmarshal(c.Inputs, &inputs); err != nil {
				t.Fatal(err)
			}
			for table, in := range inputs {
				tab, _ := tableNamed(table)
				for _, column := range in.Columns {
					at, ok := tab.columnNamed(column)
					if !ok || column == "CHILD" || slices.Contains(reads, table+"."+column) {
						continue
					}
					r := c.read(t)
					for _, child := range r.Children {
						ts := child.year(tab)
						for row := range ts.Len(tab) {
							ts.at(tab, row).field(at).text = nil
						}
					}
					if after, _ := run(t, r, code); !slices.Equal(before, after) {
						t.Errorf("%s/%d reads %s.%s and does not say so", code, n, table, column)
					}
				}
			}
		}
	}
}

// TestRulesAreDescribed holds what people read about a rule to its limits.
func TestRulesAreDescribed(t *testing.T) {
	for i, r := range Rules().Rules() {
		if r.Title == "" || r.What == "" || r.Do == "" || r.Official == "" || r.Source == "" || r.Scope == 0 {
			t.Errorf("%s: a description is empty: %+v", r.Code, r.Info)
		}
		if n := len([]rune(r.Title)); n >= 70 {
			t.Errorf("%s: the title has %d letters, and must have under 70", r.Code, n)
		}
		for _, word := range []string{"please", " valid", "invalid", "e.g.", "i.e.", "etc.", "sorry"} {
			if text := strings.ToLower(r.Title + " " + r.What + " " + r.Do); strings.Contains(text, word) {
				t.Errorf("%s: says %q", r.Code, word)
			}
		}
		if len(rules().needs[i]) == 0 {
			t.Errorf("%s: needs nothing, so it would run on any file", r.Code)
		}
		for _, name := range strings.Split(strings.Join(slices.Concat(r.Reads, rules().needs[i]), "|"), "|") {
			if !knownName(name) {
				t.Errorf("%s: %s is not a table, a column or a list", r.Code, name)
			}
		}
		for _, name := range braced(r.What + r.Do) {
			if !fillable(name, r.Reads) {
				t.Errorf("%s: {%s} is not a column that it reads", r.Code, name)
			}
		}
	}
}

func knownName(name string) bool {
	table, column, hasColumn := strings.Cut(name, ".")
	t, ok := tableNamed(table)
	if !ok {
		return slices.Contains([]string{"Providers", "Postcodes", "Authority", "XML"}, name)
	}
	_, known := t.columnNamed(column)
	return known || !hasColumn
}

func braced(s string) (names []string) {
	for {
		_, rest, ok := strings.Cut(s, "{")
		if !ok {
			return names
		}
		name, rest, _ := strings.Cut(rest, "}")
		names, s = append(names, name), rest
	}
}

func fillable(name string, reads []string) bool {
	return slices.ContainsFunc(reads, func(r string) bool {
		_, column, _ := strings.Cut(r, ".")
		return r == name || column == name
	})
}
