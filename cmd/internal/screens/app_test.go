package screens

import (
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
)

// app is the toolkit's test app with a queue: what other goroutines want done on
// the UI goroutine waits until the test runs it, as in a real window.
type app struct {
	fyne.App
	driver *queued
}

func newApp(t testing.TB) *app {
	inner := test.NewTempApp(t)
	// A real window lets go of what was not drawn for a minute; one of the tests never
	// draws, and all of them would take 6 GB.
	t.Cleanup(func() { software.NewCanvas().Capture() })
	a := &app{App: inner, driver: &queued{Driver: inner.Driver(), came: make(chan struct{}, 1)}}
	fyne.SetCurrentApp(a)
	return a
}

func (a *app) Driver() fyne.Driver { return a.driver }

// pump runs everything that waits.
func (a *app) pump() {
	for {
		f := a.driver.next()
		if f == nil {
			return
		}
		f()
	}
}

// wait waits until something is wanted, or for a while.
func (a *app) wait(most time.Duration) {
	select {
	case <-a.driver.came:
	case <-time.After(most):
	}
}

type queued struct {
	fyne.Driver
	mu   sync.Mutex
	jobs []func()
	came chan struct{}
}

// DoFromGoroutine is what fyne.Do calls.
func (q *queued) DoFromGoroutine(f func(), _ bool) {
	q.mu.Lock()
	q.jobs = append(q.jobs, f)
	q.mu.Unlock()
	select {
	case q.came <- struct{}{}:
	default:
	}
}

func (q *queued) next() func() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.jobs) == 0 {
		return nil
	}
	f := q.jobs[0]
	q.jobs = q.jobs[1:]
	return f
}
