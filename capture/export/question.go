package export

import "recordwell/capture/report"

func sections(r *report.Report) Table {
	columns := join([]Column{
		{"section", text, "", "id of the section"},
		{"title", text, "", "its title"},
		{"form", text, "", "title of its form"},
		{"people", whole, "people", "who opened it"},
	}, rate("complete", "answered of asked"), rate("valid", "answers without an error in the end"), rate("accurate", "correct of answers in the key"),
		times("time", "active time on its pages, a person and task"),
		[]Column{{"share_of_time", decimal, "share", "of the active time on all pages"}})
	return table(r, "sections", "Sections of the record", columns, func(each func(...any)) {
		for _, s := range r.Sections {
			each(join([]any{s.ID, s.Title, s.Form, s.People}, rateCells(s.Complete), rateCells(s.Valid), rateCells(s.Accurate),
				timeCells(s.Time), []any{s.Share})...)
		}
	})
}

func questions(r *report.Report) Table {
	columns := join([]Column{
		{"question", text, "", "id of the question"},
		{"label", text, "", "its short name"},
		{"section", text, "", "title of its section"},
		{"people", whole, "people", "who entered it"},
		{"seen", whole, "fields", "times it was met; several a person in a repeating group"},
	}, times("wait", "active time from entering to the first change"), times("time", "active time at it"), times("elapsed", "time at it with interruptions"),
		[]Column{
			{"visits", whole, "visits", "times it was entered"},
			{"returned", whole, "fields", "come back to after they held an answer"},
			{"filled", whole, "fields", "that held an answer at some time"},
			{"changed", whole, "fields", "whose answer was changed on a later visit"},
			{"deletes", whole, "actions", "letters deleted"},
			{"cursor", whole, "actions", "moves of the text cursor"},
			{"errors_met", whole, "errors", "errors a person was told of"},
			{"queries_met", whole, "queries", "Check this a person was told of"},
			{"help_opened", whole, "times", "help was opened"},
			{"dropped_here", whole, "tasks", "unfinished tasks in which it was touched last"},
		},
		rate("blank", "left blank of asked, in finished records"), rate("first_attempt", "first answers that raised nothing"),
		rate("valid", "answers without an error in the end"), rate("accurate", "correct of answers in the key"),
		[]Column{
			{"corrected", whole, "answers", "that a child or family said are not right, when the record was read back"},
			{"corrected_agreed", whole, "answers", "of these, the person agrees are wrong"},
			{"seconds_lost", decimal, "seconds", "over the middle person, plus time at it while a finding was shown; mean of a field"},
			{"letters", decimal, "letters", "mean length of the answers that are text, in finished records; empty for none"},
			{"texts", whole, "answers", "answers that are text"},
			{"trend", text, "", "later half of sessions against the earlier: down, up, level; empty under 10 people"},
		})
	return table(r, "questions", "Question by question", columns, func(each func(...any)) {
		for _, q := range r.Questions {
			each(join([]any{q.ID, q.Label, q.Section, q.People, q.Seen}, timeCells(q.Wait), timeCells(q.Time), timeCells(q.Elapsed),
				[]any{q.Visits, q.Returned, q.Filled, q.Changed, q.Deletes, q.Cursor, q.ErrorsMet, q.QueriesMet, q.Help, q.Dropped},
				rateCells(q.Blank), rateCells(q.First), rateCells(q.Valid), rateCells(q.Accurate), []any{q.Corrected, q.Agreed, q.Lost, lettersCell(q), q.Texts, q.Trend})...)
		}
	})
}

func lettersCell(q report.Question) any {
	if q.Texts == 0 {
		return nil
	}
	return q.Letters
}

func rules(r *report.Report) Table {
	columns := join([]Column{
		{"rule", text, "", "id of the rule"},
		{"title", text, "", "its title"},
		{"kind", text, "", "Error or Check this"},
		{"found_people", whole, "people", "for whom it was ever broken"},
	}, rate("exposed", "people who were told of it, of those who met a question of its"), []Column{
		{"detected", whole, "findings", "times it was found broken"},
		{"shown", whole, "findings", "times a person was told"},
		{"cleared", whole, "findings", "shown findings that went away"},
		{"repairs_each", decimal, "answers", "answers given before a shown finding went away, mean"},
	}, times("repair", "active time from shown to gone"), []Column{
		{"explained", whole, "findings", "closed with a reason"},
		{"left_explained", whole, "findings", "still shown at the finish, with a reason"},
		{"left_open", whole, "findings", "still shown at the finish, without one"},
		{"seconds_each", decimal, "seconds", "active time from shown to gone or explained, a person of the study"},
	}, rate("false_alarms", "findings about an answer that was right, of findings about answers in the key"), []Column{
		{"errors_prevented", whole, "answers", "wrong at first, found fault with, and right in the end"},
		{"errors_prevented_price", decimal, "seconds", "active time of its findings for each of them; empty where none was prevented"},
	})
	return table(r, "rules", "Rules that were broken", columns, func(each func(...any)) {
		for _, x := range r.Rules {
			each(join([]any{x.ID, x.Title, x.Kind, x.Found}, rateCells(x.Exposed), []any{x.Detected, x.Shown, x.Cleared, x.Repairs},
				timeCells(x.RepairTime), []any{x.Explained, x.LeftExplained, x.LeftOpen, x.CostEach}, worthCells(x.Worth))...)
		}
	})
}

func worthCells(p *report.Prevention) []any {
	if p == nil {
		return append(rateCells(report.Rate{}), nil, nil)
	}
	cells := append(rateCells(p.FalseAlarms), p.Prevented, nil)
	if p.Price != nil {
		cells[len(cells)-1] = *p.Price
	}
	return cells
}
