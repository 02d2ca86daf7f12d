package reports

import (
	"context"

	"recordwell/capture/sqlite"
)

// Format is one kind of files that records leave as, for other programs.
type Format struct {
	Name    string // on the command line, such as "answers-csv"
	Summary string // one line, for help
	Answers bool   // the files hold what people answered
	// Write writes the files into a folder, which it makes, and returns their names,
	// with a sentence for each kind of record that is left out.
	Write func(ctx context.Context, r *sqlite.Reader, q Filing, dir string) (names, left []string, err error)
}

// Formats returns every format, in the order of the help.
func Formats() []Format {
	return []Format{
		{"answers-csv", "every answer of finished records, with how it compares with the answer key", true, nothingLeft(WriteAnswers)},
		{"audit-csv", "what happened in each record, in the columns of ODK Collect, without answers", false, nothingLeft(WriteAudit)},
		{"corrections-csv", "what children and families said is not right when records were read back to them", true, nothingLeft(WriteCorrections)},
		{"cin-xml", "the children of finished records as a file of the children in need census", true, WriteCensus},
		{"ssda903", "the children looked after as the CSV files of SSDA903", true, WriteLookedAfter},
	}
}

// nothingLeft is a format of what leaves no record out.
func nothingLeft(write func(context.Context, *sqlite.Reader, Request, string) ([]string, error)) func(context.Context, *sqlite.Reader, Filing, string) (names, left []string, err error) {
	return func(ctx context.Context, r *sqlite.Reader, q Filing, dir string) (names, left []string, err error) {
		names, err = write(ctx, r, q.Request, dir)
		return names, nil, err
	}
}
