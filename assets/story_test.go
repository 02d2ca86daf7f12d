package assets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation"
)

type countedIDs int

func (n *countedIDs) New() string { *n++; return fmt.Sprint("entity-", int(*n)) }

// TestAPerfectRecordHasOnlyWhatTheStoryAsksAbout enters the answer key of the
// Carvalho family as a person would. No error is left, and the one thing to
// check is the one that the story is about: a pupil without a number.
func TestAPerfectRecordHasOnlyWhatTheStoryAsksAbout(t *testing.T) {
	library, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	story := library.Scenarios["carvalho"]
	d, set := perfect(t, library, story)

	var found []string
	for _, e := range d.Case().Entities {
		for _, q := range set.Questions() {
			ref := capture.Ref{Entity: e.ID, Question: q.ID}
			for _, issue := range d.Issues(ref) {
				found = append(found, issue.Severity.String()+" "+issue.Rule)
			}
			if q.Required != nil && d.Relevant(ref) && asks(q, e.Type) && d.Answer(ref).IsBlank() {
				t.Errorf("%s of %s is empty", q.ID, e.Type)
			}
		}
	}
	want := []string{validation.Query.String() + " child_details/school/has_upn#query"}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}

// asks reports whether a question is asked about entities of a type.
func asks(q *form.Question, about capture.EntityType) bool {
	if q.Repeat != nil {
		return q.Repeat.Entity == about
	}
	return q.Form.Entity == about
}

// perfect enters the first right answer of every cell of the key.
func perfect(t *testing.T, library *study.Library, story *study.Scenario) (*draft.Draft, *form.Set) {
	t.Helper()
	var defs []*form.Definition
	for _, id := range story.Tasks[0].Forms {
		defs = append(defs, library.Forms[id])
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	schema := draft.NewSchema(set, event.NewVocabulary())
	at := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	ids := new(countedIDs)
	d := draft.Open(schema, draft.Story{Today: story.Today, Words: story.Words}, draft.OnContinue,
		capture.SavedCase{Case: draft.NewCase(schema, "case-1", ids, at)})

	entities := map[string]capture.EntityID{}
	for _, k := range story.Key.Entities {
		id := d.Single(k.Type)
		if id == "" {
			id = capture.EntityID(ids.New())
			parent := d.Single(capture.CaseEntity)
			if k.Parent != "" {
				parent = entities[k.Parent]
			}
			d, _ = d.Apply(draft.AddEntity{ID: id, Type: k.Type, Parent: parent, At: at})
		}
		entities[k.Alias] = id
	}
	for _, cell := range story.Key.Cells {
		commit := draft.Commit{Ref: capture.Ref{Entity: entities[cell.Alias], Question: cell.Question}, State: capture.Answered, At: at}
		switch {
		case len(cell.Values) > 0:
			commit.Raw = asTyped(set.Question(cell.Question), cell.Values[0])
		case len(cell.States) > 0:
			commit.State = cell.States[0]
		default:
			continue
		}
		d, _ = d.Apply(commit)
		if a := d.Answer(commit.Ref); a.State != commit.State || commit.Raw != "" && !a.Readable {
			t.Errorf("%s: the right answer %q was not taken", cell.Question, commit.Raw)
		}
	}
	d, _ = d.Apply(draft.Close{})
	return d, set
}

// asTyped writes a right answer as a person types it: a date in three boxes.
func asTyped(q *form.Question, value string) string {
	if q.Type != form.TypeDate {
		return value
	}
	parts := append(strings.Split(value, "-"), "", "")
	return parts[2] + "|" + parts[1] + "|" + parts[0]
}
