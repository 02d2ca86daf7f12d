package export

import (
	"path/filepath"
	"time"

	"recordwell/capture"
)

// arrivalWords are the states of files of results, as the page says them.
var arrivalWords = map[capture.ArrivalState]string{
	capture.ArrivalAdded: "added", capture.ArrivalSkipped: "skipped", capture.ArrivalDecide: "needs a decision", capture.ArrivalRefused: "not added",
}

// Arrivals is the list of files of results that were collected, a row a file: what
// became of each, and why.
func Arrivals(list []capture.Arrival) Table {
	t := Table{Name: "collected", About: "Files of results, and what became of each", Columns: []Column{
		{"file", text, "", "name of the file"},
		{"computer", text, "", "what the computer it comes from was called"},
		{"saved", text, "", "when it was saved there, RFC 3339"},
		{"size", whole, "bytes", "size of the file"},
		{"result", text, "", "added, skipped, needs a decision or not added"},
		{"added", whole, "sessions", "sessions that were not here before"},
		{"brought_up_to_date", whole, "sessions", "sessions that had gone on since"},
		{"known", whole, "sessions", "sessions that were here already"},
		{"withdrawn", whole, "sessions", "sessions of people who withdrew here, left out"},
		{"deleted", whole, "sessions", "sessions of people who withdrew there, deleted here"},
		{"left_out", whole, "sessions", "sessions left out, because their code stands for another session here"},
		{"why", text, "", "why it was not added, and what to do"},
	}}
	t.rows = func(each func(...any)) {
		for _, a := range list {
			saved := ""
			if !a.Made.IsZero() {
				saved = a.Made.Format(time.RFC3339)
			}
			each(filepath.Base(a.Path), a.Computer, saved, a.Size, arrivalWords[a.State], a.Added, a.Grown, a.Known, a.Withdrawn, a.Deleted, a.Left, a.Why)
		}
	}
	return t
}
