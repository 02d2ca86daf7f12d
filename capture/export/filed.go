package export

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/filing"
)

// Filed is a record that went into a file of a return.
type Filed struct {
	Submission *capture.Submission
	Session    *capture.SessionRow
	Person     int    // number of the session, in the order sessions began
	File       string // or folder, where the child is
	Position   int    // of the child in it, from 1
	Child      string // the child's number in the return; empty without one
	filing.Tally
	Explained []filing.Explained
}

// inReturn are the columns that say which record of which file a row is about.
var inReturn = []Column{
	{"file", text, "", "file or folder of the return that the child is in"},
	{"position", whole, "", "which child of it, from 1"},
	{"child", text, "", "number of the child in the return (LAchildID, CHILD)"},
	{"session", text, "", "id of the session"},
	{"person", whole, "", "number of the session, in the order sessions began"},
	{"round", text, "", "id of the round"},
	{"task", text, "", "id of the task"},
	{"record", text, "", "id of the family’s record; the same as in answers.csv"},
}

func (f *Filed) cells() []any {
	return []any{f.File, f.Position, f.Child, string(f.Submission.Session), f.Person, f.Session.Round, f.Submission.Task, string(f.Submission.Case.ID)}
}

// FiledCases is the table of the records in the files of a return, and of what its
// rules find in each. Name is the return's.
func FiledCases(name string, filed []Filed) Table {
	columns := append(inReturn[:len(inReturn):len(inReturn)],
		Column{"errors", whole, "", "errors that the return’s rules found when the record was finished, on the day of the story"},
		Column{"queries", whole, "", "queries that they found then"},
		Column{"explained", whole, "", "queries with a reason"},
		Column{"later", whole, "", "findings on the last day of the collection year alone; a check of the file finds these too"},
		simulatedColumn)
	return Table{name + "-cases", "Records in the files of the return", columns, func(each func(...any)) {
		for i := range filed {
			f := &filed[i]
			each(append(f.cells(), f.Errors, f.Queries, f.Tally.Explained, f.Later, f.Submission.Simulated)...)
		}
	}}
}

// FiledReasons is the table of the reasons that people gave for queries: the files
// of a return have no place for them. Name is the return's.
func FiledReasons(name string, filed []Filed) Table {
	columns := append(inReturn[:len(inReturn):len(inReturn)],
		Column{"rule", text, "", "code of the return’s rule that asks; empty for what the form alone asks"},
		Column{"places", text, "", "what the rule is about, Table.Column, with spaces between"},
		Column{"question", text, "", "id of the question where the reason was given"},
		Column{"entity", text, "", "id of whom or what the question is about"},
		Column{"reason", text, "", "why it is right, as it was written"},
		simulatedColumn)
	return Table{name + "-reasons", "Reasons for queries", columns, func(each func(...any)) {
		for i := range filed {
			f := &filed[i]
			for _, e := range f.Explained {
				each(append(f.cells(), e.Code, strings.Join(e.Places, " "), string(e.Question), string(e.Entity), e.Text, f.Submission.Simulated)...)
			}
		}
	}}
}
