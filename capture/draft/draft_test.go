package draft

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// now is a wall time for actions; drafts only pass it on.
var now = time.Date(2025, 10, 16, 10, 0, 0, 0, time.UTC)

var today = datatype.MustDate(2025, 10, 16)

// counted makes identifiers that are the same in every run.
type counted struct{ n int }

func (c *counted) New() string {
	c.n++
	return fmt.Sprintf("00000000-0000-7000-8000-%012d", c.n)
}

func schemaOf(t testing.TB, yaml ...string) *Schema {
	t.Helper()
	dir := t.TempDir()
	var defs []*form.Definition
	for i, y := range yaml {
		name := fmt.Sprintf("form%d.yaml", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(y), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := form.Load(os.DirFS(dir), name)
		if err != nil {
			t.Fatal(err)
		}
		defs = append(defs, d)
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	return NewSchema(set, event.NewVocabulary())
}

func open(s *Schema, timing Timing) *Draft {
	ids := &counted{}
	return Open(s, Story{Today: today}, timing, capture.SavedCase{Case: NewCase(s, capture.CaseID(ids.New()), ids, now)})
}

const visitForm = `
form: visit
version: "1"
title: Visit
entity: child
choices:
  yes_no: [{name: yes, label: "Yes"}, {name: no, label: "No"}]
survey:
  - type: group
    name: visit
    label: The visit
    survey:
      - {type: date, name: seen_on, label: When did you visit?, short: Date of the visit, thing: the date of the visit, required: true, constraint: . <= today(), constraint_message: The date of the visit must be today or in the past}
      - {type: select_one yes_no, name: alone, label: Did you see the child alone?, short: Seen alone, thing: if you saw the child alone, required: true}
      - {type: text, name: why_not, label: Why not?, short: Why not alone, thing: why the child was not seen alone, required: true, relevant: "${alone} = 'no'", max_length: 20}
      - {type: integer, name: hours, label: How many hours did it take?, short: Hours, thing: the number of hours, query: . < 8, query_message: You told us it took a day or more. Most visits are shorter, query_ask: Why did it take so long?}
  - type: group
    name: people
    label: People
    survey:
      - type: repeat
        name: person
        entity: person
        label: Who was there?
        ask: Was anyone else there?
        add_label: Yes, add another person
        end_label: No, that is everyone
        one_title: Someone who was there
        title: ${name}
        line: ${age}
        survey:
          - {type: text, name: name, label: What is their name?, short: Name, thing: their name, required: true}
          - {type: integer, name: age, label: How old are they?, short: Age, thing: their age, constraint: . < 120, constraint_message: Age must be less than 120}
  - type: group
    name: end
    label: To end
    survey:
      - {type: calculate, name: heads, calculate: "count(${name})"}
      - {type: text, name: crowd, label: Why were so many people there?, short: Many people, thing: why many people were there, relevant: "${heads} > 1"}
`

func ref(d *Draft, q string) capture.Ref {
	id := capture.QuestionID(q)
	return capture.Ref{Entity: d.Single(d.specOf(id).owner), Question: id}
}

func (d *Draft) do(actions ...Action) (*Draft, Effect) {
	var all Effect
	for _, a := range actions {
		next, e := d.Apply(a)
		d = next
		all.Changes = append(all.Changes, e.Changes...)
		all.Entities = append(all.Entities, e.Entities...)
		all.Reasons = append(all.Reasons, e.Reasons...)
		all.Pages = append(all.Pages, e.Pages...)
		all.Events = append(all.Events, e.Events...)
	}
	return d, all
}

func commit(d *Draft, q, raw string) Commit {
	return Commit{Ref: ref(d, q), Raw: raw, State: capture.Answered, At: now}
}

func kinds(events []event.Event) []event.Kind {
	var out []event.Kind
	for _, e := range events {
		out = append(out, e.Kind)
	}
	return out
}

func TestAnIssueIsDetectedAtTheCommitAndShownAtTheSave(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	q := ref(d, "visit/visit/seen_on")
	d, e := d.do(commit(d, "visit/visit/seen_on", "17|10|2025"))
	if diff := cmp.Diff([]event.Kind{event.AnswerCommitted, event.IssueDetected}, kinds(e.Events)); diff != "" {
		t.Error(diff)
	}
	if err, _ := d.Shown(q); err != nil {
		t.Errorf("shown before the save: %v", err)
	}
	d, _ = d.do(Save{Section: "visit/visit", At: now})
	if err, _ := d.Shown(q); err == nil || err.Args["text"] != "The date of the visit must be today or in the past" {
		t.Errorf("not shown after the save: %v", err)
	}
	_, e = d.do(commit(d, "visit/visit/seen_on", "16|10|2025"))
	if diff := cmp.Diff([]event.Kind{event.AnswerCommitted, event.IssueResolved, event.IssueCleared}, kinds(e.Events)); diff != "" {
		t.Error(diff)
	}
}

func TestBlanksCountOnceTheirPageWasSaved(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	if n := d.Count("", ""); n.Errors != 0 {
		t.Fatalf("%d errors in an untouched record", n.Errors)
	}
	d, _ = d.do(Save{Section: "visit/visit", At: now})
	if n := d.Count("visit/visit", ""); n.ToFix != 2 || n.Errors != 2 {
		t.Errorf("got %+v, want the date and the choice to fix", n)
	}
	d, e := d.do(Close{})
	if n := d.Count("", ""); n.Errors != 2 || len(e.Events) != 0 {
		t.Errorf("closing found %+v and logged %v", n, kinds(e.Events))
	}
}

func TestConditionsDecideWhenAnIssueIsShown(t *testing.T) {
	s := schemaOf(t, visitForm)
	for timing, want := range map[Timing][3]bool{OnContinue: {}, OnLeave: {false, true, true}, WhileTyping: {true, true, true}} {
		d := open(s, timing)
		q := ref(d, "visit/visit/hours")
		var got [3]bool
		d, _ = d.do(Type{Ref: q, Raw: "x", At: now})
		err, _ := d.Shown(q)
		got[0] = err != nil
		d, _ = d.do(commit(d, "visit/visit/hours", "x"))
		err, _ = d.Shown(q)
		got[1] = err != nil
		d, _ = d.do(Flush{At: now})
		err, _ = d.Shown(q)
		got[2] = err != nil
		if got != want {
			t.Errorf("timing %d: shown while typing, after leaving, later: %v, want %v", timing, got, want)
		}
	}
}

func TestIrrelevantAnswersStayButLeaveTheRecord(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	why := ref(d, "visit/visit/why_not")
	d, _ = d.do(commit(d, "visit/visit/alone", "no"), commit(d, "visit/visit/why_not", "A text that is longer than 20 letters"), Save{Section: "visit/visit", At: now})
	if err, _ := d.Shown(why); err == nil {
		t.Fatal("the length should be an error")
	}
	d, _ = d.do(commit(d, "visit/visit/alone", "yes"))
	if err, _ := d.Shown(why); err != nil || d.Relevant(why) {
		t.Error("not asked any more, but still wrong")
	}
	for _, a := range d.Submitted() {
		if a.Ref == why {
			t.Error("it left with the record")
		}
	}
	d, _ = d.do(commit(d, "visit/visit/alone", "no"))
	if got := d.Answer(why).Raw; got != "A text that is longer than 20 letters" {
		t.Errorf("it came back as %q", got)
	}
}

func TestRepeatsCountAcrossAndUndo(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	crowd := ref(d, "visit/end/crowd")
	add := func(id capture.EntityID) AddEntity { return AddEntity{ID: id, Type: "person", At: now} }
	d, _ = d.do(add("00000000-0000-7000-8000-0000000000a1"), add("00000000-0000-7000-8000-0000000000a2"))
	if !d.Relevant(crowd) {
		t.Fatal("two people should make the question relevant")
	}
	d, _ = d.do(RemoveEntity{ID: "00000000-0000-7000-8000-0000000000a2", At: now})
	if d.Relevant(crowd) {
		t.Error("one person is no crowd")
	}
	d, _ = d.do(Undo{At: now})
	if !d.Relevant(crowd) || len(d.Entities("person")) != 2 {
		t.Error("undo should bring the second person back")
	}
}

func TestAQueryIsExplainedOnceItsReasonIsFinished(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	q := ref(d, "visit/visit/hours")
	d, _ = d.do(commit(d, "visit/visit/hours", "9"), Save{Section: "visit/visit", At: now})
	_, query := d.Shown(q)
	if query == nil {
		t.Fatal("9 hours should be a query")
	}
	d, e := d.do(Explain{Ref: q, Rule: query.Rule, Text: "A long way", Typing: true})
	if n := d.Count("visit/visit", ""); n.ToCheck != 1 || len(e.Reasons) != 1 || len(e.Events) != 0 {
		t.Errorf("while typing: %+v, %d reasons, %d events", n, len(e.Reasons), len(e.Events))
	}
	d, e = d.do(Explain{Ref: q, Rule: query.Rule, Text: "A long way"})
	if n := d.Count("visit/visit", ""); n.Explained != 1 || len(e.Reasons) != 0 || len(e.Events) != 1 {
		t.Errorf("after typing: %+v, %d reasons, %d events", n, len(e.Reasons), len(e.Events))
	}
}

func TestAReasonThatIsNeverLeftIsFinishedOnceThePageIs(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	q := ref(d, "visit/visit/hours")
	d, _ = d.do(commit(d, "visit/visit/hours", "9"), Save{Section: "visit/visit", At: now})
	_, query := d.Shown(q)
	d, e := d.do(Explain{Ref: q, Rule: query.Rule, Text: "A long way", Typing: true}, Settle{At: now})
	if n := d.Count("visit/visit", ""); n.Explained != 1 || n.Queries != 0 || len(e.Reasons) != 1 || len(e.Events) != 1 {
		t.Errorf("the page is left: %+v, %d reasons, %d events", n, len(e.Reasons), len(e.Events))
	}
	d, e = d.do(Explain{Ref: q, Rule: query.Rule, Text: " ", Typing: true}, Settle{At: now})
	if n := d.Count("visit/visit", ""); n.ToCheck != 1 || len(e.Events) != 0 {
		t.Errorf("nothing but a space: %+v, %d events", n, len(e.Events))
	}
}

func TestWhatIsTypedAndNeverLeftIsAnAnswerOnceThePageIs(t *testing.T) {
	d := open(schemaOf(t, visitForm), OnContinue)
	q := ref(d, "visit/visit/seen_on")
	d, e := d.do(Type{Ref: q, Raw: "16|10|", At: now}, Flush{At: now}, Type{Ref: q, Raw: "16|10|2025", At: now}, Flush{At: now}, Settle{At: now})
	if len(e.Changes) != 2 || d.IsTyping(q) {
		t.Errorf("%d rows written, still typing: %v", len(e.Changes), d.IsTyping(q))
	}
	for _, a := range d.Submitted() {
		if a.Ref == q && a.Answer.Value != "2025-10-16" {
			t.Errorf("it left as %+v", a.Answer)
		}
	}
	d, _ = d.do(Undo{At: now})
	if !d.Answer(q).IsBlank() {
		t.Error("undo should take the whole answer back")
	}
}

// sight is what a person can see of one question.
type sight struct {
	Answer   capture.Answer
	Relevant bool
	Issues   []string
}

// look is everything a person can see of a draft.
func look(d *Draft) map[capture.Ref]sight {
	out := map[capture.Ref]sight{}
	for _, t := range append([]capture.EntityType{"person"}, d.schema.Singles()...) {
		for _, e := range d.Entities(t) {
			for _, n := range d.schema.bySheet[t] {
				r := capture.Ref{Entity: e.ID, Question: d.schema.specs[n].q.ID}
				out[r] = sight{d.Answer(r), d.Relevant(r), codesOf(d, r)}
			}
		}
	}
	return out
}

func codesOf(d *Draft, r capture.Ref) (out []string) {
	for _, i := range d.Issues(r) {
		out = append(out, i.Rule)
	}
	return out
}

// anyAction draws something that a person may do in the visit form.
func anyAction(rt *rapid.T, d *Draft, ids *counted) Action {
	texts := rapid.SampledFrom([]string{"", "x", "7", "9", "130", "yes", "no", "16|10|2025", "31|2|2025", "||2025", "More than twenty letters"})
	var refs []capture.Ref
	for i := range d.entities {
		for _, n := range d.schema.bySheet[d.entities[i].Type] {
			if d.schema.specs[n].isAsked() {
				refs = append(refs, capture.Ref{Entity: d.entities[i].ID, Question: d.schema.specs[n].q.ID})
			}
		}
	}
	r := rapid.SampledFrom(refs).Draw(rt, "place")
	switch rapid.IntRange(0, 9).Draw(rt, "action") {
	case 0:
		return AddEntity{ID: capture.EntityID(ids.New()), Type: "person", At: now}
	case 1:
		return RemoveEntity{ID: r.Entity, At: now}
	case 2:
		return Save{Section: rapid.SampledFrom([]string{"visit/visit", "visit/people", "visit/end"}).Draw(rt, "section"), At: now}
	case 3:
		return Type{Ref: r, Raw: texts.Draw(rt, "text"), At: now}
	case 4:
		return Flush{At: now}
	case 5:
		return Undo{At: now}
	case 6:
		return Redo{At: now}
	}
	return Commit{Ref: r, Raw: texts.Draw(rt, "text"), State: capture.Answered, At: now}
}

func TestReplayingWhatWasWrittenRebuildsTheDraft(t *testing.T) {
	s := schemaOf(t, visitForm)
	rapid.Check(t, func(rt *rapid.T) {
		ids := &counted{n: 100}
		saved := capture.SavedCase{Case: NewCase(s, "c", ids, now)}
		d := Open(s, Story{Today: today}, OnContinue, saved)
		entities := map[capture.EntityID]capture.Entity{}
		for _, e := range saved.Case.Entities {
			entities[e.ID] = e
		}
		order := []capture.EntityID{}
		for i := 0; i < rapid.IntRange(1, 25).Draw(rt, "steps"); i++ {
			var e Effect
			d, e = d.Apply(anyAction(rt, d, ids))
			saved.Changes = append(saved.Changes, e.Changes...)
			saved.Pages = append(saved.Pages, e.Pages...)
			for _, x := range e.Entities {
				if _, known := entities[x.ID]; !known {
					order = append(order, x.ID)
				}
				entities[x.ID] = x
			}
		}
		d, e := d.Apply(Flush{At: now})
		saved.Changes = append(saved.Changes, e.Changes...)
		for i := range saved.Case.Entities {
			saved.Case.Entities[i] = entities[saved.Case.Entities[i].ID]
		}
		for _, id := range order {
			saved.Case.Entities = append(saved.Case.Entities, entities[id])
		}
		for i, c := range saved.Changes {
			if c.Seq != int64(i+1) {
				rt.Fatalf("change %d has sequence %d", i, c.Seq)
			}
		}
		again, before := look(Open(s, Story{Today: today}, OnContinue, saved)), look(d)
		if wasTyping(d) {
			// What is typed but not committed decides nothing yet.
			for r := range before {
				if before[r].Answer != again[r].Answer {
					rt.Fatalf("%v: %v became %v", r, before[r], again[r])
				}
			}
			return
		}
		if diff := cmp.Diff(before, again); diff != "" {
			rt.Fatal(diff)
		}
	})
}

func TestUndoOfDoIsIdentity(t *testing.T) {
	s := schemaOf(t, visitForm)
	rapid.Check(t, func(rt *rapid.T) {
		ids := &counted{n: 100}
		d := open(s, OnContinue)
		for i := 0; i < rapid.IntRange(0, 12).Draw(rt, "steps"); i++ {
			d, _ = d.Apply(anyAction(rt, d, ids))
		}
		before := look(d)
		last := d.done
		next, _ := d.Apply(anyAction(rt, d, ids))
		if next.done == nil || next.done.prev != last || next.done == last {
			return // nothing that Undo takes back
		}
		after := look(next)
		back, _ := next.Apply(Undo{At: now})
		// Typing in a box ends when its answer is committed.
		if !wasTyping(d) {
			if diff := cmp.Diff(before, look(back)); diff != "" {
				rt.Fatal(diff)
			}
		}
		again, _ := back.Apply(Redo{At: now})
		if diff := cmp.Diff(after, look(again)); diff != "" && !wasTyping(d) {
			rt.Fatal(diff)
		}
	})
}

func wasTyping(d *Draft) bool {
	for i := range d.entities {
		for n := range d.entities[i].cells {
			if d.entities[i].cells[n].isTyping {
				return true
			}
		}
	}
	return false
}

func TestADraftIsNeverChanged(t *testing.T) {
	s := schemaOf(t, visitForm)
	rapid.Check(t, func(rt *rapid.T) {
		ids := &counted{n: 100}
		d := open(s, OnContinue)
		for i := 0; i < rapid.IntRange(0, 8).Draw(rt, "steps"); i++ {
			d, _ = d.Apply(anyAction(rt, d, ids))
		}
		before := look(d)
		for i := 0; i < 4; i++ {
			d.Apply(anyAction(rt, d, ids))
		}
		if diff := cmp.Diff(before, look(d)); diff != "" {
			rt.Fatal(diff)
		}
	})
}
