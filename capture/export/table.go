package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// Table is one file: its columns and how a thing becomes a row.
type Table struct {
	Name    string // file name without ".csv"
	About   string
	Columns []Column
	rows    func(each func(cells ...any))
}

// Column is one column of a table.
type Column struct {
	Name, Type, Unit, Meaning string
}

// The types of columns.
const (
	text    = "text"
	whole   = "whole number"
	decimal = "decimal number"
	yesNo   = "yes or no"
)

// simulatedColumn ends every table.
var simulatedColumn = Column{"simulated", yesNo, "", "yes when the program made up any of the people behind the row"}

// Write writes the table as CSV (RFC 4180): UTF-8, a header row, a point in
// numbers, an empty cell for what is not measured.
func (t Table) Write(w io.Writer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var header []string
	for _, c := range t.Columns {
		header = append(header, c.Name)
	}
	if err := out.Write(header); err != nil {
		return err
	}
	var failed error
	record := make([]string, len(t.Columns))
	t.rows(func(cells ...any) {
		if failed != nil {
			return
		}
		for i := range record {
			record[i] = cell(cells[i])
		}
		failed = out.Write(record)
	})
	out.Flush()
	if failed == nil {
		failed = out.Error()
	}
	return failed
}

func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case literal:
		return string(v)
	case string:
		return safe(v)
	}
	return ""
}

// literal is written as it is: a number, which no spreadsheet takes for a formula.
type literal string

// safe keeps a spreadsheet from taking words for a formula.
func safe(s string) string {
	if strings.ContainsAny(s[:min(1, len(s))], "=+-@\t\r") {
		return "'" + s
	}
	return s
}

// Dictionary describes the columns of tables, itself among them.
func Dictionary(tables []Table) Table {
	columns := []Column{
		{"file", text, "", "file that the column is in"},
		{"column", text, "", "name in the header row"},
		{"type", text, "", "text, whole number, decimal number, or yes or no"},
		{"unit", text, "", "unit of a number; “share” is 0 to 1"},
		{"meaning", text, "", "what the column holds"},
		{"defined_in", text, "", "where its formula is written down"},
	}
	dictionary := Table{Name: "data-dictionary", About: "What every column means", Columns: columns}
	dictionary.rows = func(each func(...any)) {
		for _, t := range append(tables[:len(tables):len(tables)], dictionary) {
			for _, c := range t.Columns {
				each(t.Name+".csv", c.Name, c.Type, c.Unit, c.Meaning, place(t.Name, c.Name))
			}
		}
	}
	return dictionary
}
