package atspi

import (
	"context"
	"sync"

	"recordwell/ui/a11y"
)

// job is one thing to tell clients, in its turn. Exactly one field is set, apart
// from live, which goes with words.
type job struct {
	tree  *a11y.Tree // the newest; what changed is worked out when its turn comes
	key   *a11y.Key
	words string
	live  a11y.Live
	link  *link // a connection that now stands; nil conn: it fell
}

// queue hands jobs to the goroutine that tells clients. Putting never waits.
type queue struct {
	mu   sync.Mutex
	jobs []job
	keys int
	wake chan struct{}
}

func newQueue() *queue { return &queue{wake: make(chan struct{}, 1)} }

// put appends a job. A tree takes the place of one right before it; keys beyond
// mostKeys are dropped, because a reader that far behind has stopped listening.
func (q *queue) put(j job) {
	q.mu.Lock()
	last := len(q.jobs) - 1
	switch {
	case j.tree != nil && last >= 0 && q.jobs[last].tree != nil:
		q.jobs[last] = j
	case j.key != nil && q.keys >= mostKeys:
	default:
		if j.key != nil {
			q.keys++
		}
		q.jobs = append(q.jobs, j)
	}
	q.mu.Unlock()
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// take gives all jobs that wait.
func (q *queue) take() []job {
	q.mu.Lock()
	defer q.mu.Unlock()
	jobs := q.jobs
	q.jobs, q.keys = nil, 0
	return jobs
}

// work tells clients until ctx ends.
func (b *Backend) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-b.queue.wake:
		}
		for _, j := range b.queue.take() {
			if ctx.Err() != nil {
				return
			}
			b.do(ctx, j)
		}
	}
}

func (b *Backend) do(ctx context.Context, j job) {
	switch {
	case j.link != nil:
		b.teller.attach(j.link)
	case j.tree != nil:
		b.teller.tell(j.tree)
	case j.key != nil:
		b.teller.key(ctx, *j.key)
	case j.words != "":
		b.teller.say(j.words, j.live)
	}
}
