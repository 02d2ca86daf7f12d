package research

import (
	"context"
	"iter"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/validation"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
)

// Desk is where the pages get their facts and leave their files. Its slow calls
// run off the UI goroutine; they end early when their context does.
type Desk interface {
	Studio
	Watch
	Asking
	Collector

	// StudyTitle names the study.
	StudyTitle() string
	// BuildReport measures a round of the study, or for "" all of them. Progress hears
	// events read, and of how many.
	BuildReport(ctx context.Context, round string, progress func(done, of int64)) (*report.Report, error)
	// SaveReport writes the report's page and tables into a folder, which it makes,
	// and returns the names of the files: the full one, which is for the research
	// team alone, or the one that may be shared.
	SaveReport(r *report.Report, dir string, shareable bool) ([]string, error)
	// SaveFiles writes finished records as files for other programs. That answers leave
	// is written down first, also when it then fails; what cannot be written down is
	// not saved.
	SaveFiles(ctx context.Context, w capture.FilesWanted, progress func(done, of int64)) (capture.FilesSaved, error)
	// Simulate adds made-up people, marked as such. Each that is done is reported,
	// with its number from 1.
	Simulate(ctx context.Context, people int, done func(n int)) error

	// Returns are the statutory returns that can be checked. The authority is the
	// code of the local authority, "" where nobody said.
	Returns(authority string) []returns.Return
	// SaveFindings writes what a check found as a page, CSV and JSON into a folder,
	// which it makes, and returns the names of the files. Progress hears how many
	// times a finding was written; each is written once a file.
	SaveFindings(ctx context.Context, dir string, about findings.About, summary returns.Summary, all iter.Seq[validation.Issue], progress func(written, files int)) ([]string, error)

	// Folder suggests a folder for files that does not exist yet; for is "report",
	// "shareable report", "files", "return check", "codes", "results" or "collected".
	Folder(purpose string) string

	// HasPassphrase tells whether the researcher's side asks for one; Unlock
	// whether this is it. SetPassphrase changes it; "" takes it away. It is a screen
	// lock: it does not seal the records.
	HasPassphrase() bool
	Unlock(passphrase string) bool
	SetPassphrase(passphrase string) error
}
