package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// textQuestions is how many questions the text report lists; the tables have all.
const textQuestions = 10

// Text writes the report for a terminal: the summary, the dimensions, the tasks,
// the rules broken most and where time went.
func Text(w io.Writer, r *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "Data quality report: %s\n", r.Title)
	if r.Round != "" {
		fmt.Fprintf(&b, "Round: %s\n", r.Round)
	}
	if s := r.SimulatedWords(); s != "" {
		fmt.Fprintf(&b, "%s\n", s)
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", r.Behind(), strings.Join(r.Headline, "\n"))

	title(&b, "Six dimensions")
	table(&b, func(row func(...string)) {
		for _, d := range r.Dimensions {
			why := d.Range() + ", " + people(d.People)
			if !d.Measured() {
				why = d.Why
			}
			row(d.Name, d.Percent(), d.Verdict(), why)
		}
	})
	if len(r.Tasks) > 0 {
		title(&b, "Tasks")
		table(&b, func(row func(...string)) {
			for _, t := range r.Tasks {
				row(t.Title, t.Success.Words("people"), "geometric mean "+seconds(t.Time.Geometric), t.Time.Range())
			}
		})
	}
	if u := r.Usability; u.N > 0 {
		title(&b, "What people say")
		fmt.Fprintf(&b, "System Usability Scale: %s of 100, %s. %s\n", figure1(u.Mean), u.Adjective, u.Against())
		if r.Ease.N > 0 {
			fmt.Fprintf(&b, "Ease after a task: %s of 7, from %s, %s.\n", figure1(r.Ease.Mean), several(r.Ease.N, "answer", "answers"), people(r.Ease.People))
		}
	}
	if len(r.Comparisons) > 0 {
		title(&b, "Side by side")
		table(&b, func(row func(...string)) {
			for _, c := range r.Comparisons {
				f := c.Figures()
				row(c.MeasureWords(), c.Of, c.A+": "+f[0], c.B+": "+f[1], c.Verdict())
			}
		})
	}
	for _, pair := range r.Rounds {
		title(&b, pair.Before.Title+" and "+pair.After.Title)
		fmt.Fprintf(&b, "%s\n", strings.Join(pair.Sentences(), "\n"))
		table(&b, func(row func(...string)) {
			for _, list := range [][]Change{pair.Changes, pair.Questions} {
				for _, c := range list {
					f := c.Figures()
					row(c.FullName(), f[0]+" to "+f[1], c.Words(), c.RangeWords(), c.Verdict())
				}
			}
		})
		for _, f := range pair.Forms {
			fmt.Fprintf(&b, "  %s (%s %s to %s): %s %s\n", f.Question, f.Form, f.Was, f.Is, f.Kind, f.What)
		}
	}
	if r.Accuracy.All.Measured() {
		title(&b, "Answers against the key")
		table(&b, func(row func(...string)) {
			for _, o := range r.Matrix {
				row(upper(o.Name), number(o.Count), "of "+number(o.Of))
			}
		})
	}
	title(&b, "Validity")
	fmt.Fprintf(&b, "First attempt: %s\nIn the end: %s\n", r.Validity.First.Words("answers"), r.Validity.Final.Words("answers"))
	if len(r.Rules) > 0 {
		title(&b, "Rules broken most")
		table(&b, func(row func(...string)) {
			for _, x := range r.Rules[:min(textQuestions, len(r.Rules))] {
				row(x.Title, x.Kind, people(x.Found), several(x.Detected, "time", "times"))
			}
		})
	}
	title(&b, "Where time went")
	table(&b, func(row func(...string)) {
		for _, q := range r.Questions[:min(textQuestions, len(r.Questions))] {
			row(q.Label, seconds(q.Lost)+" lost", "middle time "+seconds(q.Time.Median), several(q.ErrorsMet, "error met", "errors met"), several(q.Seen, "time", "times")+", "+people(q.People))
		}
	})
	title(&b, "How these figures are made")
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "- %s\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func title(b *strings.Builder, words string) { fmt.Fprintf(b, "\n%s\n", words) }

func table(b *strings.Builder, rows func(row func(...string))) {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	rows(func(cells ...string) { fmt.Fprintf(w, "  %s\n", strings.Join(cells, "\t")) })
	_ = w.Flush() // a strings.Builder takes everything
}
