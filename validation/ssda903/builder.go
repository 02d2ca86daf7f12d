package ssda903

import (
	"errors"
	"unicode/utf8"

	"recordwell/validation/datatype"
)

// maxRows bounds one table, so that a hostile file ends in an error and not in
// a full memory. All of England has about a million reviews a year.
const maxRows = 5_000_000

var errTooManyRows = errors.New("it has more than 5,000,000 rows, more than all of England. Check that it is the right file")

// builder gathers rows of any order into children.
type builder struct {
	ret   *Return
	byID  map[string]int // position among the children
	parse func(string) (datatype.Date, error)
	rows  [Last + tableCount]int
	// texts share what was written, a map for each kind of column: that of the
	// codes is small and stays near.
	texts [derivedColumn + 1]map[string]*text
	// at is the position of the child of the row before: files mostly come in
	// one order, so the next row is of that child or the one after.
	at    int
	slabs slabs
}

// newBuilder starts a return. Dates are DD/MM/YYYY, or ISO for a tables file.
func newBuilder(iso bool) *builder {
	b := &builder{ret: &Return{}, byID: make(map[string]int), parse: datatype.ParseDMY}
	for i := range b.texts {
		b.texts[i] = make(map[string]*text)
	}
	if iso {
		b.parse = datatype.ParseISO
	}
	return b
}

// longText is a length from which a text is the child's own (a UPN) and not
// worth sharing.
const longText = 12

// text shares what was written. Bytes that are not UTF-8 are read as
// Windows-1252, which the tools of the field still write.
func (b *builder) text(raw []byte, kind columnKind) *text {
	if t, ok := b.texts[kind][string(raw)]; ok {
		return t
	}
	s := string(raw)
	if !utf8.ValidString(s) {
		s = fromWindows1252(raw)
	}
	t := &text{s: s}
	if len(s) == len("31/03/2027") {
		t.date, _ = b.parse(s)
	}
	if len(raw) < longText {
		b.texts[kind][string(raw)] = t
	}
	return t
}

// id is the text of a CHILD cell: that of the child when it is known already.
func (b *builder) id(raw []byte) *text {
	for i := b.at; i < min(b.at+2, len(b.ret.Children)); i++ {
		if c := b.ret.Children[i]; c.id != nil && c.ID == string(raw) {
			return c.id
		}
	}
	return b.text(raw, textColumn)
}

// add makes a row. cells holds the file's columns in schema order, nil where
// nothing was written; number is the row's name in findings.
func (b *builder) add(t Table, cells []*text, number int) (row, error) {
	if b.rows[t]++; b.rows[t] > maxRows {
		return nil, errTooManyRows
	}
	c := b.child(cells[0])
	r := b.slabs.row(c.year(t), t)
	for i := range schema[t.thisYear()].columns {
		v := r.field(i)
		*v = Value{row: int32(number), table: t, col: uint8(i)}
		if i < len(cells) {
			v.text = cells[i]
		}
	}
	return r, nil
}

// child finds or starts the child that a row names.
func (b *builder) child(id *text) *Child {
	if id == nil {
		return b.newChild(nil)
	}
	for i := b.at; i < min(b.at+2, len(b.ret.Children)); i++ {
		if c := b.ret.Children[i]; c.id != nil && (c.id == id || c.ID == id.s) {
			b.at = i
			return c
		}
	}
	if i, ok := b.byID[id.s]; ok {
		b.at = i
		return b.ret.Children[i]
	}
	b.at = len(b.ret.Children)
	b.byID[id.s] = b.at
	return b.newChild(id)
}

func (b *builder) newChild(id *text) *Child {
	both := new(struct {
		child Child
		last  Tables
	})
	c := &both.child
	c.Last = &both.last
	if id != nil {
		c.ID, c.id = id.s, id
	}
	b.ret.Children = append(b.ret.Children, c)
	return c
}

// slabs hand out rows from blocks: one allocation for many rows.
type slabs struct {
	header         []Header
	episodes       []Episode
	reviews        []Review
	uasc           []UASC
	oc2            []OC2
	oc3            []OC3
	ad1            []AD1
	placedAdoption []PlacedAdoption
	prevPerm       []PrevPerm
	missing        []Missing
	swEpisodes     []SWEpisode
	dolo           []DoLo
}

func (s *slabs) row(ts *Tables, t Table) row {
	switch t.thisYear() {
	case HeaderTable:
		return take(&s.header, &ts.Header)
	case EpisodesTable:
		return take(&s.episodes, &ts.Episodes)
	case ReviewsTable:
		return take(&s.reviews, &ts.Reviews)
	case UASCTable:
		return take(&s.uasc, &ts.UASC)
	case OC2Table:
		return take(&s.oc2, &ts.OC2)
	case OC3Table:
		return take(&s.oc3, &ts.OC3)
	case AD1Table:
		return take(&s.ad1, &ts.AD1)
	case PlacedAdoptionTable:
		return take(&s.placedAdoption, &ts.PlacedAdoption)
	case PrevPermTable:
		return take(&s.prevPerm, &ts.PrevPerm)
	case MissingTable:
		return take(&s.missing, &ts.Missing)
	case SWEpisodesTable:
		return take(&s.swEpisodes, &ts.SWEpisodes)
	}
	return take(&s.dolo, &ts.DoLo)
}

func take[T any](slab *[]T, rows *[]*T) *T {
	if len(*slab) == 0 {
		*slab = make([]T, 64)
	}
	r := &(*slab)[0]
	*slab = (*slab)[1:]
	*rows = append(*rows, r)
	return r
}
