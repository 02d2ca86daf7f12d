package export

import "recordwell/capture/report"

// Shared returns the tables of the shareable version, the data dictionary last.
// A table that would be hidden whole is not among them.
func Shared(s *report.Shared) []Table {
	var tables []Table
	for _, t := range s.Tables {
		if t.Note != "" {
			continue
		}
		columns := make([]Column, 0, len(t.Columns)+2)
		for _, c := range t.Columns {
			columns = append(columns, Column{c.Name, text, c.Unit, c.Meaning + "; “c” is hidden"})
		}
		columns[0].Meaning = t.Columns[0].Meaning
		columns = append(columns, Column{"version", text, "", "marks the shareable version"}, simulatedColumn)
		tables = append(tables, Table{t.ID, t.Title, columns, func(each func(...any)) {
			for _, r := range t.Rows {
				cells := make([]any, 0, len(r)+2)
				for _, c := range r {
					cells = append(cells, c)
				}
				each(append(cells, "shareable", s.Simulated != "")...)
			}
		}})
	}
	return append(tables, Dictionary(tables))
}
