package cin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"recordwell/validation/datatype"
)

// Tables is a return given as tables, one row a record: the form in which
// councils exchange extracts and in which rules are tried out.
type Tables struct {
	Return
	// Reference is the reference date: of the header, or else of the metadata.
	Reference Date
	// Columns holds the tables and "Table.Column"s that the file has.
	Columns map[string]bool
	// Remarks are what the file has and the census has not.
	Remarks []string
}

// ReadTables reads {"inputs": {TABLE: {"columns": […], "rows": [{…}, …]}},
// "metadata": {"reference_date": …}}. null and an absent key are missing; dates
// are YYYY-MM-DD or DD-MM-YYYY. Rows belong together by LAchildID, CINdetailsID,
// CPPID and AssessmentID; where a key is not given, the keys above it decide. A
// number in "_row" names the row, instead of its position.
func ReadTables(r io.Reader) (*Tables, error) {
	var file struct {
		Inputs   map[string]*inputTable `json:"inputs"`
		Metadata struct {
			ReferenceDate string `json:"reference_date"`
		} `json:"metadata"`
	}
	dec := json.NewDecoder(r)
	dec.UseNumber()
	if err := dec.Decode(&file); err != nil {
		return nil, fmt.Errorf("the tables file is not JSON that can be read: %w", err)
	}
	if file.Inputs == nil {
		return nil, fmt.Errorf("the tables file has no \"inputs\"")
	}
	t := &Tables{Columns: map[string]bool{}, Reference: ParseDate(file.Metadata.ReferenceDate)}
	for name, in := range file.Inputs {
		if in == nil {
			continue
		}
		t.note(name, in)
	}
	slices.Sort(t.Remarks)
	b := newTablesBuilder(file.Inputs)
	if err := b.build(&t.Return); err != nil {
		return nil, err
	}
	if len(t.Headers) > 0 && t.Headers[0].ReferenceDate.Present() {
		t.Reference = t.Headers[0].ReferenceDate
	}
	if t.Reference.Present() {
		t.Columns["Header.ReferenceDate"] = true
	}
	return t, nil
}

// note records which columns there are, and what is not of the census.
func (t *Tables) note(name string, in *inputTable) {
	known, ok := tableColumns[name]
	if !ok {
		t.Remarks = append(t.Remarks, fmt.Sprintf("table %q is not part of the census and was left out", name))
		return
	}
	t.Columns[name] = true
	for col := range in.columns {
		t.Columns[name+"."+col] = true
		if !slices.Contains(known, col) && !slices.Contains(keyColumns, col) {
			t.Remarks = append(t.Remarks, fmt.Sprintf("column %q of table %s is not part of the census and was left out", col, name))
		}
	}
	if name == factorsTable && in.columns["AssessmentFactor"] {
		t.Columns["Assessments.AssessmentFactors"] = true
	}
}

const factorsTable = "AssessmentFactorsList"

// keyColumns link the rows of different tables.
var keyColumns = []string{rowItself, "CINdetailsID", "AssessmentID", "CPPID", rowLabel}

const rowLabel = "_row"

// tableColumns are the columns of every table, without the keys.
var tableColumns = map[string][]string{
	headerTable.name:          columnNames(&headerTable),
	identifiersTable.name:     columnNames(&identifiersTable),
	characteristicsTable.name: columnNames(&characteristicsTable),
	disabilitiesTable.name:    columnNames(&disabilitiesTable),
	detailsTable.name:         columnNames(&detailsTable),
	assessmentsTable.name:     columnNames(&assessmentsTable),
	plansTable.name:           columnNames(&plansTable),
	section47Table.name:       columnNames(&section47Table),
	cppTable.name:             columnNames(&cppTable),
	reviewsTable.name:         columnNames(&reviewsTable),
	preProceedingsTable.name:  columnNames(&preProceedingsTable),
	factorsTable:              {"AssessmentFactor"},
}

func columnNames[T any](t *table[T]) []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// inputTable is one table of the file.
type inputTable struct {
	columns map[string]bool
	rows    []inputRow
}

type inputRow struct {
	n      int32 // position, or its own number
	values map[string]any
}

func (t *inputTable) UnmarshalJSON(data []byte) error {
	var raw struct {
		Columns []string         `json:"columns"`
		Rows    []map[string]any `json:"rows"`
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&raw); err != nil {
		return err
	}
	t.columns = map[string]bool{}
	for _, c := range raw.Columns {
		t.columns[c] = true
	}
	for i, values := range raw.Rows {
		row := inputRow{n: int32(i), values: values}
		if label, ok := values[rowLabel].(json.Number); ok {
			if n, err := label.Int64(); err == nil {
				row.n = int32(n)
			}
		}
		for c := range values {
			t.columns[c] = true
		}
		t.rows = append(t.rows, row)
	}
	return nil
}

// text returns a value as it would stand in a file; ok is false for missing.
func (r inputRow) text(column string) (string, bool) { return asText(r.values[column]) }

func asText(v any) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "", false
	case string:
		return v, true
	case json.Number:
		return strings.TrimSuffix(v.String(), ".0"), true
	case bool:
		if v {
			return "true", true
		}
		return "false", true
	}
	return fmt.Sprint(v), true
}

// fill sets the columns of a typed row; it reports whether any was given.
func fill[T any](t *table[T], into *T, row inputRow) bool {
	given := false
	for i := range t.columns {
		c := &t.columns[i]
		s, ok := row.text(c.name)
		if !ok {
			continue
		}
		given = true
		switch {
		case c.date != nil:
			*c.date(into) = parseTableDate(s)
		case c.text != nil:
			*c.text(into) = NewText(s)
		case c.list != nil:
			*c.list(into) = asTexts(row.values[c.name])
		}
	}
	return given
}

// parseTableDate reads the two orders of a date that cannot be mistaken for
// each other.
func parseTableDate(s string) Date {
	if len(s) == 10 && s[2] == '-' && s[5] == '-' {
		if d, err := datatype.ParseISO(s[6:] + s[2:6] + s[:2]); err == nil {
			return NewDate(d)
		}
	}
	return ParseDate(s)
}

// asTexts reads a list of codes, or one code alone.
func asTexts(v any) []Text {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []Text
	for _, item := range list {
		if s, ok := asText(item); ok {
			out = append(out, NewText(s))
		}
	}
	return out
}
