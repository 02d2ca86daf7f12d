package xlsform

import (
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"recordwell/capture/form/source"
)

// Write writes the form of a file as a spreadsheet (.xlsx). Codeset gives the choices
// of a shared list, which are written out; nil where there is none of the name.
func Write(w io.Writer, root *source.Node, codeset func(name string) *source.Node) error {
	if root.Get("form") == nil || root.Get("survey") == nil {
		return fmt.Errorf("%s is not a form. The first line of a form is “form:” and its name", root.File)
	}
	survey := &table{columns: []string{"type", "name", "label", "hint", "required", "required_message", "relevant", "constraint",
		"constraint_message", "calculation", "appearance", "choice_filter"}}
	survey.add(root.Get("survey"))

	choices := &table{columns: []string{listColumn, "name", "label"}}
	for _, list := range root.Get("choices").EntriesOrNone() {
		rows, from := list.Value, ""
		if shared := list.Value.Get("codeset"); shared != nil {
			from = shared.Value
			if rows = codeset(from); rows == nil {
				return fmt.Errorf("there is no code set %q for the list %s", from, list.Key.Value)
			}
		}
		for _, choice := range rows.Items {
			row := map[string]string{}
			for _, e := range choice.Entries {
				row[e.Key.Value] = cell(e.Value)
			}
			row[listColumn], row[codesetColumn] = list.Key.Value, from
			choices.row(row)
		}
	}

	about, words := &table{}, &table{columns: []string{"name", "label"}}
	row := map[string]string{}
	for _, s := range settings {
		if n := root.Get(s[0]); n != nil {
			row[s[1]] = cell(n)
		}
		about.columns = append(about.columns, s[1])
	}
	for _, e := range root.Entries {
		switch key := e.Key.Value; key {
		case "survey", "choices", "title", "form", "version":
		case "words":
			for _, word := range e.Value.Entries {
				words.row(map[string]string{"name": word.Key.Value, "label": cell(word.Value)})
			}
		default:
			row[key] = cell(e.Value)
			about.columns = append(about.columns, key)
		}
	}
	about.row(row)

	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing is on the disk
	if err := f.SetSheetName("Sheet1", surveySheet); err != nil {
		return err
	}
	for _, sheet := range []struct {
		name string
		*table
	}{{surveySheet, survey}, {choicesSheet, choices}, {settingsSheet, about}, {wordsSheet, words}} {
		if err := sheet.write(f, sheet.name); err != nil {
			return err
		}
	}
	return f.Write(w)
}

// table is what a sheet holds; columns come in as rows need them.
type table struct {
	columns []string
	rows    []map[string]string
}

func (t *table) row(cells map[string]string) { t.rows = append(t.rows, cells) }

// add adds the rows of a survey, groups and repeats with those inside them.
func (t *table) add(survey *source.Node) {
	for _, n := range survey.Items {
		row, inside := map[string]string{}, n.Get("survey")
		for _, e := range n.Entries {
			key := e.Key.Value
			if key == "survey" {
				continue
			}
			if other := columns[key]; other != "" {
				key = other
			}
			if !slices.Contains(t.columns, key) {
				t.columns = append(t.columns, key)
			}
			row[key] = cell(e.Value)
		}
		kind := row["type"]
		if inside == nil {
			t.row(row)
			continue
		}
		row["type"] = "begin_" + kind
		t.row(row)
		t.add(inside)
		t.row(map[string]string{"type": "end_" + kind, "name": row["name"]})
	}
}

// cell is a value as it stands in a cell.
func cell(n *source.Node) string {
	if n.Kind == source.Scalar {
		return source.Tidy(n.Value)
	}
	return n.Flow()
}

// write writes a sheet with its head in bold, which stays in sight.
func (t *table) write(f *excelize.File, sheet string) error {
	if _, err := f.NewSheet(sheet); err != nil {
		return err
	}
	for _, row := range t.rows {
		for key := range row {
			if row[key] != "" && !slices.Contains(t.columns, key) {
				t.columns = append(t.columns, key)
			}
		}
	}
	out, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	// Codes such as 007 and 1E2 stay what they are.
	text, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	for i, c := range t.columns {
		if err := out.SetColWidth(i+1, i+1, float64(width(c))); err != nil {
			return err
		}
	}
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	line := func(n, style int, value func(column string) string) error {
		cells := make([]any, len(t.columns))
		for i, c := range t.columns {
			cells[i] = excelize.Cell{StyleID: style, Value: value(c)}
		}
		return out.SetRow(fmt.Sprintf("A%d", n), cells)
	}
	if err := line(1, bold, func(c string) string { return c }); err != nil {
		return err
	}
	for i, row := range t.rows {
		if err := line(i+2, text, func(c string) string { return row[c] }); err != nil {
			return err
		}
	}
	return out.Flush()
}

// width is how many letters of a column are seen.
func width(column string) int {
	switch column {
	case "label", "hint", "why", "help":
		return 50
	case "type", "name", "relevant", "constraint", "constraint_message", "title", "form_title":
		return 28
	}
	return 18
}
