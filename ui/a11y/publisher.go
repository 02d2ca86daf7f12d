package a11y

import (
	"sync"
	"sync/atomic"
	"time"
)

// Frame is the least time between two trees.
const Frame = 16 * time.Millisecond

// Publisher keeps the tree of a window up to date. Whoever changes what is on
// the screen calls Changed; the tree is then built on the UI goroutine, at once
// or, if one was built within the last [Frame], at its end. However often Changed
// is called, the window builds one tree a frame at most.
type Publisher struct {
	backend Backend
	run     func(func())
	after   func(time.Duration, func())
	tree    atomic.Pointer[Tree]

	mu      sync.Mutex
	roots   []Describer
	resting bool // a tree was built within the last frame, or is about to be
	dirty   bool // something changed since
	away    bool // the keyboard is with another program
	closed  bool
}

// NewPublisher makes a publisher that builds on the goroutine run leads to (see
// [Program]). The roots are the windows of the program; they are put under one
// application node. Nothing is built before Changed is called.
func NewPublisher(run func(func()), backend Backend, roots ...Describer) *Publisher {
	p := &Publisher{backend: backend, run: run, roots: roots}
	p.after = func(d time.Duration, f func()) { time.AfterFunc(d, f) }
	p.tree.Store(NewTree(nil))
	return p
}

// SetRoots replaces what is described, for instance when a window opens.
func (p *Publisher) SetRoots(roots ...Describer) {
	p.mu.Lock()
	p.roots = roots
	p.mu.Unlock()
	p.Changed()
}

// SetActive says whether the program has the keyboard; it does until told. Of
// several windows the last is then the active one, unless one says of itself that
// it is. Readers ignore a program without an active window.
func (p *Publisher) SetActive(on bool) {
	p.mu.Lock()
	p.away = !on
	p.mu.Unlock()
	p.Changed()
}

// Changed says that something on the screen is not what it was. Any goroutine
// may call it; it returns at once.
func (p *Publisher) Changed() {
	p.mu.Lock()
	if p.closed || p.resting {
		p.dirty = true
		p.mu.Unlock()
		return
	}
	p.resting = true
	p.mu.Unlock()
	p.run(p.build)
}

// Flush builds the tree now. It must be called on the UI goroutine: before a
// picture is taken in a test, or before the page is read aloud.
func (p *Publisher) Flush() {
	p.mu.Lock()
	roots, away, closed := p.roots, p.away, p.closed
	p.dirty = false
	p.mu.Unlock()
	if closed {
		return
	}
	t := NewTree(describe(roots, !away))
	p.tree.Store(t)
	p.backend.Publish(t)
}

// Tree is the newest tree, from any goroutine. It is empty before the first.
func (p *Publisher) Tree() *Tree { return p.tree.Load() }

// Announce speaks words that stand nowhere on the screen.
func (p *Publisher) Announce(words string, live Live) {
	if words != "" && live != LiveOff {
		p.backend.Announce(words, live)
	}
}

// ReaderActive reports whether a screen reader is connected.
func (p *Publisher) ReaderActive() bool { return p.backend.ReaderActive() }

// Key passes a key to readers that do not hear the keyboard themselves.
func (p *Publisher) Key(k Key) {
	if l, ok := p.backend.(KeyListener); ok {
		l.KeyEvent(k)
	}
}

// Close stops publishing and closes the back end.
func (p *Publisher) Close() error {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	return p.backend.Close()
}

// build runs on the UI goroutine.
func (p *Publisher) build() {
	p.Flush()
	p.after(Frame, p.rested)
}

// rested ends the rest after a tree, and builds the next if one is due.
func (p *Publisher) rested() {
	p.mu.Lock()
	again := p.dirty && !p.closed
	p.resting = again
	p.mu.Unlock()
	if again {
		p.run(p.build)
	}
}

// describe puts the roots under a node for the program, which is always there.
func describe(roots []Describer, active bool) *Node {
	app := &Node{ID: "application", Role: RoleApplication, Children: make([]*Node, 0, len(roots))}
	for _, r := range roots {
		n := r.Describe()
		if n == nil {
			continue
		}
		active = active && !n.Has(Active)
		app.Children = append(app.Children, n)
	}
	if last := len(app.Children) - 1; active && last >= 0 {
		w := *app.Children[last]
		w.States |= Active
		app.Children[last] = &w
	}
	return app
}
