package findings

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// csvWriter writes one line a place, with a header line.
type csvWriter struct {
	w       *csv.Writer
	book    *rulebook
	started bool
}

func newCSVWriter(w io.Writer, book *rulebook) *csvWriter {
	return &csvWriter{w: csv.NewWriter(w), book: book}
}

func (c *csvWriter) start() error {
	if c.started {
		return nil
	}
	c.started = true
	return c.w.Write([]string{"rule", "severity", "title", "child", "table", "field", "row", "group", "value", "what", "do"})
}

func (c *csvWriter) Write(i validation.Issue) error {
	if err := c.start(); err != nil {
		return err
	}
	info := c.book.find(i.Rule)
	what, do := Words(info, i)
	line := func(table, field, row, value string) error {
		return c.w.Write([]string{
			i.Rule, i.Severity.String(), info.Title, harmless(i.Child), table, field, row,
			strconv.Itoa(i.Group), harmless(value), harmless(what), do,
		})
	}
	if len(i.Places) == 0 {
		return line("", "", "", "")
	}
	for _, p := range i.Places {
		if err := line(p.Table, p.Field, strconv.Itoa(p.Row), p.Value); err != nil {
			return err
		}
	}
	return nil
}

func (c *csvWriter) Close(returns.Summary) error {
	if err := c.start(); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}

// harmless keeps a spreadsheet from taking a value for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
