package atspi

import (
	"context"
	"sync/atomic"

	"github.com/godbus/dbus/v5"

	"recordwell/ui/a11y"
)

// bus is what the teller needs of a connection.
type bus interface {
	Emit(path dbus.ObjectPath, name string, values ...any) error
}

// link is a connection that the registry knows. A nil bus says that it fell.
type link struct {
	bus       bus
	keys      func(ctx context.Context, k deviceEvent) // to the registry, which passes it on
	announces *atomic.Int32                            // clients that listen for announcement events
}

// teller sends events. One goroutine owns it.
type teller struct {
	server   *server
	announce func(words string) // for readers without announcement events
	link     *link
	told     *a11y.Tree // what clients know; nil while there is no connection
	stays    bool       // the focus is where it was
	entered  string     // the key of the node that was told with the words of its groups
	keys     int32      // so far
}

// attach starts on a connection: a reader that is already there learns which
// window is active and where the focus is.
func (t *teller) attach(l *link) {
	t.link, t.told = nil, nil
	if l.bus == nil {
		return
	}
	t.link = l
	t.told = t.server.tree.Load()
	now := object{s: t.server, t: t.told, i: 0}
	for _, i := range t.told.Children(0) {
		w := now.at(i)
		t.children("add", now, t.told.Index(i), w.path())
		t.window("Create", w)
		if w.node().Has(a11y.Active) {
			t.window("Activate", w)
			t.state(w, stActive, true)
		}
	}
	if f := t.told.Focus(); f >= 0 {
		t.state(now.at(f), stFocused, true)
	}
}

// tell sends what changed between what clients know and a newer tree.
func (t *teller) tell(newer *a11y.Tree) {
	if t.link == nil {
		return
	}
	old := t.told
	t.told = newer
	t.stays = old.Focus() >= 0 && newer.Focus() >= 0 && old.Key(old.Focus()) == newer.Key(newer.Focus())
	stated := ""
	for _, c := range a11y.Diff(old, newer) {
		if c.Kind == a11y.StateChanged {
			if c.Key != stated {
				stated = c.Key
				t.states(old, newer, c.Key)
			}
			continue
		}
		t.change(object{s: t.server, t: newer, i: max(newer.Find(c.Key), 0)}, c)
	}
	if t.server.cached.Load() {
		t.copies(old, newer)
	}
}

// change sends one change of the object o.
func (t *teller) change(o object, c a11y.Change) {
	switch c.Kind {
	case a11y.Removed:
		t.server.gone.Add(1)
		t.children("remove", o, c.Index, pathOf(c.Role, c.Child))
	case a11y.Added:
		child := pathOf(c.Role, c.Child)
		t.children("add", o, c.Index, child)
		t.arrived(o.at(o.t.Find(c.Child)))
	case a11y.NameChanged:
		if t.headed(o) {
			t.object(o.path(), "PropertyChange", "accessible-name", 0, 0, int32(0))
			break
		}
		t.property(o, "accessible-name", c.Words)
		if hasText(o.node()) && o.node().Text == nil && o.node().Role != a11y.RoleComboBox {
			t.property(o, "accessible-value", c.Words)
		}
	case a11y.DescriptionChanged:
		t.property(o, "accessible-description", o.describe())
		t.around(o)
	case a11y.ValueChanged:
		t.valueChanged(o)
	case a11y.FocusLost:
		t.state(o, stFocused, false)
	case a11y.FocusGained:
		t.focused(o)
	case a11y.ActiveChildChanged:
		t.object(o.path(), "ActiveDescendantChanged", "", int32(c.Index), 0, o.at(o.t.Find(c.Child)).ref())
	case a11y.TextDeleted:
		t.text(o, "delete", c)
	case a11y.TextInserted:
		t.text(o, "insert", c)
	case a11y.CaretMoved:
		t.object(o.path(), "TextCaretMoved", "", int32(c.Index), 0, int32(0))
	case a11y.TextSelectionChanged:
		t.object(o.path(), "TextSelectionChanged", "", 0, 0, int32(0))
	case a11y.SelectionChanged:
		t.object(o.path(), "SelectionChanged", "", 0, 0, int32(0))
	case a11y.Said:
		t.say(c.Words, c.Live)
	}
}

// headed reports a window whose title is that of its page, where the focus is: readers
// say it with the focus, and hear of the window's new name without its words.
func (t *teller) headed(o object) bool {
	f := o.t.Focus()
	return o.node().Role == a11y.RoleWindow && f > 0 && o.t.Node(f).Role == a11y.RoleHeading &&
		o.node().Name == o.t.Node(f).Name+" - "+t.server.prog.Name
}

