package filing

import (
	"fmt"
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// Filer opens the finished records of one study. It is for one goroutine.
type Filer struct {
	study    *study.Study
	library  *study.Library
	calendar *datatype.Workdays
	stories  map[string]*study.Scenario // by task
	schemas  map[string]*draft.Schema   // by task and versions of forms
	vocab    *event.Vocabulary
}

// New makes a filer for a study. The calendar is for the rules that count working
// days; nil leaves them out.
func New(lib *study.Library, s *study.Study, calendar *datatype.Workdays) *Filer {
	f := &Filer{
		study: s, library: lib, calendar: calendar, stories: map[string]*study.Scenario{},
		schemas: map[string]*draft.Schema{}, vocab: event.NewVocabulary(),
	}
	for _, round := range s.Rounds {
		for _, name := range round.Scenarios {
			if scenario := lib.Scenarios[name]; scenario != nil {
				for _, t := range scenario.Tasks {
					f.stories[t.ID] = scenario
				}
			}
		}
	}
	return f
}

// Open opens a submission as it was when it was finished. It is an error when the
// study no longer has its task, or the library a form in the version it was filled
// in on.
func (f *Filer) Open(sub *capture.Submission) (*Case, error) {
	story := f.stories[sub.Task]
	if story == nil {
		return nil, fmt.Errorf("the study has no task %q any more", sub.Task)
	}
	schema, err := f.schema(sub, story)
	if err != nil {
		return nil, err
	}
	saved := capture.SavedCase{Case: sub.Case, Reasons: sub.Reasons}
	for i, a := range sub.Answers {
		saved.Changes = append(saved.Changes, capture.Change{
			Case: sub.Case.ID, Entity: a.Entity, Question: a.Question, Seq: int64(i + 1), Answer: a.Answer, At: sub.Finished,
		})
	}
	d := draft.Open(schema, draft.Story{Today: story.Today, Words: story.Words, Calendar: f.calendar}, draft.OnContinue, saved)
	d, _ = d.Apply(draft.Close{})
	return &Case{Submission: sub, Draft: d}, nil
}

func (f *Filer) schema(sub *capture.Submission, story *study.Scenario) (*draft.Schema, error) {
	key := []string{sub.Task}
	for _, list := range [][]capture.FormVersion{sub.Forms, sub.Background} {
		for _, v := range list {
			key = append(key, v.Form+" "+v.Version)
		}
		key = append(key, "")
	}
	id := strings.Join(key, "\n")
	if s := f.schemas[id]; s != nil {
		return s, nil
	}
	forms, err := f.versions(sub.Forms)
	if err != nil {
		return nil, err
	}
	background, err := f.versions(sub.Background)
	if err != nil {
		return nil, err
	}
	set, err := form.LinkTask(forms, background)
	if err != nil {
		return nil, err
	}
	schema := draft.NewSchema(set, f.vocab)
	if c := f.study.Collection; c.Return != "" {
		rules, err := statutory.New(set, statutory.Collection{Year: c.Year, Start: c.Start, End: c.End, Today: story.Today, Calendar: f.calendar})
		if err != nil {
			return nil, err
		}
		schema.UseReturns(rules)
	}
	f.schemas[id] = schema
	return schema, nil
}

func (f *Filer) versions(list []capture.FormVersion) (out []*form.Definition, err error) {
	for _, v := range list {
		d := f.library.Version(v)
		if d == nil {
			return nil, fmt.Errorf("version %s of the form %s is not there any more", v.Version, v.Form)
		}
		out = append(out, d)
	}
	return out, nil
}
