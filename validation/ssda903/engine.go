package ssda903

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"recordwell/validation"
)

// Plan is the rules that a check runs, and those that it cannot.
type Plan struct {
	positions  []int
	NotChecked []NotChecked
}

// NotChecked is a rule that could not run; Because completes "Not checked,
// because …".
type NotChecked struct{ Code, Because string }

// Len counts the rules that run.
func (p *Plan) Len() int { return len(p.positions) }

// Runs reports whether a rule is among them.
func (p *Plan) Runs(code string) bool {
	i, ok := rules().index[code]
	if !ok {
		return false
	}
	_, ok = slices.BinarySearch(p.positions, i)
	return ok
}

// NewPlan chooses the rules for a return. Only limits it to these codes; empty
// means all. Year, such as "2026-27", leaves out rules that did not exist yet;
// empty leaves out none.
func NewPlan(r *Return, cx *Context, only []string, year string) (*Plan, error) {
	all := rules()
	for _, code := range only {
		if _, ok := all.index[code]; !ok {
			return nil, fmt.Errorf("there is no rule %.20q. List the rules to see their codes", code)
		}
	}
	p := &Plan{}
	for i, rule := range all.set.Rules() {
		if len(only) > 0 && !slices.Contains(only, rule.Code) || year != "" && !rule.InForce(year) {
			continue
		}
		if why := missing(all.needs[i], r, cx); why != "" {
			p.NotChecked = append(p.NotChecked, NotChecked{rule.Code, why})
			continue
		}
		p.positions = append(p.positions, i)
	}
	return p, nil
}

const batchSize = 256 // children that one worker takes at a time

// Check runs the plan over all children, in parallel, and calls emit from one
// goroutine in document order. Progress, when not nil, counts children. It ends
// with the error of ctx when that is cancelled.
func Check(ctx context.Context, r *Return, cx *Context, p *Plan, emit func(validation.Issue), progress func(done, total int64)) error {
	cx = cx.indexed(r)
	type batch struct {
		children []*Child
		issues   chan []validation.Issue
	}
	workers := runtime.GOMAXPROCS(0)
	work := make(chan batch)
	queue := make(chan batch, 4*workers) // bounds what waits to be emitted
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer close(queue)
		defer close(work)
		for children := range slices.Chunk(r.Children, batchSize) {
			b := batch{children, make(chan []validation.Issue, 1)}
			select {
			case queue <- b:
			case <-ctx.Done():
				return
			}
			select {
			case work <- b:
			case <-ctx.Done():
				close(b.issues)
				return
			}
		}
	}()
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			var view View
			for b := range work {
				var issues []validation.Issue
				for _, child := range b.children {
					if ctx.Err() != nil {
						break
					}
					view.look(child, cx)
					issues = append(issues, rules().set.Run(p.positions, &view, child.ID)...)
				}
				b.issues <- issues
			}
		})
	}
	defer wait.Wait()
	groups := make(map[string]int)
	done := int64(0)
	for b := range queue {
		for _, issue := range <-b.issues {
			issue.Group = groups[issue.Rule]
			groups[issue.Rule]++
			emit(issue)
		}
		done += int64(len(b.children))
		if progress != nil {
			progress(done, int64(len(r.Children)))
		}
		if err := ctx.Err(); err != nil {
			cancel()
			for range queue { // let the feeder end
			}
			return err
		}
	}
	return ctx.Err()
}

// Checker re-checks one child while it is being changed. It is for one
// goroutine.
type Checker struct {
	plan *Plan
	cx   *Context
	view View
}

// NewChecker makes a checker for the plan. What cohort rules know of the other
// children stays as it is in r now.
func NewChecker(r *Return, cx *Context, p *Plan) *Checker {
	return &Checker{plan: p, cx: cx.indexed(r)}
}

// Recheck runs only the rules that read what changed, and returns their codes
// with what they find now: earlier findings of these codes are to be replaced.
// Changed holds "Table.Column", or "Table" when a row came or went.
func (k *Checker) Recheck(c *Child, changed ...string) (codes []string, issues []validation.Issue) {
	set := rules().set
	places := make([]string, len(changed))
	for i, place := range changed {
		if !strings.Contains(place, ".") {
			place += ".CHILD"
		}
		places[i] = place
	}
	var run []int
	for _, i := range set.Affected(places...) {
		if _, ok := slices.BinarySearch(k.plan.positions, i); ok {
			run = append(run, i)
			codes = append(codes, set.Rules()[i].Code)
		}
	}
	k.view.look(c, k.cx)
	return codes, set.Run(run, &k.view, c.ID)
}
