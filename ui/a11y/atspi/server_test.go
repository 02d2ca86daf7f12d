package atspi

import (
	"encoding/xml"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
)

// stand is a server of the sample page, as it looks now, without a bus.
type stand struct {
	*server
	page *a11ytest.Sample
}

func newStand() stand {
	page := a11ytest.NewSample()
	page.Search("p", []string{"Polish", "Portuguese"}, 1)
	page.Fail("Enter Maya’s first name")
	prog := a11y.Program{
		Name: "Recordwell", Version: "2", Lang: "en-GB",
		Run:    func(f func()) { f() },
		Origin: func() (int, int, bool) { return 100, 50, true },
	}
	s := stand{newServer(prog), page}
	page.Changed = s.publish
	s.publish()
	return s
}

func (s stand) publish() { s.tree.Store(rooted(a11y.NewTree(s.page.Describe()), s.prog)) }

// path is the path of the node with an id.
func (s stand) path(t testing.TB, id string) dbus.ObjectPath {
	t.Helper()
	tree := s.tree.Load()
	i := tree.Find(id)
	if i < 0 {
		t.Fatalf("the sample has no node %q", id)
	}
	return object{s: s.server, t: tree, i: i}.path()
}

// call does what godbus does with a call.
func (s stand) call(path dbus.ObjectPath, iface, method string, args ...any) ([]any, error) {
	o, ok := s.LookupObject(path)
	if !ok {
		return nil, dbus.MakeNoObjectError(path)
	}
	i, ok := o.LookupInterface(iface)
	if !ok {
		return nil, dbus.MakeUnknownInterfaceError(iface)
	}
	m, ok := i.LookupMethod(method)
	if !ok {
		return nil, dbus.MakeUnknownMethodError(method)
	}
	in, err := m.(dbus.ArgumentDecoder).DecodeArguments(nil, "", nil, args)
	if err != nil {
		return nil, err
	}
	return m.Call(in...)
}

// ask is a call that must succeed, of a node by its id; the interface is named
// without its prefix.
func (s stand) ask(t testing.TB, id, iface, method string, args ...any) []any {
	t.Helper()
	out, err := s.call(s.path(t, id), atspiPrefix+iface, method, args...)
	if err != nil {
		t.Fatalf("%s.%s of %s: %v", iface, method, id, err)
	}
	return out
}

// get is a property of a node by its id.
func (s stand) get(t testing.TB, id, iface, name string) any {
	t.Helper()
	out, err := s.call(s.path(t, id), ifaceProperties, "Get", atspiPrefix+iface, name)
	if err != nil {
		t.Fatalf("%s.%s of %s: %v", iface, name, id, err)
	}
	return out[0].(dbus.Variant).Value()
}

func (s stand) refs(t testing.TB, ids ...string) []ref {
	t.Helper()
	list := []ref{}
	for _, id := range ids {
		list = append(list, ref{Path: s.path(t, id)})
	}
	return list
}

func TestPathsAreReversible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.String().Draw(t, "key")
		path := pathOf(a11y.RoleTextBox, key)
		if !path.IsValid() {
			t.Fatalf("%q is not a valid path", path)
		}
		role, back, ok := parsePath(path)
		if !ok || role != a11y.RoleTextBox || back != key {
			t.Fatalf("%q became %q and then %q %q", key, path, role, back)
		}
	})
}

func TestEveryRoleIsMapped(t *testing.T) {
	seen := map[a11y.Role]bool{}
	newStand().tree.Load().Root().Walk(func(n, _ *a11y.Node) bool {
		seen[n.Role] = true
		return true
	})
	for _, r := range a11y.Roles() {
		if _, ok := kinds[r]; !ok {
			t.Errorf("the role %s has no number", r)
		}
		if strings.Contains(string(r), "_") {
			t.Errorf("the role %s has an underscore, which ends the role in a path", r)
		}
		if !seen[r] && r != a11y.RoleAlert {
			t.Errorf("the sample page has no %s", r)
		}
	}
}

