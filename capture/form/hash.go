package form

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// expressionKeys hold expressions, which are hashed in canonical spelling.
var expressionKeys = []string{"relevant", "required", "constraint", "query", "choice_filter", "calculate", "when_if"}

// contentHash returns the SHA-256 of a form's content with its code sets written
// out. Order of keys, white space, comments, aliases, quotes and the spelling of
// expressions make no difference; order of rows and choices does.
func contentHash(root *source.Node, codesets map[string]*source.Node) capture.Hash {
	h := hasher{sha256.New(), codesets}
	h.node("", root)
	return capture.Hash(hex.EncodeToString(h.Sum(nil)))
}

type hasher struct {
	hash.Hash
	codesets map[string]*source.Node
}

// write puts text into the hash with its length, so that no two contents run
// together into the same letters.
func (h hasher) write(kind byte, s string) { fmt.Fprintf(h, "%c%d:%s", kind, len(s), s) }

func (h hasher) node(key string, n *source.Node) {
	switch n.Kind {
	case source.Scalar:
		h.write('t', canonical(key, n.Value))
	case source.List:
		h.write('l', fmt.Sprint(len(n.Items)))
		for _, item := range n.Items {
			h.node("", item)
		}
	case source.Map:
		h.entries(n)
	}
}

func (h hasher) entries(n *source.Node) {
	entries := slices.Clone(n.Entries)
	slices.SortFunc(entries, func(a, b source.Entry) int { return cmp.Compare(a.Key.Value, b.Key.Value) })
	h.write('m', "")
	for _, e := range entries {
		if e.Value.Kind == source.Empty {
			continue
		}
		h.write('k', e.Key.Value)
		if e.Key.Value == "choices" && e.Value.Kind == source.Map {
			h.lists(e.Value)
			continue
		}
		h.node(e.Key.Value, e.Value)
	}
	h.write('e', "")
}

// lists writes the form's lists, code sets by their choices.
func (h hasher) lists(n *source.Node) {
	out := &source.Node{Kind: source.Map}
	for _, e := range n.Entries {
		if rows := h.codesets[e.Key.Value]; rows != nil {
			e.Value = rows
		}
		out.Entries = append(out.Entries, e)
	}
	h.entries(out)
}

func canonical(key, value string) string {
	words := strings.Join(strings.Fields(value), " ")
	if !slices.Contains(expressionKeys, key) {
		return words
	}
	switch words {
	case "true", "yes":
		return "true()"
	case "false", "no":
		return "false()"
	}
	if e, err := parseExpr(words, true); err == nil {
		return e.String()
	}
	return words
}
