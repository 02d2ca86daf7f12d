package session

import (
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// Journal takes what must be written down. Neither method blocks or does I/O.
type Journal interface {
	Append(events ...event.Event)
	Save(capture.Batch)
}

// Setup is what a session is conducted with.
type Setup struct {
	Clock   capture.Clock
	IDs     capture.IDs
	Journal Journal
	Run     uuid.UUID
	// After calls back on the goroutine that owns the session, once d has passed.
	After      func(d time.Duration, f func())
	Vocabulary *event.Vocabulary
	Study      *study.Study
	Library    *study.Library
	Timing     draft.Timing
	// Calendar is for the rules of returns that count working days; nil leaves
	// them out.
	Calendar *datatype.Workdays
	// Version is the program's, kept with the run.
	Version string
	// Past is what earlier runs of the session left.
	Past Past
}

// Session is one participant at work. It belongs to one goroutine.
type Session struct {
	setup Setup
	id    capture.SessionID
	uuid  uuid.UUID
	code  string
	seq   uint64
	tasks []*Task
	now   *Task // the task in hand

	save       SaveStatus
	generation uint64
	view       *View
	onChange   func()
	flushing   bool
	focus      capture.Ref
	touched    capture.Ref    // the question that was changed in this visit
	left       *capture.Place // where the last run stopped
	reason     *draft.Explain // typed and not written down

	round     *study.Round
	condition study.Condition
	open      bool // someone has agreed
	agreed    map[string]bool
	paused    bool
	before    standing // when the pause began
	idle      bool
	began     time.Time // wall time of the run's start, for what is recorded
	looking   bool      // the task in hand is only looked at
	wall      time.Time // when something was logged last
	elapsed   time.Duration
	surveys   []capture.SurveyAnswer
	comments  map[capture.Ref]capture.Comment
	corrected []capture.Comment // what was said when the record was read back
	logged    []event.Event     // in this run
	onLog     func()
}

// Task is one task of the session with its case.
type Task struct {
	Scenario *study.Scenario
	Spec     *study.Task
	State    capture.TaskStatus
	Set      *form.Set
	calendar *datatype.Workdays
	schema   *draft.Schema
	draft    *draft.Draft                // nil until it is opened
	known    map[string]bool             // words of the story, for names
	blank    *draft.Draft                // for words about a record that is not at hand
	aliases  map[string]capture.EntityID // of what was there at the start
	changes  []capture.Change            // every one, the oldest first
	page     page
	trail    []page // for Back
	back     bool   // a Change of "check your answers": go back there
	failed   bool
	saves    int
	find     finding // children who are on the system already
	// removed is the item that was taken out last, for "removed" with Undo.
	removed capture.EntityID
}

// page is where a person is in a task.
type page struct {
	kind    PageKind
	section string
	item    capture.EntityID
}

// New makes a session from what the store knows of it. Its tasks are the tasks
// of the round's scenarios, in order.
func New(setup Setup, row capture.SessionRow, round *study.Round) (*Session, error) {
	s := &Session{
		setup: setup, id: row.ID, code: row.Code, seq: row.LastSeq, left: row.Place, round: round,
		surveys: setup.Past.Surveys, comments: map[capture.Ref]capture.Comment{},
	}
	if n := int(row.Condition); n >= 0 && n < len(round.Conditions) {
		s.condition = round.Conditions[n]
	}
	s.began = setup.Clock.Now().Add(-setup.Clock.Elapsed())
	for _, c := range setup.Past.Comments {
		if c.ReadBack != capture.NoCorrection {
			s.corrected = append(s.corrected, c)
			continue
		}
		s.comments[c.Ref] = c
	}
	s.uuid, _ = uuid.Parse(string(row.ID))
	for _, name := range round.Scenarios {
		scenario := setup.Library.Scenarios[name]
		setup.Vocabulary.Add(scenario.ID)
		for i := range scenario.Tasks {
			t := &Task{calendar: setup.Calendar, Scenario: scenario, Spec: &scenario.Tasks[i]}
			setup.Vocabulary.Add(t.Spec.ID)
			set, err := form.LinkTask(versionsOf(setup.Library, round, t.Spec.Forms), versionsOf(setup.Library, round, t.Spec.Background))
			if err != nil {
				return nil, err
			}
			t.Set, t.schema = set, draft.NewSchema(set, setup.Vocabulary)
			rules, err := setup.returnsOf(set, scenario)
			if err != nil {
				return nil, err
			}
			t.schema.UseReturns(rules)
			for _, known := range row.Tasks {
				if known.Task == t.Spec.ID {
					t.State = known.Status
				}
			}
			s.tasks = append(s.tasks, t)
		}
	}
	setup.Vocabulary.Add(CheckSection)
	setup.Vocabulary.Add(TimelineSection)
	return s, nil
}

func versionsOf(l *study.Library, round *study.Round, ids []string) (defs []*form.Definition) {
	for _, id := range ids {
		defs = append(defs, version(l, round, id))
	}
	return defs
}

// version returns the version of a form that a round uses.
func version(l *study.Library, round *study.Round, id string) *form.Definition {
	for _, v := range round.Forms {
		if v.Form == id {
			return l.Version(v)
		}
	}
	return l.Forms[id]
}

// ID returns the session's id, Code the participant's code.
func (s *Session) ID() capture.SessionID { return s.id }

// Code returns the participant's code.
func (s *Session) Code() string { return s.code }

// Tasks returns the tasks in order.
func (s *Session) Tasks() []*Task { return s.tasks }

// PlainStory reports that the story is shown without its facts in bold.
func (s *Session) PlainStory() bool { return s.setup.Study.PlainStory }

// Current returns the task in hand, or nil.
func (s *Session) Current() *Task { return s.now }

// Unfinished returns the task that was left in the middle, if any: where a
// session goes on after a restart.
func (s *Session) Unfinished() string {
	if s.left == nil || s.task(s.left.Task) == nil || s.task(s.left.Task).State != capture.TaskInProgress {
		return ""
	}
	return s.left.Task
}

// OnChange sets what is called after every change of the view.
func (s *Session) OnChange(f func()) { s.onChange = f }

func (s *Session) task(id string) *Task {
	for _, t := range s.tasks {
		if t.Spec.ID == id {
			return t
		}
	}
	return nil
}

// log gives events their place in the session and hands them to the journal:
// none before consent, none in a pause.
func (s *Session) log(events ...event.Event) {
	if !s.open || s.paused {
		return
	}
	if slept := s.slept(); slept > 0 {
		events = append([]event.Event{{Kind: event.Suspended, Count: slept.Milliseconds()}}, events...)
	}
	offset := s.setup.Clock.Elapsed()
	for i := range events {
		s.seq++
		events[i].Session, events[i].Run, events[i].Seq, events[i].Offset = s.uuid, s.setup.Run, s.seq, offset
		if s.now != nil {
			events[i].Task = s.setup.Vocabulary.ID(s.now.Spec.ID)
		}
	}
	s.logged = append(s.logged, events...)
	s.setup.Journal.Append(events...)
	if s.onLog != nil {
		s.onLog()
	}
}

func (s *Session) changed() {
	s.generation++
	s.view = nil
	if s.onChange != nil {
		s.onChange()
	}
}

// Entities returns the entities of the task in hand that are not removed.
func (s *Session) Entities() []capture.Entity {
	var out []capture.Entity
	for _, e := range s.now.draft.Case().Entities {
		if !e.Removed {
			out = append(out, e)
		}
	}
	return out
}

// TypeOf returns the type of an entity of the task in hand.
func (s *Session) TypeOf(id capture.EntityID) capture.EntityType {
	return s.now.draft.Case().TypeOf(id)
}
