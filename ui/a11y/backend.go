package a11y

import "time"

// Backend serves trees on one platform. Its methods never block the caller.
type Backend interface {
	// Publish replaces the tree. The back end works out what changed and tells
	// readers (focus, states, values, text, children, live regions).
	Publish(t *Tree)
	// Announce speaks words that stand nowhere on the screen for long, such as
	// "Tomás removed".
	Announce(words string, live Live)
	// ReaderActive reports whether a screen reader is connected.
	ReaderActive() bool
	Close() error
}

// Program is what a back end needs to know of the program it speaks for.
type Program struct {
	Name    string // as a reader says it
	Version string
	Lang    string // BCP 47, of the words on the screen

	// Run runs a function on the UI goroutine and does not wait for it.
	Run func(func())
	// Origin is where the window's contents begin on the screen, in pixels. It is
	// called from any goroutine, must be quick, and answers false where the
	// platform does not tell. Nil means that it is never known.
	Origin func() (x, y int, ok bool)
}

// KeyListener is a [Backend] whose readers do not hear the keyboard by
// themselves. The window hands it every key before acting on it.
type KeyListener interface {
	// KeyEvent passes a key on; it does not wait for the reader's answer.
	KeyEvent(k Key)
}

// Modifiers is a set of keys that are held down.
type Modifiers uint8

// The modifiers of a [Key].
const (
	Shift Modifiers = 1 << iota
	CapsLock
	Control
	Alt
	Super
)

// Key is a key that went down or up.
type Key struct {
	Name string        // "Tab", "Return", "F4"; a letter by itself: "a"
	Text string        // what it types; empty for Tab, arrows and shortcuts
	Code int32         // the hardware's number, 0 if unknown
	Mods Modifiers     // held while it happened
	At   time.Duration // on any clock that only goes forward
	Down bool
}

// Nop is the back end of platforms that have none yet, and of a desktop without
// an accessibility bus. The tree is still built, because the program itself
// reads it aloud.
type Nop struct{}

var _ Backend = Nop{}

// Publish does nothing.
func (Nop) Publish(*Tree) {}

// Announce does nothing.
func (Nop) Announce(string, Live) {}

// ReaderActive is always false.
func (Nop) ReaderActive() bool { return false }

// Close does nothing.
func (Nop) Close() error { return nil }
