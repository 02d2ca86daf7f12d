package validation

import "slices"

// RuleSet is an ordered set of rules over one kind of record, with an index
// from what is read to the rules that read it.
type RuleSet[R any] struct {
	rules   []Rule[R]
	readers map[string][]int
}

// NewRuleSet makes a set of rules; their order is the order of findings.
func NewRuleSet[R any](rules ...Rule[R]) *RuleSet[R] {
	s := &RuleSet[R]{rules: rules, readers: make(map[string][]int)}
	for i, r := range rules {
		for _, read := range r.Reads {
			s.readers[read] = append(s.readers[read], i)
		}
	}
	return s
}

// Rules returns the rules in order. The slice must not be changed.
func (s *RuleSet[R]) Rules() []Rule[R] { return s.rules }

// Check runs every rule on one record; child is its local identifier.
func (s *RuleSet[R]) Check(record R, child string) []Issue {
	var found Found
	found.child = child
	for i := range s.rules {
		s.run(i, record, &found)
	}
	return found.issues
}

// Affected returns the positions of the rules that read any of the changed
// places ("Table.Column" or question id), in order and once each.
func (s *RuleSet[R]) Affected(changed ...string) []int {
	if len(changed) == 1 {
		return s.readers[changed[0]]
	}
	var out []int
	for _, c := range changed {
		out = append(out, s.readers[c]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Run checks one record against the rules at the given positions only.
func (s *RuleSet[R]) Run(positions []int, record R, child string) []Issue {
	var found Found
	found.child = child
	for _, i := range positions {
		s.run(i, record, &found)
	}
	return found.issues
}

func (s *RuleSet[R]) run(i int, record R, found *Found) {
	found.info = &s.rules[i].Info
	found.group = 0
	s.rules[i].Check(record, found)
}
