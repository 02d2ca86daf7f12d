package findings

import (
	"bufio"
	"encoding/json"
	"io"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// jsonLine is one place of one finding. Places with the same rule and group
// belong together. A finding on the whole return has no table, field and row.
type jsonLine struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Child    string `json:"child"`
	Table    string `json:"table,omitempty"`
	Field    string `json:"field,omitempty"`
	Row      *int   `json:"row,omitempty"`
	Group    int    `json:"group"`
	Message  string `json:"message"`
}

type jsonWriter struct {
	w    *bufio.Writer
	enc  *json.Encoder
	book *rulebook
}

func newJSONWriter(w io.Writer, book *rulebook) *jsonWriter {
	bw := bufio.NewWriter(w)
	enc := json.NewEncoder(bw)
	enc.SetEscapeHTML(false)
	return &jsonWriter{w: bw, enc: enc, book: book}
}

func (j *jsonWriter) Write(i validation.Issue) error {
	line := jsonLine{
		Rule: i.Rule, Severity: i.Severity.String(), Child: i.Child, Group: i.Group,
		Message: Message(j.book.find(i.Rule), i),
	}
	if len(i.Places) == 0 {
		return j.enc.Encode(line)
	}
	for _, p := range i.Places {
		line.Table, line.Field, line.Row = p.Table, p.Field, &p.Row
		if err := j.enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

func (j *jsonWriter) Close(returns.Summary) error { return j.w.Flush() }
