package findings

import (
	_ "embed"
	"html/template"
	"io"
	"slices"
	"strings"

	"recordwell/validation"
	"recordwell/validation/returns"
)

// maxShown is how many findings the page holds; a browser would choke on more.
// The page says so, and that JSON and CSV hold them all.
const maxShown = 5_000

//go:embed page.gohtml
var pageText string

var page = template.Must(template.New("page").Parse(pageText))

// htmlWriter keeps the first findings and writes one page with them, by rule
// and by child. It loads nothing: style and script stand in the page, and the
// page is whole without the script.
type htmlWriter struct {
	w     io.Writer
	book  *rulebook
	about About
	tally tallySeverity
	rules map[string]*pageRule
	kids  []*pageChild
	kid   map[string]*pageChild
	shown int
}

type pageData struct {
	About      About
	Outcome    string
	Shown, All string // when the page does not hold all
	Errors     string
	Queries    string
	Children   string
	Rules      []*pageRule
	Kids       []*pageChild
	NotChecked []returns.NotChecked
	Remarks    []string
}

// pageRule is the section of one rule.
type pageRule struct {
	Code, Title, Severity, Do string
	Query                     bool
	Count                     int
	Findings                  []pageFinding
}

// pageChild is the section of one child; ID is empty for the whole return.
type pageChild struct {
	ID       string
	Whole    bool
	Findings []pageFinding
}

// CountWords says how many findings a section has.
func (r *pageRule) CountWords() string  { return count(r.Count, "finding") }
func (c *pageChild) CountWords() string { return count(len(c.Findings), "finding") }

type pageFinding struct {
	Rule        *pageRule
	Child, What string
	Whole       bool
	Places      []pagePlace
}

// Find is what the filter looks in.
func (f pageFinding) Find() string {
	return strings.ToLower(f.Rule.Code + " " + f.Child + " " + f.What + " " + f.Rule.Title)
}

type pagePlace struct {
	Where, Value string
	Row          int
}

func (h *htmlWriter) Write(i validation.Issue) error {
	h.tally.add(i)
	if h.rules == nil {
		h.rules, h.kid = map[string]*pageRule{}, map[string]*pageChild{}
	}
	info := h.book.find(i.Rule)
	r := h.rules[i.Rule]
	if r == nil {
		r = &pageRule{Code: i.Rule, Title: info.Title, Severity: SeverityName(i.Severity), Query: i.Severity != validation.Error}
		_, r.Do = Words(info, i)
		h.rules[i.Rule] = r
	}
	r.Count++
	if h.shown++; h.shown > maxShown {
		return nil
	}
	f := pageFinding{Rule: r, Child: i.Child, Whole: ofReturn(i)}
	f.What, _ = Words(info, i)
	for _, p := range i.Places {
		f.Places = append(f.Places, pagePlace{Where: p.Table + " " + p.Field, Row: p.Row, Value: shown(p.Value)})
	}
	r.Findings = append(r.Findings, f)
	c := h.child(i)
	c.Findings = append(c.Findings, f)
	return nil
}

func (h *htmlWriter) child(i validation.Issue) *pageChild {
	key := i.Child
	whole := ofReturn(i)
	if whole {
		key = "\x00" // no child is called that
	}
	c := h.kid[key]
	if c == nil {
		c = &pageChild{ID: i.Child, Whole: whole}
		h.kid[key] = c
		h.kids = append(h.kids, c)
	}
	return c
}

func (h *htmlWriter) Close(s returns.Summary) error {
	d := pageData{
		About: h.about, Outcome: outcome(s, h.tally.errors, h.tally.queries),
		Errors: thousands(h.tally.errors), Queries: thousands(h.tally.queries), Children: thousands(s.Children),
		Kids: h.kids, NotChecked: s.NotChecked, Remarks: s.Remarks,
	}
	if h.shown > maxShown {
		d.Shown, d.All = thousands(maxShown), thousands(h.shown)
	}
	for _, r := range h.rules {
		d.Rules = append(d.Rules, r)
	}
	slices.SortFunc(d.Rules, func(a, b *pageRule) int {
		if a.Query != b.Query {
			if a.Query {
				return 1
			}
			return -1
		}
		return strings.Compare(a.Code, b.Code)
	})
	return page.Execute(h.w, d)
}
