package research

import (
	"cmp"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/report"
)

// behind is a figure of the data quality page whose failing places are wanted.
type behind struct {
	from  string // what opened it on that page
	title string
	is    func(*report.Place) bool
}

// ofDimension are the places that a dimension misses.
func ofDimension(from, name string) behind {
	return behind{from, name, func(p *report.Place) bool { return p.Dimension == name }}
}

// ofRule are the places where a finding of a rule stood at the finish.
func ofRule(from string, rule *report.Rule) behind {
	id := rule.ID
	return behind{from, rule.Title, func(p *report.Place) bool { return p.Dimension == "" && p.Rule == id }}
}

// ofOutcome are the answers that compare so with the key.
func ofOutcome(from, outcome string) behind {
	return behind{from, "Answers against the key: " + outcome, func(p *report.Place) bool {
		return p.Dimension == report.InAccuracy && strings.EqualFold(p.What, outcome)
	}}
}

// ofSection and ofForm are the places there that count against any dimension.
func ofSection(from string, s *report.Section) behind {
	id := s.ID
	return behind{from, s.Title, func(p *report.Place) bool { return p.Dimension != "" && p.Section == id }}
}

func ofForm(from string, f *report.Form) behind {
	id := f.ID
	return behind{from, f.Title, func(p *report.Place) bool { return p.Dimension != "" && p.Form() == id }}
}

// count is how many places there are behind a figure.
func (b behind) count(r *report.Report) (n int) {
	for i := range r.Failing {
		if b.is(&r.Failing[i]) {
			n++
		}
	}
	return n
}

// whatOf says what is wrong at a place.
func whatOf(p *report.Place) string {
	what := capital(p.What)
	if p.Title != "" {
		what += ": " + p.Title
	}
	return what
}

// placing is which places are listed, and how.
type placing struct {
	wrong, section, task, words string
	sorted                      string
	down                        bool
}

const (
	columnPerson = "person"
	columnTask   = "task"
	columnWho    = "who"
	columnWrong  = "wrong"
	columnAnswer = "answer"
)

// list returns the places that are wanted, in order. Codes are those of sessions.
func (w placing) list(all []*report.Place, codes map[capture.SessionID]string, task func(string) string) []*report.Place {
	words := strings.Fields(strings.ToLower(w.words))
	var out []*report.Place
	for _, p := range all {
		if w.wrong != "" && p.What != w.wrong || w.section != "" && p.Section != w.section || w.task != "" && p.Task != w.task {
			continue
		}
		text := strings.ToLower(codes[p.Session] + " " + p.Label + " " + p.Who() + " " + whatOf(p))
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) }) {
			out = append(out, p)
		}
	}
	by := map[string]func(*report.Place) string{
		columnCode: func(p *report.Place) string { return codes[p.Session] }, columnTask: func(p *report.Place) string { return task(p.Task) },
		columnQuestion: func(p *report.Place) string { return strings.ToLower(p.Label) }, columnWrong: whatOf,
		columnWho: func(p *report.Place) string { return string(p.EntityType) },
	}[w.sorted]
	if by == nil {
		return out
	}
	way := 1
	if w.down {
		way = -1
	}
	keys := make(map[*report.Place]string, len(out))
	for _, p := range out {
		keys[p] = by(p)
	}
	slices.SortStableFunc(out, func(x, y *report.Place) int {
		c := cmp.Compare(keys[x], keys[y])
		if c == 0 && w.sorted == columnWho {
			c = cmp.Compare(x.Number, y.Number)
		}
		return way * c
	})
	return out
}
