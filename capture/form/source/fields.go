package source

import (
	"slices"
	"strconv"
	"strings"

	"recordwell/validation/datatype"
)

// Fields reads the keys of one map. Its methods give the zero value for a key
// that is not there, and report one that has the wrong shape.
type Fields struct {
	Node *Node
	out  *Problems
}

// Fields starts reading a map whose known keys are given; what names it in
// messages ("a question"). Other keys are reported.
func (ps *Problems) Fields(n *Node, what string, known ...string) Fields {
	f := ps.OpenFields(n, what)
	if f.Node == nil || n.Kind != Map {
		return f
	}
	for _, e := range n.Entries {
		if !slices.Contains(known, e.Key.Value) {
			ps.Unknown(e.Key, e.Key.Value, known, "%s has no key %q", capital(what), e.Key.Value)
		}
	}
	return f
}

// OpenFields starts reading a map that may have keys of its author's own.
func (ps *Problems) OpenFields(n *Node, what string) Fields {
	if n != nil && n.Kind != Map && n.Kind != Empty {
		ps.Errorf(n, "%s is written as keys and values, but this is %s", capital(what), n.Kind)
	}
	return Fields{n, ps}
}

// Has reports that a key is there with something after it.
func (f Fields) Has(key string) bool { n := f.Node.Get(key); return n != nil && n.Kind != Empty }

// Get returns the node of a key, or nil when it is absent or empty.
func (f Fields) Get(key string) *Node {
	if !f.Has(key) {
		return nil
	}
	return f.Node.Get(key)
}

// Place returns the node of a key for messages, or the map itself.
func (f Fields) Place(key string) *Node {
	if n := f.Node.Get(key); n != nil {
		return n
	}
	return f.Node
}

// Text returns the text of a key, trimmed.
func (f Fields) Text(key string) string {
	n := f.Get(key)
	if n == nil {
		return ""
	}
	if n.Kind != Scalar {
		f.out.Errorf(n, "%q takes text, but this is %s", key, n.Kind)
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// Need returns the text of a key that has to be there.
func (f Fields) Need(key, what string) string {
	s := f.Text(key)
	if s == "" && f.Node != nil && (f.Get(key) == nil || f.Get(key).Kind == Scalar) {
		f.out.Errorf(f.Place(key), "%s needs %q", capital(what), key)
	}
	return s
}

// Words returns the text of a key with runs of white space made one space.
func (f Fields) Words(key string) string { return strings.Join(strings.Fields(f.Text(key)), " ") }

// Bool returns true for "true", and reports anything but true and false.
func (f Fields) Bool(key string) bool {
	switch s := f.Text(key); s {
	case "true":
		return true
	case "false", "":
	default:
		f.out.Errorf(f.Place(key), "%q is true or false, not %q", key, s)
	}
	return false
}

// Int returns a whole number of 0 or more.
func (f Fields) Int(key string) int {
	s := f.Text(key)
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		f.out.Errorf(f.Place(key), "%q takes a whole number, 0 or more, not %q", key, s)
		return 0
	}
	return n
}

// Int64 returns a whole number.
func (f Fields) Int64(key string) int64 {
	s := f.Text(key)
	if s == "" {
		return 0
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		f.out.Errorf(f.Place(key), "%q takes a whole number, not %q", key, s)
	}
	return n
}

// Date returns a date written as YYYY-MM-DD.
func (f Fields) Date(key string) datatype.Date {
	s := f.Text(key)
	if s == "" {
		return 0
	}
	d, err := datatype.ParseISO(s)
	if err != nil {
		f.out.Errorf(f.Place(key), "%q takes a real date like 2025-10-16, not %q", key, s)
	}
	return d
}

// List returns the items of a key that takes a list.
func (f Fields) List(key string) []*Node {
	n := f.Get(key)
	if n == nil {
		return nil
	}
	if n.Kind != List {
		f.out.Errorf(n, "%q takes a list, but this is %s", key, n.Kind)
		return nil
	}
	return n.Items
}

// Entries returns the keys of a key that takes keys and values, of the author's
// own choosing.
func (f Fields) Entries(key string) []Entry {
	n := f.Get(key)
	if n == nil {
		return nil
	}
	if n.Kind != Map {
		f.out.Errorf(n, "%q takes keys and values, but this is %s", key, n.Kind)
		return nil
	}
	return n.Entries
}

// Texts returns one text, or a list of texts, with their places.
func (f Fields) Texts(key string) []*Node {
	n := f.Get(key)
	if n == nil {
		return nil
	}
	nodes := []*Node{n}
	if n.Kind == List {
		nodes = n.Items
	}
	for _, item := range nodes {
		if item.Kind != Scalar {
			f.out.Errorf(item, "%q takes text or a list of texts, but this is %s", key, item.Kind)
			return nil
		}
	}
	return nodes
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
