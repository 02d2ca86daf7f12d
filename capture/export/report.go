package export

import (
	"strings"

	"recordwell/capture/report"
)

// Report returns the tables of a report, the data dictionary last.
func Report(r *report.Report) []Table {
	tables := []Table{
		dimensions(r), tasks(r), matrix(r), completeness(r), validity(r), sections(r), forms(r), questions(r), places(r), rules(r),
		conditions(r), comparisons(r), rounds(r), formChanges(r), endQuestions(r), quotes(r), failing(r), asked(r),
	}
	return append(tables, Dictionary(tables))
}

// rate is the columns of a proportion.
func rate(name, of string) []Column {
	return []Column{
		{name, decimal, "share", of},
		{name + "_part", whole, "", "numerator of " + name},
		{name + "_of", whole, "", "denominator of " + name},
		{name + "_people", whole, "people", "people behind " + name},
		{name + "_low", decimal, "share", "lower end of the 95% likely range of " + name + "; empty under 5 people"},
		{name + "_high", decimal, "share", "upper end of the same"},
	}
}

func rateCells(r report.Rate) []any {
	cells := []any{nil, r.Part, r.Whole, r.People, nil, nil}
	if r.Measured() {
		cells[0] = r.Rate
	}
	return withRange(cells, r.Likely)
}

// withRange fills the last two cells.
func withRange(cells []any, r *report.Range) []any {
	if r != nil {
		cells[len(cells)-2], cells[len(cells)-1] = r.Low, r.High
	}
	return cells
}

// times is the columns of a length of time.
func times(name, of string) []Column {
	return []Column{
		{name + "_n", whole, "", "lengths of time behind " + name},
		{name + "_median", decimal, "seconds", "middle " + of},
		{name + "_geometric_mean", decimal, "seconds", "geometric mean of " + of},
		{name + "_low", decimal, "seconds", "lower end of the 95% likely range of the geometric mean; empty under 5 people or for several a person"},
		{name + "_high", decimal, "seconds", "upper end of the same"},
	}
}

func timeCells(s report.Seconds) []any {
	cells := []any{s.N, nil, nil, nil, nil}
	if s.N > 0 {
		cells[1], cells[2] = s.Median, s.Geometric
	}
	return withRange(cells, s.Likely)
}

