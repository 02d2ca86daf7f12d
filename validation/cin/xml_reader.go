package cin

import (
	"errors"
	"fmt"
	"io"

	"recordwell/validation/datatype"
	"recordwell/validation/plainxml"
)

// maxRows is the most rows that one child may have, so that a hostile file
// cannot fill the memory with one child.
const maxRows = 20_000

// maxRemarks is how many remarks are kept; more are only counted.
const maxRemarks = 20

// Reader reads the XML of a return, child by child.
type Reader struct {
	scan    *plainxml.Scanner
	header  Header
	child   *Child
	rows    map[string]int32 // rows read so far, by table
	inChild int              // rows of this child
	intern  map[string]string
	stack   []frame
	remarks remarks
	done    bool
}

// frame is an open element.
type frame struct {
	group *group
	row   any // pointer to the typed row that the group's values go to
	leaf  int // column of the open value, or one of the two below
	drop  bool
	seen  uint64 // columns that had a value
}

const notLeaf = -1

// NewReader reads up to the first child.
func NewReader(r io.Reader) (*Reader, error) {
	scan, err := plainxml.NewScanner(r)
	if err != nil {
		return nil, err
	}
	x := &Reader{scan: scan, rows: map[string]int32{}, intern: map[string]string{}}
	if err := x.start(); err != nil {
		return nil, err
	}
	return x, nil
}

// start reads the root and the header.
func (x *Reader) start() error {
	kind, err := x.scan.Next()
	if err != nil {
		return err
	}
	if kind != plainxml.Start || string(x.scan.Name()) != messageGroup.name {
		return &plainxml.Error{Line: x.scan.Line(), Reason: fmt.Sprintf("the outer element is <%s>. A children in need return starts with <Message>", x.scan.Name())}
	}
	x.push(messageGroup, nil)
	for len(x.stack) > 0 && x.top().group != childrenGroup {
		if err := x.step(); err != nil {
			return err
		}
	}
	x.done = len(x.stack) == 0
	return nil
}

// Header is the header of the return.
func (x *Reader) Header() *Header { return &x.header }

// Remarks says what was noticed that no rule is about.
func (x *Reader) Remarks() []string { return x.remarks.list() }

// Next returns the next child, and io.EOF after the last. Errors name the line.
func (x *Reader) Next() (*Child, error) {
	if x.done {
		return nil, io.EOF
	}
	x.child, x.inChild = nil, 0
	for {
		if err := x.step(); err != nil {
			if errors.Is(err, io.EOF) {
				x.done = true
			}
			return nil, err
		}
		if len(x.stack) > 0 && x.child != nil && x.top().group == childrenGroup {
			return x.child, nil
		}
	}
}

func (x *Reader) top() *frame { return &x.stack[len(x.stack)-1] }

func (x *Reader) push(g *group, row any) {
	x.stack = append(x.stack, frame{group: g, row: row, leaf: notLeaf})
}

// step reads one tag.
func (x *Reader) step() error {
	kind, err := x.scan.Next()
	if err != nil {
		return err
	}
	if kind == plainxml.End {
		x.end()
		return x.limit()
	}
	if text := x.scan.Text(); len(text) > 0 && !x.top().drop {
		x.remarks.add("line %d: text stands in <%s> where only elements may stand, and was left out", x.scan.Line(), x.top().group.name)
	}
	x.begin(x.scan.Name())
	return x.limit()
}

// limit refuses a child with more records than anyone has.
func (x *Reader) limit() error {
	if x.inChild <= maxRows {
		return nil
	}
	return &plainxml.Error{Line: x.scan.Line(), Reason: fmt.Sprintf("one child has more than %d records. Check that every <Child> is closed", maxRows)}
}

func (x *Reader) begin(name []byte) {
	f := x.top()
	if f.drop || f.leaf != notLeaf {
		if !f.drop {
			x.remarks.add("line %d: <%s> stands inside a value, and was left out", x.scan.Line(), name)
		}
		x.stack = append(x.stack, frame{group: f.group, leaf: notLeaf, drop: true})
		return
	}
	if f.group.columns != nil {
		if i, ok := f.group.columns[string(name)]; ok {
			x.stack = append(x.stack, frame{group: f.group, row: f.row, leaf: i})
			return
		}
	}
	if g := f.group.groups[string(name)]; g != nil {
		x.beginGroup(g, f.row)
		return
	}
	x.remarks.add("line %d: <%s> in <%s> is not part of the census, and was left out", x.scan.Line(), name, f.group.name)
	x.stack = append(x.stack, frame{group: f.group, leaf: notLeaf, drop: true})
}

func (x *Reader) beginGroup(g *group, parent any) {
	row := parent
	if g.table != "" {
		n := x.rows[g.table]
		x.rows[g.table] = n + 1
		x.inChild++
		row = g.add(x, parent, n)
	} else if g == childGroup {
		x.child = &Child{}
		row = x.child
	}
	x.push(g, row)
}

// end closes the innermost element; a value goes to its row.
func (x *Reader) end() {
	f := *x.top()
	x.stack = x.stack[:len(x.stack)-1]
	if f.drop || f.leaf == notLeaf {
		return
	}
	text := x.scan.Text()
	if len(text) == 0 {
		return
	}
	parent := x.top()
	bit := uint64(1) << f.leaf
	if parent.seen&bit != 0 && !f.group.repeats {
		x.remarks.add("line %d: <%s> is there twice in one <%s>. The first was kept", x.scan.Line(), x.scan.Name(), f.group.name)
		return
	}
	parent.seen |= bit
	f.group.set(x, f.row, f.leaf, text)
}

// date reads a day without a copy of its text, unless it is no day.
func (x *Reader) date(b []byte, column string) Date {
	if d, ok := isoDay(b); ok {
		return Date{day: d}
	}
	x.remarks.add("line %d: %s is not a real date, and counts as missing", x.scan.Line(), column)
	return Date{text: string(b)}
}

func isoDay(b []byte) (datatype.Date, bool) {
	if len(b) != 10 {
		return 0, false
	}
	var fixed [10]byte
	copy(fixed[:], b)
	d, err := datatype.ParseISO(string(fixed[:]))
	return d, err == nil
}

// textOf shares the copies of short texts: almost all are codes.
func (x *Reader) textOf(b []byte) Text {
	if len(b) <= 8 {
		if s, ok := x.intern[string(b)]; ok {
			return Text{s, true}
		}
		s := string(b)
		if len(x.intern) < 4096 {
			x.intern[s] = s
		}
		return Text{s, true}
	}
	return Text{string(b), true}
}

// remarks keeps the first few and counts the rest.
type remarks struct {
	kept []string
	more int
}

func (r *remarks) add(format string, args ...any) {
	if len(r.kept) == maxRemarks {
		r.more++
		return
	}
	r.kept = append(r.kept, fmt.Sprintf(format, args...))
}

func (r *remarks) list() []string {
	if r.more == 0 {
		return r.kept
	}
	return append(r.kept[:len(r.kept):len(r.kept)], fmt.Sprintf("and %d more of the kind", r.more))
}
