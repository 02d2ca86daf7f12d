package research

import (
	"cmp"
	"slices"
	"strings"

	"recordwell/capture/report"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// measure is a column of the heat table.
type measure struct {
	id, name string
	width    float32
	// value is what the column is sorted by; known is false where nothing was
	// measured.
	value func(*report.Question) (v float64, known bool)
	words func(*report.Question) string
	// bad is what the column is shaded by, where that is not its value.
	bad   func(*report.Question) float64
	plain bool // never shaded
}

func countOf(id, name string, width float32, n func(*report.Question) int) measure {
	return measure{
		id: id, name: name, width: width,
		value: func(q *report.Question) (float64, bool) { return float64(n(q)), true },
		words: func(q *report.Question) string { return number(n(q)) },
	}
}

func timeOf(id, name string, width float32, t func(*report.Question) report.Seconds) measure {
	return measure{
		id: id, name: name, width: width,
		value: func(q *report.Question) (float64, bool) { return t(q).Median, t(q).N > 0 },
		words: func(q *report.Question) string { return figure(t(q).Median) },
	}
}

func plain(m measure) measure { m.plain = true; return m }

// measures are the columns after the question's name, first what the table is sorted
// by when it opens.
var measures = []measure{
	{
		id: "lost", name: "Seconds lost", width: 88,
		value: func(q *report.Question) (float64, bool) { return q.Lost, q.Seen > 0 },
		words: func(q *report.Question) string { return figure(q.Lost) },
	},
	plain(countOf("people", "People", 74, func(q *report.Question) int { return q.People })),
	plain(countOf("seen", "Times seen", 66, func(q *report.Question) int { return q.Seen })),
	timeOf("wait", "Wait, seconds", 84, func(q *report.Question) report.Seconds { return q.Wait }),
	timeOf("time", "Time, seconds", 84, func(q *report.Question) report.Seconds { return q.Time }),
	timeOf("elapsed", "With breaks", 110, func(q *report.Question) report.Seconds { return q.Elapsed }),
	countOf("returned", "Came back", 72, func(q *report.Question) int { return q.Returned }),
	countOf("changed", "Changed answer", 84, func(q *report.Question) int { return q.Changed }),
	countOf("errors", "Errors met", 74, func(q *report.Question) int { return q.ErrorsMet }),
	{
		id: "first", name: "Right first time", width: 104,
		value: func(q *report.Question) (float64, bool) { return q.First.Rate, q.First.Measured() },
		words: func(q *report.Question) string { return q.First.Percent() },
		bad:   func(q *report.Question) float64 { return 1 - q.First.Rate },
	},
	countOf("blank", "Left blank", 68, func(q *report.Question) int { return q.Blank.Part }),
	countOf("help", "Help opened", 76, func(q *report.Question) int { return q.Help }),
	countOf("dropped", "Stopped here", 82, func(q *report.Question) int { return q.Dropped }),
}

const (
	columnQuestion = "question"
	columnTrend    = "trend"
)

// heatColumns are the columns of the table.
func heatColumns() []widgets.Column {
	out := []widgets.Column{{ID: columnQuestion, Name: "Question", Width: 260, Sortable: true}}
	for _, m := range measures {
		out = append(out, widgets.Column{ID: m.id, Name: m.name, Width: m.width, Numeric: true, Sortable: true})
	}
	return append(out, widgets.Column{ID: columnTrend, Name: "First to last session", Width: 130, Sortable: true})
}

// heat is the questions in the order and shades they are shown in.
type heat struct {
	rows   []*report.Question
	names  map[*report.Question]string
	most   []float64 // by measure, over the rows
	shaded bool
}

func newHeat(all []report.Question, section string, shaded bool) *heat {
	h := &heat{most: make([]float64, len(measures)), shaded: shaded}
	for i := range all {
		if section == "" || all[i].Section == section {
			h.rows = append(h.rows, &all[i])
		}
	}
	h.names = namesOf(all)
	for i, m := range measures {
		for _, q := range h.rows {
			h.most[i] = max(h.most[i], m.shade(q))
		}
	}
	return h
}

// namesOf tells questions with the same words apart by their sections.
func namesOf(all []report.Question) map[*report.Question]string {
	times := map[string]int{}
	for i := range all {
		times[all[i].Label]++
	}
	names := make(map[*report.Question]string, len(all))
	for i := range all {
		q := &all[i]
		names[q] = q.Label
		if times[q.Label] > 1 {
			names[q] += " (" + q.Section + ")"
		}
	}
	return names
}

func (m measure) shade(q *report.Question) float64 {
	v, known := m.value(q)
	switch {
	case !known || m.plain:
		return 0
	case m.bad != nil:
		return m.bad(q)
	}
	return v
}

// sort arranges the rows by a column; what was not measured comes last.
func (h *heat) sort(column string, descending bool) {
	way := 1
	if descending {
		way = -1
	}
	slices.SortStableFunc(h.rows, func(a, b *report.Question) int {
		switch column {
		case columnQuestion:
			return way * strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
		case columnTrend:
			return way * strings.Compare(a.Trend, b.Trend)
		}
		i := slices.IndexFunc(measures, func(m measure) bool { return m.id == column })
		x, known := measures[i].value(a)
		y, other := measures[i].value(b)
		if known != other {
			if known {
				return -1
			}
			return 1
		}
		return way * cmp.Compare(x, y)
	})
}

var (
	heatFill = [...]theme.Token{"", theme.Heat1, theme.Heat2, theme.Heat3, theme.Heat4}
	heatInk  = [...]theme.Token{theme.Text, theme.OnHeat1, theme.OnHeat2, theme.OnHeat3, theme.OnHeat4}
)

// cell is one of the table: the number always, the shade where it is wanted.
func (h *heat) cell(row, col int) widgets.Cell {
	q := h.rows[row]
	switch {
	case col == 0:
		return widgets.Cell{Text: h.names[q], Bold: true, Link: true}
	case col > len(measures):
		if q.Trend == "" {
			return widgets.Cell{Text: "–", Token: theme.Muted}
		}
		return widgets.Cell{Text: q.Trend, Token: theme.Muted}
	}
	m := measures[col-1]
	if _, known := m.value(q); !known {
		return widgets.Cell{Text: "–", Says: "not measured"}
	}
	c := widgets.Cell{Text: m.words(q)}
	bad, most := m.shade(q), h.most[col-1]
	if most <= 0 || bad <= 0 {
		return c
	}
	if bad == most {
		c.Says = "most in this column"
		if m.bad != nil {
			c.Says = "least in this column"
		}
	}
	if h.shaded {
		step := min(4, int(5*bad/most))
		c.Fill, c.Token, c.Bold = heatFill[step], heatInk[step], step > 2
	}
	return c
}