func TestAGroupThatSaysNothingNewIsFiller(t *testing.T) {
	part := func(name string) *a11y.Node { return &a11y.Node{ID: "part", Role: a11y.RoleGroup, Name: name} }
	for name, want := range map[string]uint32{"": 20, "Page": 20, "Address": 39} {
		s := newServer(a11y.Program{})
		s.tree.Store(rooted(a11y.NewTree(&a11y.Node{ID: "w", Role: a11y.RoleWindow, Name: "Recordwell", Children: []*a11y.Node{
			{ID: "page", Role: a11y.RoleRegion, Name: "Page", Children: []*a11y.Node{part(name)}},
		}}), s.prog))
		if got := (stand{server: s}).ask(t, "part", "Accessible", "GetRole")[0]; got != want {
			t.Errorf("a group named %q in the region Page has the role %v, want %d", name, got, want)
		}
	}
}

func TestNodes(t *testing.T) {
	s := newStand()
	for _, tt := range []struct {
		id, property string
		want         any
	}{
		{"first", "Name", "First name"},
		{"first", "Description", "As on the birth certificate. Error: Enter Maya’s first name"},
		{"first", "AccessibleId", "first"},
		{"first", "Locale", "en_GB"},
		{"motion", "Description", "Off"},
		{"section", "Description", ""},
		{"school", "ChildCount", int32(2)},
	} {
		if got := s.get(t, tt.id, "Accessible", tt.property); got != tt.want {
			t.Errorf("%s of %s is %q, want %q", tt.property, tt.id, got, tt.want)
		}
	}
	if d := cmp.Diff([]any{s.refs(t, "school-yes", "school-no")}, s.ask(t, "school", "Accessible", "GetChildren")); d != "" {
		t.Errorf("children (-want +got):\n%s", d)
	}
	attributes := s.ask(t, "school-no", "Accessible", "GetAttributes")[0].(map[string]string)
	want := map[string]string{"id": "school-no", "posinset": "2", "setsize": "2", "toolkit": "Recordwell"}
	if d := cmp.Diff(want, attributes); d != "" {
		t.Errorf("attributes (-want +got):\n%s", d)
	}
}

func TestStates(t *testing.T) {
	s := newStand()
	s.page.Choose("no")
	for id, want := range map[string][]int{
		"first":       {stEnabled, stSensitive, stShowing, stVisible, stFocusable, stEditable, stSelectableText, stSingleLine, stRequired, stInvalidEntry},
		"notes":       {stEnabled, stSensitive, stShowing, stVisible, stFocusable, stEditable, stSelectableText, stMultiLine},
		"school-no":   {stEnabled, stSensitive, stShowing, stVisible, stFocusable, stFocused, stCheckable, stChecked},
		"section":     {stEnabled, stSensitive, stShowing, stVisible, stFocusable, stExpandable, stCollapsed, stHasPopup},
		"language-1":  {stEnabled, stSensitive, stShowing, stVisible, stSelectable, stSelected},
		"window":      {stEnabled, stSensitive, stShowing, stVisible, stActive},
		"tab-setup":   {stEnabled, stSensitive, stShowing, stVisible, stFocusable, stSelectable},
		"application": {stEnabled, stSensitive, stShowing, stVisible},
	} {
		var states set
		states.add(want...)
		got := s.ask(t, id, "Accessible", "GetState")[0].([]uint32)
		if d := cmp.Diff(states.words(), got); d != "" {
			t.Errorf("states of %s (-want +got):\n%s", id, d)
		}
	}
	off := statesOf(&a11y.Node{Role: a11y.RoleButton, States: a11y.Disabled | a11y.Offscreen})
	if off.has(stEnabled) || off.has(stSensitive) || off.has(stShowing) || !off.has(stVisible) {
		t.Errorf("a disabled button out of view has the states %b", off)
	}
}

func TestRelationsGoBothWays(t *testing.T) {
	s := newStand()
	for id, want := range map[string][]relationSet{
		"first": {
			{18, s.refs(t, "first-hint")}, {21, s.refs(t, "first-error")},
			{flowsTo, []ref{s.told("notes")}}, {flowsFrom, s.refs(t, "first-error")},
		},
		"first-hint":    {{flowsTo, s.refs(t, "first-error")}, {flowsFrom, s.refs(t, "story-1")}, {17, s.refs(t, "first")}},
		"first-error":   {{flowsTo, []ref{s.told("first")}}, {flowsFrom, s.refs(t, "first-hint")}, {22, s.refs(t, "first")}},
		"language-list": {{4, s.refs(t, "language")}},
		"window":        {},
	} {
		if d := cmp.Diff([]any{want}, s.ask(t, id, "Accessible", "GetRelationSet")); d != "" {
			t.Errorf("relations of %s (-want +got):\n%s", id, d)
		}
	}
}

