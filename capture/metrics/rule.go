package metrics

import (
	"maps"
	"slices"

	"recordwell/capture"
)

// Rule is the measures of one rule over all sessions.
type Rule struct {
	ID       string
	Severity int32
	// Applicable is the people who met a question that the rule was ever found
	// at; Found those for whom it arose; Exposed those who were told of it.
	Applicable, Found, Exposed int
	Detected, Shown            int // findings
	Cleared                    int // shown findings that went away
	Repairs                    int // answers given on the way to clearing them
	RepairTime                 Times
	Explained                  int // findings finished with a reason
	// Left counts what was still shown when a task was finished: with a reason,
	// or without.
	LeftExplained, LeftOpen int
	// Cost is the active seconds from shown to cleared or explained, summed, and
	// divided by all people of the study.
	Cost, CostEach float64
}

type ruleSum struct {
	severity       int32
	places         map[capture.QuestionID]struct{}
	found, exposed people
	repair         []float64
	m              Rule
}

func (r *ruleSum) add(person int, t *Task, i *Issue) {
	r.severity = i.Severity
	r.places[i.Question] = struct{}{}
	r.found.add(person)
	r.m.Detected += i.Detected
	r.m.Shown += i.Shown
	r.m.Cleared += i.Cleared
	r.m.Repairs += i.Repairs
	r.m.Cost += seconds(i.Cost)
	if i.Shown > 0 {
		r.exposed.add(person)
	}
	if i.Cleared > 0 {
		r.repair = append(r.repair, seconds(i.RepairTime)/float64(i.Cleared))
	}
	switch {
	case !t.Finished:
	case i.LeftShown && i.Explained:
		r.m.LeftExplained++
	case i.LeftShown:
		r.m.LeftOpen++
	}
	if i.Explained {
		r.m.Explained++
	}
}

// Rules returns the measures of every rule that was ever found broken, those
// that reached most people first.
func (s *Study) Rules() []Rule {
	var out []Rule
	for _, id := range slices.Sorted(maps.Keys(s.rules)) {
		r := s.rules[id]
		met := []people{r.found}
		for q := range r.places {
			if sum := s.questions[q]; sum != nil {
				met = append(met, sum.people)
			}
		}
		m := r.m
		m.ID, m.Severity = id, r.severity
		m.Applicable, m.Found, m.Exposed = len(union(met...)), len(r.found), len(r.exposed)
		m.RepairTime = timesOf(r.repair, len(r.exposed))
		if s.people > 0 {
			m.CostEach = m.Cost / float64(s.people)
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b Rule) int { return b.Found - a.Found })
	return out
}
