package statutory_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// desk is a case being written on the shipped forms.
type desk struct {
	t     testing.TB
	set   *form.Set
	draft *draft.Draft
	story draft.Story
	items map[string]capture.EntityID // "review", "review2"
	n     int
	saved capture.SavedCase
}

type ids struct{ n *int }

func (i ids) New() string { *i.n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", *i.n) }

var allForms = []string{"contact_referral", "child_details", "family", "assessment", "section47", "conference_plan", "protection_review", "cin_plan"}

var shipped = sync.OnceValues(func() (*study.Library, error) { return study.Load(assets.Content) })

func library(t testing.TB) *study.Library {
	t.Helper()
	lib, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func newDesk(t testing.TB, today string, forms ...string) *desk {
	t.Helper()
	var defs []*form.Definition
	lib := library(t)
	for _, id := range forms {
		defs = append(defs, lib.Forms[id])
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	day := date(t, today)
	rules, err := statutory.New(set, statutory.Collection{
		Year: "2025-26", Start: date(t, "2025-04-01"), End: date(t, "2026-03-31"), Today: day, Calendar: england,
	})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, set: set, items: map[string]capture.EntityID{}}
	schema := draft.NewSchema(set, event.NewVocabulary())
	schema.UseReturns(rules)
	d.saved = capture.SavedCase{Case: draft.NewCase(schema, "case", ids{&d.n}, time.Time{})}
	d.story = draft.Story{Today: day, Words: map[string]string{"child_name": "Maya"}}
	d.draft = draft.Open(schema, d.story, draft.OnContinue, d.saved)
	return d
}

func date(t testing.TB, s string) datatype.Date {
	t.Helper()
	d, err := datatype.ParseISO(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) do(a draft.Action) (e draft.Effect) {
	d.draft, e = d.draft.Apply(a)
	d.saved.Changes = append(d.saved.Changes, e.Changes...)
	d.saved.Pages = append(d.saved.Pages, e.Pages...)
	return e
}

// reopened is the same case, read from what was saved.
func (d *desk) reopened() *desk {
	again := *d
	again.saved.Case = d.draft.Case()
	again.draft = draft.Open(d.draft.Schema(), d.story, draft.OnContinue, again.saved)
	return &again
}

// ref finds "name", or "name@item" in a repeat.
func (d *desk) ref(at string) capture.Ref {
	name, item, inRepeat := strings.Cut(at, "@")
	for _, q := range d.set.Questions() {
		if q.Name != name {
			continue
		}
		if inRepeat {
			return capture.Ref{Entity: d.items[item], Question: q.ID}
		}
		return d.draft.Ref(q)
	}
	d.t.Fatalf("no question %q", name)
	return capture.Ref{}
}

// set answers "name: value" one after the other; dates as ISO, an empty value
// blanks. "+review" adds an item of that type, "-review" takes it out.
func (d *desk) fill(answers ...string) (events []event.Event) {
	d.t.Helper()
	for _, a := range answers {
		if kind, ok := strings.CutPrefix(a, "+"); ok {
			d.n++
			id := capture.EntityID(fmt.Sprintf("00000000-0000-7000-8000-%012d", d.n))
			d.items[kind] = id
			e := d.do(draft.AddEntity{ID: id, Type: capture.EntityType(strings.TrimRight(kind, "0123456789"))})
			events = append(events, e.Events...)
			continue
		}
		if kind, ok := strings.CutPrefix(a, "-"); ok {
			e := d.do(draft.RemoveEntity{ID: d.items[kind]})
			events = append(events, e.Events...)
			continue
		}
		name, raw, _ := strings.Cut(a, ": ")
		ref := d.ref(name)
		q := d.set.Question(ref.Question)
		if day, err := datatype.ParseISO(raw); err == nil && q.Type == form.TypeDate {
			y, m, n := day.Civil()
			raw = fmt.Sprintf("%d|%d|%d", n, m, y)
		}
		e := d.do(draft.Commit{Ref: ref, Raw: raw, State: capture.Answered, Cause: capture.Chosen})
		events = append(events, e.Events...)
		if got := d.draft.Answer(ref); raw != "" && !got.Readable {
			d.t.Fatalf("%s: %q cannot be read", name, raw)
		}
		if raw != "" && !d.draft.Relevant(ref) {
			d.t.Fatalf("%s is not asked", name)
		}
	}
	return events
}

// save saves every page.
func (d *desk) save() {
	for _, s := range d.draft.Schema().Sections() {
		d.do(draft.Save{Section: s.ID})
	}
}

// found lists what the rules find, as "8606@referral_date" where it is told at a
// question, "8606" where it waits, "later 8670Q" where it will be wrong.
func (d *desk) found() []string {
	var out []string
	findings := d.draft.Findings()
	for i := range findings {
		f := &findings[i]
		line := strings.TrimPrefix(f.Rule, "cin/")
		if f.Later {
			line = "later " + line
		} else if ref, ok := d.draft.StandsAt(f); ok {
			line += "@" + d.set.Question(ref.Question).Name
		}
		out = append(out, line)
	}
	return out
}

// story answers every place of the census so that no rule has anything to say.
var story = []string{
	"contact_date: 2025-10-06", "referral_source: 2A", "referral_date: 2025-10-07", "more_work: yes", "primary_need: N2",
	"local_id: 4071188", "life: born", "date_of_birth: 2018-06-14", "sex: F", "ethnicity: WBRI", "disability: NONE",
	"schooling: yes", "has_upn: yes", "upn: N820432112003",
	"assessment_start: 2025-10-08", "assessment_done: yes", "assessment_end: 2025-10-30", "assessment_factors: 3A 4A",
	"s47_route: worry", "strategy_date: 2025-10-09", "strategy_decision: single", "s47_start: 2025-10-09", "conference_needed: yes", "conference_target: 2025-10-30", "conference_date: 2025-10-28",
	"conference_outcome: plan", "cp_category: NEG", "cp_previous: 0",
}

func full(t testing.TB) *desk {
	d := newDesk(t, "2025-12-04", allForms...)
	d.fill(story...)
	return d
}

func TestAFullCaseBreaksNoRule(t *testing.T) {
	d := full(t)
	if got := d.found(); len(got) > 0 {
		t.Errorf("found %v", got)
	}
	if got := d.draft.Record().Passed(nil); got < 30 {
		t.Errorf("%d rules passed", got)
	}
}
