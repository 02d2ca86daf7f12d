package metrics

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
)

// Study adds up the sessions of a study, or of one condition of it. A session
// is one person; questions in a repeating group are met several times by one
// person, so every figure tells people and fields apart.
type Study struct {
	people    int
	lost      int64
	events    int64
	wall      []float64 // seconds of each session
	active    []float64
	ended     map[int32]int
	tasks     []TaskRecord
	questions map[capture.QuestionID]*questionSum
	sections  map[string]*sectionSum
	forms     map[string]*sectionSum
	rules     map[string]*ruleSum
	readBack  ReadBackSums
	corrected map[string]Corrections // by question
}

// NewStudy returns an empty sum.
func NewStudy() *Study {
	return &Study{
		ended:     map[int32]int{},
		questions: map[capture.QuestionID]*questionSum{},
		sections:  map[string]*sectionSum{},
		forms:     map[string]*sectionSum{},
		rules:     map[string]*ruleSum{},
		corrected: map[string]Corrections{},
	}
}

// TaskRecord is one person's task, for figures that need the answers too.
type TaskRecord struct {
	Session uuid.UUID
	Person  int // 0 to Totals.People−1, in the order sessions were added
	Task    string
	Span
	ToComplete         Span
	Starter            bool
	Finished, Skipped  bool
	ErrorsMet          int // errors the person was told of
	QueriesMet         int
	Pages, PageViews   int
	Backtracks         int
	Fields, FilledLeft int // fields entered, and those that held an answer at the end
	Interruptions      int
	LeftAt             capture.QuestionID // of an unfinished task
}

// Totals are the figures over all sessions.
type Totals struct {
	People   int
	Events   int64
	Lost     int64 // events known to be missing; counts are then lower bounds
	Finished int   // sessions that ended by finishing
	Stopped  int
	Wall     []float64 // seconds, one a person
	Active   []float64
}

// Add takes one session. It keeps nothing of it.
func (s *Study) Add(x *Session) {
	person := s.people
	s.people++
	s.events += x.Events
	s.lost += x.Lost + x.Missing
	s.wall = append(s.wall, seconds(x.Wall))
	s.active = append(s.active, seconds(x.Active))
	s.ended[x.End]++
	s.readBack.add(x.ReadBack)
	s.addCorrections(x.ReadBack)
	for _, t := range x.Tasks {
		s.addTask(x.ID, person, t)
	}
}

func (s *Study) addTask(session uuid.UUID, person int, t *Task) {
	r := TaskRecord{
		Session: session, Person: person, Task: t.ID, Span: t.Span, ToComplete: t.ToComplete,
		Starter: t.Starter(), Finished: t.Finished, Skipped: t.Skipped,
		Pages: t.Pages, PageViews: t.PageViews, Backtracks: t.Backtracks, Interruptions: t.Interruptions,
	}
	for _, f := range t.Fields {
		s.question(f.Question).add(person, f)
		if f.Visits > 0 {
			r.Fields++
		}
		if f.Filled {
			r.FilledLeft++
		}
	}
	for _, p := range t.Sections {
		s.section(p.ID).add(person, p)
	}
	s.addForms(person, t)
	for _, i := range t.Issues {
		s.rule(i.Rule).add(person, t, i)
		q := s.question(i.Question)
		switch i.Severity {
		case severityError:
			r.ErrorsMet += i.Shown
			q.errors += i.Shown
		case severityQuery:
			r.QueriesMet += i.Shown
			q.queries += i.Shown
		}
	}
	if !t.Finished && !t.Skipped && t.Last != nil {
		r.LeftAt = t.Last.Question
		s.question(t.Last.Question).dropped++
	}
	s.tasks = append(s.tasks, r)
}

// The severities of package validation, as events carry them.
const (
	severityError = 1
	severityQuery = 2
)

// Totals returns the figures over all sessions.
func (s *Study) Totals() Totals {
	return Totals{
		People: s.people, Events: s.events, Lost: s.lost,
		Finished: s.ended[event.EndFinished], Stopped: s.ended[event.EndStopped],
		Wall: s.wall, Active: s.active,
	}
}

// Tasks returns every person's tasks in the order they were added.
func (s *Study) Tasks() []TaskRecord { return s.tasks }

func (s *Study) question(id capture.QuestionID) *questionSum {
	q := s.questions[id]
	if q == nil {
		q = &questionSum{}
		s.questions[id] = q
	}
	return q
}

func (s *Study) section(id string) *sectionSum {
	p := s.sections[id]
	if p == nil {
		p = &sectionSum{}
		s.sections[id] = p
	}
	return p
}

func (s *Study) rule(id string) *ruleSum {
	r := s.rules[id]
	if r == nil {
		r = &ruleSum{places: map[capture.QuestionID]struct{}{}}
		s.rules[id] = r
	}
	return r
}

func seconds(d time.Duration) float64 { return d.Seconds() }

// people is a set of persons, kept as the ascending list it arrives in.
type people []int32

func (p *people) add(person int) {
	if n := len(*p); n == 0 || (*p)[n-1] != int32(person) {
		*p = append(*p, int32(person))
	}
}

func union(lists ...people) people {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}
