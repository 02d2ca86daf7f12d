package report

import (
	"context"
	"iter"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/metrics"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/quality"
	"recordwell/capture/study"
	"recordwell/validation"
)

// Build reads events and submissions once and makes the report. It keeps the
// counts and times of every answer, but no event and no submission. The two
// streams are read in step, a session's events before its records; a record
// whose events come later waits for them.
func Build(ctx context.Context, in Inputs) (*Report, error) {
	b := newBuilder(in)
	next, stop := iter.Pull2(in.Submissions)
	defer stop()
	b.waiting = waiting{next: next}
	if err := b.readEvents(ctx); err != nil {
		return nil, err
	}
	if err := b.readRecords(ctx, true); err != nil {
		return nil, err
	}
	if err := b.readVoices(); err != nil {
		return nil, err
	}
	return b.report(), nil
}

type builder struct {
	in        Inputs
	sessions  map[uuid.UUID]*capture.SessionRow
	order     []capture.SessionID // those with an event, in the order they began
	people    map[capture.SessionID]*person
	number    map[capture.SessionID]int // of the session, from 1
	labels    *labels
	journal   *metrics.Study
	records   *quality.Study
	ends      map[taskKey]*taskEnd
	simulated map[uuid.UUID]bool // of those with an event
	worth     worth
	said      surveyed
	waiting   waiting
	events    int64                     // read
	failing   [][]Place                 // by record
	forms     map[string]*quality.Forms // by versions
	changed   map[capture.QuestionID]capture.QuestionID
	ranges    ranges
}

// taskKey is one task of one session.
type taskKey struct {
	session capture.SessionID
	task    string
}

// taskEnd is what the journal knows that the submission does not: the findings,
// and what stood in the end.
type taskEnd struct {
	flags    map[capture.Ref]validation.Severity
	standing []standing
	raised   []raised
	costs    []cost
}

// raised is a finding when it first arose, and when its question was first
// answered.
type raised struct {
	ref             capture.Ref
	rule            string
	at, firstCommit time.Time
}

// cost is the active time that findings of a rule took.
type cost struct {
	rule string
	time time.Duration
}

func newBuilder(in Inputs) *builder {
	b := &builder{
		in: in, sessions: map[uuid.UUID]*capture.SessionRow{}, labels: newLabels(in.Forms), journal: metrics.NewStudy(),
		people: map[capture.SessionID]*person{}, number: map[capture.SessionID]int{}, ends: map[taskKey]*taskEnd{}, simulated: map[uuid.UUID]bool{}, forms: map[string]*quality.Forms{},
	}
	b.records = quality.NewStudy(b.labels.section)
	for i := range in.Sessions {
		row := &in.Sessions[i]
		if id, err := uuid.Parse(string(row.ID)); err == nil && (in.Round == "" || in.Round == row.Round) {
			b.sessions[id] = row
			b.number[row.ID] = i + 1
		}
	}
	seed := uint64(0)
	if in.Study != nil {
		seed = uint64(in.Study.Seed)
	}
	b.ranges.draws, b.changed = stat.NewDraws(seed), b.changedQuestions()
	return b
}

// row returns the session of an id, nil where the report is not about it.
func (b *builder) row(id capture.SessionID) *capture.SessionRow {
	u, err := uuid.Parse(string(id))
	if err != nil {
		return nil
	}
	return b.sessions[u]
}

// session takes the measures of one session.
func (b *builder) session(s *metrics.Session) {
	row := b.sessions[s.ID]
	b.journal.Add(s)
	b.waiting.told = s.ID
	p := &person{byTask: map[string]attempt{}}
	b.order, b.people[row.ID] = append(b.order, row.ID), p
	if row.Simulated {
		b.simulated[s.ID] = true
	}
	for _, t := range s.Tasks {
		for _, f := range t.Fields {
			at := b.atQuestion(p, f.Question)
			if at != nil && f.Active > 0 {
				at.times = append(at.times, f.Active.Seconds())
			}
			if f.Commits == 0 {
				continue
			}
			right := 1
			if f.FirstRaised {
				right = 0
			}
			p.firstOf, p.firstRight = p.firstOf+1, p.firstRight+right
			if at != nil {
				at.firstOf, at.firstRight = at.firstOf+1, at.firstRight+right
			}
		}
		if !t.Finished {
			continue
		}
		b.ends[taskKey{row.ID, t.ID}] = endOf(t)
	}
}

func endOf(t *metrics.Task) *taskEnd {
	end := &taskEnd{}
	if len(t.Issues) == 0 {
		return end
	}
	first := make(map[capture.Ref]time.Time, len(t.Fields))
	for _, f := range t.Fields {
		first[refOf(f.Question, f.Entity)] = f.FirstCommit
	}
	end.flags = make(map[capture.Ref]validation.Severity, len(t.Issues))
	for _, i := range t.Issues {
		ref := refOf(i.Question, i.Entity)
		if i.Cost > 0 {
			end.costs = append(end.costs, cost{i.Rule, i.Cost})
		}
		if c := first[ref]; !c.IsZero() && !i.First.Before(c) { // a blank is no alarm about a value
			end.raised = append(end.raised, raised{ref, i.Rule, i.First, c})
		}
		severity := validation.Severity(i.Severity)
		if i.LeftStanding {
			end.standing = append(end.standing, standing{ref, i.Rule, severity})
			if end.flags[ref] == 0 || severity < end.flags[ref] {
				end.flags[ref] = severity
			}
		}
	}
	return end
}

func refOf(q capture.QuestionID, entity uuid.UUID) capture.Ref {
	return capture.Ref{Entity: capture.EntityID(entity.String()), Question: q}
}

// title returns the words of a task, with its story's.
func (b *builder) title(task string) string {
	if b.in.Scenario == nil {
		return task
	}
	s := b.in.Scenario(task)
	if s == nil {
		return task
	}
	return taskTitle(s, task)
}

func taskTitle(s *study.Scenario, task string) string {
	for _, t := range s.Tasks {
		if t.ID == task && t.Title != "" && len(s.Tasks) > 1 {
			return s.Title + ": " + lower(t.Title)
		}
	}
	return s.Title
}
