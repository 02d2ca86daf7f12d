package program

import (
	"context"
	"errors"

	"recordwell/capture"
	"recordwell/capture/study"
)

// FindPerson tells what there is of the person with a code, as they typed it or as
// the researcher does. Without a session it is [capture.ErrNotFound], for what is
// no code at all [capture.ErrBadCode]. Where a code stands for several sessions it is the
// one that began last.
func (r *Research) FindPerson(ctx context.Context, typed string) (capture.Held, error) {
	code, err := study.ParseCode(typed)
	if err != nil {
		return capture.Held{}, capture.ErrBadCode
	}
	if err := r.Sync(ctx); err != nil {
		return capture.Held{}, err
	}
	all, err := r.Store.Sessions(ctx, "")
	if err != nil {
		return capture.Held{}, err
	}
	var under []capture.SessionRow
	for _, row := range all {
		if row.Code == code {
			under = append(under, row)
		}
	}
	if len(under) == 0 {
		return capture.Held{}, capture.ErrNotFound
	}
	h, err := r.held(ctx, under[len(under)-1])
	h.Others = len(under) - 1
	return h, err
}

func (r *Research) held(ctx context.Context, row capture.SessionRow) (capture.Held, error) {
	h := capture.Held{Session: row, Study: row.Study}
	if e := r.Shelf().Entry(row.Study); e != nil && e.Study != nil {
		h.Study = e.Study.Title
	}
	for _, t := range row.Tasks {
		saved, err := r.Store.LoadCase(ctx, row.ID, t.Task)
		if err != nil {
			return h, err
		}
		if t.Status == capture.TaskFinished {
			h.Finished++
		}
		given := map[capture.Ref]bool{}
		for _, c := range saved.Changes {
			given[c.Ref()] = true
		}
		h.Answers += len(given)
	}
	surveys, comments, err := r.Store.PersonSaid(ctx, row.ID)
	h.Surveys, h.Comments = len(surveys), len(comments)
	for rec, errEvent := range r.Store.Events(ctx, row.ID) {
		_ = rec
		err = errors.Join(err, errEvent)
		h.Entries++
	}
	return h, err
}
