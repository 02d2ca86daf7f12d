package atspi

import (
	"context"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"recordwell/ui/a11y"
)

const (
	// noticeTime is how long an announcement stands in the tree: long enough for
	// a reader that is busy to come and read it.
	noticeTime = 5 * time.Second
	// mostNotices is how many stand there at once; the oldest leaves first.
	mostNotices = 4
	// mostKeys is how many keys may wait for a reader that does not answer.
	mostKeys = 64
)

// Backend serves the tree on the accessibility bus. See the package comment.
type Backend struct {
	server *server
	queue  *queue
	teller *teller
	stop   context.CancelFunc
	ended  sync.WaitGroup

	connected atomic.Bool // the registry knows us
	reader    atomic.Bool // org.a11y.Status says that a screen reader is on
	watchers  atomic.Int32

	mu      sync.Mutex
	tree    *a11y.Tree // as it was published
	notices []*a11y.Node
	serial  int
}

var (
	_ a11y.Backend     = (*Backend)(nil)
	_ a11y.KeyListener = (*Backend)(nil)
)

// New starts serving a program. It returns at once and connects on a goroutine
// of its own; without a bus it goes on looking for one. Close ends it.
func New(prog a11y.Program) *Backend {
	b := assemble(prog)
	ctx, stop := context.WithCancel(context.Background())
	b.stop = stop
	b.ended.Add(2)
	go func() { defer b.ended.Done(); b.work(ctx) }()
	go func() { defer b.ended.Done(); b.supervise(ctx) }()
	return b
}

// assemble makes a back end that nothing drives yet.
func assemble(prog a11y.Program) *Backend {
	b := &Backend{server: newServer(prog), queue: newQueue(), stop: func() {}}
	b.teller = &teller{server: b.server, announce: b.notice}
	return b
}

// Publish replaces the tree. It runs on the UI goroutine and takes microseconds.
func (b *Backend) Publish(t *a11y.Tree) {
	b.mu.Lock()
	b.tree = t
	served := b.compose()
	b.mu.Unlock()
	b.serve(served)
}

func (b *Backend) serve(t *a11y.Tree) {
	b.server.entry.Store(b.server.entry.Load().enter(t))
	b.server.tree.Store(t)
	b.queue.put(job{tree: t})
}

// Announce speaks words. Nobody hears them where no reader is connected.
func (b *Backend) Announce(words string, live a11y.Live) {
	if words != "" && b.connected.Load() {
		b.queue.put(job{words: words, live: live})
	}
}

// ReaderActive reports whether a screen reader is on: the desktop says so, or a
// client listens for where the focus goes.
func (b *Backend) ReaderActive() bool {
	return b.connected.Load() && (b.reader.Load() || b.watchers.Load() > 0)
}

// KeyEvent passes a key to the readers that hear none by themselves (Orca up to
// 45). Keys and changes of the tree reach them in the order they happened. The
// answer, whether the reader took the key for itself, is not waited for: the
// window leaves keys alone that are pressed together with the reader's own.
func (b *Backend) KeyEvent(k a11y.Key) {
	if b.ReaderActive() {
		b.queue.put(job{key: &k})
	}
}

// Close takes the program off the bus.
func (b *Backend) Close() error {
	b.stop()
	b.ended.Wait()
	return nil
}

// compose puts the notices into the window that has the keyboard, at its end.
// It is called with the lock held.
func (b *Backend) compose() *a11y.Tree {
	t := rooted(b.tree, b.server.prog)
	if len(b.notices) == 0 || t.ChildCount(0) == 0 {
		return t
	}
	windows := t.Children(0)
	at := 0
	for k, i := range windows {
		if t.Node(i).Has(a11y.Active) {
			at = k
		}
	}
	app, window := *t.Root(), *t.Node(windows[at])
	window.Children = append(window.Children[:len(window.Children):len(window.Children)], b.notices...)
	app.Children = make([]*a11y.Node, len(windows))
	for k, i := range windows {
		app.Children[k] = t.Node(i)
	}
	app.Children[at] = &window
	return a11y.NewTree(&app)
}

// notice shows words as a node that comes and goes.
func (b *Backend) notice(words string) {
	b.mu.Lock()
	b.serial++
	n := &a11y.Node{ID: "notice-" + strconv.Itoa(b.serial), Role: roleNotice, Name: words}
	b.notices = append(b.notices, n)
	if extra := len(b.notices) - mostNotices; extra > 0 {
		b.notices = b.notices[extra:]
	}
	served := b.compose()
	b.mu.Unlock()
	b.serve(served)
	time.AfterFunc(noticeTime, func() { b.withdraw(n) })
}

func (b *Backend) withdraw(n *a11y.Node) {
	b.mu.Lock()
	kept := make([]*a11y.Node, 0, len(b.notices))
	for _, other := range b.notices {
		if other != n {
			kept = append(kept, other)
		}
	}
	gone := len(kept) < len(b.notices)
	b.notices = kept
	served := b.compose()
	b.mu.Unlock()
	if gone {
		b.serve(served)
	}
}
