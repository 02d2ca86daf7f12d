package form

import (
	"fmt"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// Set is the forms of a task, in order, with the names of each resolved among
// all of them.
type Set struct {
	Forms []*Definition // to be filled in
	// Background are forms whose answers the record already holds. They are read
	// by names and rules, and nobody is asked them: [Definition.Background].
	Background []*Definition

	questions  []*Question
	byID       map[capture.QuestionID]*Question
	dependents map[*Question][]*Question
}

// Link joins the forms of a task. The definitions that it is given stay as they
// are; Set.Forms has copies, and it is their questions that names refer to. The
// error is a [source.Problems]: names that mean nothing or two things, things
// that do not fit together, and values that depend on themselves.
func Link(defs ...*Definition) (*Set, error) { return LinkTask(defs, nil) }

// LinkTask joins the forms of a task, as Link does, with those in its background.
func LinkTask(forms, background []*Definition) (*Set, error) {
	var problems source.Problems
	s := &Set{byID: make(map[capture.QuestionID]*Question)}
	defs := slices.Concat(forms, background)
	for i, d := range defs {
		for _, other := range defs[:i] {
			if other.ID == d.ID {
				problems.Errorf(d.file, "The form %s is named twice in one task", d.ID)
				return nil, problems
			}
		}
		var known source.Problems // reported when the form was loaded
		fresh := build(d.file, d.codesets, &known)
		fresh.Hash = d.Hash
		if fresh.Background = i >= len(forms); fresh.Background {
			s.Background = append(s.Background, fresh)
		} else {
			s.Forms = append(s.Forms, fresh)
		}
	}
	all := s.all()
	bindAll(all, true, &problems)
	for _, d := range all {
		for _, q := range d.inOrder {
			s.questions = append(s.questions, q)
			s.byID[q.ID] = q
		}
	}
	s.graph(&problems)
	if err := problems.Sorted().Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// all returns the forms to be filled in and then those in the background.
func (s *Set) all() []*Definition { return slices.Concat(s.Forms, s.Background) }

// Questions returns the questions of all forms in the order they are asked, those
// of the background last: q.Form.Background tells them apart.
func (s *Set) Questions() []*Question { return s.questions }

// Question returns the question of an id, or nil.
func (s *Set) Question(id capture.QuestionID) *Question { return s.byID[id] }

// Dependents returns the questions that may look different, or be judged
// differently, when the answer to q changes: those whose conditions, checks,
// choices or words read it, also by way of calculate rows and of questions that
// come or go. They are in the order they are asked.
func (s *Set) Dependents(q *Question) []*Question { return s.dependents[q] }

// valueReads returns what decides the value of a question for others: what it
// is calculated from, and what decides whether it is asked.
func (q *Question) valueReads() []*Question {
	var out []*Question
	for _, e := range append(slices.Clone(q.Within), q.Relevant, q.Calculate) {
		if e != nil {
			out = append(out, e.Reads()...)
		}
	}
	return out
}

// judgeReads returns what else its checks, choices and words read.
func (q *Question) judgeReads() []*Question {
	var out []*Question
	for _, e := range []*Expr{q.Required, q.Constraint, q.Query, q.ChoiceFilter} {
		if e != nil {
			out = append(out, e.Reads()...)
		}
	}
	words := []Text{q.Label, q.Hint, q.Short, q.Thing, q.Why, q.Help, q.RequiredMessage, q.ConstraintMessage, q.QueryMessage, q.QueryAsk}
	for _, st := range q.States {
		words = append(words, st.Label)
	}
	if q.List != nil {
		for _, c := range q.List.Choices {
			words = append(words, c.Label, c.Hint)
		}
	}
	for _, t := range words {
		out = append(out, t.Reads()...)
	}
	return out
}

// graph finds who depends on whom, and circles.
func (s *Set) graph(problems *source.Problems) {
	place := make(map[*Question]int, len(s.questions))
	for i, q := range s.questions {
		place[q] = i
	}
	values := make(map[*Question][]*Question)
	readers := make(map[*Question][]*Question)
	for _, q := range s.questions {
		for _, r := range q.valueReads() {
			values[r] = append(values[r], q)
			readers[r] = append(readers[r], q)
		}
		for _, r := range q.judgeReads() {
			readers[r] = append(readers[r], q)
		}
	}
	s.circles(values, problems)
	s.dependents = make(map[*Question][]*Question, len(readers))
	for _, q := range s.questions {
		all := make(map[*Question]bool)
		seen := map[*Question]bool{q: true}
		for queue := []*Question{q}; len(queue) > 0; queue = queue[1:] {
			for _, r := range readers[queue[0]] {
				all[r] = true
			}
			for _, v := range values[queue[0]] {
				if !seen[v] {
					seen[v] = true
					queue = append(queue, v)
				}
			}
		}
		delete(all, q)
		if len(all) == 0 {
			continue
		}
		out := make([]*Question, 0, len(all))
		for r := range all {
			out = append(out, r)
		}
		slices.SortFunc(out, func(a, b *Question) int { return place[a] - place[b] })
		s.dependents[q] = out
	}
}

// circles reports values that depend on themselves, each circle once.
func (s *Set) circles(values map[*Question][]*Question, problems *source.Problems) {
	const unseen, open, done = 0, 1, 2
	state := make(map[*Question]int)
	var path []*Question
	var visit func(q *Question)
	visit = func(q *Question) {
		state[q] = open
		path = append(path, q)
		for _, next := range values[q] {
			switch state[next] {
			case unseen:
				visit(next)
			case open:
				round := append(slices.Clone(path[slices.Index(path, next):]), next)
				var names []string
				for _, r := range round {
					names = append(names, r.Name)
				}
				problems.Errorf(next.node, "These decide each other in a circle: %s", strings.Join(names, " → "))
			}
		}
		path = path[:len(path)-1]
		state[q] = done
	}
	for _, q := range s.questions {
		if state[q] == unseen {
			visit(q)
		}
	}
}

// String names the forms, for messages.
func (s *Set) String() string {
	var names []string
	for _, d := range s.Forms {
		names = append(names, fmt.Sprintf("%s %s", d.ID, d.Version))
	}
	return strings.Join(names, ", ")
}
