package export_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/export"
	"recordwell/capture/form"
)

// log is the events of one session, at milliseconds since 1970.
type log struct {
	events  []event.Record
	session uuid.UUID
	run     byte
}

func (l *log) at(ms int64, kind event.Kind, set ...func(*event.Record)) *log {
	e := event.Record{Session: l.session, Run: uuid.UUID{15: l.run}, Seq: uint64(len(l.events) + 1), At: time.UnixMilli(ms), Kind: kind, Task: "record"}
	for _, f := range set {
		f(&e)
	}
	l.events = append(l.events, e)
	return l
}

func at(question string) func(*event.Record) {
	return func(e *event.Record) { e.Question, e.Entity = question, uuid.UUID{9} }
}

func place(id string) func(*event.Record) { return func(e *event.Record) { e.Place = id } }

func lines(t *testing.T, l *log) []string {
	t.Helper()
	person := &form.Question{ID: "family/people/person/name", Repeat: &form.Repeat{ID: "family/people/person"}}
	table := export.AuditTable(export.AuditInputs{
		Record:    func(uuid.UUID, string) string { return "case" },
		Number:    func(string, uuid.UUID) int { return 2 },
		Simulated: func(uuid.UUID) bool { return false },
		Question: func(id capture.QuestionID) *form.Question {
			if id == person.ID {
				return person
			}
			return nil
		},
	}, func(each func(*event.Record)) {
		for i := range l.events {
			each(&l.events[i])
		}
	})
	var out []string
	for _, row := range read(t, table)[1:] {
		if row[0] != "case" || row[5] != "no" {
			t.Errorf("row %v", row)
		}
		out = append(out, strings.Join(row[1:5], " "))
	}
	return out
}

// The published example: a question from 1488761807868 to 1488761809157 took
// 1,289 ms. Around it, the life of a record in Collect's words.
func TestAuditLinesAreCollects(t *testing.T) {
	got := lines(t, (&log{}).
		at(1488761800000, event.TaskStarted).
		at(1488761800001, event.PageShown, place("family/people")).
		at(1488761807868, event.FieldEntered, at("family/people/person/name")).
		at(1488761809157, event.FieldLeft, at("family/people/person/name")).
		at(1488761810000, event.IssueShown, at("family/home/since"), func(e *event.Record) { e.Code = 1 }).
		at(1488761810000, event.IssueShown, at("family/home/since"), func(e *event.Record) { e.Code = 2 }).
		at(1488761810500, event.SavePressed, place("family/people")).
		at(1488761811000, event.PageShown, place("check")).
		at(1488761812000, event.TaskFinished).
		at(1488761813000, event.SurveyAnswered).
		at(1488761814000, event.SessionEnded))
	want := []string{
		"form start  1488761800000 ",
		"question /family/people/person[2]/name 1488761807868 1488761809157",
		"constraint error /family/home/since 1488761810000 ",
		"form save  1488761810500 ",
		"group questions /family/people 1488761800001 1488761811000",
		"end screen /check 1488761811000 1488761812000",
		"form finalize  1488761812000 ",
		"form exit  1488761812000 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if ms := int64(1488761809157 - 1488761807868); ms != 1289 {
		t.Errorf("%d ms", ms)
	}
}

// Time away is in no line, and a program that ended without a word leaves no
// line open.
func TestAuditLeavesOutTimeAway(t *testing.T) {
	l := (&log{}).
		at(1000, event.TaskStarted).at(1000, event.PageShown, place("a/b")).
		at(2000, event.FieldEntered, at("a/b/c")).
		at(5000, event.WindowLeft).at(6000, event.BreakStarted). // away is away
		at(60000, event.WindowEntered).
		at(61000, event.FieldLeft, at("a/b/c"))
	l.run++
	got := lines(t, l.at(90000, event.SessionResumed).at(90500, event.PageShown, place("a/b")).at(91000, event.SessionEnded))
	want := []string{
		"form start  1000 ",
		"question /a/b/c 2000 5000", "group questions /a/b 1000 5000", "form exit  5000 ",
		"form resume  60000 ", "question /a/b/c 60000 61000",
		"group questions /a/b 60000 61000", "form exit  61000 ",
		"form resume  90000 ", "group questions /a/b 90500 91000", "form exit  91000 ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