func TestBounds(t *testing.T) {
	s := newStand()
	for relative, want := range map[uint32]box{
		onScreen: {140, 350, 600, 48},
		inWindow: {40, 300, 600, 48},
		inParent: {0, 60, 600, 48},
	} {
		if got := s.ask(t, "first", "Component", "GetExtents", relative)[0]; got != want {
			t.Errorf("extents relative to %d: %v, want %v", relative, got, want)
		}
	}
	under := s.ask(t, "window", "Component", "GetAccessibleAtPoint", int32(150), int32(360), uint32(onScreen))
	if d := cmp.Diff([]any{s.refs(t, "first")[0]}, under); d != "" {
		t.Errorf("what is under the pointer (-want +got):\n%s", d)
	}
}

// A desktop that shows everything larger has more pixels than a window has units.
func TestBoundsOnALargerScale(t *testing.T) {
	s := newStand()
	app := s.page.Describe()
	app.Walk(func(n, _ *a11y.Node) bool {
		if n.Role == a11y.RoleWindow {
			n.Scale = 1.5
		}
		return true
	})
	s.tree.Store(rooted(a11y.NewTree(app), s.prog))
	for relative, want := range map[uint32]box{
		onScreen: {160, 500, 900, 72},
		inWindow: {60, 450, 900, 72},
		inParent: {0, 90, 900, 72},
	} {
		if got := s.ask(t, "first", "Component", "GetExtents", relative)[0]; got != want {
			t.Errorf("extents relative to %d: %v, want %v", relative, got, want)
		}
	}
	under := s.ask(t, "window", "Component", "GetAccessibleAtPoint", int32(900), int32(480), uint32(inWindow))
	if d := cmp.Diff([]any{s.refs(t, "first")[0]}, under); d != "" {
		t.Errorf("what is under the pointer (-want +got):\n%s", d)
	}
}

func TestDoing(t *testing.T) {
	s := newStand()
	s.ask(t, "save", "Action", "DoAction", int32(0))
	if s.page.Pressed() != 1 {
		t.Error("the button was not pressed")
	}
	s.ask(t, "first", "EditableText", "SetTextContents", "Maya")
	s.ask(t, "first", "EditableText", "InsertText", int32(4), "ra", int32(-1))
	s.ask(t, "first", "EditableText", "DeleteText", int32(1), int32(2))
	if s.page.FirstName() != "Myara" {
		t.Errorf("the first name is %q, want Myara", s.page.FirstName())
	}
	s.ask(t, "first", "Text", "SetSelection", int32(0), int32(1), int32(3))
	if got := s.ask(t, "first", "Text", "GetSelection", int32(0)); got[0] != int32(1) || got[1] != int32(3) {
		t.Errorf("selected %v, want 1 to 3", got)
	}
	s.ask(t, "agree", "Component", "GrabFocus")
	if s.page.Focused() != "agree" {
		t.Errorf("the focus is on %q", s.page.Focused())
	}
	s.ask(t, "tabs", "Selection", "SelectChild", int32(0))
	if got := s.ask(t, "tabs", "Selection", "GetSelectedChild", int32(0)); got[0] != s.refs(t, "tab-setup")[0] {
		t.Errorf("selected %v, want the first tab", got)
	}
	if _, err := s.call(s.path(t, "size"), ifaceProperties, "Set", atspiPrefix+"Value", "CurrentValue", dbus.MakeVariant(200.0)); err != nil {
		t.Error(err)
	}
	if got := s.get(t, "size", "Value", "Text"); got != "200%" {
		t.Errorf("the slider says %v, want 200%%", got)
	}
}

func TestSecretsStaySecret(t *testing.T) {
	s := newStand()
	s.ask(t, "passcode", "EditableText", "SetTextContents", "opensesame")
	if got := s.ask(t, "passcode", "Text", "GetText", int32(0), int32(-1))[0]; got != strings.Repeat("•", 10) {
		t.Errorf("the text is told as %q", got)
	}
	if _, err := s.call(s.path(t, "passcode"), atspiPrefix+"EditableText", "InsertText", int32(0), "x", int32(1)); err == nil {
		t.Error("dots could be written back as the contents")
	}
}

