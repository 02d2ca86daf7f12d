package ssda903

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// headerOrder is the order of what HEADER holds: the child's own elements, rows
// of other tables as elements or groups. A table stands where its name stands.
var headerOrder = []string{
	"CHILD", "UPN", "SEX", "DOB", "ETHNIC", "UASC", "UASC:", "Reviews:", "Missing:", "PlacedAdoption:", "AD1:", "OC3:",
	"MOTHER", "MC_DOB", "PrevPerm:", "OC2:",
}

var groupNames = func() map[Table]string {
	names := make(map[Table]string)
	for name, t := range xmlGroups {
		names[t] = name
	}
	return names
}()

// WriteXML writes this year's return as its XML file. It fails for what the file
// has no place for: social worker episodes, deprivation of liberty orders, and
// a second row where a child can have one only.
func (r *Return) WriteXML(w io.Writer) error {
	out := bufio.NewWriterSize(w, 64<<10)
	x := xmlWriter{w: out}
	x.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EXPSSDA903>\n")
	for _, c := range r.Children {
		if err := x.child(c); err != nil {
			return err
		}
	}
	x.raw("</EXPSSDA903>\n")
	return out.Flush() // a bufio.Writer keeps its first error
}

type xmlWriter struct{ w *bufio.Writer }

func (x *xmlWriter) raw(s string) { _, _ = x.w.WriteString(s) }

func (x *xmlWriter) child(c *Child) error {
	for _, t := range []Table{SWEpisodesTable, DoLoTable} {
		if c.Len(t) > 0 {
			return fmt.Errorf("the XML file of the return has no place for %s. Write CSV files", t)
		}
	}
	for _, t := range []Table{HeaderTable, UASCTable, OC3Table, AD1Table} {
		if c.Len(t) > 1 {
			return fmt.Errorf("child %s has %d rows in %s and the XML file has room for one", c.ID, c.Len(t), t)
		}
	}
	if len(c.Tables.Header) == 0 && c.rows() > 0 {
		return fmt.Errorf("child %s has no row in Header, which the XML file needs", c.ID)
	}
	if len(c.Tables.Header) == 0 {
		return nil // only in last year's return
	}
	x.raw("<CHILD><HEADER>")
	for _, name := range headerOrder {
		table, isTable := strings.CutSuffix(name, ":")
		if !isTable {
			i, _ := HeaderTable.columnNamed(name)
			x.value(c, HeaderTable, 0, i)
			continue
		}
		t, _ := tableNamed(table)
		x.rows(c, t)
	}
	x.raw("</HEADER>")
	x.rows(c, EpisodesTable)
	x.raw("</CHILD>\n")
	return nil
}

// rows counts this year's rows of the child.
func (c *Child) rows() int {
	n := 0
	for t := range tableCount {
		n += c.Len(t)
	}
	return n
}

func (x *xmlWriter) rows(c *Child, t Table) {
	group, grouped := groupNames[t]
	for i := range c.Len(t) {
		if grouped {
			x.raw("<" + group + ">")
		}
		for at, column := range schema[t].columns {
			if at > 0 && column.name != "DOB" && column.name != "SEX" && column.kind != derivedColumn {
				x.value(c, t, i, at)
			}
		}
		if grouped {
			x.raw("</" + group + ">")
		}
	}
}

var xmlEscape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (x *xmlWriter) value(c *Child, t Table, i, column int) {
	v := c.at(t, i).field(column)
	if v.Missing() {
		return
	}
	name := schema[t].columns[column].xml
	if name == "" {
		name = "UASC"
	}
	x.raw("<" + name + ">")
	_, _ = xmlEscape.WriteString(x.w, v.written())
	x.raw("</" + name + ">")
}
