package report_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/report"
	"recordwell/capture/study"
)

const formYAML = `
form: child
version: "1"
title: Child details
entity: child
words: {child_name: the child}
survey:
  - type: group
    name: identity
    label: Who ${child_name} is
    survey:
      - {type: text, name: first_name, label: What is the first name?, short: First name, thing: first name, required: true, validate: personname}
      - {type: date, name: date_of_birth, label: Born?, short: Date of birth, thing: date of birth, required: true}
      - {type: text, name: upn, label: UPN, short: Unique pupil number, thing: UPN, validate: upn}
  - type: group
    name: school
    label: School
    survey:
      - {type: text, name: school, label: School?, short: School, thing: school}
      - {type: text, name: notes, label: Notes, short: Notes, thing: notes}
`

// marker stands for what a participant typed: it must turn up nowhere.
const marker = "ZQXJKVMARKER"

// made is a study of made-up people with planted habits: the unique pupil number
// takes long and is often wrong; everyone else's answers are right.
type made struct {
	forms    []*form.Definition
	study    study.Study
	scenario study.Scenario
	people   int
	visits   int // further visits of each field, to make long journals
	real     bool
}

func newMade(t testing.TB, people int) *made {
	t.Helper()
	d, err := form.Load(fstest.MapFS{"forms/child.yaml": {Data: []byte(formYAML)}}, "forms/child.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m := &made{forms: []*form.Definition{d}, people: people}
	m.study = study.Study{ID: "autumn", Title: "Autumn trial", Seed: 7, Codes: make([]string, people+2)}
	cell := func(name, value string) study.KeyCell {
		return study.KeyCell{KeyRef: study.KeyRef{Alias: "maya", Question: m.id(name)}, Values: []string{value}}
	}
	m.scenario = study.Scenario{
		ID: "carvalho", Title: "The Carvalho family",
		Tasks: []study.Task{{ID: "record", Title: "Complete the record", Success: []study.KeyRef{{Alias: "maya", Question: m.id("upn")}}}},
		Key: study.Key{
			Entities: []study.KeyEntity{{Alias: "maya", Type: "child"}},
			Cells:    []study.KeyCell{cell("first_name", "Maya"), cell("date_of_birth", "2018-06-14"), cell("upn", "A950000178301"), cell("school", "Fernbeck")},
		},
	}
	return m
}

func (m *made) id(name string) capture.QuestionID {
	for _, q := range m.forms[0].Questions() {
		if q.Name == name {
			return q.ID
		}
	}
	panic("no question " + name)
}

func (m *made) session(n int) uuid.UUID { return uuid.UUID{0: 1, 14: byte(n >> 8), 15: byte(n)} }
func (m *made) child(n int) uuid.UUID   { return uuid.UUID{0: 2, 14: byte(n >> 8), 15: byte(n)} }

// wrong people get the number wrong; every other one of them is told so.
func (m *made) wrong(n int) bool { return n%4 == 0 }
func (m *made) told(n int) bool  { return n%8 == 0 }

func (m *made) inputs() report.Inputs {
	in := report.Inputs{
		Study: &m.study, Events: m.events(), Submissions: m.submissions(), Forms: m.forms, Program: "test",
		Made:     time.Date(2026, 3, 4, 9, 30, 0, 0, time.UTC),
		Scenario: func(string) *study.Scenario { return &m.scenario },
	}
	for n := range m.people {
		in.Sessions = append(in.Sessions, capture.SessionRow{ID: capture.SessionID(m.session(n).String()), Study: "autumn", Simulated: !m.real})
	}
	return in
}

// start is when a person's session began.
func start(n int) time.Time {
	return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Hour)
}

