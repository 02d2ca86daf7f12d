package metrics

import (
	"maps"
	"slices"
)

// SectionMeasures is the time people spent on the pages of one section, one
// value a person and task.
type SectionMeasures struct {
	ID      string
	People  int
	Views   int
	Time    Times
	Elapsed Times
}

type sectionSum struct {
	people          people
	views           int
	active, elapsed []float64
}

func (p *sectionSum) add(person int, s *Section) {
	p.people.add(person)
	p.views += s.Views
	p.active = append(p.active, seconds(s.Active))
	p.elapsed = append(p.elapsed, seconds(s.Wall))
}

// Sections returns the measures of every section that anyone opened, by id.
func (s *Study) Sections() []SectionMeasures {
	var out []SectionMeasures
	for _, id := range slices.Sorted(maps.Keys(s.sections)) {
		p, n := s.sections[id], len(s.sections[id].people)
		out = append(out, SectionMeasures{
			ID: id, People: n, Views: p.views, Time: timesOf(p.active, n), Elapsed: timesOf(p.elapsed, n),
		})
	}
	return out
}
