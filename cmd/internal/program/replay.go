package program

import (
	"context"
	"errors"
	"iter"
	"slices"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/replay"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/cmd/internal/ahead"
)

// nobody writes nothing down: a session that is only looked at.
type nobody struct{}

func (nobody) Append(...event.Event) {}
func (nobody) Save(capture.Batch)    {}

// Replay lays a session of the study in use out in time, in the words that the
// person reads about themselves. Progress hears events read, and of how many.
func (r *Research) Replay(ctx context.Context, id capture.SessionID, progress func(done, of int64)) (*replay.Session, error) {
	if err := r.Sync(ctx); err != nil {
		return nil, err
	}
	row, err := r.Store.Session(ctx, id)
	if err != nil {
		return nil, err
	}
	s, err := r.lookedAt(row)
	if err != nil {
		return nil, err
	}
	laid, err := replay.Lay(id, int(row.LastSeq), counted(ctx, ahead.Read(r.Store.Events(ctx, id), batch), int64(row.LastSeq), progress), s.Observer())
	if err != nil {
		return nil, err
	}
	laid.Names = map[replay.Place]string{}
	for _, stay := range laid.Stays {
		if at := stay.At(); at.Section != "" {
			laid.Names[at] = s.PageName(at.Task, at.Section)
		}
	}
	for _, t := range s.Tasks() {
		laid.Names[replay.Place{Task: t.Spec.ID}] = t.Spec.Title
	}
	return laid, nil
}

// lookedAt is a session with its forms and stories, without anybody at work in it.
func (r *Research) lookedAt(row capture.SessionRow) (*session.Session, error) {
	in := r.Library().Studies[row.Study]
	if in == nil {
		return nil, errors.New("the study of this session is not here, or has something missing. Put it right first")
	}
	i := slices.IndexFunc(in.Rounds, func(x study.Round) bool { return x.ID == row.Round })
	if i < 0 {
		return nil, errors.New("the round of this session is not in the study any more. Put it back, then try again")
	}
	return session.New(session.Setup{
		Clock: r.Clock, IDs: r.IDs, Journal: nobody{}, Run: r.run.ID, After: r.After, Vocabulary: event.NewVocabulary(),
		Study: in, Library: r.Library(), Version: Version,
	}, row, &in.Rounds[i])
}

// Costs returns what a question cost each person of the study in use.
func (r *Research) Costs(ctx context.Context, question capture.QuestionID, progress func(done, of int64)) ([]replay.Cost, error) {
	if err := r.Sync(ctx); err != nil {
		return nil, err
	}
	rows, err := r.Store.Sessions(ctx, r.Study().ID)
	if err != nil {
		return nil, err
	}
	total := int64(0)
	for _, row := range rows {
		total += int64(row.LastSeq)
	}
	return replay.Costs(counted(ctx, ahead.Read(r.Store.StudyEvents(ctx, r.Study().ID), batch), total, progress), question)
}

// batch is how many events are read ahead at a time.
const batch = 1024

// often is how many events pass between two tellings.
const often = 100

// counted passes events on, tells how many have passed, and ends when it is stopped.
func counted(ctx context.Context, in iter.Seq2[event.Record, error], of int64, progress func(done, of int64)) iter.Seq2[event.Record, error] {
	return func(yield func(event.Record, error) bool) {
		n := int64(0)
		for e, err := range in {
			if n++; n%often == 0 {
				progress(n, of)
				err = errors.Join(err, ctx.Err())
			}
			if !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// Notes returns what observers wrote about a session.
func (r *Research) Notes(ctx context.Context, id capture.SessionID) ([]capture.Note, error) {
	return r.Store.Notes(ctx, id)
}

// SaveNote keeps a note, a new one under an ID of its own, and returns it as kept.
func (r *Research) SaveNote(ctx context.Context, id capture.SessionID, n capture.Note) (capture.Note, error) {
	if n.ID == "" {
		n.ID = r.IDs.New()
	}
	if n.Written.IsZero() {
		n.Written = r.Clock.Now()
	}
	r.background.Add(1)
	defer r.background.Done()
	return n, r.Store.SaveNote(ctx, id, n)
}

// RemoveNote deletes a note; SaveNote brings it back.
func (r *Research) RemoveNote(ctx context.Context, id capture.SessionID, note string) error {
	r.background.Add(1)
	defer r.background.Done()
	return r.Store.RemoveNote(ctx, id, note)
}
