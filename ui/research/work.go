package research

import (
	"context"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"recordwell/ui/participant"
)

// work is a job that runs beside the window, with progress and a way to stop it.
type work struct {
	ctx    context.Context
	cancel context.CancelFunc
	shown  func(done, of int64)
	told   int64 // what progress was told last, in steps
	queued atomic.Bool
	over   atomic.Bool
}

// start runs a job. Progress and the end are told on the UI goroutine; stopped
// says that the researcher ended it.
func start(host participant.Host, job func(w *work) error, shown func(done, of int64), ended func(err error, stopped bool)) *work {
	w := &work{shown: shown, told: -1}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	host.Work(func(window context.Context) error {
		defer context.AfterFunc(window, w.cancel)() // the window closes: so does the job
		return job(w)
	}, func(err error) {
		stopped := w.ctx.Err() != nil
		w.over.Store(true)
		w.cancel()
		ended(err, stopped && err != nil)
	})
	return w
}

// perStep is how much is done between two tellings where nobody knows how much
// there is.
const perStep = 1000

// progress may be called often, from one goroutine: it tells the window when a
// hundredth more is done, and never has two tellings waiting.
func (w *work) progress(done, of int64) {
	step := done / perStep
	if of > 0 {
		step = 100 * done / of
	}
	if step == w.told || w.queued.Swap(true) {
		return
	}
	w.told = step
	fyne.Do(func() {
		w.queued.Store(false)
		if !w.over.Load() {
			w.shown(done, of)
		}
	})
}

// stop ends the job; it is safe on none.
func (w *work) stop() {
	if w != nil {
		w.cancel()
	}
}

// share is how much is done, 0 to 1.
func share(done, of int64) float64 {
	if of <= 0 {
		return 0
	}
	return min(1, float64(done)/float64(of))
}
