package statutory

import (
	"slices"

	"recordwell/validation"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// lookedAfter prepares the rules of SSDA903 on what the forms can fill.
func (e *engine) lookedAfter(c Collection) error {
	var places []string
	for place := range columns(e.tables) {
		if t, _, _ := cutPlace(place); t != "" {
			places = append(places, place)
		}
	}
	for _, t := range e.tables { // what is copied from the header
		places = append(places, t.Name+"."+childColumn)
		for _, name := range copied {
			if hasColumn(t.Table, name) {
				places = append(places, t.Name+"."+name)
			}
		}
	}
	slices.Sort(places)
	k := lookedAfter{places: slices.Compact(places)}
	empty, err := ssda903.FromRows(nil, k.places)
	if err != nil {
		return err
	}
	k.period = ssda903.Period{Start: c.Start, End: c.End}
	k.plan, err = ssda903.NewPlan(empty, k.context(empty), nil, c.Year)
	if err != nil {
		return err
	}
	for _, info := range (ssda903.Statutory{}).Info() {
		if k.plan.Runs(info.Code) {
			e.rules = append(e.rules, info)
		}
	}
	e.end = k
	if c.Today != 0 && c.Today < c.End && c.Today >= c.Start {
		k.period.End = c.Today
	}
	e.now = k
	return nil
}

// copied are the columns that other tables repeat from the header.
var copied = []string{"SEX", "DOB"}

const childColumn = "CHILD"

// NoNumber keeps the rows of a child together while nobody has given it a number.
const NoNumber = "0"

type lookedAfter struct {
	period ssda903.Period
	plan   *ssda903.Plan
	places []string
}

func (k lookedAfter) context(r *ssda903.Return) *ssda903.Context {
	cx := ssda903.NewContext(r, ssda903.Given{})
	cx.Period = k.period
	return cx
}

func (k lookedAfter) check(rows []returns.Row, changed []string, before []validation.Issue) []validation.Issue {
	full := LookedAfter(rows)
	if full == nil {
		return nil
	}
	r, err := ssda903.FromRows(full, k.places)
	if err != nil { // the layout holds names of the model only
		panic("statutory: " + err.Error())
	}
	if changed == nil || len(before) == 0 || slices.ContainsFunc(changed, spreads) {
		changed, before = k.places, nil
	}
	codes, found := ssda903.NewChecker(r, k.context(r), k.plan).Recheck(r.Children[0], changed...)
	return merge(before, found, codes)
}

// spreads reports a change that other tables copy, or that makes a return of
// what was none.
func spreads(place string) bool {
	t, column, ok := cutPlace(place)
	return t == "Header" || !ok || column == childColumn
}

// LookedAfter gives every row of SSDA903 its child and what it repeats from the
// header: a child without a number is [NoNumber]. It is nil when there is nothing
// but the header: the child is not looked after, and in no return.
func LookedAfter(rows []returns.Row) []returns.Row {
	head := map[string]string{childColumn: NoNumber}
	looked := false
	for i := range rows {
		if rows[i].Table != "Header" {
			looked = true
			continue
		}
		for _, c := range rows[i].Cells {
			head[c.Column] = c.Value
		}
	}
	if !looked {
		return nil
	}
	out := make([]returns.Row, len(rows))
	for i, r := range rows {
		out[i] = r
		out[i].Cells = slices.Clone(r.Cells)
		for _, name := range append([]string{childColumn}, copied...) {
			if v, ok := head[name]; ok && r.Value(name) == "" && (name == childColumn || hasColumn(model903[r.Table], name)) {
				out[i].Cells = append(out[i].Cells, returns.Cell{Column: name, Value: v})
			}
		}
	}
	return out
}

var model903 = func() map[string]returns.Table {
	out := map[string]returns.Table{}
	for _, t := range ssda903.Model() {
		out[t.Name] = t
	}
	return out
}()

func hasColumn(t returns.Table, name string) bool {
	return slices.ContainsFunc(t.Columns, func(c returns.Column) bool { return c.Name == name })
}
