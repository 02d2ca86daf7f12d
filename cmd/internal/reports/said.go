package reports

import (
	"context"
	"iter"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/capture/session"
	"recordwell/capture/sqlite"
	"recordwell/capture/study"
)

func surveys(in iter.Seq2[sqlite.Said[capture.SurveyAnswer], error]) iter.Seq2[report.Said, error] {
	return each(in, func(s sqlite.Said[capture.SurveyAnswer]) report.Said {
		return report.Said{Session: s.Session, Answer: s.What}
	})
}

func comments(in iter.Seq2[sqlite.Said[capture.Comment], error]) iter.Seq2[report.Commented, error] {
	return each(in, func(s sqlite.Said[capture.Comment]) report.Commented {
		return report.Commented{Session: s.Session, Comment: s.What}
	})
}

func each[A, B any](in iter.Seq2[A, error], as func(A) B) iter.Seq2[B, error] {
	return func(yield func(B, error) bool) {
		for a, err := range in {
			if !yield(as(a), err) {
				return
			}
		}
	}
}

// quotable finds out, once a session, whether its words may be quoted.
func quotable(ctx context.Context, r *sqlite.Reader) func(capture.SessionID) (bool, error) {
	known := map[capture.SessionID]bool{}
	return func(id capture.SessionID) (bool, error) {
		may, asked := known[id]
		if asked {
			return may, nil
		}
		all, err := r.Consents(ctx, id)
		if err != nil {
			return false, err
		}
		for _, c := range all { // the last that was said holds
			if c.Item == study.Quotes {
				may = c.Agreed
			}
		}
		known[id] = may
		return may, nil
	}
}

// surveyWords are the words of an open question at the end.
func surveyWords(survey, item string) string {
	if survey != study.End {
		return ""
	}
	for _, q := range session.EndQuestions() {
		if q.Item == item {
			return q.Words
		}
	}
	return ""
}
