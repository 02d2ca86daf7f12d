package atspi

import (
	"strconv"
	"strings"

	"recordwell/ui/a11y"
)

// accessible is org.a11y.atspi.Accessible, which every object has. It is filled
// in init because its methods name the tables that hold it.
var accessible table[object]

func init() {
	accessible = table[object]{
		props: map[string]property[object]{
			"Name":         {typ: "s", get: func(o object) any { return o.name() }},
			"Description":  {typ: "s", get: func(o object) any { return o.describe() }},
			"HelpText":     {typ: "s", get: func(object) any { return "" }},
			"Locale":       {typ: "s", get: func(o object) any { return o.locale() }},
			"AccessibleId": {typ: "s", get: func(o object) any { return o.node().ID }},
			"Parent":       {typ: "(so)", get: func(o object) any { return o.parent() }},
			"ChildCount":   {typ: "i", get: func(o object) any { return int32(len(o.children())) }},
		},
		methods: map[string]method[object]{
			"GetChildAtIndex": {in: "i", out: "(so)", call: childAt},
			"GetChildren": {out: "a(so)", call: func(o object, _ []any) ([]any, error) {
				return []any{o.refs(o.children())}, nil
			}},
			"GetIndexInParent": {out: "i", call: func(o object, _ []any) ([]any, error) {
				return []any{o.index()}, nil
			}},
			"GetRelationSet": {out: "a(ua(so))", call: func(o object, _ []any) ([]any, error) {
				return []any{o.relations()}, nil
			}},
			"GetRole": {out: "u", call: func(o object, _ []any) ([]any, error) {
				return []any{o.kind().number}, nil
			}},
			"GetRoleName": {out: "s", call: func(o object, _ []any) ([]any, error) {
				return []any{o.kind().name}, nil
			}},
			"GetLocalizedRoleName": {out: "s", call: func(o object, _ []any) ([]any, error) {
				return []any{o.kind().name}, nil
			}},
			"GetState": {out: "au", call: func(o object, _ []any) ([]any, error) {
				return []any{o.states().words()}, nil
			}},
			"GetAttributes": {out: "a{ss}", call: func(o object, _ []any) ([]any, error) {
				return []any{o.attributes()}, nil
			}},
			"GetApplication": {out: "(so)", call: func(o object, _ []any) ([]any, error) {
				return []any{o.refAt(0)}, nil
			}},
			"GetInterfaces": {out: "as", call: func(o object, _ []any) ([]any, error) {
				return []any{o.fullInterfaces()}, nil
			}},
		},
	}
}

func childAt(o object, args []any) ([]any, error) {
	c := -1
	if !o.told {
		c = o.t.Child(o.i, int(args[0].(int32)))
	}
	if c < 0 {
		return nil, outOfRange("child", args[0].(int32))
	}
	return []any{o.refAt(c)}, nil
}

func (o object) fullInterfaces() []string {
	names := o.interfaces()
	for i, n := range names {
		names[i] = atspiPrefix + n
	}
	return names
}

func (o object) name() string {
	if o.i == 0 {
		return o.s.prog.Name
	}
	return o.node().Name
}

// describe is the hint and the error. A value that the role has no other way of
// telling, such as "On" of a switch, comes first.
func describe(n *a11y.Node) string {
	if n.Value == "" || hasText(n) || n.Range != nil {
		return n.Description
	}
	if n.Description == "" {
		return n.Value
	}
	return n.Value + ". " + n.Description
}

// children are the numbers of the children of an object.
func (o object) children() []int {
	if o.told {
		return nil
	}
	return o.t.Children(o.i)
}

// index is the place among its parent's children, -1 for what is not among them.
func (o object) index() int32 {
	if o.told {
		return -1
	}
	return int32(o.t.Index(o.i))
}

func (o object) parent() ref {
	if o.i == 0 {
		return *o.s.desktop.Load()
	}
	if n := o.t.Node(o.i); o.told && (n.Role == a11y.RoleGroup || n.Role == a11y.RoleRadioGroup) {
		return o.refAt(o.i) // its name is said first
	}
	return o.refAt(o.t.Parent(o.i))
}

func (o object) states() set {
	if o.i == 0 {
		var s set
		s.add(stEnabled, stSensitive, stShowing, stVisible)
		return s
	}
	return statesOf(o.node())
}

// locale is the language of the words as POSIX writes it.
func (o object) locale() string {
	for i := o.i; i >= 0; i = o.t.Parent(i) {
		if lang := o.t.Node(i).Lang; lang != "" {
			return strings.ReplaceAll(lang, "-", "_")
		}
	}
	return strings.ReplaceAll(o.s.prog.Lang, "-", "_")
}

// attributes are the facts that have no place of their own, named as browsers
// name them, because that is what readers look for.
func (o object) attributes() map[string]string {
	n := o.node()
	a := map[string]string{"toolkit": "Recordwell"}
	put := func(key, v string) {
		if v != "" {
			a[key] = v
		}
	}
	number := func(key string, v int) {
		if v > 0 {
			a[key] = strconv.Itoa(v)
		}
	}
	put("id", n.ID)
	number("level", n.Level)
	number("posinset", n.Pos)
	number("setsize", n.Size)
	put("xml-roles", xmlRoles[n.Role])
	put("valuetext", n.Value)
	if n.Range != nil {
		put("valuetext", n.Range.Words)
	}
	switch n.Live {
	case a11y.LivePolite:
		a["live"] = "polite"
	case a11y.LiveAssertive:
		a["live"] = "assertive"
	}
	if n.Has(a11y.Current) {
		a["current"] = "true"
	}
	if isCell(n) {
		number("rowindex", n.Row+1)
		number("colindex", n.Col+1)
	}
	return a
}

// xmlRoles tells the roles that AT-SPI's own do not.
var xmlRoles = map[a11y.Role]string{
	a11y.RoleRegion:     "region",
	a11y.RoleRadioGroup: "radiogroup",
	a11y.RoleSwitch:     "switch",
	a11y.RoleGroup:      "group",
	a11y.RoleStatus:     "status",
	a11y.RoleAlert:      "alert",
}

// relationSet is one kind of relation and what it leads to.
type relationSet struct {
	Kind    uint32
	Targets []ref
}

// relations are those of the node and those of others to it, turned round. A
// reader uses the latter to know which words on a page it has said as part of
// something else.
func (o object) relations() []relationSet {
	out := []relationSet{}
	put := func(kind uint32, to object) {
		for i := range out {
			if out[i].Kind == kind {
				out[i].Targets = append(out[i].Targets, to.ref())
				return
			}
		}
		out = append(out, relationSet{kind, []ref{to.ref()}})
	}
	add := func(kind uint32, to int) {
		if kind != 0 && to >= 0 {
			put(kind, o.at(to))
		}
	}
	for _, r := range o.node().Relations {
		for _, id := range r.IDs {
			add(relations[r.Kind].to, o.t.Find(id))
		}
	}
	if o.flows() {
		if to, ok := o.next(1); ok {
			put(flowsTo, to)
		}
		if from, ok := o.next(-1); ok {
			put(flowsFrom, from)
		}
	}
	id := o.node().ID
	if id == "" {
		return out // and of a told object
	}
	for i := range o.t.Len() {
		for _, r := range o.t.Node(i).Relations {
			for _, to := range r.IDs {
				if to == id {
					add(relations[r.Kind].back, i)
				}
			}
		}
	}
	return out
}