func (m *made) events() iter.Seq2[event.Record, error] {
	return func(yield func(event.Record, error) bool) {
		for n := range m.people {
			random := rand.New(rand.NewPCG(uint64(n), 1))
			e := event.Record{Session: m.session(n), Run: uuid.UUID{0: 3, 14: byte(n >> 8), 15: byte(n)}}
			ok := true
			emit := func(after float64, kind event.Kind, set func(*event.Record)) {
				if !ok {
					return
				}
				e.Seq++
				e.Offset += time.Duration(after * float64(time.Second)).Truncate(time.Millisecond)
				e.At, e.Kind, e.Task = start(n).Add(e.Offset), kind, "record"
				x := e
				if set != nil {
					set(&x)
				}
				ok = yield(x, nil)
			}
			emit(0, event.SessionStarted, nil)
			emit(1, event.TaskStarted, nil)
			for _, s := range m.forms[0].Sections {
				emit(2, event.PageShown, func(x *event.Record) { x.Place = s.ID })
				for _, q := range m.forms[0].Questions() {
					if q.Section == s {
						m.visit(n, q, random.Float64(), emit)
					}
				}
				emit(1, event.SavePressed, func(x *event.Record) { x.Place = s.ID })
			}
			emit(1, event.TaskFinished, nil)
			emit(0, event.SessionEnded, func(x *event.Record) { x.Code = event.EndFinished })
			if !ok {
				return
			}
		}
	}
}

func (m *made) visit(n int, q *form.Question, luck float64, emit func(float64, event.Kind, func(*event.Record))) {
	at := func(x *event.Record) {
		x.Question, x.Place, x.Entity = string(q.ID), q.Section.ID, m.child(n)
	}
	slow := 1.0
	if q.Name == "upn" {
		slow = 6
	}
	emit(1, event.FieldEntered, at)
	emit(slow*(1+luck), event.FieldChanged, at)
	emit(slow*3*(1+luck), event.AnswerCommitted, func(x *event.Record) { at(x); x.Code = int32(capture.Answered) })
	if q.Name == "upn" && m.told(n) {
		finding := func(x *event.Record) { at(x); x.Rule, x.Code = string(q.ID)+"#upn", 1 }
		emit(0, event.IssueDetected, finding)
		emit(1, event.IssueShown, finding)
		emit(20, event.FieldDeletes, func(x *event.Record) { at(x); x.Count = 4 })
	}
	emit(0, event.FieldLeft, func(x *event.Record) { at(x); x.Code = 1 })
	for range m.visits {
		emit(0.5, event.FieldEntered, at)
		emit(0.5, event.FieldLeft, func(x *event.Record) { at(x); x.Code = 1 })
	}
}

func (m *made) submissions() iter.Seq2[capture.Submission, error] {
	return func(yield func(capture.Submission, error) bool) {
		for n := range m.people {
			child := capture.EntityID(m.child(n).String())
			sub := capture.Submission{
				Session: capture.SessionID(m.session(n).String()), Task: "record", Finished: start(n).Add(time.Hour),
				Forms: []capture.FormVersion{{Form: "child", Version: "1"}},
				Case:  capture.Case{Entities: []capture.Entity{{ID: "c", Type: capture.CaseEntity}, {ID: child, Type: "child", Parent: "c"}}},
			}
			for name, v := range map[string]string{"first_name": "Maya", "date_of_birth": "2018-06-14", "upn": "A950000178301", "school": "Fernbeck", "notes": ""} {
				if name == "upn" && m.wrong(n) {
					v = marker
				}
				a := capture.SubmittedAnswer{Ref: capture.Ref{Entity: child, Question: m.id(name)}}
				if v != "" {
					a.Answer = capture.Answer{State: capture.Answered, Raw: v, Value: v, Readable: true}
				}
				sub.Answers = append(sub.Answers, a)
			}
			sub.Reasons = []capture.Reason{{Ref: capture.Ref{Entity: child, Question: m.id("upn")}, Rule: "r", Text: marker}}
			if !yield(sub, nil) {
				return
			}
		}
	}
}

// history has each number as it was first written, and a second try by those who
// were told and got it right.
func (m *made) history(ref capture.Ref) ([]capture.Change, error) {
	for n := range m.people {
		if capture.EntityID(m.child(n).String()) != ref.Entity {
			continue
		}
		return []capture.Change{{
			Entity: capture.EntityID(m.child(n).String()), Question: m.id("upn"), Seq: 1, At: start(n),
			Answer: capture.Answer{State: capture.Answered, Raw: marker, Value: marker, Readable: true},
		}}, nil
	}
	return nil, fmt.Errorf("no child %s", ref.Entity)
}
