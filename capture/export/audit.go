package export

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
)

// Audit turns events into lines of the audit log of ODK Collect, so that what
// reads those can read ours. A line has an event, the node it is about, and when
// it started and ended, in milliseconds since 1970, UTC; no answers, as with
// track-changes left off. The column before them is the one that ODK Central
// adds when it joins the logs of many records. Source: docs.getodk.org/form-audit-log.
type Audit struct {
	in   AuditInputs
	each func(...any)

	session uuid.UUID
	records map[string]*auditRecord
	now     *auditRecord
	run     uuid.UUID
	at      int64
}

// AuditInputs is what the log needs beside the events.
type AuditInputs struct {
	// Record is the id of a session's record of a task.
	Record func(session uuid.UUID, task string) string
	// Number is which of its type an entity is in a record, from 1; 0 unknown.
	Number func(record string, entity uuid.UUID) int
	// Question finds a question of any form.
	Question func(capture.QuestionID) *form.Question
	// Simulated reports a session that the program made up.
	Simulated func(session uuid.UUID) bool
}

// auditRecord is the log of one record in hand.
type auditRecord struct {
	id        string
	simulated bool
	began     bool
	page      *auditLine
	question  *auditLine
	away      bool // on a break, or in another window
}

// Time away is in no line. Collect adds it to the last question, which makes
// that look slow.
var (
	away = map[event.Kind]bool{event.BreakStarted: true, event.PauseStarted: true, event.WindowLeft: true}
	back = map[event.Kind]bool{event.BreakEnded: true, event.PauseEnded: true, event.WindowEntered: true}
)

// auditLine is an interval that has not ended.
type auditLine struct {
	event, node string
	start       int64
}

// AuditTable is the audit log of records. events is called once and hands over
// every event, session by session, in order.
func AuditTable(in AuditInputs, events func(each func(*event.Record))) Table {
	columns := []Column{
		{"instance ID", text, "", "id of the record; the same as record in answers.csv"},
		{"event", text, "", "what happened, in ODK Collect’s words"},
		{"node", text, "", "path of the question or page; [2] is the second of a repeating group"},
		{"start", whole, "milliseconds", "when it began, since 1970, UTC: the run’s start plus time that passed"},
		{"end", whole, "milliseconds", "when it ended; empty for what has no length"},
	}
	return Table{"audit", "What happened in each record, as ODK Collect writes it", append(columns, simulatedColumn), func(each func(...any)) {
		a := &Audit{in: in, each: each, records: map[string]*auditRecord{}}
		events(a.add)
		a.leave()
	}}
}

func (a *Audit) add(e *event.Record) {
	if e.Session != a.session || e.Run != a.run {
		a.leave() // the program ended without a word
		if e.Session != a.session {
			clear(a.records)
		}
		a.session, a.run = e.Session, e.Run
	}
	a.at = e.At.UnixMilli()
	switch {
	case e.Kind == event.SessionEnded:
		a.leave()
		return
	case away[e.Kind]:
		a.interrupt()
		return
	case back[e.Kind]:
		a.resume()
		return
	case e.Task != "" && e.Kind != event.SurveyAnswered && e.Kind != event.SurveySkipped:
		a.enter(e.Task)
	}
	if a.now != nil {
		a.resume() // doing something is being back, even where that event was lost
		a.record(e)
	}
}

// enter goes to the record of a task.
func (a *Audit) enter(task string) {
	r := a.records[task]
	if r == nil {
		id := a.in.Record(a.session, task)
		if id == "" {
			return // nothing was kept of it
		}
		r = &auditRecord{id: id, simulated: a.in.Simulated(a.session)}
		a.records[task] = r
	}
	if r == a.now {
		return
	}
	a.leave()
	a.now = r
	if r.began {
		a.line("form resume", "", a.at, 0)
	} else {
		a.line("form start", "", a.at, 0)
	}
	r.began = true
}

// interrupt ends the lines in hand; resume begins the same ones again.
func (a *Audit) interrupt() {
	r := a.now
	if r == nil || r.away {
		return
	}
	page, question := r.page, r.question
	a.close()
	a.line("form exit", "", a.at, 0)
	r.page, r.question, r.away = page, question, true
}

func (a *Audit) resume() {
	r := a.now
	if r == nil || !r.away {
		return
	}
	r.away = false
	a.line("form resume", "", a.at, 0)
	for _, l := range []*auditLine{r.page, r.question} {
		if l != nil {
			l.start = a.at
		}
	}
}

// leave closes what is open and the record.
func (a *Audit) leave() {
	r := a.now
	if r == nil {
		return
	}
	if r.away { // its lines have ended
		r.page, r.question, r.away = nil, nil, false
	} else {
		a.close()
		a.line("form exit", "", a.at, 0)
	}
	a.now = nil
}

func (a *Audit) record(e *event.Record) {
	switch e.Kind {
	case event.PageShown:
		a.close()
		kind := "group questions"
		if !strings.Contains(e.Place, "/") {
			kind = "end screen"
		}
		a.now.page = &auditLine{kind, a.page(e.Place), a.at}
	case event.FieldEntered:
		a.closeQuestion()
		a.now.question = &auditLine{"question", a.node(e), a.at}
	case event.FieldLeft:
		a.closeQuestion()
	case event.IssueShown:
		if e.Code == severityError {
			a.line("constraint error", a.node(e), a.at, 0)
		}
	case event.SavePressed:
		a.line("form save", "", a.at, 0)
	case event.SaveFailed:
		a.line("save error", "", a.at, 0)
	case event.RepeatAdded:
		a.line("add repeat", a.page(e.Place), a.at, a.at)
	case event.RepeatRemoved:
		a.line("delete repeat", a.page(e.Place), a.at, 0)
	case event.TaskFinished:
		a.close()
		a.line("form finalize", "", a.at, 0)
		a.leave()
	case event.TaskSkipped:
		a.leave()
	}
}

const severityError = 1

func (a *Audit) close() {
	a.closeQuestion()
	if p := a.now.page; p != nil {
		a.line(p.event, p.node, p.start, a.at)
		a.now.page = nil
	}
}

func (a *Audit) closeQuestion() {
	if q := a.now.question; q != nil {
		a.line(q.event, q.node, q.start, a.at)
		a.now.question = nil
	}
}

// line writes a line; an end of 0 is none.
func (a *Audit) line(kind, node string, start, end int64) {
	cells := []any{a.now.id, kind, node, start, nil, a.now.simulated}
	if end > 0 {
		cells[4] = end
	}
	a.each(cells...)
}

func (a *Audit) page(place string) string {
	if place == "" {
		return ""
	}
	return "/" + place
}

// node is the path of a question, with the number of the item where it stands in
// a repeating group.
func (a *Audit) node(e *event.Record) string {
	if e.Question == "" {
		return ""
	}
	path := "/" + e.Question
	q := a.in.Question(capture.QuestionID(e.Question))
	if q == nil || q.Repeat == nil {
		return path
	}
	n := a.in.Number(a.now.id, e.Entity)
	if n == 0 {
		return path
	}
	inside, ok := strings.CutPrefix(e.Question, q.Repeat.ID+"/")
	if !ok {
		return path
	}
	return fmt.Sprintf("/%s[%d]/%s", q.Repeat.ID, n, inside)
}
