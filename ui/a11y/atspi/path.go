package atspi

import (
	"strings"

	"github.com/godbus/dbus/v5"

	"recordwell/ui/a11y"
)

const (
	base      = "/org/a11y/atspi/accessible/"
	rootPath  = dbus.ObjectPath(base + "root")
	nullPath  = dbus.ObjectPath("/org/a11y/atspi/null")
	cachePath = dbus.ObjectPath("/org/a11y/atspi/cache")
)

const hexDigits = "0123456789abcdef"

// pathOf is the object path of a node: its role, an underscore and its key, in
// which every byte that D-Bus does not allow is written as an underscore and two
// hexadecimal digits. The role is in it because clients remember the role of a
// path for good.
func pathOf(role a11y.Role, key string) dbus.ObjectPath {
	var b strings.Builder
	b.Grow(len(base) + len(role) + 1 + 2*len(key))
	b.WriteString(base)
	b.WriteString(string(role))
	b.WriteByte('_')
	for i := 0; i < len(key); i++ {
		c := key[i]
		if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('_')
		b.WriteByte(hexDigits[c>>4])
		b.WriteByte(hexDigits[c&15])
	}
	return dbus.ObjectPath(b.String())
}

// parsePath undoes pathOf.
func parsePath(path dbus.ObjectPath) (role a11y.Role, key string, ok bool) {
	rest, ok := strings.CutPrefix(string(path), base)
	if !ok {
		return "", "", false
	}
	r, enc, ok := strings.Cut(rest, "_")
	if !ok {
		return "", "", false
	}
	var b strings.Builder
	for i := 0; i < len(enc); i++ {
		if enc[i] != '_' {
			b.WriteByte(enc[i])
			continue
		}
		if i+2 >= len(enc) {
			return "", "", false
		}
		hi, lo := strings.IndexByte(hexDigits, enc[i+1]), strings.IndexByte(hexDigits, enc[i+2])
		if hi < 0 || lo < 0 {
			return "", "", false
		}
		b.WriteByte(byte(hi<<4 | lo))
		i += 2
	}
	return a11y.Role(r), b.String(), true
}

// ref names an object to a client: the connection that serves it and its path.
type ref struct {
	Name string
	Path dbus.ObjectPath
}