func TestTable(t *testing.T) {
	s := newStand()
	if s.get(t, "figures", "Table", "NRows") != int32(2) || s.get(t, "figures", "Table", "NColumns") != int32(2) {
		t.Error("the table is not 2 by 2")
	}
	cell := s.refs(t, "figures-1-1")[0]
	if got := s.ask(t, "figures", "Table", "GetAccessibleAt", int32(1), int32(1))[0]; got != cell {
		t.Errorf("the cell at 1, 1 is %v, want %v", got, cell)
	}
	if d := cmp.Diff([]any{s.refs(t, "figures-0-1")}, s.ask(t, "figures-1-1", "TableCell", "GetColumnHeaderCells")); d != "" {
		t.Errorf("column header (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]any{s.refs(t, "figures-1-0")}, s.ask(t, "figures-1-1", "TableCell", "GetRowHeaderCells")); d != "" {
		t.Errorf("row header (-want +got):\n%s", d)
	}
	if got := s.ask(t, "figures", "Table", "GetRowColumnExtentsAtIndex", int32(3)); got[1] != int32(1) || got[2] != int32(1) {
		t.Errorf("cell 3 is at %v", got)
	}
}

func TestFaultsAreErrors(t *testing.T) {
	s := newStand()
	tests := []struct {
		name          string
		path          dbus.ObjectPath
		iface, method string
		args          []any
		want          string
	}{
		{"no such object", base + "textbox_gone", "Accessible", "GetRole", nil, "org.freedesktop.DBus.Error.NoSuchObject"},
		{"another role", base + "button_first", "Accessible", "GetRole", nil, "org.freedesktop.DBus.Error.NoSuchObject"},
		{"another place", "/org/example", "Accessible", "GetRole", nil, "org.freedesktop.DBus.Error.NoSuchObject"},
		{"half a byte", base + "textbox__4", "Accessible", "GetRole", nil, "org.freedesktop.DBus.Error.NoSuchObject"},
		{"no such child", s.path(t, "school"), "Accessible", "GetChildAtIndex", []any{int32(2)}, errInvalidArgs},
		{"a negative child", s.path(t, "school"), "Accessible", "GetChildAtIndex", []any{int32(-1)}, errInvalidArgs},
		{"an interface it has not", s.path(t, "school"), "Text", "GetText", []any{int32(0), int32(0)}, "org.freedesktop.DBus.Error.UnknownInterface"},
		{"no such method", s.path(t, "save"), "Action", "Explode", nil, "org.freedesktop.DBus.Error.UnknownMethod"},
		{"other arguments", s.path(t, "save"), "Action", "DoAction", []any{"first"}, errInvalidArgs},
		{"no such action", s.path(t, "save"), "Action", "DoAction", []any{int32(1)}, errInvalidArgs},
		{"behind the text", s.path(t, "notes"), "Text", "GetText", []any{int32(0), int32(9999)}, errInvalidArgs},
		{"before the text", s.path(t, "notes"), "Text", "GetText", []any{int32(-5), int32(2)}, errInvalidArgs},
		{"a letter that is not there", s.path(t, "notes"), "Text", "GetCharacterAtOffset", []any{int32(9999)}, errInvalidArgs},
		{"no such cell", s.path(t, "figures"), "Table", "GetAccessibleAt", []any{int32(5), int32(0)}, errInvalidArgs},
		{"nothing selected there", s.path(t, "tabs"), "Selection", "GetSelectedChild", []any{int32(7)}, errInvalidArgs},
	}
	for _, tt := range tests {
		_, err := s.call(tt.path, atspiPrefix+tt.iface, tt.method, tt.args...)
		if got := errorName(err); got != tt.want {
			t.Errorf("%s: error %q (%v), want %q", tt.name, got, err, tt.want)
		}
	}
	_, err := s.call(s.path(t, "size"), ifaceProperties, "Set", atspiPrefix+"Value", "CurrentValue", dbus.MakeVariant(math.NaN()))
	if errorName(err) != errInvalidArgs {
		t.Errorf("a value that is no number: %v", err)
	}
	_, err = s.call(s.path(t, "size"), ifaceProperties, "Set", atspiPrefix+"Accessible", "Name", dbus.MakeVariant("x"))
	if errorName(err) != errReadOnly {
		t.Errorf("writing a name: %v", err)
	}
}

func errorName(err error) string {
	var f fault
	var e dbus.Error
	switch {
	case errors.As(err, &f):
		return f.name
	case errors.As(err, &e):
		return e.Name
	}
	return ""
}

// described is what Introspect answers.
type described struct {
	Interfaces []struct {
		Name    string `xml:"name,attr"`
		Methods []struct {
			Name string `xml:"name,attr"`
			Args []struct {
				Type      string `xml:"type,attr"`
				Direction string `xml:"direction,attr"`
			} `xml:"arg"`
		} `xml:"method"`
		Properties []struct {
			Name string `xml:"name,attr"`
			Type string `xml:"type,attr"`
		} `xml:"property"`
	} `xml:"interface"`
}

func (s stand) introspect(t testing.TB, path dbus.ObjectPath) described {
	t.Helper()
	out, err := s.call(path, ifaceIntrospect, "Introspect")
	if err != nil {
		t.Fatal(err)
	}
	var d described
	if err := xml.Unmarshal([]byte(out[0].(string)), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Every property has the type it claims.
func TestPropertyTypes(t *testing.T) {
	s := newStand()
	tree := s.tree.Load()
	n := 0
	for i := range tree.Len() {
		path := object{s: s.server, t: tree, i: i}.path()
		for _, iface := range s.introspect(t, path).Interfaces {
			for _, p := range iface.Properties {
				out, err := s.call(path, ifaceProperties, "Get", iface.Name, p.Name)
				if err != nil {
					t.Fatalf("%s.%s of %s: %v", iface.Name, p.Name, path, err)
				}
				if got := out[0].(dbus.Variant).Signature().String(); got != p.Type {
					t.Errorf("%s.%s of %s is of type %s, want %s", iface.Name, p.Name, path, got, p.Type)
				}
				n++
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d properties were read", n)
	}
}

func anyArg(t *rapid.T, typ string) any {
	switch typ {
	case "i":
		return rapid.OneOf(rapid.Int32Range(-2, 60), rapid.Int32()).Draw(t, "i")
	case "u":
		return rapid.OneOf(rapid.Uint32Range(0, 8), rapid.Uint32()).Draw(t, "u")
	case "s":
		return rapid.String().Draw(t, "s")
	case "b":
		return rapid.Bool().Draw(t, "b")
	}
	t.Fatalf("a method takes a %s", typ)
	return nil
}

// Whatever a client calls with whatever, it gets an answer of the promised type
// or an error that is its own fault, and the program lives on.
func TestAnyCall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newStand()
		for range 20 {
			tree := s.tree.Load()
			i := rapid.IntRange(0, tree.Len()-1).Draw(t, "node")
			path := object{s: s.server, t: tree, i: i}.path()
			if rapid.IntRange(0, 9).Draw(t, "stale") == 0 {
				path = pathOf(rapid.SampledFrom(a11y.Roles()).Draw(t, "role"), rapid.String().Draw(t, "key"))
			}
			o, ok := s.LookupObject(path)
			if !ok {
				continue
			}
			tables := o.(served[object]).tables
			name := rapid.SampledFrom(sortedKeys(tables)).Draw(t, "interface")
			methods := tables[name].methods
			if len(methods) == 0 {
				continue
			}
			method := rapid.SampledFrom(sortedKeys(methods)).Draw(t, "method")
			m := methods[method]
			var args []any
			for _, typ := range split(m.in) {
				args = append(args, anyArg(t, typ))
			}
			out, err := s.call(path, name, method, args...)
			if errorName(err) == errInternal {
				t.Fatalf("%s.%s%v of %s broke", name, method, args, path)
			}
			if err == nil && (len(out) > 0 || m.out != "") && dbus.SignatureOf(out...).String() != m.out {
				t.Fatalf("%s.%s of %s answers %q, want %q", name, method, path, dbus.SignatureOf(out...), m.out)
			}
		}
	})
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func FuzzPath(f *testing.F) {
	s := newStand()
	f.Add(string(rootPath))
	f.Add(string(cachePath))
	f.Add(base + "textbox_first")
	f.Add(base + "textbox__2")
	f.Add("/")
	f.Fuzz(func(t *testing.T, path string) {
		o, ok := s.LookupObject(dbus.ObjectPath(path))
		if !ok {
			return
		}
		if node, ok := o.(served[object]); ok && string(node.on.path()) != path {
			t.Fatalf("%q leads to %q", path, node.on.path())
		}
	})
}
