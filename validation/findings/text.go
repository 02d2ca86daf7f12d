package findings

import (
	"fmt"
	"io"

	"recordwell/validation"
	"recordwell/validation/returns"
)

type textWriter struct {
	w     io.Writer
	book  *rulebook
	about About
	tally tallySeverity
}

func (t *textWriter) Write(i validation.Issue) error {
	t.tally.add(i)
	info := t.book.find(i.Rule)
	who := "child " + i.Child
	if ofReturn(i) {
		who = "whole return"
	} else if i.Child == "" {
		who = "child without an ID"
	}
	if _, err := fmt.Fprintf(t.w, "%s  %s  %s\n  %s\n  %s\n", i.Rule, SeverityName(i.Severity), who, info.Title, Message(info, i)); err != nil {
		return err
	}
	for _, p := range i.Places {
		if _, err := fmt.Fprintf(t.w, "    %s row %d, %s: %s\n", p.Table, p.Row, p.Field, shown(p.Value)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(t.w)
	return err
}

func (t *textWriter) Close(s returns.Summary) error {
	_, err := fmt.Fprintln(t.w, outcome(s, t.tally.errors, t.tally.queries))
	for _, n := range s.NotChecked {
		if err == nil {
			_, err = fmt.Fprintf(t.w, "%s was not checked, because %s.\n", n.Code, n.Because)
		}
	}
	return err
}
