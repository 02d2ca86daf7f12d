package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"recordwell/validation"
)

// ruleJSON is one rule as "rules --format json" writes it, one a line.
type ruleJSON struct {
	Code     string   `json:"code"`
	Severity string   `json:"severity"`
	Scope    string   `json:"scope"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Title    string   `json:"title"`
	What     string   `json:"what"`
	Do       string   `json:"do"`
	Official string   `json:"official"`
	Reads    []string `json:"reads"`
	Needs    []string `json:"needs"`
	Source   string   `json:"source"`
}

// runRules lists the rules of a return.
func runRules(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("rules", "--return cin|ssda903 [flags]", stderr)
	name := fs.String("return", "", "which return: cin or ssda903")
	format := fs.String("format", "text", "text or json")
	year := fs.String("year", "", "the collection year, such as 2025-26; without it the newest")
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	r, err := statutory(*name, "")
	switch {
	case err != nil:
		return failed(stderr, "rules", err)
	case len(rest) > 0:
		return failed(stderr, "rules", fmt.Errorf("%q is not a flag", rest[0]))
	case *format != "text" && *format != "json":
		return failed(stderr, "rules", fmt.Errorf("there is no format %q. Choose text or json", *format))
	case *year != "" && !slices.Contains(r.Years(), *year):
		return failed(stderr, "rules", fmt.Errorf("the rules of %q are not known. Choose one of %s", *year, strings.Join(r.Years(), ", ")))
	}
	for _, info := range r.Info() {
		if !info.InForce(*year) {
			continue
		}
		if err := writeRule(stdout, *format, info); err != nil {
			return failed(stderr, "rules", err)
		}
	}
	return exitClean
}

func writeRule(w io.Writer, format string, i validation.Info) error {
	if format == "text" {
		_, err := fmt.Fprintf(w, "%-7s %-7s %-9s %s\n", i.Code, i.Severity, i.Scope, i.Title)
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(ruleJSON{
		Code: i.Code, Severity: i.Severity.String(), Scope: i.Scope.String(), From: i.From, To: i.To,
		Title: i.Title, What: i.What, Do: i.Do, Official: i.Official,
		Reads: i.Reads, Needs: i.Needs, Source: i.Source,
	})
}
