package cin

import (
	"bufio"
	"encoding/xml"
	"io"
	"strings"
)

// Writer writes a return as XML, child by child.
type Writer struct {
	w   *bufio.Writer
	err error
}

// NewWriter writes the header. Call Close after the last child.
func NewWriter(w io.Writer, h *Header) (*Writer, error) {
	x := &Writer{w: bufio.NewWriter(w)}
	x.raw(xml.Header + "<Message>\n")
	x.open(1, "Header")
	writeColumns(x, 2, &headerTable, h)
	x.closeTag(1, "Header")
	x.raw("  <Children>\n")
	return x, x.err
}

// Write writes one child. Rows that only stand for missing ones are left out.
func (x *Writer) Write(c *Child) error {
	x.open(2, "Child")
	for i := range each(c.Identifiers) {
		writeRow(x, 3, "ChildIdentifiers", &identifiersTable, i, nil)
	}
	for i := range c.Characteristics {
		writeRow(x, 3, "ChildCharacteristics", &characteristicsTable, &c.Characteristics[i], func() {
			if i == 0 {
				x.disabilities(c.Disabilities)
			}
		})
	}
	if len(c.Characteristics) == 0 && len(c.Disabilities) > 0 {
		x.open(3, "ChildCharacteristics")
		x.disabilities(c.Disabilities)
		x.closeTag(3, "ChildCharacteristics")
	}
	for d := range each(c.Details) {
		writeRow(x, 3, "CINdetails", &detailsTable, d, func() { x.below(d) })
	}
	x.closeTag(2, "Child")
	return x.err
}

// Close ends the file.
func (x *Writer) Close() error {
	x.raw("  </Children>\n</Message>\n")
	if x.err == nil {
		x.err = x.w.Flush()
	}
	return x.err
}

func (x *Writer) disabilities(rows []Disability) {
	if len(rows) == 0 {
		return
	}
	x.open(4, "Disabilities")
	for d := range each(rows) {
		x.value(5, "Disability", d.Disability.s)
	}
	x.closeTag(4, "Disabilities")
}

// below writes what came of a referral.
func (x *Writer) below(d *Details) {
	for a := range each(d.Assessments) {
		writeRow(x, 4, "Assessments", &assessmentsTable, a, nil)
	}
	for p := range each(d.Plans) {
		writeRow(x, 4, "CINPlanDates", &plansTable, p, nil)
	}
	for s := range each(d.Section47) {
		writeRow(x, 4, "Section47", &section47Table, s, nil)
	}
	for p := range each(d.CPPs) {
		writeRow(x, 4, "ChildProtectionPlans", &cppTable, p, func() {
			for r := range each(p.Reviews) {
				writeRow(x, 5, "Reviews", &reviewsTable, r, nil)
			}
		})
	}
	for p := range each(d.PreProceedings) {
		writeRow(x, 4, "PreProceedingsandFGDM", &preProceedingsTable, p, nil)
	}
}

func writeRow[T any](x *Writer, depth int, name string, t *table[T], row *T, below func()) {
	x.open(depth, name)
	writeColumns(x, depth+1, t, row)
	if below != nil {
		below()
	}
	x.closeTag(depth, name)
}

func writeColumns[T any](x *Writer, depth int, t *table[T], row *T) {
	in := ""
	for i := range t.columns {
		c := &t.columns[i]
		values := columnValues(c, row)
		if len(values) == 0 {
			continue
		}
		if c.in != in {
			if in != "" {
				x.closeTag(depth, in)
			}
			in = c.in
			if in != "" {
				x.open(depth, in)
			}
		}
		for _, v := range values {
			if in != "" {
				x.value(depth+1, c.element(), v)
			} else {
				x.value(depth, c.element(), v)
			}
		}
	}
	if in != "" {
		x.closeTag(depth, in)
	}
}

func columnValues[T any](c *column[T], row *T) []string {
	switch {
	case c.date != nil:
		if d := *c.date(row); d.Present() || d.Unreadable() {
			return []string{d.String()}
		}
	case c.text != nil:
		if t := *c.text(row); t.Present() {
			return []string{t.s}
		}
	default:
		var all []string
		for _, t := range *c.list(row) {
			all = append(all, t.s)
		}
		return all
	}
	return nil
}

func (x *Writer) open(depth int, name string) { x.raw(indent(depth) + "<" + name + ">\n") }

func (x *Writer) closeTag(depth int, name string) { x.raw(indent(depth) + "</" + name + ">\n") }

func (x *Writer) value(depth int, name, v string) {
	x.raw(indent(depth) + "<" + name + ">")
	if x.err == nil {
		x.err = xml.EscapeText(x.w, []byte(v))
	}
	x.raw("</" + name + ">\n")
}

func (x *Writer) raw(s string) {
	if x.err == nil {
		_, x.err = x.w.WriteString(s)
	}
}

func indent(depth int) string { return strings.Repeat("  ", depth) }
