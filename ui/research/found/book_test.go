package found_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/ui/research/found"
	"recordwell/validation"
)

// issues are findings as a check gives them, some without places or with words of
// their own.
func issues(n int) []validation.Issue {
	r := rand.New(rand.NewPCG(1, 2))
	var out []validation.Issue
	for i := range n {
		f := validation.Issue{
			Rule: fmt.Sprintf("%d", 100+r.IntN(90)), Severity: validation.Severity(1 + r.IntN(2)),
			Child: fmt.Sprintf("CHILD%06d", i/4), Group: i,
		}
		for range r.IntN(4) {
			f.Places = append(f.Places, validation.Place{
				Table: "Episodes", Field: []string{"DECOM", "DEC", "LS"}[r.IntN(3)], Row: i, Value: fmt.Sprintf("2025-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)),
			})
		}
		if i%17 == 0 {
			f.Say, f.Args = "missing", map[string]string{"thing": "the date"}
		}
		out = append(out, f)
	}
	return out
}

func book(all []validation.Issue) *found.Book {
	b := &found.Book{}
	for _, i := range all {
		b.Add(i)
	}
	b.Finish()
	return b
}

func TestFindingsComeBackAsTheyWere(t *testing.T) {
	all := issues(500)
	if d := cmp.Diff(all, slices.Collect(book(all).All())); d != "" {
		t.Error(d)
	}
}

// TestViewAgreesWithAPlainOne compares with a filter and a stable sort over the
// findings themselves.
func TestViewAgreesWithAPlainOne(t *testing.T) {
	all := issues(700)
	b := book(all)
	says := func(code string) string { return "Words of rule " + code + " Zebra" }
	for _, q := range []found.Query{
		{}, {Descending: true}, {Order: found.ByRule}, {Order: found.ByRule, Descending: true},
		{Order: found.ByChild, Descending: true}, {Order: found.BySeverity},
		{Rule: "123"}, {Child: "ild00001"}, {Severity: validation.Query, Order: found.ByRule},
		{Words: "2025-07-1"}, {Words: "child00002"}, {Words: "zebra", Says: says}, {Words: "RULE 14", Says: says},
		{Words: "no such words"}, {Words: "025-1", Severity: validation.Error, Order: found.ByChild},
	} {
		if d := cmp.Diff(plain(all, q), b.View(q)); d != "" {
			q.Says = nil
			t.Errorf("%+v: %s", q, d)
		}
	}
}

func plain(all []validation.Issue, q found.Query) []uint32 {
	kept := []uint32{}
	for n, i := range all {
		text := i.Rule + "\n" + i.Child
		if q.Says != nil {
			text = i.Rule + " " + q.Says(i.Rule) + "\n" + i.Child
		}
		for _, p := range i.Places {
			text += "\n" + p.Value
		}
		if (q.Rule == "" || i.Rule == q.Rule) && (q.Severity == 0 || i.Severity == q.Severity) &&
			strings.Contains(strings.ToLower(i.Child), strings.ToLower(q.Child)) &&
			strings.Contains(strings.ToLower(text), strings.ToLower(q.Words)) {
			kept = append(kept, uint32(n))
		}
	}
	if q.Order == found.ByPlace {
		if q.Descending {
			slices.Reverse(kept)
		}
		return kept
	}
	slices.SortStableFunc(kept, func(x, y uint32) int {
		a, b := all[x], all[y]
		c := map[found.Order]int{
			found.ByRule: strings.Compare(a.Rule, b.Rule), found.ByChild: strings.Compare(a.Child, b.Child), found.BySeverity: int(a.Severity) - int(b.Severity),
		}[q.Order]
		if q.Descending {
			c = -c
		}
		return c
	})
	return kept
}

func TestRulesAreCounted(t *testing.T) {
	all := issues(300)
	b := book(all)
	total := 0
	for _, r := range b.Rules() {
		total += r.Count
	}
	if total != len(all) || b.Count(validation.Error)+b.Count(validation.Query) != len(all) {
		t.Errorf("counted %d by rule, %d errors and %d to check, of %d", total, b.Count(validation.Error), b.Count(validation.Query), len(all))
	}
}

// BenchmarkMillion sorts and searches a million findings: what a person waits for
// between a key and the first rows.
func BenchmarkMillion(b *testing.B) {
	book := book(issues(1_000_000))
	for _, c := range []struct {
		name string
		q    found.Query
	}{
		{"all", found.Query{}}, {"by-rule", found.Query{Order: found.ByRule}},
		{"by-child-down", found.Query{Order: found.ByChild, Descending: true}},
		{"words", found.Query{Words: "2025-07-1", Order: found.ByRule}}, {"child", found.Query{Child: "child00012"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				book.View(c.q)
			}
		})
	}
}