func join[T any](lists ...[]T) []T {
	var out []T
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// table closes the list of columns and rows with the mark of simulated data.
func table(r *report.Report, name, about string, columns []Column, rows func(each func(...any))) Table {
	return Table{name, about, append(columns, simulatedColumn), func(each func(...any)) {
		rows(func(cells ...any) { each(append(cells, r.Simulated > 0)...) })
	}}
}

func dimensions(r *report.Report) Table {
	columns := join([]Column{
		{"dimension", text, "", "name in the Government Data Quality Framework"},
		{"meaning", text, "", "in plain words"},
		{"counted", text, "", "what the numerator and denominator count"},
	}, rate("reached", "share reached; empty when not measured"), []Column{
		{"target", decimal, "share", "target of the study"},
		{"meets", yesNo, "", "whether the target is reached; empty when not measured"},
		{"not_measured", text, "", "why it is not measured"},
	})
	return table(r, "dimensions", "The six dimensions against their targets", columns, func(each func(...any)) {
		for _, d := range r.Dimensions {
			var meets any
			if d.Measured() {
				meets = d.Meets()
			}
			each(join([]any{d.Name, d.Meaning, d.Of}, rateCells(d.Rate), []any{d.Target, meets, d.Why})...)
		}
	})
}

func tasks(r *report.Report) Table {
	columns := join([]Column{
		{"task", text, "", "id of the task"},
		{"title", text, "", "its story and title"},
		{"opened", whole, "people", "who began it"},
		{"finished", whole, "people", "who finished it"},
		{"skipped", whole, "people", "who skipped it"},
		{"left_open", whole, "people", "who neither finished nor skipped it"},
		{"own_rule", yesNo, "", "whether the task declares critical answers; else finishing is success"},
	}, rate("success", "completed as it should be, of those who did not skip it"),
		times("time", "active time of successes"), times("elapsed", "time of successes with interruptions"), []Column{
			{"errors_met", decimal, "errors", "errors a person was told of, mean of finished records"},
			{"backtracks", decimal, "moves", "moves to an earlier page other than by a Change link, mean of finished records"},
		}, score("ease", "how easy people found it", scale7))
	return table(r, "tasks", "How tasks ended and how long they took", columns, func(each func(...any)) {
		for _, t := range r.Tasks {
			each(join([]any{t.ID, t.Title, t.Opened, t.Finished, t.Skipped, t.LeftOpen, t.OwnRule},
				rateCells(t.Success), timeCells(t.Time), timeCells(t.Elapsed), []any{t.ErrorsMet, t.Backtracks}, scoreCells(t.Ease))...)
		}
	})
}

// outcomeColumns names the columns of the error matrix.
func outcomeColumns(r *report.Report) (columns []Column) {
	for _, o := range r.Matrix {
		columns = append(columns, Column{strings.ReplaceAll(o.Name, " ", "_"), whole, "answers", "answers in the key that ended " + o.Name})
	}
	return columns
}

func matrixCells(counts []int) (cells []any) {
	for _, n := range counts {
		cells = append(cells, n)
	}
	return cells
}

func matrix(r *report.Report) Table {
	columns := join([]Column{
		{"level", text, "", "all, section or question"},
		{"id", text, "", "id of the section or question"},
		{"title", text, "", "its title"},
	}, outcomeColumns(r), rate("accurate", "correct of answers in the key"))
	return table(r, "error-matrix", "Answers against the key, each counted once", columns, func(each func(...any)) {
		var all []int
		for _, o := range r.Matrix {
			all = append(all, o.Count)
		}
		row := func(level, id, title string, counts []int, accurate report.Rate) {
			each(join([]any{level, id, title}, matrixCells(counts), rateCells(accurate))...)
		}
		row("all", "", "All", all, r.Accuracy.All)
		for _, s := range r.Sections {
			row("section", s.ID, s.Title, s.Matrix, s.Accurate)
		}
		for _, q := range r.Questions {
			row("question", q.ID, q.Label, q.Matrix, q.Accurate)
		}
	})
}

func completeness(r *report.Report) Table {
	columns := []Column{
		{"kind", text, "", "state: how a question that was asked ended; workaround: an answer that stands in for one"},
		{"name", text, "", "which"},
		{"count", whole, "answers", "how many"},
		{"of", whole, "answers", "asked (state) or answered (workaround)"},
	}
	return table(r, "completeness", "How questions ended, and answers that stand in for one", columns, func(each func(...any)) {
		for _, s := range r.Complete.States {
			each("state", s.Name, s.Count, s.Of)
		}
		for _, w := range r.Complete.Workarounds {
			each("workaround", w.Name, w.Count, w.Of)
		}
	})
}

func validity(r *report.Report) Table {
	columns := join([]Column{{"measure", text, "", "what is counted"}}, rate("rate", "the measure"))
	return table(r, "validity", "Completeness, validity and accuracy of all records", columns, func(each func(...any)) {
		for _, m := range []struct {
			name string
			rate report.Rate
		}{
			{"complete", r.Complete.All}, {"complete_required", r.Complete.Required}, {"complete_optional", r.Complete.Optional},
			{"valid_first_attempt", r.Validity.First}, {"valid_final", r.Validity.Final}, {"records_without_error", r.Validity.WithoutError},
			{"accurate", r.Accuracy.All}, {"accurate_critical", r.Accuracy.Critical},
		} {
			each(join([]any{m.name}, rateCells(m.rate))...)
		}
	})
}
