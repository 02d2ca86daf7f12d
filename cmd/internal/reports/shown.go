package reports

import (
	"context"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/report"
	"recordwell/capture/sqlite"
)

// WordsAt reads what people answered at places of a report, in words, one a place.
// Whoever calls it has first written down that the researcher asked. A place that is
// not there any more, because the person withdrew, has no words.
func WordsAt(ctx context.Context, r *sqlite.Reader, q Request, places []report.Place) ([]string, error) {
	type record struct {
		session capture.SessionID
		task    string
	}
	wanted := map[record][]int{}
	for i := range places {
		k := record{places[i].Session, places[i].Task}
		wanted[k] = append(wanted[k], i)
	}
	out := make([]string, len(places))
	done := int64(0)
	for sub, err := range r.Submissions(ctx, q.Study.ID) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		here := wanted[record{sub.Session, sub.Task}]
		if len(here) == 0 {
			continue
		}
		w := wordsOf(q, &sub)
		for _, i := range here {
			out[i] = w.at(&places[i])
		}
		if done++; q.Progress != nil {
			q.Progress(done, int64(len(wanted)))
		}
	}
	return out, nil
}

// answerWords puts the answers of one record into words.
type answerWords struct {
	questions map[capture.QuestionID]*form.Question
	answers   map[capture.Ref]capture.Answer
	order     []capture.Ref
}

func wordsOf(q Request, sub *capture.Submission) answerWords {
	w := answerWords{questions: map[capture.QuestionID]*form.Question{}, answers: map[capture.Ref]capture.Answer{}}
	for _, v := range sub.Forms {
		if d := q.Library.Version(v); d != nil {
			for _, question := range d.Questions() {
				w.questions[question.ID] = question
			}
		}
	}
	for _, a := range sub.Answers {
		w.answers[a.Ref] = a.Answer
		w.order = append(w.order, a.Ref)
	}
	return w
}

// mostOfEntry is how many answers stand for a whole entry of a list.
const mostOfEntry = 4

func (w answerWords) at(p *report.Place) string {
	if p.ID != "" {
		if p.Entity == "" {
			return "Not in the record"
		}
		return w.words(capture.Ref{Entity: p.Entity, Question: p.ID})
	}
	var all []string
	for _, ref := range w.order {
		if ref.Entity == p.Entity && !w.answers[ref].IsBlank() && len(all) < mostOfEntry {
			all = append(all, w.words(ref))
		}
	}
	return strings.Join(all, "; ")
}

func (w answerWords) words(ref capture.Ref) string {
	a, asked := w.answers[ref]
	q := w.questions[ref.Question]
	switch {
	case !asked:
		return "Not asked"
	case a.IsBlank():
		return "Blank"
	case a.State != capture.Answered:
		return strings.ToUpper(a.State.String()[:1]) + strings.ReplaceAll(a.State.String()[1:], "_", " ")
	case q == nil || !a.Readable:
		return a.Raw
	}
	return q.Show(form.FromAnswer(q, a), form.Nobody{})
}
