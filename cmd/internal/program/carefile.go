package program

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recordwell/capture/filing"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

var careFile = fileKind{
	name: filing.LookedAfter, study: "ssda903-", task: "looked_after", title: "Children of files of SSDA903, ", noun: "file of SSDA903", years: ssda903.Years,
	forms: []string{"contact_referral", "child_details", "missing", "looked_after"},
	back: func(c *filing.Case) ([]returns.Row, error) {
		r, err := ssda903.FromRows(c.CareRows(), nil)
		if err != nil || len(r.Children) == 0 {
			return nil, err
		}
		return r.Children[0].Rows(), nil
	},
}

// TakeLookedAfter takes the children of the files of SSDA903 in as finished records,
// one for each child, in a study of their own: "ssda903-2025-26". The files do not
// say which collection year they are of. Progress hears how many children are done.
func (r *Research) TakeLookedAfter(ctx context.Context, files []string, year string, progress func(done, of int)) (TakenIn, error) {
	end, err := yearEnd(year)
	if err != nil {
		return TakenIn{}, err
	}
	all, err := ssda903.ReadFiles(ctx, files, ssda903.Options{})
	if err != nil {
		return TakenIn{}, err
	}
	in := newIntake(r, &careFile)
	for _, child := range all.Children {
		if in.fresh(child.ID) {
			in.cases = append(in.cases, oneCase{child.Rows(), child.ID, child.ID})
		}
	}
	err = in.take(ctx, end, progress)
	return in.done, err
}

// yearEnd is the last day of a collection year, such as 2025-26.
func yearEnd(year string) (datatype.Date, error) {
	first, _, _ := strings.Cut(year, "-")
	n, err := strconv.Atoi(first)
	if err != nil || !slices.Contains(ssda903.Years, year) {
		return 0, fmt.Errorf("say which collection year the files are of: --year %s", strings.Join(ssda903.Years, " or --year "))
	}
	return datatype.MustDate(n+1, 3, 31), nil
}
