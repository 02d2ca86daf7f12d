package source

import (
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Clone returns a node that can be changed without changing this one.
func (n *Node) Clone() *Node {
	if n == nil {
		return nil
	}
	out := *n
	out.Items, out.Entries = nil, nil
	for _, item := range n.Items {
		out.Items = append(out.Items, item.Clone())
	}
	for _, e := range n.Entries {
		out.Entries = append(out.Entries, Entry{Key: e.Key.Clone(), Value: e.Value.Clone(), merged: e.merged})
	}
	return &out
}

// NewScalar is a node of one text; none stands for nothing after a key.
func NewScalar(words string) *Node {
	if words == "" {
		return &Node{inset: -1}
	}
	return &Node{Kind: Scalar, Value: words, inset: -1}
}

// Set gives a key of a map a value, at the end where the map does not have it; nil
// takes the key out.
func (n *Node) Set(key string, value *Node) {
	n.Kind = Map
	at := slices.IndexFunc(n.Entries, func(e Entry) bool { return e.Key.Value == key })
	switch {
	case value == nil && at >= 0:
		n.Entries = slices.Delete(n.Entries, at, at+1)
	case value == nil:
	case at >= 0:
		n.Entries[at].Value, n.Entries[at].merged = value, false
	default:
		n.Entries = append(n.Entries, Entry{Key: NewScalar(key), Value: value})
	}
}

// Equal reports whether two nodes say the same, wherever they stand.
func (n *Node) Equal(other *Node) bool {
	if n == nil || other == nil {
		return n == other
	}
	return n.Kind == other.Kind && n.Value == other.Value &&
		slices.EqualFunc(n.Items, other.Items, (*Node).Equal) &&
		slices.EqualFunc(n.Entries, other.Entries, func(a, b Entry) bool { return a.Key.Value == b.Key.Value && a.Value.Equal(b.Value) })
}

// Rewrite returns a file that says what wanted says. Lines about what stays the same
// are kept letter for letter, with the comments above and beside them; a comment
// within something that changes goes with it. Where that cannot be done, as with
// keys in another order or anchors in what changes, the whole file is written anew.
func Rewrite(file []byte, wanted *Node) ([]byte, error) {
	have, problems := Parse("", file)
	if have != nil && len(problems) == 0 && have.block() {
		r := rewriter{lines: strings.SplitAfter(string(file), "\n")}
		r.entries(have, wanted, 0, len(r.lines), "")
		if out := []byte(r.out.String()); !r.failed && says(out, wanted) {
			return out, nil
		}
	}
	var whole strings.Builder
	render(&whole, wanted, 0, "")
	if out := []byte(whole.String()); says(out, wanted) {
		return out, nil
	}
	return nil, errors.New("this cannot be written as a file. Take out unusual characters, then try again")
}

func says(file []byte, wanted *Node) bool {
	back, problems := Parse("", file)
	return back != nil && len(problems) == 0 && back.Equal(wanted)
}

// block reports a map whose keys stand below each other.
func (n *Node) block() bool {
	if n.Kind != Map || len(n.Entries) == 0 {
		return false
	}
	for i, e := range n.Entries {
		if e.merged || e.Key.Column != n.Entries[0].Key.Column || i > 0 && e.Key.Line <= n.Entries[i-1].Key.Line {
			return false
		}
	}
	return true
}

// rewriter writes a file with some of its lines replaced.
type rewriter struct {
	lines  []string
	out    strings.Builder
	failed bool
}

// body is where a thing's own lines end, before comments and blank lines that lead
// to what follows at this column.
func (r *rewriter) body(from, to, column int) int {
	for to > from+1 {
		line := strings.TrimRight(r.lines[to-1], " \t\r\n")
		words := strings.TrimLeft(line, " \t")
		if words != "" && (words[0] != '#' || len(line)-len(words) >= column) {
			break
		}
		to--
	}
	return to
}

func (r *rewriter) keep(from, to int) {
	for _, line := range r.lines[from:to] {
		r.out.WriteString(line)
	}
}

// entries writes a map whose lines are from..to, counted from 0. First is what its
// first line begins with, where that is no indent but the dash of a list.
func (r *rewriter) entries(have, want *Node, from, to int, first string) {
	column := have.Entries[0].Key.Column
	n := len(have.Entries)
	starts, ends := make([]int, n), make([]int, n)
	for i, e := range have.Entries {
		next := to
		if i+1 < n {
			next = have.Entries[i+1].Key.Line - 1
		}
		starts[i], ends[i] = from, r.body(e.Key.Line-1, next, column)
		from = ends[i]
	}
	last := -1
	for i, e := range want.Entries {
		at := slices.IndexFunc(have.Entries, func(o Entry) bool { return o.Key.Value == e.Key.Value })
		lead := strings.Repeat(" ", column-1)
		if i == 0 && first != "" {
			lead = first
			if at != 0 {
				r.failed = true // another key would have to take the dash
				return
			}
		}
		switch {
		case at < 0:
			r.endLine()
			renderEntry(&r.out, e, column-1, lead)
		case at < last:
			r.failed = true
			return
		default:
			last = at
			r.entry(have.Entries[at], e, starts[at], ends[at], column, lead)
		}
	}
	r.endLine()
	r.keep(ends[n-1], to)
}

// endLine ends a last line that has no end of its own.
func (r *rewriter) endLine() {
	if s := r.out.String(); s != "" && !strings.HasSuffix(s, "\n") {
		r.out.WriteByte('\n')
	}
}

func (r *rewriter) entry(have, want Entry, from, to, column int, lead string) {
	if have.Value.Equal(want.Value) {
		r.keep(from, to)
		return
	}
	key := have.Key.Line - 1
	r.keep(from, key)
	below := have.Value.Line > have.Key.Line
	switch {
	case below && have.Value.block() && want.Value.Kind == Map && len(want.Value.Entries) > 0:
		r.keep(key, key+1)
		r.entries(have.Value, want.Value, key+1, to, "")
	case below && r.rows(have.Value) && want.Value.Kind == List && len(have.Value.Items) == len(want.Value.Items):
		r.keep(key, key+1)
		r.items(have.Value, want.Value, key+1, to)
	default:
		renderEntry(&r.out, want, column-1, lead)
	}
}

// rows reports a list whose items stand below each other, each after its dash.
func (r *rewriter) rows(n *Node) bool {
	if n.Kind != List || len(n.Items) == 0 {
		return false
	}
	for i, item := range n.Items {
		if i > 0 && item.Line <= n.Items[i-1].Line || !strings.HasSuffix(r.before(item), "- ") {
			return false
		}
	}
	return true
}

// before is what a line begins with, up to a node.
func (r *rewriter) before(n *Node) string {
	line := []rune(r.lines[n.Line-1])
	return string(line[:min(len(line), max(0, n.Column-1))])
}

func (r *rewriter) items(have, want *Node, from, to int) {
	dash := strings.Index(r.before(have.Items[0]), "-") + 1
	for i, item := range have.Items {
		next := to
		if i+1 < len(have.Items) {
			next = have.Items[i+1].Line - 1
		}
		at := item.Line - 1
		end := r.body(at, next, dash)
		lead := r.before(item)
		switch {
		case item.Equal(want.Items[i]):
			r.keep(from, end)
		case item.block() && want.Items[i].Kind == Map && len(want.Items[i].Entries) > 0:
			r.keep(from, at)
			r.entries(item, want.Items[i], at, end, lead)
		default:
			r.keep(from, at)
			renderItem(&r.out, want.Items[i], len([]rune(lead)), lead)
		}
		from = end
	}
	r.endLine()
	r.keep(from, to)
}

// render writes the keys of a map at an indent; lead stands before the first.
func render(w *strings.Builder, n *Node, indent int, lead string) {
	for _, e := range n.Entries {
		if lead == "" {
			lead = strings.Repeat(" ", indent)
		}
		renderEntry(w, e, indent, lead)
		lead = ""
	}
}

func renderEntry(w *strings.Builder, e Entry, indent int, lead string) {
	w.WriteString(lead + Written(e.Key.Value) + ":")
	switch flow := flowOf(e.Value); {
	case e.Value.Kind == Empty:
		w.WriteByte('\n')
	case e.Value.Kind == Scalar && paragraphs(e.Value.Value):
		w.WriteString(" |\n")
		for _, line := range strings.Split(strings.TrimSuffix(e.Value.Value, "\n"), "\n") {
			if line != "" {
				line = strings.Repeat(" ", indent+2) + line
			}
			w.WriteString(line + "\n")
		}
	case flow != "" && (e.Value.Kind == Scalar || indent > 0 && len(flow) <= rowLetters || len(e.Value.Items)+len(e.Value.Entries) == 0):
		w.WriteString(" " + flow + "\n")
	case e.Value.Kind == Map:
		w.WriteByte('\n')
		render(w, e.Value, indent+2, "")
	default:
		w.WriteByte('\n')
		for _, item := range e.Value.Items {
			renderItem(w, item, indent+4, strings.Repeat(" ", indent+2)+"- ")
		}
	}
}

func renderItem(w *strings.Builder, n *Node, indent int, lead string) {
	if n.Kind == Empty {
		w.WriteString(strings.TrimRight(lead, " ") + "\n")
		return
	}
	if flow := flowOf(n); flow != "" && (n.Kind != Map || len(flow) <= rowLetters) {
		w.WriteString(lead + flow + "\n")
		return
	}
	render(w, n, indent, lead)
}

// flowOf is a node on one line, with dates and numbers as people write them; empty
// where it does not fit on one.
func flowOf(n *Node) string {
	switch n.Kind {
	case Scalar:
		return word(n.Value)
	case List:
		var parts []string
		for _, item := range n.Items {
			flow := flowOf(item)
			if flow == "" || item.Kind == Map {
				return ""
			}
			parts = append(parts, flow)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Map:
		var parts []string
		for _, e := range n.Entries {
			flow := flowOf(e.Value)
			if flow == "" || e.Value.Kind == Map {
				return ""
			}
			parts = append(parts, Written(e.Key.Value)+": "+flow)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	return ""
}

// word writes a text so that it reads back as it is.
func word(value string) string {
	if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < 10_000 && strconv.Itoa(n) == value {
		return value
	}
	if len(value) == len("2006-01-02") && value[4] == '-' && value[7] == '-' && digits(value[:4]+value[5:7]+value[8:]) {
		return value
	}
	switch value {
	case "yes", "no", "true", "false": // text for every reader of these files
		return value
	case "":
		return `""`
	}
	if Tidy(value) != value {
		return strconv.Quote(value)
	}
	return Written(value)
}

// paragraphs reports lines of words that can stand below their key as they are.
func paragraphs(value string) bool {
	if value == "\n" || !strings.HasSuffix(value, "\n") || strings.HasSuffix(value, "\n\n") || value[0] == '\n' {
		return false
	}
	for line := range strings.SplitSeq(value, "\n") {
		if Tidy(line) != line {
			return false
		}
	}
	return true
}

func digits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}
