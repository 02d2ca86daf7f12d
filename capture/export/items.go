package export

import (
	"strings"

	"recordwell/capture/report"
)

// places has a row for each place of a return that a question fills.
func places(r *report.Report) Table {
	columns := []Column{
		{"item", text, "", "statutory place, Table.Column; empty for the questions that fill none"},
		{"questions", text, "", "short names of the questions that fill it, with semicolons between"},
		{"people", whole, "people", "who met the question of it that most people met"},
		{"seconds", decimal, "seconds", "active time at its questions, over all people; a question that fills several places is divided between them"},
		{"seconds_each", decimal, "seconds", "the same a person"},
		{"share_of_time", decimal, "share", "of the active time at all questions; the rows add up to 1"},
		{"errors_met", decimal, "findings", "errors that people were told of at its questions, divided likewise"},
	}
	return table(r, "items", "What each place of a return costs", columns, func(each func(...any)) {
		for _, i := range r.Items {
			each(i.Place, strings.Join(i.Questions, "; "), i.People, i.Seconds, i.Each(), i.Share, i.Errors)
		}
	})
}
