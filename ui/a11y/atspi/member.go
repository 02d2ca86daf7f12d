package atspi

import (
	"fmt"
	"strings"

	"github.com/godbus/dbus/v5"
)

// method is one method of an interface of type T: what it takes, as a D-Bus
// signature, what it gives, and how. Arguments arrive as godbus decodes them,
// and their types have been checked.
type method[T any] struct {
	in, out string
	call    func(o T, args []any) ([]any, error)
}

// property is one property. A nil set means that it cannot be written.
type property[T any] struct {
	typ string
	get func(o T) any
	set func(o T, v any) error
}

// table is an interface: its members by name.
type table[T any] struct {
	methods map[string]method[T]
	props   map[string]property[T]
}

// fault is an error with a D-Bus name of its own.
type fault struct{ name, words string }

func (f fault) Error() string { return f.words }

// DBusError is how godbus asks for the name and the body of the error.
func (f fault) DBusError() (string, []any) { return f.name, []any{f.words} }

const (
	errInvalidArgs   = "org.freedesktop.DBus.Error.InvalidArgs"
	errNotSupported  = "org.freedesktop.DBus.Error.NotSupported"
	errReadOnly      = "org.freedesktop.DBus.Error.PropertyReadOnly"
	errNoProperty    = "org.freedesktop.DBus.Error.UnknownProperty"
	errNoInterface   = "org.freedesktop.DBus.Error.UnknownInterface"
	errInternal      = "org.freedesktop.DBus.Error.Failed"
	ifaceProperties  = "org.freedesktop.DBus.Properties"
	ifaceIntrospect  = "org.freedesktop.DBus.Introspectable"
	atspiPrefix      = "org.a11y.atspi."
	introspectHeader = `<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">` + "\n"
)

func outOfRange(what string, i int32) error {
	return fault{errInvalidArgs, fmt.Sprintf("there is no %s number %d", what, i)}
}

// served is a D-Bus object: some interfaces over one receiver. It implements
// dbus.ServerObject, with Properties and Introspectable made from the tables.
type served[T any] struct {
	on     T
	tables map[string]*table[T] // by the full name of the interface
}

// LookupInterface is how godbus finds an interface. The empty name, which D-Bus
// allows in a call, finds nothing: no AT-SPI client leaves it out.
func (s served[T]) LookupInterface(name string) (dbus.Interface, bool) {
	switch name {
	case ifaceProperties, ifaceIntrospect:
		return builtin[T]{s, name}, true
	}
	t, ok := s.tables[name]
	if !ok {
		return nil, false
	}
	return bound[T]{s.on, t}, true
}

type bound[T any] struct {
	on    T
	table *table[T]
}

// LookupMethod is how godbus finds a method.
func (b bound[T]) LookupMethod(name string) (dbus.Method, bool) {
	m, ok := b.table.methods[name]
	if !ok {
		return nil, false
	}
	return invocation{in: m.in, call: func(args []any) ([]any, error) { return m.call(b.on, args) }}, true
}

// builtin serves the two interfaces that every object has.
type builtin[T any] struct {
	served[T]
	name string
}

// LookupMethod is how godbus finds a method.
func (b builtin[T]) LookupMethod(name string) (dbus.Method, bool) {
	if b.name == ifaceIntrospect && name == "Introspect" {
		return invocation{call: func([]any) ([]any, error) { return []any{b.introspect()}, nil }}, true
	}
	if b.name != ifaceProperties {
		return nil, false
	}
	switch name {
	case "Get":
		return invocation{in: "ss", call: b.get}, true
	case "GetAll":
		return invocation{in: "s", call: b.getAll}, true
	case "Set":
		return invocation{in: "ssv", call: b.set}, true
	}
	return nil, false
}

func (b builtin[T]) find(iface, name string) (property[T], error) {
	t, ok := b.tables[iface]
	if !ok {
		return property[T]{}, fault{errNoInterface, "the object has no interface " + iface}
	}
	p, ok := t.props[name]
	if !ok {
		return property[T]{}, fault{errNoProperty, "there is no property " + name}
	}
	return p, nil
}

