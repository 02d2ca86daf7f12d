package found

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"recordwell/validation"
)

// Book holds the findings of one check. Add from one goroutine, then call Finish
// once; after that it may be read.
type Book struct {
	rule     []uint16 // by finding, an index into rules
	severity []validation.Severity
	child    []uint32
	group    []uint32
	first    []uint32 // of its places
	extra    map[uint32]extra

	field []uint16 // by place
	row   []uint32
	value []uint32 // where it begins in text; it ends with a zero byte
	text  []byte
	lower []byte

	rules    names
	children names
	fields   []place
	fieldOf  map[place]uint16

	ruleRank, childRank []uint32
	counts              [validation.Warning + 1]int
}

// extra is what few findings have.
type extra struct {
	say  string
	args map[string]string
}

type place struct{ table, field string }

// names gives texts that come back numbers.
type names struct {
	all    []string
	number map[string]uint32
}

func (n *names) of(s string) uint32 {
	if i, ok := n.number[s]; ok {
		return i
	}
	if n.number == nil {
		n.number = map[string]uint32{}
	}
	i := uint32(len(n.all))
	s = strings.Clone(s) // not the whole line of the file that it was cut from
	n.all, n.number[s] = append(n.all, s), i
	return i
}

// ranks gives each number its place in the order of the texts.
func (n *names) ranks() []uint32 {
	order := make([]uint32, len(n.all))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(n.all[a], n.all[b]) })
	rank := make([]uint32, len(order))
	for at, i := range order {
		rank[i] = uint32(at)
	}
	return rank
}

// Add keeps one finding.
func (b *Book) Add(i validation.Issue) {
	n := uint32(len(b.rule))
	b.rule = append(b.rule, uint16(b.rules.of(i.Rule)))
	b.severity = append(b.severity, i.Severity)
	b.child = append(b.child, b.children.of(i.Child))
	b.group = append(b.group, uint32(i.Group))
	b.first = append(b.first, uint32(len(b.field)))
	if int(i.Severity) < len(b.counts) {
		b.counts[i.Severity]++
	}
	if i.Say != "" || len(i.Args) > 0 {
		if b.extra == nil {
			b.extra = map[uint32]extra{}
		}
		b.extra[n] = extra{i.Say, i.Args}
	}
	for _, p := range i.Places {
		b.field = append(b.field, b.fieldNumber(place{p.Table, p.Field}))
		b.row = append(b.row, uint32(p.Row))
		b.value = append(b.value, uint32(len(b.text)))
		b.text = append(append(b.text, p.Value...), 0)
	}
}

func (b *Book) fieldNumber(p place) uint16 {
	n, ok := b.fieldOf[p]
	if !ok {
		if b.fieldOf == nil {
			b.fieldOf = map[place]uint16{}
		}
		n = uint16(len(b.fields))
		b.fields, b.fieldOf[p] = append(b.fields, p), n
	}
	return n
}

// Finish makes ready for sorting and searching. It takes a moment: call it where
// the check ran.
func (b *Book) Finish() {
	b.ruleRank, b.childRank = b.rules.ranks(), b.children.ranks()
	b.lower = bytes.ToLower(b.text)
	if len(b.lower) != len(b.text) { // letters whose small form is longer
		b.lower = asciiLower(b.text)
	}
}

func asciiLower(s []byte) []byte {
	out := slices.Clone(s)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}

// Len is the number of findings.
func (b *Book) Len() int { return len(b.rule) }

// Count is the number of findings of a severity.
func (b *Book) Count(s validation.Severity) int { return b.counts[s] }

// Rule is the code of the n-th finding's rule.
func (b *Book) Rule(n int) string { return b.rules.all[b.rule[n]] }

// Child is the child that the n-th finding is about, empty for the whole return.
func (b *Book) Child(n int) string { return b.children.all[b.child[n]] }

// Severity is that of the n-th finding.
func (b *Book) Severity(n int) validation.Severity { return b.severity[n] }

// Rules are the codes of the rules that found something, in order, each with how
// often.
func (b *Book) Rules() []Broken {
	out := make([]Broken, len(b.rules.all))
	for i, code := range b.rules.all {
		out[i].Code = code
	}
	for _, r := range b.rule {
		out[r].Count++
	}
	slices.SortFunc(out, func(x, y Broken) int { return strings.Compare(x.Code, y.Code) })
	return out
}

// Broken is a rule with how often it was broken.
type Broken struct {
	Code  string
	Count int
}

// Issue makes the n-th finding as the check gave it.
func (b *Book) Issue(n int) validation.Issue {
	i := validation.Issue{Rule: b.Rule(n), Severity: b.severity[n], Child: b.Child(n), Group: int(b.group[n])}
	if e, ok := b.extra[uint32(n)]; ok {
		i.Say, i.Args = e.say, e.args
	}
	last := uint32(len(b.field))
	if n+1 < len(b.first) {
		last = b.first[n+1]
	}
	for p := b.first[n]; p < last; p++ {
		f := b.fields[b.field[p]]
		i.Places = append(i.Places, validation.Place{Table: f.table, Field: f.field, Row: int(b.row[p]), Value: b.valueAt(p)})
	}
	return i
}

func (b *Book) valueAt(p uint32) string {
	from := b.value[p]
	return string(b.text[from : from+uint32(bytes.IndexByte(b.text[from:], 0))])
}

// All gives every finding in the order of the check.
func (b *Book) All() iter.Seq[validation.Issue] {
	return func(yield func(validation.Issue) bool) {
		for n := range b.Len() {
			if !yield(b.Issue(n)) {
				return
			}
		}
	}
}
