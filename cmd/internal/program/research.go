package program

import (
	"context"
	"path/filepath"
	"strings"

	"recordwell/capture/report"
	"recordwell/cmd/internal/reports"
)

// Research is the study as the researcher's desk needs it: to be measured, filled
// with made-up people, and written into files.
type Research struct {
	*Program
	settings  *Settings
	documents string // where files go unless the researcher says otherwise
}

// Research returns the researcher's view. Documents is the folder under which
// files are suggested.
func (p *Program) Research(settings *Settings, documents string) *Research {
	return &Research{p, settings, documents}
}

// BuildReport measures a round of the study, or for "" all of them, from the disk: what is still in the journal's
// hands is written first.
func (r *Research) BuildReport(ctx context.Context, round string, progress func(done, of int64)) (*report.Report, error) {
	if err := r.Sync(ctx); err != nil {
		return nil, err
	}
	return reports.Build(ctx, r.Store.Reader, reports.Request{
		Library: r.Library(), Study: r.Study(), Round: round, Made: r.Clock.Now(), Program: Version, Progress: progress,
	})
}

// Simulate adds made-up people, the same ones each time, marked as simulated.
func (r *Research) Simulate(ctx context.Context, people int, done func(n int)) error {
	return r.Program.Simulate(ctx, people, uint64(r.Study().Seed), done)
}

// SaveReport writes the report's page and tables into a folder: the full one, or the
// one that may be shared.
func (r *Research) SaveReport(rep *report.Report, dir string, shareable bool) ([]string, error) {
	if shareable {
		return reports.WriteShared(dir, report.Share(rep))
	}
	return reports.Write(dir, rep)
}

// Folder suggests a folder for files, named for what is in it and for now.
func (r *Research) Folder(purpose string) string {
	name := strings.ToUpper(purpose[:1]) + purpose[1:] + " " + r.Clock.Now().Format("2006-01-02 15.04.05")
	return filepath.Join(r.documents, "Recordwell", name)
}
