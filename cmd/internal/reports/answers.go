package reports

import (
	"context"
	"errors"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/export"
	"recordwell/capture/form"
	"recordwell/capture/report"
	"recordwell/capture/sqlite"
)

// WriteAnswers writes every answer of a study's finished records into a folder,
// which it makes, with a data dictionary: answers.csv. It returns the names of
// the files. The answers are held against the key as the report does it.
func WriteAnswers(ctx context.Context, r *sqlite.Reader, q Request, dir string) ([]string, error) {
	return writeTable(dir, func(failed func(error)) export.Table {
		return export.Answers(func(each func(*report.Judged)) {
			_, err := build(ctx, r, q, each)
			failed(err)
		})
	})
}

// WriteAudit writes what happened in each record as ODK Collect's audit log,
// without answers, likewise: audit.csv.
func WriteAudit(ctx context.Context, r *sqlite.Reader, q Request, dir string) ([]string, error) {
	state, sessions, err := stateOf(ctx, r, q)
	if err != nil {
		return nil, err
	}
	defer state.Close()
	return writeTable(dir, func(failed func(error)) export.Table {
		a := newAudit(ctx, sessions, q, state, failed)
		return export.AuditTable(a.inputs(), func(each func(*event.Record)) {
			for e, err := range r.StudyEvents(ctx, q.Study.ID) {
				if err == nil {
					err = ctx.Err()
				}
				if err != nil {
					failed(err)
					return
				}
				if a.sessions[e.Session] != nil {
					each(&e)
				}
			}
		})
	})
}

// stateOf opens one state of the records, to be closed, with the sessions of the study.
func stateOf(ctx context.Context, r *sqlite.Reader, q Request) (*sqlite.Reading, []capture.SessionRow, error) {
	state, err := r.Read(ctx)
	if err != nil {
		return nil, nil, err
	}
	sessions, err := state.Sessions(ctx, q.Study.ID)
	if err != nil {
		return nil, nil, errors.Join(err, state.Close())
	}
	return state, sessions, nil
}

// questionsOf are the questions of a study's forms, by id.
func questionsOf(q Request) map[capture.QuestionID]*form.Question {
	out := map[capture.QuestionID]*form.Question{}
	for _, f := range forms(q.Library, q.Study) {
		for _, question := range f.Questions() {
			out[question.ID] = question
		}
	}
	return out
}

// audit looks up what the log needs beside the events.
type audit struct {
	ctx       context.Context
	state     *sqlite.Reading
	failed    func(error)
	sessions  map[uuid.UUID]*capture.SessionRow
	questions map[capture.QuestionID]*form.Question
	record    string // whose entities are numbered
	numbers   map[uuid.UUID]int
}

func newAudit(ctx context.Context, sessions []capture.SessionRow, q Request, state *sqlite.Reading, failed func(error)) *audit {
	a := &audit{
		ctx: ctx, state: state, failed: failed,
		sessions: map[uuid.UUID]*capture.SessionRow{}, questions: questionsOf(q),
	}
	for i := range sessions {
		row := &sessions[i]
		if id, err := uuid.Parse(string(row.ID)); err == nil && (q.Round == "" || q.Round == row.Round) {
			a.sessions[id] = row
		}
	}
	return a
}

func (a *audit) inputs() export.AuditInputs {
	return export.AuditInputs{
		Record: func(session uuid.UUID, task string) string {
			for _, t := range a.sessions[session].Tasks {
				if t.Task == task {
					return string(t.Case)
				}
			}
			return ""
		},
		Number:    a.number,
		Question:  func(id capture.QuestionID) *form.Question { return a.questions[id] },
		Simulated: func(session uuid.UUID) bool { return a.sessions[session].Simulated },
	}
}

// number counts the entities of a record, removed ones too: in the log, the
// second person stays the second when the first is taken out.
func (a *audit) number(record string, entity uuid.UUID) int {
	if a.record != record {
		all, err := a.state.Entities(a.ctx, capture.CaseID(record))
		if err != nil {
			a.failed(err)
		}
		a.record, a.numbers = record, make(map[uuid.UUID]int, len(all))
		count := map[capture.EntityType]int{}
		for _, e := range all {
			count[e.Type]++
			if id, err := uuid.Parse(string(e.ID)); err == nil {
				a.numbers[id] = count[e.Type]
			}
		}
	}
	return a.numbers[entity]
}
