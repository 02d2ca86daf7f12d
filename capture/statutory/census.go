package statutory

import (
	"slices"

	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/returns"
)

// census prepares the rules of the children in need census that one child
// decides, on what the forms can fill.
func (e *engine) census(c Collection) error {
	has := columns(e.tables)
	has["Header"], has["Header.ReferenceDate"] = true, true
	cfg := cin.Config{Year: c.Year, Reference: cin.NewDate(c.End), Calendar: c.Calendar, Columns: has}
	end, err := cin.NewChecker(cfg)
	if err != nil {
		return err
	}
	cfg.Today = cin.NewDate(c.Today)
	now, err := cin.NewChecker(cfg)
	if err != nil {
		return err
	}
	e.end, e.now, e.rules = census{end}, census{now}, end.Rules()
	return nil
}

type census struct{ *cin.Checker }

func (k census) check(rows []returns.Row, changed []string, before []validation.Issue) []validation.Issue {
	child, err := cin.FromRows(rows)
	if err != nil { // the layout holds names of the model only
		panic("statutory: " + err.Error())
	}
	if changed == nil {
		return k.Check(child)
	}
	found, codes := k.Recheck(child, changed...)
	return merge(before, found, codes)
}

// merge replaces what the rules of these codes found before.
func merge(before, found []validation.Issue, codes []string) []validation.Issue {
	out := make([]validation.Issue, 0, len(before)+len(found))
	for _, i := range before {
		if !slices.Contains(codes, i.Rule) {
			out = append(out, i)
		}
	}
	return append(out, found...)
}
