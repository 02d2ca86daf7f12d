package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Kind is the shape of a node.
type Kind uint8

// The shapes of nodes.
const (
	Empty  Kind = iota // nothing stands after the key
	Scalar             // text; numbers and booleans are text too
	List
	Map
)

var kindWords = [...]string{"nothing", "text", "a list", "keys and values"}

func (k Kind) String() string { return kindWords[k] }

// Node is one value of a file.
type Node struct {
	File         string
	Line, Column int // from 1; where the value begins
	Kind         Kind
	Value        string  // of a Scalar
	Items        []*Node // of a List
	Entries      []Entry // of a Map, in the order of the file
	// size counts the nodes below, aliases written out.
	size int
	// inset is the letters between Column and the first letter of Value, or -1
	// when letters of Value cannot be found in the file by counting.
	inset int
}

// Entry is one key of a map with its value.
type Entry struct {
	Key, Value *Node
	// merged entries came by << and give way to keys of the map itself.
	merged bool
}

// At returns the place of the letter of Value at an offset (in letters), or the
// beginning of the node when the text is written over several lines.
func (n *Node) At(offset int) *Node {
	if n.inset < 0 {
		return n
	}
	return &Node{File: n.File, Line: n.Line, Column: n.Column + n.inset + offset}
}

// Get returns the value of a key of a map, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Entries {
		if e.Key.Value == key {
			return e.Value
		}
	}
	return nil
}

// EntriesOrNone returns the entries of a map; none for anything else, nil too.
func (n *Node) EntriesOrNone() []Entry {
	if n == nil {
		return nil
	}
	return n.Entries
}

// maxNodes stops a small file with aliases of aliases from filling the memory.
const maxNodes = 500_000

// Read reads one file. It returns nil and the problems when the file cannot be
// opened or is not YAML.
func Read(fsys fs.FS, path string) (*Node, Problems) {
	data, err := fs.ReadFile(fsys, path)
	if err != nil {
		why := err
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			why = pathErr.Err
		}
		return nil, Problems{{File: path, Message: fmt.Sprintf("The file cannot be read: %v", why)}}
	}
	return Parse(path, data)
}

// Parse reads the bytes of one file; path is for messages.
func Parse(path string, data []byte) (root *Node, problems Problems) {
	defer func() {
		// The YAML library has been seen to panic on damaged input.
		if r := recover(); r != nil {
			root, problems = nil, Problems{{File: path, Message: "The file is not YAML that can be read"}}
		}
	}()
	file, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, Problems{syntaxProblem(path, err)}
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, Problems{{File: path, Message: "The file is empty"}}
	}
	b := builder{path: path, anchors: map[string]*Node{}}
	root = b.build(file.Docs[0].Body)
	if len(file.Docs) > 1 {
		b.problems.Errorf(root, "The file has several documents. Keep one, without ---")
	}
	if root.size > maxNodes {
		return nil, Problems{{File: path, Message: "The file becomes too large when its aliases are written out"}}
	}
	return root, b.problems
}

func syntaxProblem(path string, err error) Problem {
	p := Problem{File: path, Message: "The file is not YAML that can be read"}
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		p.Message += ": " + syntax.Message
		if syntax.Token != nil && syntax.Token.Position != nil {
			p.Line, p.Column = syntax.Token.Position.Line, syntax.Token.Position.Column
		}
	}
	return p
}

type builder struct {
	path     string
	anchors  map[string]*Node
	problems Problems
}

func (b *builder) build(n ast.Node) *Node {
	out := &Node{File: b.path, size: 1, inset: -1}
	if t := n.GetToken(); t != nil && t.Position != nil {
		out.Line, out.Column = t.Position.Line, t.Position.Column
	}
	switch n := n.(type) {
	case *ast.NullNode:
		if n.Token.Value == "~" {
			b.problems.Errorf(out, "Leave the value out, or write '~' in quotes")
		}
	case *ast.LiteralNode:
		out.Kind, out.Value = Scalar, n.Value.Value
	case *ast.AnchorNode:
		anchored := b.build(n.Value)
		b.anchors[n.Name.GetToken().Value] = anchored
		return anchored
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		if target, ok := b.anchors[name]; ok {
			return target
		}
		b.problems.Errorf(out, "No &%s stands above this *%s", name, name)
	case *ast.TagNode:
		b.problems.Errorf(out, "Tags such as %s are not used", n.GetToken().Value)
	case *ast.SequenceNode:
		out.Kind = List
		for _, v := range n.Values {
			out.append(b.build(v))
		}
	case *ast.MappingValueNode:
		out.Kind = Map
		b.entry(out, n)
		out.Line, out.Column = out.firstKey(out.Line, out.Column)
	case *ast.MappingNode:
		out.Kind = Map
		for _, v := range n.Values {
			b.entry(out, v)
		}
		if !n.IsFlowStyle {
			out.Line, out.Column = out.firstKey(out.Line, out.Column)
		}
	default:
		b.scalar(out, n)
	}
	return out
}

func (n *Node) firstKey(line, column int) (int, int) {
	if len(n.Entries) == 0 {
		return line, column
	}
	return n.Entries[0].Key.Line, n.Entries[0].Key.Column
}

func (n *Node) append(item *Node) {
	n.Items = append(n.Items, item)
	n.size = min(n.size+item.size, maxNodes+1)
}

func (b *builder) scalar(out *Node, n ast.Node) {
	t := n.GetToken()
	out.Kind, out.Value = Scalar, t.Value
	written := strings.TrimSpace(t.Origin)
	switch {
	case strings.ContainsAny(written, "\n\r"):
	case written == out.Value:
		out.inset = 0
	case len(written) >= 2 && written[1:len(written)-1] == out.Value:
		out.inset = 1
	}
}

func (b *builder) entry(out *Node, v *ast.MappingValueNode) {
	if _, merge := v.Key.(*ast.MergeKeyNode); merge {
		b.merge(out, b.build(v.Value))
		return
	}
	key, value := b.build(v.Key), b.build(v.Value)
	if key.Kind != Scalar {
		if key.Kind != Empty {
			b.problems.Errorf(key, "A key must be one word")
			return
		}
		key.Kind, key.Value = Scalar, v.Key.GetToken().Value
	}
	out.size = min(out.size+value.size+1, maxNodes+1)
	for i, e := range out.Entries {
		if e.Key.Value != key.Value {
			continue
		}
		if e.merged {
			out.Entries[i] = Entry{Key: key, Value: value}
			return
		}
		b.problems.Errorf(key, "The key %q stands here twice. It is on line %d too", key.Value, e.Key.Line)
		return
	}
	out.Entries = append(out.Entries, Entry{Key: key, Value: value})
}

func (b *builder) merge(out, from *Node) {
	switch from.Kind {
	case List:
		for _, item := range from.Items {
			b.merge(out, item)
		}
	case Map:
		for _, e := range from.Entries {
			if out.Get(e.Key.Value) == nil {
				out.Entries = append(out.Entries, Entry{e.Key, e.Value, true})
				out.size = min(out.size+e.Value.size+1, maxNodes+1)
			}
		}
	default:
		b.problems.Errorf(from, "<<: takes the *name of keys and values")
	}
}