// arrived tells of windows and notices, which readers look out for.
func (t *teller) arrived(o object) {
	switch {
	case o.node().Role == roleNotice:
		t.state(o, stShowing, true)
	case o.node().Role == a11y.RoleWindow:
		t.window("Create", o)
		if o.node().Has(a11y.Active) {
			t.window("Activate", o)
			t.state(o, stActive, true)
		}
	}
}

// states sends the states in which a node differs, and what they mean for a
// window.
func (t *teller) states(old, newer *a11y.Tree, key string) {
	o := object{s: t.server, t: newer, i: newer.Find(key)}
	was := old.Node(old.Find(key))
	if o.node().Role == a11y.RoleWindow && was.Has(a11y.Active) != o.node().Has(a11y.Active) {
		if o.node().Has(a11y.Active) {
			t.window("Activate", o)
		} else {
			t.window("Deactivate", o)
		}
	}
	before, after := statesOf(was), statesOf(o.node())
	for st := range 64 {
		if st != stFocused && before.has(st) != after.has(st) {
			t.state(o, st, after.has(st))
		}
	}
}

// valueChanged sends a value by the way in which the role has it.
func (t *teller) valueChanged(o object) {
	n := o.node()
	switch {
	case n.Range != nil && n.Range.Quiet:
	case n.Range != nil:
		t.object(o.path(), "PropertyChange", "accessible-value", 0, 0, n.Range.Now)
	case n.Role == a11y.RoleComboBox && n.Text == nil:
		t.property(o, "accessible-value", n.Value)
	case n.Text == nil:
		t.property(o, "accessible-description", o.describe())
	}
}

// copies keeps the copies of clients complete.
func (t *teller) copies(old, newer *a11y.Tree) {
	for i := range old.Len() {
		if j := newer.Find(old.Key(i)); j < 0 || newer.Node(j).Role != old.Node(i).Role {
			gone := object{s: t.server, t: old, i: i}.ref()
			_ = t.link.bus.Emit(cachePath, atspiPrefix+"Cache.RemoveAccessible", gone)
		}
	}
	for i := range newer.Len() {
		if j := old.Find(newer.Key(i)); j < 0 || old.Node(j).Role != newer.Node(i).Role {
			_ = t.link.bus.Emit(cachePath, atspiPrefix+"Cache.AddAccessible", object{s: t.server, t: newer, i: i}.cacheItem())
		}
	}
}

// say announces words: by the event for it where a reader listens for that, and
// otherwise as a notice, which older readers read because it appears.
func (t *teller) say(words string, live a11y.Live) {
	if t.link == nil {
		return
	}
	if t.link.announces == nil || t.link.announces.Load() == 0 {
		t.announce(words)
		return
	}
	politeness := int32(1)
	if live == a11y.LiveAssertive {
		politeness = 2
	}
	at := object{s: t.server, t: t.told, i: max(t.told.Child(0, 0), 0)}
	if f := t.told.Focus(); f >= 0 {
		at = at.at(f)
	}
	t.object(at.path(), "Announcement", "", politeness, 0, words)
}

// key passes a key on and waits a moment, so that the reader knows of it before
// it hears what it did. A key without a time gets one of its own: Orca takes two
// keys that are alike and of the same time for one.
func (t *teller) key(ctx context.Context, k a11y.Key) {
	if t.link == nil || t.link.keys == nil {
		return
	}
	e := deviceEventOf(k)
	if t.keys++; k.At == 0 {
		e.Time = t.keys
	}
	t.link.keys(ctx, e)
}

func (t *teller) children(what string, parent object, index int, child dbus.ObjectPath) {
	t.object(parent.path(), "ChildrenChanged", what, int32(index), 0, ref{*t.server.name.Load(), child})
}

func (t *teller) property(o object, which, words string) {
	t.object(o.path(), "PropertyChange", which, 0, 0, words)
}

func (t *teller) state(o object, st int, on bool) {
	name, ok := stateNames[st]
	if !ok {
		return
	}
	detail := int32(0)
	if on {
		detail = 1
	}
	t.object(o.path(), "StateChanged", name, detail, 0, int32(0))
}

func (t *teller) text(o object, what string, c a11y.Change) {
	t.object(o.path(), "TextChanged", what, int32(c.Index), int32(len([]rune(c.Words))), c.Words)
}

func (t *teller) object(path dbus.ObjectPath, member, minor string, d1, d2 int32, data any) {
	t.emit(path, "Event.Object."+member, minor, d1, d2, data)
}

func (t *teller) window(member string, o object) {
	t.emit(o.path(), "Event.Window."+member, "", 0, 0, o.name())
}

// emit sends a signal. A connection that fails is found out and mended by the
// goroutine that keeps it, so there is nothing to do about an error here.
func (t *teller) emit(path dbus.ObjectPath, member, minor string, d1, d2 int32, data any) {
	_ = t.link.bus.Emit(path, atspiPrefix+member, minor, d1, d2, dbus.MakeVariant(data), map[string]dbus.Variant{})
}
