package reports

import (
	"context"
	"slices"
	"time"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/report"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
	"recordwell/cmd/internal/ahead"
)

// Request is which report to make.
type Request struct {
	Library *study.Library
	Study   *study.Study
	Round   string // id, "" for all rounds
	Made    time.Time
	Program string
	// Progress, if set, hears the events read so far and how many there are.
	Progress func(events, of int64)
}

// Build reads the records of a study and makes its report.
func Build(ctx context.Context, r *sqlite.Reader, q Request) (*report.Report, error) {
	return build(ctx, r, q, nil)
}

// build also tells judged, if set, of every record as it is judged.
func build(ctx context.Context, r *sqlite.Reader, q Request, judged func(*report.Judged)) (*report.Report, error) {
	records, err := r.Read(ctx)
	if err != nil {
		return nil, err
	}
	defer records.Close()
	answers, err := r.Read(ctx) // asked while records are read ahead
	if err != nil {
		return nil, err
	}
	defer answers.Close()
	sessions, err := records.Sessions(ctx, q.Study.ID)
	if err != nil {
		return nil, err
	}
	overruled, err := overrules(ctx, r, q.Study.ID)
	if err != nil {
		return nil, err
	}
	asked, err := r.Asked(ctx, q.Study.ID)
	if err != nil {
		return nil, err
	}
	total := int64(0)
	for _, s := range sessions {
		total += int64(s.LastSeq)
	}
	return report.Build(ctx, report.Inputs{
		Study: q.Study, Round: q.Round, Sessions: sessions,
		Events: ahead.Read(r.StudyEvents(ctx, q.Study.ID), 1024), Submissions: ahead.Read(records.Submissions(ctx, q.Study.ID), 8),
		Forms: forms(q.Library, q.Study), Version: q.Library.Version, Scenario: scenarios(q.Library, q.Study),
		Made: q.Made, Program: q.Program,
		History:  func(ref capture.Ref) ([]capture.Change, error) { return answers.History(ctx, ref) },
		Surveys:  surveys(r.SurveyAnswers(ctx, q.Study.ID)),
		Comments: comments(r.Comments(ctx, q.Study.ID)),
		Quotable: quotable(ctx, r), SurveyWords: surveyWords,
		Targets: targets(q.Study), Judged: judged, Overruled: overruled, Asked: asked,
		Progress: func(events int64, _ int) {
			if q.Progress != nil {
				q.Progress(events, total)
			}
		},
	})
}

// overrules are the outcomes that observers gave to tasks; of several the one that
// was written last.
func overrules(ctx context.Context, r *sqlite.Reader, id string) (map[capture.SessionID]map[string]capture.Outcome, error) {
	all := map[capture.SessionID]map[string]capture.Outcome{}
	for said, err := range r.StudyNotes(ctx, id) {
		if err != nil {
			return nil, err
		}
		if n := said.What; n.Outcome != "" {
			if all[said.Session] == nil {
				all[said.Session] = map[string]capture.Outcome{}
			}
			all[said.Session][n.Task] = n.Outcome
		}
	}
	return all, nil
}

// targets are the study's, as shares.
func targets(s *study.Study) report.Targets {
	t := s.Targets
	return report.Targets{
		Completeness: t.Completeness / 100, Validity: t.Validity / 100, Accuracy: t.Accuracy / 100,
		Consistency: t.Consistency / 100, Uniqueness: t.Uniqueness / 100, Timeliness: t.Timeliness / 100,
	}
}

// forms are the forms of a study's rounds, each once, in the order that its
// scenarios' tasks show them.
func forms(lib *study.Library, s *study.Study) []*form.Definition {
	var out []*form.Definition
	for _, round := range s.Rounds {
		for _, name := range round.Scenarios {
			scenario := lib.Scenarios[name]
			if scenario == nil {
				continue
			}
			for _, task := range scenario.Tasks {
				for _, id := range task.Forms {
					out = add(out, version(lib, round, id))
				}
			}
		}
	}
	return out
}

func add(list []*form.Definition, f *form.Definition) []*form.Definition {
	if f == nil || slices.ContainsFunc(list, func(x *form.Definition) bool { return x.ID == f.ID }) {
		return list
	}
	return append(list, f)
}

// version returns the form as the round has it.
func version(lib *study.Library, round study.Round, id string) *form.Definition {
	for _, v := range round.Forms {
		if v.Form == id {
			return lib.Version(v)
		}
	}
	return lib.Forms[id]
}

// scenarios finds the story that a task belongs to.
func scenarios(lib *study.Library, s *study.Study) func(task string) *study.Scenario {
	byTask := map[string]*study.Scenario{}
	for _, round := range s.Rounds {
		for _, name := range round.Scenarios {
			if scenario := lib.Scenarios[name]; scenario != nil {
				for _, task := range scenario.Tasks {
					byTask[task.ID] = scenario
				}
			}
		}
	}
	return func(task string) *study.Scenario { return byTask[task] }
}
