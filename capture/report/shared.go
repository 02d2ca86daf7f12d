package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"recordwell/capture/metrics/stat"
)

// Hidden stands for a count of 1 to 5, or one that would give such a count away.
const Hidden = "c"

// SharedWords mark the version that may leave the research team, on every page.
const SharedWords = "Shareable version: counts of 1 to 5 are hidden."

// Shared is the shareable version of a report: tables in which nobody can be
// told from another. It has no comments, no places of single records and no
// range for under 5 people.
type Shared struct {
	Study     string        `json:"study"`
	Title     string        `json:"title"`
	Round     string        `json:"round,omitempty"`
	Made      time.Time     `json:"made"`
	Program   string        `json:"program"`
	Simulated string        `json:"simulated,omitempty"` // in words
	Version   string        `json:"version"`
	Tables    []SharedTable `json:"tables"`
	Notes     []string      `json:"notes"`
}

// SharedTable is one table, its cells ready to print.
type SharedTable struct {
	ID      string         `json:"id"` // name of its file
	Title   string         `json:"title"`
	Columns []SharedColumn `json:"columns"` // the first names the row
	Rows    [][]string     `json:"rows"`
	// Note stands in the place of the rows where all of them would be hidden.
	Note string `json:"note,omitempty"`
}

// SharedColumn is a column of such a table.
type SharedColumn struct {
	Name    string `json:"name"`
	Unit    string `json:"unit"`
	Meaning string `json:"meaning"`
}

// Share makes the shareable version of a report.
func Share(r *Report) *Shared {
	s := &Shared{
		Study: r.Study, Title: r.Title, Round: r.Round, Made: r.Made, Program: r.Program, Simulated: sharedSimulated(r),
		Version: SharedWords,
		Tables: []SharedTable{
			sharedPeople(r), sharedTasks(r), sharedDimensions(r), sharedMatrix(r), sharedStates(r), sharedSections(r),
			sharedQuestions(r), sharedRules(r), sharedScores(r),
		},
		Notes: []string{
			"Counts of 1 to 5 are printed as “c”, and so are further counts, shares and means from which such a count could be worked out.",
			"Shares have one decimal. No range is given for fewer than 5 people.",
			"With few people almost every breakdown is hidden. A sentence says so where a whole table is.",
			"Comments, single records and the replay of sessions are not part of this version.",
			"A likely range is a 95% confidence interval. docs/measures.md defines every measure.",
		},
	}
	if len(r.Conditions) > 1 {
		s.Tables = append(s.Tables, sharedConditions(r))
	}
	return s
}

// sharedSimulated marks simulated data, and counts people only where all are.
func sharedSimulated(r *Report) string {
	if r.Simulated == 0 || r.Simulated >= r.Counts.Started {
		return r.SimulatedWords()
	}
	return "Simulated data: some of the people here were made up by the program."
}

// line is a row to be shared: its name, the counts that add up to its total, and
// further cells that are shown only while no count of it is hidden.
type line struct {
	name  string
	parts []int
	more  []string
}

// suppressed prints the lines: name, parts, total, and what is further to say.
// Where alone is set, nothing is printed that the lines add up to, so that each
// is for itself.
func suppressed(t SharedTable, alone bool, lines []line) SharedTable {
	table := make([][]int, len(lines))
	for i, l := range lines {
		table[i] = l.parts
	}
	counts := make([][]stat.Count, 0, len(table))
	if alone {
		for _, row := range table {
			counts = append(counts, stat.Suppress([][]int{row})...)
		}
	} else {
		counts = stat.Suppress(table)
	}
	shown := false
	for i, l := range lines {
		row, total, hidden := []string{l.name}, 0, false
		for _, c := range counts[i] {
			total += c.N
			if c.Hidden {
				hidden = true
				row = append(row, Hidden)
			} else {
				row = append(row, number(c.N))
			}
			shown = shown || !c.Hidden && c.N > 0
		}
		if stat.Few(total) {
			hidden = true
			row = append(row, Hidden)
		} else {
			row = append(row, number(total))
		}
		for _, m := range l.more {
			if hidden {
				m = Hidden
			}
			row = append(row, m)
		}
		t.Rows = append(t.Rows, row)
	}
	return orSentence(t, shown)
}

// orSentence says what a table of nothing but hidden counts would not.
func orSentence(t SharedTable, shown bool) SharedTable {
	switch {
	case len(t.Rows) == 0:
		t.Note = "There is nothing to show here yet."
	case !shown:
		t.Rows, t.Note = nil, "Every count here is about too few people or answers to be shared, so the table is left out."
	}
	return t
}

func columns(first string, rest ...SharedColumn) []SharedColumn {
	return append([]SharedColumn{{first, "", "what the row is about"}}, rest...)
}

func countColumn(name, unit, meaning string) SharedColumn { return SharedColumn{name, unit, meaning} }

// MadeWords is the day the report was made.
func (s *Shared) MadeWords() string { return s.Made.Format("2 January 2006 at 15:04") }

// Heading is what the page is called.
func (s *Shared) Heading() string {
	if s.Round == "" {
		return s.Title
	}
	return fmt.Sprintf("%s › %s", s.Title, s.Round)
}

//go:embed shared.html
var sharedHTML string

var sharedPage = template.Must(template.New("shared").Parse(sharedHTML))

// SharedHTML writes the shareable version as one page that needs nothing else.
func SharedHTML(w io.Writer, s *Shared) error {
	return sharedPage.Execute(w, struct {
		*Shared
		Style template.CSS
	}{s, template.CSS(pageCSS)})
}

// SharedText writes the shareable version for a terminal.
func SharedText(w io.Writer, s *Shared) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Data quality report: %s\n%s\n", s.Heading(), s.Version)
	if s.Simulated != "" {
		fmt.Fprintln(&b, s.Simulated)
	}
	for _, t := range s.Tables {
		title(&b, t.Title)
		if t.Note != "" {
			fmt.Fprintln(&b, t.Note)
			continue
		}
		table(&b, func(row func(...string)) {
			var head []string
			for _, c := range t.Columns {
				head = append(head, c.Name)
			}
			row(head...)
			for _, r := range t.Rows {
				row(r...)
			}
		})
	}
	title(&b, "How these figures are made")
	for _, n := range s.Notes {
		fmt.Fprintf(&b, "- %s\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
