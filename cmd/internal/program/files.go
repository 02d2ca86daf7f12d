package program

import (
	"context"
	"fmt"
	"slices"

	"recordwell/capture"
	"recordwell/cmd/internal/reports"
)

// SaveFiles writes the records of the study as files for other programs, a format
// after the other. That answers leave is written down first: what cannot be written
// down is not saved.
func (r *Research) SaveFiles(ctx context.Context, w capture.FilesWanted, progress func(done, of int64)) (capture.FilesSaved, error) {
	var saved capture.FilesSaved
	var formats []reports.Format
	answers := false
	for _, f := range reports.Formats() {
		if slices.Contains(w.Formats, f.Name) {
			formats, answers = append(formats, f), answers || f.Answers
		}
	}
	if len(formats) != len(w.Formats) {
		return saved, fmt.Errorf("one of the formats %v is not known", w.Formats)
	}
	if err := r.Sync(ctx); err != nil {
		return saved, err
	}
	if answers {
		n, err := r.Store.CountSubmitted(ctx, r.Study().ID, w.Round)
		if err != nil {
			return saved, err
		}
		if saved.Asked, err = r.logAsked(ctx, capture.AskedFiles, n); err != nil {
			return saved, err
		}
	}
	q := reports.Filing{
		Request:   reports.Request{Library: r.Library(), Study: r.Study(), Round: w.Round, Made: r.Clock.Now(), Program: Version},
		Authority: w.Authority, Calendar: Calendar(),
	}
	for i, f := range formats {
		q.Progress = func(events, of int64) { progress(int64(i)*of+events, int64(len(formats))*of) }
		names, left, err := f.Write(ctx, r.Store.Reader, q, w.Dir)
		if err != nil {
			return saved, err
		}
		saved.Names, saved.Left = append(saved.Names, names...), append(saved.Left, left...)
	}
	return saved, nil
}