func (b builtin[T]) get(args []any) ([]any, error) {
	p, err := b.find(args[0].(string), args[1].(string))
	if err != nil {
		return nil, err
	}
	return []any{dbus.MakeVariant(p.get(b.on))}, nil
}

func (b builtin[T]) getAll(args []any) ([]any, error) {
	all := map[string]dbus.Variant{}
	if t, ok := b.tables[args[0].(string)]; ok {
		for name, p := range t.props {
			all[name] = dbus.MakeVariant(p.get(b.on))
		}
	}
	return []any{all}, nil
}

func (b builtin[T]) set(args []any) ([]any, error) {
	p, err := b.find(args[0].(string), args[1].(string))
	if err != nil {
		return nil, err
	}
	if p.set == nil {
		return nil, fault{errReadOnly, "the property cannot be written"}
	}
	v := args[2].(dbus.Variant)
	if v.Signature().String() != p.typ {
		return nil, fault{errInvalidArgs, "the property is of type " + p.typ}
	}
	return nil, p.set(b.on, v.Value())
}

func (b builtin[T]) introspect() string {
	var x strings.Builder
	x.WriteString(introspectHeader + "<node>\n")
	for name, t := range b.tables {
		fmt.Fprintf(&x, " <interface name=%q>\n", name)
		for name, p := range t.props {
			access := "read"
			if p.set != nil {
				access = "readwrite"
			}
			fmt.Fprintf(&x, "  <property name=%q type=%q access=%q/>\n", name, p.typ, access)
		}
		for name, m := range t.methods {
			fmt.Fprintf(&x, "  <method name=%q>\n", name)
			for _, a := range []struct{ sig, dir string }{{m.in, "in"}, {m.out, "out"}} {
				for _, typ := range split(a.sig) {
					fmt.Fprintf(&x, "   <arg type=%q direction=%q/>\n", typ, a.dir)
				}
			}
			x.WriteString("  </method>\n")
		}
		x.WriteString(" </interface>\n")
	}
	x.WriteString("</node>\n")
	return x.String()
}

// split parts a signature into single complete types.
func split(sig string) []string {
	var parts []string
	start, depth := 0, 0
	for i := 0; i < len(sig); i++ {
		switch sig[i] {
		case '(', '{':
			depth++
		case ')', '}':
			depth--
		case 'a':
			continue
		}
		if depth == 0 {
			parts = append(parts, sig[start:i+1])
			start = i + 1
		}
	}
	return parts
}

// invocation is a method as godbus calls it.
type invocation struct {
	in   string
	call func(args []any) ([]any, error)
}

var (
	_ dbus.Method          = invocation{}
	_ dbus.ArgumentDecoder = invocation{}
)

// DecodeArguments refuses arguments of other types than the method takes.
func (m invocation) DecodeArguments(_ *dbus.Conn, _ string, _ *dbus.Message, args []any) ([]any, error) {
	if len(args) == 0 && m.in == "" {
		return args, nil
	}
	if got := dbus.SignatureOf(args...).String(); got != m.in {
		return nil, fault{errInvalidArgs, fmt.Sprintf("the arguments are of type %q and should be %q", got, m.in)}
	}
	return args, nil
}

// Call answers a client. A fault in a description must not end the program under
// the hands of the person, so it is the client that is told.
func (m invocation) Call(args ...any) (out []any, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fault{errInternal, "the object could not answer"}
		}
	}()
	return m.call(args)
}

// NumArguments is not asked for, as the method decodes its own arguments.
func (m invocation) NumArguments() int { return len(split(m.in)) }

// NumReturns is not asked for either.
func (m invocation) NumReturns() int { return 0 }

// ArgumentValue is not asked for either.
func (m invocation) ArgumentValue(int) any { return nil }

// ReturnValue is not asked for either.
func (m invocation) ReturnValue(int) any { return nil }
