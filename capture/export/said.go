package export

import "recordwell/capture/report"

// score is the columns of a mean over people.
func score(name, of, unit string) []Column {
	return []Column{
		{name, decimal, unit, of},
		{name + "_n", whole, "answers", "answers behind " + name},
		{name + "_people", whole, "people", "people behind " + name},
		{name + "_low", decimal, unit, "lower end of the 95% likely range of " + name + "; empty under 5 people"},
		{name + "_high", decimal, unit, "upper end of the same"},
	}
}

func scoreCells(s report.Score) []any {
	cells := []any{nil, s.N, s.People, nil, nil}
	if s.N > 0 {
		cells[0] = s.Mean
	}
	return withRange(cells, s.Likely)
}

const (
	scale7   = "1 to 7"
	scale100 = "0 to 100"
)

func susColumns() []Column {
	return join(score("sus", "mean score on the System Usability Scale", scale100), []Column{
		{"sus_complete", whole, "people", "with every statement answered"},
		{"sus_skipped", whole, "statements", "skipped, and scored as the middle"},
		{"sus_left_out", whole, "people", "who left out all ten, and have no score"},
		{"sus_of_complete", decimal, scale100, "mean of those with every statement answered; the usual score is 68"},
		{"sus_usable", decimal, scale100, "mean of eight statements"},
		{"sus_learnable", decimal, scale100, "mean of statements 4 and 10"},
		{"sus_percentile", decimal, "%", "published systems with a lower mean"},
		{"sus_adjective", text, "", "published word that is nearest to the mean"},
	})
}

func susCells(u report.Usability) []any {
	cells := join(scoreCells(u.Score), []any{u.Complete, u.Imputed, u.LeftOut, nil, nil, nil, nil, u.Adjective})
	if u.Complete > 0 {
		cells[8] = u.OfComplete
	}
	if u.N > 0 {
		cells[9], cells[10], cells[11] = u.Usable, u.Learnable, u.Percentile
	}
	return cells
}

// conditions has a row a condition, and one for all people.
func conditions(r *report.Report) Table {
	columns := join([]Column{
		{"condition", text, "", "id of the condition; empty for all people"},
		{"title", text, "", "when people were told of findings"},
		{"people", whole, "people", "who had it"},
	}, rate("success", "tasks completed as they should be, of those not skipped"),
		times("time", "of each person’s geometric mean active time of completed tasks"), times("elapsed", "of the same with interruptions"),
		score("errors_met", "errors a person was told of: mean over people of each one’s finished records", "errors"),
		rate("first_attempt", "first answers that raised nothing"), rate("accurate", "correct of answers in the key"),
		score("ease", "ease after a task", scale7), susColumns())
	return table(r, "conditions", "Conditions side by side, and what all people said", columns, func(each func(...any)) {
		each(join([]any{"", "All people", r.Counts.Started}, rateCells(report.Rate{}), timeCells(report.Seconds{}), timeCells(report.Seconds{}),
			scoreCells(report.Score{}), rateCells(r.Validity.First), rateCells(r.Accuracy.All), scoreCells(r.Ease), susCells(r.Usability))...)
		for _, c := range r.Conditions {
			each(join([]any{c.ID, c.Title, c.People}, rateCells(c.Success), timeCells(c.Time), timeCells(c.Elapsed),
				scoreCells(c.Errors), rateCells(c.First), rateCells(c.Accurate), scoreCells(c.Ease), susCells(c.SUS))...)
		}
	})
}

func comparisons(r *report.Report) Table {
	columns := []Column{
		{"kind", text, "", "conditions: different people; tasks: the same people"},
		{"measure", text, "", "completed, time, ease or sus"},
		{"of", text, "", "which task, or all tasks"},
		{"first", text, "", "what is compared"},
		{"second", text, "", "with what"},
		{"people_first", whole, "people", "behind the first"},
		{"people_second", whole, "people", "behind the second"},
		{"figure_first", decimal, "", "share, seconds or score of the first"},
		{"figure_second", decimal, "", "the same of the second"},
		{"test", text, "", "which test"},
		{"tested", yesNo, "", "no where either has fewer than 5 people, or all are alike"},
		{"effect", decimal, "", "first against second: ratio of times, difference of shares or scores"},
		{"effect_low", decimal, "", "lower end of its 95% likely range; empty for shares"},
		{"effect_high", decimal, "", "upper end of the same"},
		{"p", decimal, "", "chance of a difference this large where there is none"},
		{"p_adjusted", decimal, "", "the same for how often is compared (Holm)"},
		{"shown", yesNo, "", "whether the adjusted chance is under 0.05"},
	}
	return table(r, "comparisons", "Tests of conditions and of tasks", columns, func(each func(...any)) {
		for _, c := range r.Comparisons {
			cells := []any{c.Kind, c.Measure, c.Of, c.A, c.B, c.PeopleA, c.PeopleB, c.FigureA, c.FigureB, c.Test, c.Tested, nil, nil, nil, nil, nil, c.Shown()}
			if c.Tested {
				cells[11], cells[14], cells[15] = c.Effect, c.P, c.Adjusted
			}
			if c.Tested && c.Likely != nil {
				cells[12], cells[13] = c.Likely.Low, c.Likely.High
			}
			each(cells...)
		}
	})
}

