package stories

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/filing"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

func calendar(t *testing.T) *datatype.Workdays {
	t.Helper()
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	return england
}

// filer opens what a desk has finished.
func (d *desk) filer() *filing.Filer { return filing.New(library(d.T), d.study, calendar(d.T)) }

// TestAFileFindsWhatTheFormShowed enters each key, and each key with each of its
// traps. A check of the files of the record finds what stood under “National
// rules”: what is wrong now, and what will be on the last day of the year.
func TestAFileFindsWhatTheFormShowed(t *testing.T) {
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		for i := -1; i < len(story.Traps); i++ {
			d := sit(t, story, n)
			if i >= 0 && (!d.asks(&story.Traps[i]) || len(story.Traps[i].Tempting) == 0) {
				continue
			}
			d.enterKey()
			if i >= 0 {
				for _, h := range story.Traps[i].Tempting {
					d.give(capture.Ref{Entity: d.alias[h.Alias], Question: h.Question}, h.Answer)
				}
			}
			d.Go("check")
			v := d.View().Page.Check.Rules
			sub := d.Finish()
			c, err := d.filer().Open(&sub)
			if err != nil {
				t.Fatal(err)
			}
			var shown []string
			for _, list := range [][]string{codes(v.Findings), codes(v.NotReached), codes(v.Later)} {
				shown = append(shown, list...)
			}
			var found []string
			for _, line := range checkFiles(t, c) {
				code, _, _ := strings.Cut(line, " ")
				found = append(found, code[strings.Index(code, "/")+1:])
			}
			slices.Sort(shown)
			slices.Sort(found)
			if !slices.Equal(shown, found) {
				t.Errorf("trap %d: the form showed %v, the files have %v", i, shown, found)
			}
			same(t, c, fmt.Sprintf("trap %d", i))
		}
	})
}

// TestABrokenRecordIsBrokenInItsFilesToo blanks one answer of a finished record
// after the other, and moves one date after the other.
func TestABrokenRecordIsBrokenInItsFilesToo(t *testing.T) {
	broken := 0
	each(t, func(t *testing.T, story *study.Scenario, n int) {
		d := sit(t, story, n)
		d.enterKey()
		sub := d.Finish()
		f := d.filer()
		for i, a := range sub.Answers {
			q := d.task.Set.Question(a.Question)
			if len(q.Items) == 0 || !q.IsAsked() || a.Answer.IsBlank() {
				continue
			}
			variants := []capture.Answer{{}}
			if day, err := datatype.ParseISO(a.Answer.Value); err == nil && q.Type == form.TypeDate {
				for _, days := range []int{-400, 60} {
					variants = append(variants, draft.Parse(q, draft.AsTyped(q, day.AddDays(days).String()), story.Today).Answer)
				}
			}
			for _, v := range variants {
				other := sub
				other.Answers = slices.Clone(sub.Answers)
				other.Answers[i].Answer = v
				c, err := f.Open(&other)
				if err != nil {
					t.Fatal(err)
				}
				if same(t, c, fmt.Sprintf("%s %q", a.Question, v.Value)) > 0 {
					broken++
				}
			}
		}
	})
	if broken < 100 {
		t.Errorf("only %d of the records were wrong", broken)
	}
}

// same compares what the rules of a record find with what they find in its files,
// place by place, and counts it.
func same(t *testing.T, c *filing.Case, what string) int {
	t.Helper()
	want, got := findings(t, c), checkFiles(t, c)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: the record has %v, its files have %v", what, want, got)
	}
	return len(want)
}

func findings(t *testing.T, c *filing.Case) (out []string) {
	t.Helper()
	at := map[string]map[string]int{filing.Census: {}, filing.LookedAfter: {}}
	note := func(name string, rows []returns.Row) {
		n := map[string]int{}
		for _, r := range rows {
			at[name][fmt.Sprint(r.Table, r.Number)] = n[r.Table]
			n[r.Table]++
		}
	}
	if child, err := c.Child(); err != nil {
		t.Fatal(err)
	} else if child != nil {
		note(filing.Census, child.Rows())
	}
	note(filing.LookedAfter, c.CareRows())
	for _, f := range c.Draft.Findings() {
		name, _, _ := strings.Cut(f.Rule, "/")
		out = append(out, line(f.Rule, &f.Issue, func(p validation.Place) int { return at[name][fmt.Sprint(p.Table, p.Row)] }))
	}
	return out
}

func line(rule string, i *validation.Issue, row func(validation.Place) int) string {
	var places []string
	for _, p := range i.Places {
		places = append(places, fmt.Sprintf("%s.%s[%d]", p.Table, p.Field, row(p)))
	}
	slices.Sort(places)
	return rule + " " + strings.Join(places, " ")
}

// checkFiles writes the files of one record and checks them as returns, with the
// rules that its forms can answer for.
func checkFiles(t *testing.T, c *filing.Case) (out []string) {
	t.Helper()
	run := c.Draft.Returns().IDs()
	emit := func(name string, rows func(validation.Place) int) func(validation.Issue) {
		return func(i validation.Issue) {
			if rule := name + "/" + i.Rule; slices.Contains(run, rule) {
				out = append(out, line(rule, &i, rows))
			}
		}
	}
	child, err := c.Child()
	if err != nil {
		t.Fatal(err)
	}
	if child != nil {
		var file bytes.Buffer
		w, err := cin.NewWriter(&file, &cin.Header{Year: cin.NewText("2026"), ReferenceDate: cin.NewDate(day(t, "2026-03-31"))})
		if err == nil {
			err = w.Write(child)
		}
		if err == nil {
			err = w.Close()
		}
		if err == nil {
			_, err = cin.Census{Calendar: calendar(t)}.CheckReader(context.Background(), &file, returns.Options{},
				emit(filing.Census, func(p validation.Place) int { return p.Row }))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	rows := c.CareRows()
	if rows == nil {
		return out
	}
	for i := range rows {
		rows[i].Number = i
	}
	full, err := ssda903.FromRows(rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range c.Tables(filing.LookedAfter) {
		table, file, _ := ssda903.FileOf(name)
		var b bytes.Buffer
		if err := full.WriteCSV(&b, table); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, file), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, err = ssda903.Statutory{}.Check(context.Background(), []string{dir}, returns.Options{Year: "2025-26"},
		emit(filing.LookedAfter, func(p validation.Place) int { return p.Row }))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// codes are those of lines under “National rules”: “Rule 8606”, “Query 8670Q”.
func codes(lines []session.RuleFinding) (out []string) {
	for _, l := range lines {
		out = append(out, l.Code[strings.LastIndexByte(l.Code, ' ')+1:])
	}
	return out
}

func day(t *testing.T, iso string) datatype.Date {
	t.Helper()
	d, err := datatype.ParseISO(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
