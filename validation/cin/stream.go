package cin

import (
	"context"
	"errors"
	"io"
	"runtime"
	"sync"

	"recordwell/validation"
)

// Source hands out children one by one, and io.EOF after the last.
type Source interface {
	Next() (*Child, error)
}

const (
	batchSize    = 32
	batchesAhead = 8
)

// batch is some children on their way through a worker.
type batch struct {
	children []*Child
	issues   [][]validation.Issue
	err      error // from the source, after these children
	done     chan struct{}
}

// Run checks every child of src and then the rules over all children. Children
// are checked in parallel; emit is called from the calling goroutine, in
// document order, with groups counted over the whole return. It returns how
// many children it saw. No child is kept.
func (c *Checker) Run(ctx context.Context, src Source, emit func(validation.Issue)) (int, error) {
	ctx, stop := context.WithCancel(ctx)
	var workers sync.WaitGroup
	defer workers.Wait()
	defer stop()

	jobs := make(chan *batch, batchesAhead)
	inOrder := make(chan *batch, batchesAhead)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for b := range jobs {
				c.checkBatch(b)
			}
		})
	}
	workers.Go(func() {
		defer close(jobs)
		defer close(inOrder)
		read(ctx, src, jobs, inOrder)
	})
	return c.collect(ctx, inOrder, emit)
}

// read fills batches until the source ends or the context does.
func read(ctx context.Context, src Source, jobs, inOrder chan<- *batch) {
	for ended := false; !ended; {
		b := &batch{done: make(chan struct{})}
		for len(b.children) < batchSize {
			child, err := src.Next()
			if err != nil {
				b.err, ended = err, true
				break
			}
			b.children = append(b.children, child)
		}
		select {
		case inOrder <- b:
		case <-ctx.Done():
			return
		}
		select {
		case jobs <- b:
		case <-ctx.Done():
			return
		}
	}
}

func (c *Checker) checkBatch(b *batch) {
	b.issues = make([][]validation.Issue, len(b.children))
	for i, child := range b.children {
		b.issues[i] = c.Check(child)
	}
	close(b.done)
}

func (c *Checker) collect(ctx context.Context, inOrder <-chan *batch, emit func(validation.Issue)) (int, error) {
	number := numberer{emit: emit, next: map[string]int{}}
	tallies := make([]tally, len(c.cohort))
	for i, e := range c.cohort {
		tallies[i] = e.cohort()
	}
	children := 0
	for b := range inOrder {
		select {
		case <-b.done:
		case <-ctx.Done():
			return children, ctx.Err()
		}
		for i, child := range b.children {
			for _, issue := range b.issues[i] {
				number.issue(issue)
			}
			for _, t := range tallies {
				t.add(&Record{child, c.period})
			}
		}
		children += len(b.children)
		if b.err != nil && !errors.Is(b.err, io.EOF) {
			return children, b.err
		}
	}
	if err := ctx.Err(); err != nil {
		return children, err
	}
	for i, t := range tallies {
		info := c.cohort[i].Info
		t.report(func(child string, at ...validation.Place) {
			number.issue(c.date([]validation.Issue{{Rule: info.Code, Severity: info.Severity, Child: child, Places: at}})[0])
		})
	}
	return children, nil
}

// numberer counts the findings of each rule over the whole return.
type numberer struct {
	emit func(validation.Issue)
	next map[string]int
}

func (n *numberer) issue(i validation.Issue) {
	i.Group = n.next[i.Rule]
	n.next[i.Rule]++
	n.emit(i)
}

// children is a [Source] over children in memory.
type childSource struct{ rest []*Child }

// FromMemory makes a [Source] of children in memory.
func FromMemory(children []*Child) Source { return &childSource{children} }

func (s *childSource) Next() (*Child, error) {
	if len(s.rest) == 0 {
		return nil, io.EOF
	}
	child := s.rest[0]
	s.rest = s.rest[1:]
	return child, nil
}