func endQuestions(r *report.Report) Table {
	columns := []Column{
		{"question", text, "", "id of the open question"},
		{"words", text, "", "as it is asked"},
		{"answered", whole, "people", "who wrote something"},
		{"skipped", whole, "people", "who left it out"},
	}
	return table(r, "end-questions", "Open questions at the end", columns, func(each func(...any)) {
		for _, q := range r.EndQuestions {
			each(q.Item, q.Words, q.Answered, q.Skipped)
		}
	})
}

func quotes(r *report.Report) Table {
	columns := []Column{
		{"about", text, "", "question, task or open question"},
		{"words", text, "", "what somebody wrote who agreed to be quoted; in the order of the words, not of people"},
	}
	return table(r, "quotes", "In their words", columns, func(each func(...any)) {
		for _, q := range r.Quotes {
			each(q.About, q.Words)
		}
	})
}

func forms(r *report.Report) Table {
	columns := join([]Column{
		{"form", text, "", "id of the form"},
		{"title", text, "", "its title"},
		{"people", whole, "people", "who opened it"},
	}, rate("complete", "answered of asked"), rate("valid", "answers without an error in the end"), rate("accurate", "correct of answers in the key"),
		times("time", "active time on its pages, a person and task"), times("elapsed", "the same with interruptions"))
	return table(r, "forms", "Form by form", columns, func(each func(...any)) {
		for _, f := range r.Forms {
			each(join([]any{f.ID, f.Title, f.People}, rateCells(f.Complete), rateCells(f.Valid), rateCells(f.Accurate), timeCells(f.Time), timeCells(f.Elapsed))...)
		}
	})
}

func failing(r *report.Report) Table {
	columns := []Column{
		{"person", whole, "", "number of the session, in the order sessions began"},
		{"session", text, "", "id of the session"},
		{"task", text, "", "id of the task"},
		{"section", text, "", "id of the section"},
		{"question", text, "", "id of the question; empty for a whole entry of a list"},
		{"label", text, "", "its short name"},
		{"entity", text, "", "id of whom it is about; empty for someone who is not in the record"},
		{"entity_type", text, "", "what that is: child, person …"},
		{"entity_number", whole, "", "which of its type in the record, from 1"},
		{"dimension", text, "", "which of the six the place counts against; a place has a row for each, and one without for each finding that stood"},
		{"what", text, "", "error or check this that stood at the finish, how the answer compares with the key, or what counts against another dimension"},
		{"rule", text, "", "id of the rule; empty where there is none"},
		{"rule_title", text, "", "its title"},
	}
	return table(r, "failing-places", "Where records failed, without what was answered. For the research team alone", columns, func(each func(...any)) {
		for _, p := range r.Failing {
			cells := []any{p.Person, string(p.Session), p.Task, p.Section, string(p.ID), p.Label, string(p.Entity), string(p.EntityType), nil, p.Dimension, p.What, p.Rule, p.Title}
			if p.Number > 0 {
				cells[8] = p.Number
			}
			each(cells...)
		}
	})
}

func asked(r *report.Report) Table {
	columns := []Column{
		{"at", text, "", "when answers were shown to a researcher who asked, UTC"},
		{"what", text, "", "what was asked for"},
		{"shown", whole, "answers", "how many; which ones is not kept"},
		{"desk", text, "", "random id of the computer’s data folder"},
	}
	return table(r, "answers-shown", "When answers were shown at a research desk", columns, func(each func(...any)) {
		for _, a := range r.Asked {
			each(a.At.UTC().Format("2006-01-02T15:04:05Z"), a.What, a.Shown, a.Desk)
		}
	})
}
