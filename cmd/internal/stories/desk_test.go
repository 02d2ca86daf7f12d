package stories

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/assets"
	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// desk is a session of one story, at which someone enters what they are told.
type desk struct {
	*testing.T
	*session.Session
	study    *study.Study
	story    *study.Scenario
	task     *session.Task
	elapsed  time.Duration
	n        int
	standing map[finding]event.Event // what is found now
	written  map[capture.Ref]capture.Change
	sub      capture.Submission // once it is finished
	matches  int                // how often a child of the index was shown
	alias    map[string]capture.EntityID
	key      map[study.KeyRef]*study.KeyCell
}

// finding is one rule at one question.
type finding struct {
	capture.Ref
	rule string
}

func (d *desk) Now() time.Time         { return time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC).Add(d.elapsed) }
func (d *desk) Elapsed() time.Duration { return d.elapsed }
func (d *desk) Save(b capture.Batch) {
	for _, c := range b.Changes {
		d.written[capture.Ref{Entity: c.Entity, Question: c.Question}] = c
	}
}
func (d *desk) After(_ time.Duration, f func()) {}
func (d *desk) New() string                     { d.n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", d.n) }
func (d *desk) Append(events ...event.Event) {
	for _, e := range events {
		at := finding{capture.Ref{Entity: capture.EntityID(e.Entity.String()), Question: capture.QuestionID(e.Question.String())}, e.Rule.String()}
		switch e.Kind {
		case event.IssueDetected:
			d.standing[at] = e
		case event.IssueResolved:
			delete(d.standing, at)
		case event.MatchesShown:
			d.matches++
		}
	}
}

// shipped is the library that ships, read once.
var shipped *study.Library

func library(t *testing.T) *study.Library {
	t.Helper()
	if shipped == nil {
		l, err := study.Load(assets.Content)
		if err != nil {
			t.Fatal(err)
		}
		shipped = l
	}
	return shipped
}

// sit begins a task of a story with all forms that ship and the rules of the year.
func sit(t *testing.T, story *study.Scenario, n int) *desk {
	t.Helper()
	lib := library(t)
	st := lib.Studies["autumn-2025"].Clone()
	round := study.Round{ID: "trial", Open: true, Scenarios: []string{story.ID}, Conditions: st.Rounds[0].Conditions}
	for _, f := range lib.Forms {
		round.Forms = append(round.Forms, capture.FormVersion{Form: f.ID, Version: f.Version, Hash: f.Hash})
	}
	st.Rounds = []study.Round{round}
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{T: t, study: st, story: story, standing: map[finding]event.Event{}, written: map[capture.Ref]capture.Change{}, alias: map[string]capture.EntityID{}, key: map[study.KeyRef]*study.KeyCell{}}
	d.Session, err = session.New(session.Setup{
		Clock: d, IDs: d, Journal: d, Run: uuid.New(), After: d.After, Vocabulary: event.NewVocabulary(),
		Study: st, Library: lib, Timing: draft.OnContinue, Calendar: england,
	}, capture.SessionRow{ID: "00000000-0000-7000-8000-00000000aaaa", Code: st.Codes[0]}, &st.Rounds[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Agree([]string{study.Understood, study.Log, study.MayStop}); err != nil {
		t.Fatal(err)
	}
	d.task = d.Tasks()[n]
	d.Enter(d.task.Spec.ID, capture.SavedCase{})
	for i := range story.Key.Cells {
		d.key[story.Key.Cells[i].KeyRef] = &story.Key.Cells[i]
	}
	d.meet()
	return d
}

// meet finds what is there already, known or once in every case.
func (d *desk) meet() {
	repeated := map[capture.EntityType]bool{}
	for _, q := range d.task.Set.Questions() {
		if q.Repeat != nil {
			repeated[q.Repeat.Entity] = true
		}
	}
	for _, k := range d.story.Key.Entities {
		if id := d.Alias(k.Alias); id != "" {
			d.alias[k.Alias] = id
			continue
		}
		for _, e := range d.Entities() {
			if e.Type == k.Type && !repeated[e.Type] {
				d.alias[k.Alias] = e.ID
			}
		}
	}
}

// name returns what the story calls an entity.
func (d *desk) name(id capture.EntityID) string {
	for alias, known := range d.alias {
		if known == id {
			return alias
		}
	}
	return ""
}
