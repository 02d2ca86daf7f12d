package study

import (
	"strconv"
	"strings"

	"recordwell/capture/form/source"
)

// Locate says which part of a file a problem is about, as its keys and the numbers
// of list items from 0: "consent/items/2/words". It is "" for the whole file.
func Locate(file []byte, p source.Problem) string {
	root, _ := source.Parse(p.File, file)
	if root == nil || p.Line == 0 {
		return ""
	}
	var path []string
	for n := root; n != nil && !(n.Line == p.Line && n.Column == p.Column); {
		key, next := lastBefore(n, p)
		if key == "" {
			break
		}
		path, n = append(path, key), next
	}
	return strings.Join(path, "/")
}

// lastBefore is the part of a map or list that a place lies in.
func lastBefore(n *source.Node, p source.Problem) (key string, value *source.Node) {
	after := func(at *source.Node) bool {
		return at.Line > p.Line || at.Line == p.Line && at.Column > p.Column
	}
	for _, e := range n.Entries {
		if after(e.Key) {
			break
		}
		key, value = e.Key.Value, e.Value
	}
	for i, item := range n.Items {
		if after(item) {
			break
		}
		key, value = strconv.Itoa(i), item
	}
	return key, value
}
