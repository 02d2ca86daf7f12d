package a11ytest

import (
	"slices"
	"sync"

	"recordwell/ui/a11y"
)

// Recorder is a back end that keeps what was said and pressed. The zero value is ready.
type Recorder struct {
	// Reader is what ReaderActive answers.
	Reader bool

	mu      sync.Mutex
	last    *a11y.Tree // the ones before it are let go: a long test has thousands
	changed []string   // what live nodes said by changing
	said    []string
	keys    []a11y.Key
}

var (
	_ a11y.Backend     = (*Recorder)(nil)
	_ a11y.KeyListener = (*Recorder)(nil)
)

// Publish listens to what the tree says that the one before it did not.
func (r *Recorder) Publish(t *a11y.Tree) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last != nil {
		for _, c := range a11y.Diff(r.last, t) {
			if c.Kind == a11y.Said {
				r.changed = append(r.changed, c.Words)
			}
		}
	}
	r.last = t
}

// Announce keeps the words.
func (r *Recorder) Announce(words string, _ a11y.Live) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.said = append(r.said, words)
}

// KeyEvent keeps the key.
func (r *Recorder) KeyEvent(k a11y.Key) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys = append(r.keys, k)
}

// ReaderActive answers as the field Reader says.
func (r *Recorder) ReaderActive() bool { return r.Reader }

// Close does nothing.
func (r *Recorder) Close() error { return nil }

// Said is all that was announced, and what live nodes said by changing from one
// tree to the next, as a reader hears it.
func (r *Recorder) Said() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append(slices.Clone(r.changed), r.said...)
}

// Keys are all keys so far.
func (r *Recorder) Keys() []a11y.Key {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]a11y.Key(nil), r.keys...)
}

// Func is a describer made of a function.
type Func func() *a11y.Node

// Describe calls the function.
func (f Func) Describe() *a11y.Node { return f() }
