package ssda903

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"recordwell/validation/datatype"
)

// aliases are names that the Department's texts use for columns of the model.
var aliases = map[string]string{
	"Episodes.PLACEMENT": "PLACE", "Episodes.DATE_EPISODE_CEASED": "DEC", "Header.UASC_STATUS": "UASC",
	"Episodes_last.PLACEMENT": "PLACE", "Header_last.UASC_STATUS": "UASC",
}

type tablesFile struct {
	Inputs   map[string]jsonTable `json:"inputs"`
	Metadata struct {
		Start     string          `json:"collection_start"`
		End       string          `json:"collection_end"`
		Year      json.RawMessage `json:"collectionYear"`
		Authority string          `json:"localAuthority"`
		Format    string          `json:"file_format"`
		Providers *jsonTable      `json:"provider_info"`
		Postcodes []string        `json:"known_postcodes"`
	} `json:"metadata"`
}

type jsonTable struct {
	Columns []string         `json:"columns"`
	Rows    []map[string]any `json:"rows"`
}

// tables reads a tables file: JSON with this year's tables and last year's, of
// which any table or column may be absent. Null is missing; text is what was
// written, dates as ISO; a column that the model does not have is passed over.
func (b *builder) tables(r io.Reader) error {
	dec := json.NewDecoder(io.LimitReader(unmarked(r), maxFile))
	dec.UseNumber()
	var file tablesFile
	if err := dec.Decode(&file); err != nil {
		return jsonError(err)
	}
	if file.Inputs == nil {
		return errors.New(`the JSON has no "inputs". Check that it is a tables file`)
	}
	for name := range file.Inputs {
		if _, ok := tableNamed(name); !ok {
			return fmt.Errorf("%.60q is not a table of the return", name)
		}
	}
	for _, year := range []Table{0, Last} {
		for t := range tableCount {
			if in, ok := file.Inputs[(t + year).String()]; ok {
				if err := b.table(t+year, in); err != nil {
					return fmt.Errorf("%s: %w", t+year, err)
				}
			}
		}
	}
	return b.metadata(&file)
}

func (b *builder) table(t Table, in jsonTable) error {
	b.ret.hasTable(t)
	at := make(map[string]int)
	for _, name := range in.Columns {
		to := name
		if alias, ok := aliases[t.String()+"."+name]; ok {
			to = alias
		}
		if i, ok := t.columnNamed(to); ok {
			at[name] = i
			b.ret.hasColumn(t, i)
		}
	}
	cells := make([]*text, len(schema[t.thisYear()].columns))
	for n, values := range in.Rows {
		clear(cells)
		for name, i := range at {
			s, ok, err := jsonText(values[name])
			if err != nil {
				return fmt.Errorf("row %d, %s: %w", n, name, err)
			}
			if ok {
				cells[i] = b.text([]byte(s), textColumn)
			}
		}
		label := n
		if s, ok, _ := jsonText(values["_row"]); ok {
			i, err := strconv.ParseInt(s, 10, 32)
			if err != nil || i < 0 {
				return fmt.Errorf("row %d: _row must be a number from 0", n)
			}
			label = int(i)
		}
		if _, err := b.add(t, cells, label); err != nil {
			return err
		}
	}
	return nil
}

// jsonText turns a JSON value into what a file would hold; 1 and "1" are alike.
func jsonText(v any) (s string, ok bool, err error) {
	switch v := v.(type) {
	case nil:
		return "", false, nil
	case string:
		return v, true, nil
	case json.Number:
		return strings.TrimSuffix(v.String(), ".0"), true, nil
	}
	return "", false, errors.New("a value must be a text, a number or null")
}

func (b *builder) metadata(file *tablesFile) error {
	m, given := &file.Metadata, &b.ret.Given
	b.ret.XML = m.Format == "xml"
	given.Authority = m.Authority
	var err error
	if given.Start, err = optionalISO(m.Start); err != nil {
		return fmt.Errorf("collection_start %q: %w", m.Start, err)
	}
	if given.End, err = optionalISO(m.End); err != nil {
		return fmt.Errorf("collection_end %q: %w", m.End, err)
	}
	if year := strings.Trim(string(m.Year), `"`); year != "" && year != "null" {
		period, err := ParseYear(year)
		if err != nil {
			return err
		}
		given.Year = period.Year()
	}
	if m.Postcodes != nil {
		given.Postcodes = knownPostcodes(m.Postcodes)
	}
	if m.Providers != nil {
		if given.Providers, err = providersOf(*m.Providers); err != nil {
			return fmt.Errorf("provider_info: %w", err)
		}
	}
	return nil
}

func optionalISO(s string) (datatype.Date, error) {
	if s == "" {
		return 0, nil
	}
	return datatype.ParseISO(s)
}

// jsonError says where a JSON file is wrong without quoting it.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var typed *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("the JSON ends before it is complete. The file may be cut off")
	case errors.As(err, &syntax):
		return fmt.Errorf("the JSON is wrong at letter %d: %s", syntax.Offset, syntax.Error())
	case errors.As(err, &typed):
		return fmt.Errorf("the JSON has a %s where it may not (%s)", typed.Value, typed.Field)
	}
	return err
}
