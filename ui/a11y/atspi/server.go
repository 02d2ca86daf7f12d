package atspi

import (
	"sync/atomic"

	"github.com/godbus/dbus/v5"

	"recordwell/ui/a11y"
)

// server answers clients from the newest tree. It implements dbus.Handler; one
// serves all connections of a program, one after the other.
type server struct {
	prog    a11y.Program
	tree    atomic.Pointer[a11y.Tree]
	name    atomic.Pointer[string] // of the connection
	desktop atomic.Pointer[ref]    // the registry's answer to who is above us
	id      atomic.Int32           // the registry's number for us
	cached  atomic.Bool            // a client keeps a copy of the tree
	gone    atomic.Int32           // how often something went from the tree
	entry   atomic.Pointer[entry]  // what is said as the focus comes into groups
}

func newServer(prog a11y.Program) *server {
	s := &server{prog: prog}
	s.tree.Store(rooted(nil, prog))
	s.entry.Store(&entry{})
	s.forget()
	return s
}

// forget drops what belonged to a connection.
func (s *server) forget() {
	s.name.Store(new(string))
	s.desktop.Store(&ref{Path: nullPath})
	s.cached.Store(false)
}

// rooted gives a tree whose topmost node is the application.
func rooted(t *a11y.Tree, prog a11y.Program) *a11y.Tree {
	if t != nil && t.Root() != nil && t.Root().Role == a11y.RoleApplication {
		return t
	}
	app := &a11y.Node{ID: "application", Role: a11y.RoleApplication, Name: prog.Name}
	if t != nil && t.Root() != nil {
		app.Children = []*a11y.Node{t.Root()}
	}
	return a11y.NewTree(app)
}

// LookupObject is how godbus finds what a path leads to.
func (s *server) LookupObject(path dbus.ObjectPath) (dbus.ServerObject, bool) {
	if path == cachePath {
		return served[*server]{s, cacheTables}, true
	}
	o, ok := s.object(path)
	if !ok {
		return nil, false
	}
	return served[object]{o, o.tables()}, true
}

func (s *server) object(path dbus.ObjectPath) (object, bool) {
	t := s.tree.Load()
	if path == rootPath {
		return object{s: s, t: t}, true
	}
	role, key, ok := parsePath(path)
	if !ok {
		return object{}, false
	}
	i := t.Find(key)
	if i <= 0 || isTold(role) && !told(t, i) || !isTold(role) && t.Node(i).Role != role {
		return object{}, false
	}
	return object{s: s, t: t, i: i, told: isTold(role)}, true
}

// object is a node of one snapshot, as a client sees it. Number 0 is the
// application.
type object struct {
	s    *server
	t    *a11y.Tree
	i    int
	told bool // it stands for the node where a reader says all
}

func (o object) node() *a11y.Node {
	if o.told {
		return tell(o.t, o.i)
	}
	return o.t.Node(o.i)
}

func (o object) at(i int) object { return object{s: o.s, t: o.t, i: i} }

func (o object) path() dbus.ObjectPath {
	if o.i == 0 {
		return rootPath
	}
	if o.told {
		return o.s.toldPath(o.t.Key(o.i))
	}
	return pathOf(o.node().Role, o.t.Key(o.i))
}

func (o object) ref() ref { return ref{*o.s.name.Load(), o.path()} }

// refAt is the reference to a node by its number, or the null reference.
func (o object) refAt(i int) ref {
	if i < 0 {
		return ref{Path: nullPath}
	}
	return o.at(i).ref()
}

func (o object) refs(list []int) []ref {
	out := make([]ref, len(list))
	for k, i := range list {
		out[k] = o.refAt(i)
	}
	return out
}

// ui runs a function on the UI goroutine. It answers whether there is one to run.
func (o object) ui(f func()) bool {
	if f == nil || o.s.prog.Run == nil {
		return false
	}
	o.s.prog.Run(f)
	return true
}

// All interfaces, by their names without the prefix.
var nodeTables = map[string]*table[object]{
	"Accessible":   &accessible,
	"Application":  &application,
	"Component":    &component,
	"Action":       &action,
	"Text":         &text,
	"EditableText": &editableText,
	"Value":        &value,
	"Selection":    &selection,
	"Table":        &grid,
	"TableCell":    &gridCell,
}

// interfaces are the interfaces of a node, without the prefix.
func (o object) interfaces() []string {
	if o.i == 0 {
		return []string{"Accessible", "Application"}
	}
	n := o.node()
	list := []string{"Accessible", "Component"}
	add := func(when bool, name string) {
		if when {
			list = append(list, name)
		}
	}
	add(len(n.Actions) > 0, "Action")
	add(hasText(n) || n.Has(a11y.Focusable) && told(o.t, o.i), "Text") // a reader says all from what has text
	add(n.Text != nil && n.SetText != nil, "EditableText")
	add(n.Range != nil, "Value")
	add(n.Role == a11y.RoleListBox || n.Role == a11y.RoleTabList, "Selection")
	add(n.Role == a11y.RoleTable, "Table")
	add(isCell(n), "TableCell")
	return list
}

func (o object) tables() map[string]*table[object] {
	names := o.interfaces()
	m := make(map[string]*table[object], len(names))
	for _, name := range names {
		m[atspiPrefix+name] = nodeTables[name]
	}
	return m
}
