package datatype

import (
	"slices"
	"strings"
)

// LACode is the three-figure number of a local authority.
type LACode string

// laCodes are the numbers in use or used before, as ranges: the code list of
// characters 2 to 4 of a UPN in the children in need census.
var laCodes = [...][2]int{
	{1, 5}, {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373}, {380, 384}, {390, 394},
	{420, 420}, {660, 681}, {701, 708}, {800, 803}, {805, 808}, {810, 813}, {815, 816}, {820, 823}, {825, 826},
	{830, 831}, {835, 841}, {845, 846}, {850, 852}, {855, 857}, {860, 861}, {865, 896}, {908, 909}, {916, 916},
	{919, 919}, {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938}, {940, 943},
}

// ParseLACode reads the number of a local authority.
func ParseLACode(s string) (LACode, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", fault(Missing)
	}
	n, ok := digits(s)
	if !ok {
		return "", fault(WrongLetters)
	}
	if len(s) != 3 {
		return "", fault(WrongShape)
	}
	known := slices.ContainsFunc(laCodes[:], func(r [2]int) bool { return r[0] <= n && n <= r[1] })
	if !known {
		return "", fault(NotOnList)
	}
	return LACode(s), nil
}
