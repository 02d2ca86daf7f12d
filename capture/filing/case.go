package filing

import (
	"cmp"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/statutory"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/returns"
)

// The names of the returns, as statutory rules have them before their code.
const (
	Census      = "cin"
	LookedAfter = "ssda903"
)

// Case is a finished record as it stood when it was finished.
type Case struct {
	Submission *capture.Submission
	Draft      *draft.Draft
}

// Child is the child as the census has it; nil when the record's forms ask for
// nothing of the census.
func (c *Case) Child() (*cin.Child, error) {
	rows := c.rows(Census)
	if len(rows) == 0 {
		return nil, nil //nolint:nilnil // no child of the census
	}
	return cin.FromRows(rows)
}

// CareRows are the rows of SSDA903, each with its child; nil when the child is
// not looked after.
func (c *Case) CareRows() []returns.Row { return statutory.LookedAfter(c.rows(LookedAfter)) }

func (c *Case) rows(name string) []returns.Row {
	if c.Draft.Record() == nil {
		return nil
	}
	return c.Draft.Record().Rows(name)
}

// Tables names the tables of a return that the record's forms fill.
func (c *Case) Tables(name string) []string {
	if c.Draft.Returns() == nil {
		return nil
	}
	return c.Draft.Returns().Tables(name)
}

// Tally counts what the rules of one return find.
type Tally struct {
	// Errors and Queries were there on the story's day; Explained are those of the
	// queries that have a reason.
	Errors, Queries, Explained int
	// Later would be found on the last day of the collection year only.
	Later int
}

// Tally counts the findings of a return.
func (c *Case) Tally(name string) (n Tally) {
	findings := c.findings(name)
	for i := range findings {
		f := &findings[i]
		switch _, _, explained := c.Draft.ReasonFor(f); {
		case f.Later:
			n.Later++
		case f.Severity == validation.Error:
			n.Errors++
		case explained:
			n.Queries, n.Explained = n.Queries+1, n.Explained+1
		default:
			n.Queries++
		}
	}
	return n
}

func (c *Case) findings(name string) (out []statutory.Finding) {
	for _, f := range c.Draft.Findings() {
		if strings.HasPrefix(f.Rule, name+"/") {
			out = append(out, f)
		}
	}
	return out
}

// Explained is a query with the reason why it is right.
type Explained struct {
	// Code is the rule's; empty for a query of the form alone.
	Code string
	// Places are those of the return, as "Table.Column".
	Places []string
	// Question is where the reason was given, about the entity.
	capture.Ref
	Text string
}

// Explained lists the reasons that were given: for queries of a return's rules,
// and for what the forms ask about themselves, which no return does.
func (c *Case) Explained(name string) (out []Explained) {
	if c.Draft.Returns() == nil {
		return nil
	}
	told := map[capture.Ref]bool{}
	findings := c.findings(name)
	for i := range findings {
		f := &findings[i]
		at, text, ok := c.Draft.ReasonFor(f)
		if !ok {
			continue
		}
		told[at] = true
		e := Explained{Code: f.Code(), Ref: at, Text: text}
		for _, p := range f.Places {
			if place := strings.TrimSuffix(p.Table+"."+p.Field, "."); !slices.Contains(e.Places, place) {
				e.Places = append(e.Places, place)
			}
		}
		out = append(out, e)
	}
	own := slices.Clone(c.Submission.Reasons)
	slices.SortFunc(own, func(a, b capture.Reason) int {
		return cmp.Or(cmp.Compare(a.Question, b.Question), cmp.Compare(a.Entity, b.Entity))
	})
	for _, r := range own {
		if c.Draft.Returns().Info(r.Rule) == nil && !told[r.Ref] {
			out = append(out, Explained{Ref: r.Ref, Text: r.Text})
		}
	}
	return out
}
