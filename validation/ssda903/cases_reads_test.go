package ssda903

import (
	"slices"
	"testing"
)

// TestReadsAreCompleteForOurCases takes every column away from our own cases, as
// TestReadsAreComplete does from the fixtures.
func TestReadsAreCompleteForOurCases(t *testing.T) {
	for _, group := range cases {
		for _, c := range group {
			reads := Rules().Rules()[rules().index[c.code]].Reads
			before, _ := run(t, c.read(t), c.code)
			given := c.read(t)
			for tab := range Last + tableCount {
				if !given.Has(tab) {
					continue
				}
				for at, column := range schema[tab.thisYear()].columns {
					name := tab.String() + "." + column.name
					if column.name == "CHILD" || !given.HasColumn(tab, column.name) || slices.Contains(reads, name) {
						continue
					}
					r := c.read(t)
					for _, child := range r.Children {
						ts := child.year(tab)
						for row := range ts.Len(tab) {
							ts.at(tab, row).field(at).text = nil
						}
					}
					if after, _ := run(t, r, c.code); !slices.Equal(before, after) {
						t.Errorf("%s/%s reads %s and does not say so", c.code, c.name, name)
					}
				}
			}
		}
	}
}
