package ssda903

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// place says what an XML element fills.
type place struct {
	table  Table
	column int
}

// xmlGroups are the elements that hold one row each, below HEADER (or, for
// EPISODE, beside it).
var xmlGroups = map[string]Table{
	"EPISODE": EpisodesTable, "AREVIEW": ReviewsTable, "AMISSING": MissingTable, "OC2": OC2Table,
	"PERMANENCE": PrevPermTable, "AD_PLACED": PlacedAdoptionTable,
}

// xmlLeaves are the elements directly in HEADER.
var xmlLeaves = func() map[string]place {
	leaves := map[string]place{"UASC": {HeaderTable, uascColumn}}
	for _, t := range []Table{AD1Table, OC3Table, UASCTable, HeaderTable} {
		for i, c := range schema[t].columns {
			if c.xml != "" {
				leaves[c.xml] = place{t, i} // HEADER comes last and so owns CHILDID, SEX, DOB
			}
		}
	}
	return leaves
}()

// uascColumn is Header.UASC, which the XML file holds and CSV files do not.
const uascColumn = 7

// xmlTables are the tables that the XML file has a place for.
var xmlTables = []Table{
	HeaderTable, EpisodesTable, ReviewsTable, UASCTable, OC2Table, OC3Table, AD1Table, PlacedAdoptionTable,
	PrevPermTable, MissingTable,
}

// xmlRow is one row of a child that is still being read.
type xmlRow struct {
	table Table
	cells [16]*text
	any   bool
}

// xml reads the XML file of the return.
func (b *builder) xml(r io.Reader, last bool) error {
	s, err := newXMLScanner(r)
	if err != nil {
		return err
	}
	year := Table(0)
	if last {
		year = Last
	}
	for _, t := range xmlTables {
		if b.ret.Has(t + year) {
			return errors.New("the XML file holds every table, and another file was given beside it. Give the XML file alone")
		}
		for i, c := range schema[t].columns {
			if c.kind != derivedColumn || t == HeaderTable {
				b.ret.hasColumn(t+year, i)
			}
		}
	}
	if !last {
		b.ret.XML = true
	}
	x := xmlReader{b: b, s: s, year: year}
	for {
		kind, name, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = x.token(kind, name)
		}
		if err != nil {
			return err
		}
	}
}

type xmlReader struct {
	b     *builder
	s     *xmlScanner
	year  Table
	rows  []xmlRow // of the child; the first four are HEADER's own tables
	group int      // the row being filled, or -1
	leaf  bool
	count [tableCount]int
}

func (x *xmlReader) token(kind tokenKind, name string) error {
	depth := len(x.s.stack)
	if kind == endToken {
		depth++
	}
	switch {
	case kind == startToken && x.leaf:
		return x.unknown(name)
	case depth == 1:
		if name != "EXPSSDA903" {
			return x.s.errorf("the outer element is <%s>, and that of an SSDA903 return is <EXPSSDA903>", name)
		}
	case depth == 2:
		if name != "CHILD" {
			return x.unknown(name)
		}
		if kind == startToken {
			x.rows = append(x.rows[:0], xmlRow{table: HeaderTable}, xmlRow{table: UASCTable}, xmlRow{table: OC3Table}, xmlRow{table: AD1Table})
			x.group = -1
			return nil
		}
		return x.child()
	case kind == startToken && x.group < 0 && (depth == 3) == (name == "EPISODE" || name == "HEADER"):
		if name == "HEADER" {
			return nil
		}
		if t, ok := xmlGroups[name]; ok {
			x.rows = append(x.rows, xmlRow{table: t, any: true})
			x.group = len(x.rows) - 1
		}
		x.leaf = x.group < 0
		if _, ok := xmlLeaves[name]; x.leaf && !ok {
			return x.unknown(name)
		}
	case kind == startToken:
		if x.group < 0 || x.leaf {
			return x.unknown(name)
		}
		if _, ok := x.column(name); !ok {
			return x.unknown(name)
		}
		x.leaf = true
	case x.leaf:
		x.leaf = false
		return x.value(name)
	default:
		if len(bytes.TrimSpace(x.s.text)) > 0 {
			return x.s.errorf("text stands in <%s>, where only elements may stand", name)
		}
		x.group = -1
	}
	return nil
}

func (x *xmlReader) column(name string) (int, bool) {
	for i, c := range schema[x.rows[x.group].table].columns {
		if c.xml == name && i > 0 {
			return i, true
		}
	}
	return 0, false
}

// value puts the text of a leaf into its row.
func (x *xmlReader) value(name string) error {
	raw := bytes.TrimSpace(x.s.text)
	x.s.text = x.s.text[:0]
	if len(raw) == 0 {
		return nil
	}
	if !utf8.Valid(raw) {
		return x.s.errorf("<%s> is not written in the encoding that the file names. Save the file as UTF-8", name)
	}
	at, column := x.group, 0
	if x.group >= 0 {
		column, _ = x.column(name)
	} else {
		p := xmlLeaves[name]
		column = p.column
		for at = 0; x.rows[at].table != p.table; at++ {
		}
	}
	if x.rows[at].cells[column] != nil {
		return x.s.errorf("<%s> stands twice in the same place", name)
	}
	x.rows[at].cells[column] = x.b.text(raw, schema[x.rows[at].table].columns[column].kind)
	x.rows[at].any = true
	return nil
}

// child adds the rows of a child whose element has just closed. The other
// tables repeat what HEADER says about the child.
func (x *xmlReader) child() error {
	header := &x.rows[0]
	header.any = true
	if uasc := header.cells[uascColumn]; uasc != nil && uasc.s == "1" {
		x.rows[1].any = true
	}
	for i := range x.rows {
		p := &x.rows[i]
		if !p.any {
			continue
		}
		columns := schema[p.table].columns
		p.cells[0] = header.cells[0]
		if i > 0 {
			for at, c := range columns {
				switch c.name {
				case "SEX":
					p.cells[at] = header.cells[1]
				case "DOB":
					p.cells[at] = header.cells[2]
				}
			}
		}
		if _, err := x.b.add(p.table+x.year, p.cells[:len(columns)], x.count[p.table]); err != nil {
			return x.s.errorf("%v", err)
		}
		x.count[p.table]++
	}
	return nil
}

func (x *xmlReader) unknown(name string) error {
	return x.s.errorf("<%s> has no place here in an SSDA903 return", name)
}
