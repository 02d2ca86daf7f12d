package report

import (
	"runtime"
	"sync"
	"sync/atomic"

	"recordwell/capture/metrics/stat"
)

// ranges puts proportions into figures with their likely ranges. These take longest
// of all that a report reckons, and none needs another, so they are left for reckon,
// which uses every processor.
type ranges struct {
	draws *stat.Draws
	due   []dueRange
}

type dueRange struct {
	of   *stat.Pooled
	into *Range
}

// now returns a rate with its range.
func (r *ranges) now(p *stat.Pooled) Rate {
	return Rate{p.Part, p.Whole, p.People(), p.Ratio(), rangeOf(p.Likely(r.draws))}
}

// later returns a rate whose range is filled by reckon; nothing may be added to the
// proportion before.
func (r *ranges) later(p *stat.Pooled) Rate {
	rate := Rate{Part: p.Part, Whole: p.Whole, People: p.People(), Rate: p.Ratio()}
	if stat.Enough(p.People()) { // then there is a range
		rate.Likely = new(Range)
		r.due = append(r.due, dueRange{p, rate.Likely})
	}
	return rate
}

// reckon fills the ranges that are due.
func (r *ranges) reckon() {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(r.due)) {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := next.Add(1) - 1; i < int64(len(r.due)); i = next.Add(1) - 1 {
				likely := r.due[i].of.Likely(r.draws)
				*r.due[i].into = Range{likely.Low, likely.High}
			}
		}()
	}
	all.Wait()
	r.due = nil
}
