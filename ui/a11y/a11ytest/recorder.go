package a11ytest

import (
	"sync"

	"recordwell/ui/a11y"
)

// Recorder is a back end that keeps what it was given. The zero value is ready.
type Recorder struct {
	// Reader is what ReaderActive answers.
	Reader bool

	mu    sync.Mutex
	trees []*a11y.Tree
	said  []string
	keys  []a11y.Key
}

var (
	_ a11y.Backend     = (*Recorder)(nil)
	_ a11y.KeyListener = (*Recorder)(nil)
)

// Publish keeps the tree.
func (r *Recorder) Publish(t *a11y.Tree) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.trees = append(r.trees, t)
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

// Trees are all trees so far, oldest first.
func (r *Recorder) Trees() []*a11y.Tree {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]*a11y.Tree(nil), r.trees...)
}

// Said is all that was announced, and what live nodes said by changing from one
// tree to the next, as a reader hears it.
func (r *Recorder) Said() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var words []string
	for i := 1; i < len(r.trees); i++ {
		for _, c := range a11y.Diff(r.trees[i-1], r.trees[i]) {
			if c.Kind == a11y.Said {
				words = append(words, c.Words)
			}
		}
	}
	return append(words, r.said...)
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
