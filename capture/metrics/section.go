package metrics

import (
	"maps"
	"slices"
	"strings"
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

// addForms adds the sections of a task up by form, whose id their ids begin with.
// Pages that are of no form are left out.
func (s *Study) addForms(person int, t *Task) {
	var forms []Section
	for _, p := range t.Sections {
		id, _, ofForm := strings.Cut(p.ID, "/")
		if !ofForm {
			continue
		}
		i := slices.IndexFunc(forms, func(f Section) bool { return f.ID == id })
		if i < 0 {
			i, forms = len(forms), append(forms, Section{ID: id})
		}
		forms[i].Span.add(p.Span)
		forms[i].Views += p.Views
	}
	for i := range forms {
		id := forms[i].ID
		if s.forms[id] == nil {
			s.forms[id] = &sectionSum{}
		}
		s.forms[id].add(person, &forms[i])
	}
}

// Sections returns the measures of every section that anyone opened, by id.
func (s *Study) Sections() []SectionMeasures { return measured(s.sections) }

// Forms returns the same of every form: the time on all its pages.
func (s *Study) Forms() []SectionMeasures { return measured(s.forms) }

func measured(sums map[string]*sectionSum) []SectionMeasures {
	var out []SectionMeasures
	for _, id := range slices.Sorted(maps.Keys(sums)) {
		p, n := sums[id], len(sums[id].people)
		out = append(out, SectionMeasures{
			ID: id, People: n, Views: p.views, Time: timesOf(p.active, n), Elapsed: timesOf(p.elapsed, n),
		})
	}
	return out
}
