package program

import (
	"context"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/cmd/internal/reports"
)

// deskKey is the setting with the random id of this data folder's desk.
const deskKey = "desk"

// ShowAnswers writes down that answers at these places are shown, and then reads
// them, in words, one a place. What cannot be written down is not shown.
func (r *Research) ShowAnswers(ctx context.Context, places []report.Place, progress func(done, of int64)) ([]string, report.Asked, error) {
	if err := r.Sync(ctx); err != nil {
		return nil, report.Asked{}, err
	}
	line, err := r.logAsked(ctx, capture.AskedPlaces, len(places))
	if err != nil {
		return nil, report.Asked{}, err
	}
	words, err := reports.WordsAt(ctx, r.Store.Reader, reports.Request{Library: r.Library(), Study: r.Study(), Progress: progress}, places)
	return words, report.AskedOf(line), err
}

// logAsked writes down that answers are asked for at this desk.
func (r *Research) logAsked(ctx context.Context, what string, shown int) (capture.Asked, error) {
	desk, err := r.deskID(ctx)
	if err != nil {
		return capture.Asked{}, err
	}
	a := capture.Asked{At: r.Clock.Now(), Study: r.Study().ID, What: what, Shown: shown, Desk: desk}
	return a, r.Store.LogAsked(ctx, a)
}

// deskID is a random id of this data folder's desk, the same from now on.
func (r *Research) deskID(ctx context.Context) (string, error) {
	id, err := r.Store.Setting(ctx, deskKey)
	if err != nil || id != "" {
		return id, err
	}
	id = r.IDs.New()
	return id, r.Store.SetSetting(ctx, deskKey, id)
}
