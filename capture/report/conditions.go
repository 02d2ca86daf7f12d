package report

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/study"
)

// Condition is one way of telling people about findings, with the figures of the
// people who had it.
type Condition struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	People int    `json:"people"`
	// Success counts tasks by their own rule; Time and Elapsed are each person's
	// geometric mean over the tasks they completed.
	Success  Rate      `json:"success"`
	Time     Seconds   `json:"time"`
	Elapsed  Seconds   `json:"elapsed"`
	Errors   Score     `json:"errorsMet"` // each person's mean of finished records
	First    Rate      `json:"firstAttempt"`
	Accurate Rate      `json:"accurate"`
	Ease     Score     `json:"ease"`
	SUS      Usability `json:"sus"`
}

var whenWords = map[study.When]string{
	study.OnContinue:  "On Save and continue",
	study.OnLeaving:   "On leaving a question",
	study.WhileTyping: "While typing",
}

// conditionTitle names a condition by when people are told, and by its wording
// where that is not ours.
func conditionTitle(c study.Condition) string {
	title := whenWords[c.When]
	if title == "" {
		title = c.ID
	}
	if c.Wording != "" && c.Wording != "standard" {
		title += ", wording " + c.Wording
	}
	return title
}

// conditionOf returns the condition of a session; nil where its round has none.
func (b *builder) conditionOf(row *capture.SessionRow) *study.Condition {
	if b.in.Study == nil {
		return nil
	}
	for i := range b.in.Study.Rounds {
		r := &b.in.Study.Rounds[i]
		if r.ID == row.Round && int(row.Condition) < len(r.Conditions) {
			return &r.Conditions[row.Condition]
		}
	}
	return nil
}

// group is the people of one condition, or of one task, with what is compared.
type group struct {
	id, title string
	sessions  map[capture.SessionID]bool
}

func (g *group) has(s capture.SessionID) bool { return g.sessions[s] }

// conditionGroups returns the conditions that people had, in the order of the
// study. With fewer than two there is nothing to compare.
func (b *builder) conditionGroups() []group {
	byID := map[string]*group{}
	var order []string
	if b.in.Study != nil {
		for _, r := range b.in.Study.Rounds {
			for _, c := range r.Conditions {
				if byID[c.ID] == nil {
					byID[c.ID] = &group{id: c.ID, title: conditionTitle(c), sessions: map[capture.SessionID]bool{}}
					order = append(order, c.ID)
				}
			}
		}
	}
	for _, session := range b.order {
		if c := b.conditionOf(b.row(session)); c != nil {
			byID[c.ID].sessions[session] = true
		}
	}
	var out []group
	for _, id := range order {
		if len(byID[id].sessions) > 0 {
			out = append(out, *byID[id])
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// conditions puts the figures of each condition side by side.
func (b *builder) conditions(groups []group) []Condition {
	var out []Condition
	for i := range groups {
		g := &groups[i]
		c := Condition{ID: g.id, Title: g.title, People: len(g.sessions), SUS: b.usability(g.id, g.title, g.has)}
		c.Ease = b.easeOf("", g.has)
		var success, first, accurate stat.Pooled
		for person, session := range b.order {
			if !g.has(session) {
				continue
			}
			p := b.people[session]
			success.Add(person, p.won, p.tried)
			first.Add(person, p.firstRight, p.firstOf)
			accurate.Add(person, p.right, p.cells)
		}
		c.Success, c.First, c.Accurate = b.ranges.later(&success), b.ranges.later(&first), b.ranges.later(&accurate)
		c.Time = timesOf(b.each(g, func(p *person) (float64, bool) { return geometric(p.active) }))
		c.Elapsed = timesOf(b.each(g, func(p *person) (float64, bool) { return geometric(p.elapsed) }))
		errors := b.each(g, func(p *person) (float64, bool) { return p.errors / float64(p.finished), p.finished > 0 })
		c.Errors = scoreOf(errors, len(errors), 0, maxErrors)
		out = append(out, c)
	}
	return out
}

// maxErrors is no bound: errors have none but 0.
const maxErrors = 1e9

// each returns a figure of each person of a group who has it, in their order.
func (b *builder) each(g *group, figure func(*person) (float64, bool)) []float64 {
	var out []float64
	for _, session := range b.order {
		if g.has(session) {
			if v, ok := figure(b.people[session]); ok {
				out = append(out, v)
			}
		}
	}
	return out
}

func geometric(times []float64) (float64, bool) {
	mean, _, n := stat.GeometricMean(times)
	return mean, n > 0
}

// person is what is compared of one person: tasks they did not skip and won,
// the times of those, errors met in finished records, and their answers.
type person struct {
	tried, won          int
	active, elapsed     []float64
	errors              float64
	finished            int
	firstRight, firstOf int
	right, cells        int
	filled, asked       int // of the questions of finished records
	broken              int // filled with an error
	byTask              map[string]attempt
	at                  map[capture.QuestionID]*atQuestion // those that changed between rounds
}

// atQuestion is what is compared of one question: times at it, first answers, and
// the key.
type atQuestion struct {
	times               []float64
	firstRight, firstOf int
	right, cells        int
}

// atQuestion returns what is kept of a question; nil where it did not change.
func (b *builder) atQuestion(p *person, q capture.QuestionID) *atQuestion {
	id, changed := b.changed[q]
	if !changed {
		return nil
	}
	if p.at == nil {
		p.at = map[capture.QuestionID]*atQuestion{}
	}
	if p.at[id] == nil {
		p.at[id] = &atQuestion{}
	}
	return p.at[id]
}

// countPeople adds the attempts up by person.
func (b *builder) countPeople() {
	for _, a := range b.attempts() {
		p := b.people[capture.SessionID(a.Session.String())]
		if p == nil || a.Skipped && !a.Finished {
			continue
		}
		p.tried++
		p.byTask[a.Task] = a
		if a.success {
			p.won++
			p.active = append(p.active, a.Active.Seconds())
			p.elapsed = append(p.elapsed, a.Wall.Seconds())
		}
		if a.Finished {
			p.finished++
			p.errors += float64(a.ErrorsMet)
		}
	}
}

// tasksOf returns the tasks that anyone tried, in their order.
func (b *builder) tasksOf() []string {
	seen := map[string]bool{}
	var out []string
	for _, session := range b.order {
		for task := range b.people[session].byTask {
			if !seen[task] {
				seen[task] = true
				out = append(out, task)
			}
		}
	}
	slices.Sort(out)
	return out
}
