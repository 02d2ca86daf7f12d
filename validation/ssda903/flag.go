package ssda903

import (
	"slices"

	"recordwell/validation"
)

// flag reports one finding: these values together break the rule, the one to
// change first. Values that stand nowhere (of a row that is not there) are left
// out.
func flag(found *Found, values ...Value) {
	found.Add(placesOf(values)...)
}

// flagWith is flag for a rule whose words also name values that are not flagged.
// Words name them {Table.Column}, or {Column} where that is clear.
func flagWith(found *Found, named []Value, values ...Value) {
	args := make(map[string]string, 2*len(named))
	for _, v := range named {
		column := v.table.column(v.col)
		args[v.table.String()+"."+column] = v.Text()
		if !slices.ContainsFunc(values, func(f Value) bool { return f.table.column(f.col) == column }) {
			args[column] = v.Text()
		}
	}
	found.AddIssue(validation.Issue{Places: placesOf(values), Args: args})
}

func placesOf(values []Value) []validation.Place {
	places := make([]validation.Place, 0, len(values))
	for _, v := range values {
		if v.row != nowhere {
			places = append(places, v.At())
		}
	}
	return places
}

// naming lists the values that the words of a finding name beside the flagged.
func naming(values ...Value) []Value { return values }

// anyPresent reports that something was written in any of the values.
func anyPresent(values ...Value) bool {
	for _, v := range values {
		if v.Present() {
			return true
		}
	}
	return false
}

// anyMissing reports that nothing was written in any of the values.
func anyMissing(values ...Value) bool {
	for _, v := range values {
		if v.Missing() {
			return true
		}
	}
	return false
}
