package ssda903

import "recordwell/validation/returns"

// Rows are the rows of this year's tables, as [FromRows] takes them: dates are
// YYYY-MM-DD, and what nobody wrote is left out.
func (c *Child) Rows() (out []returns.Row) {
	for t := range tableCount {
		columns := schema[t].columns[:t.fileColumns()]
		for i := range c.Len(t) {
			from := c.at(t, i)
			row := returns.Row{Table: schema[t].name, Parent: -1, Number: i}
			for n := range columns {
				v := from.field(n)
				switch {
				case v.Missing():
					continue
				case v.IsDate() && columns[n].kind == dateColumn:
					row.Cells = append(row.Cells, returns.Cell{Column: columns[n].name, Value: v.Day().String()})
				default:
					row.Cells = append(row.Cells, returns.Cell{Column: columns[n].name, Value: v.Text()})
				}
			}
			out = append(out, row)
		}
	}
	return out
}
