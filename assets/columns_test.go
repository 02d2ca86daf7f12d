package assets_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"recordwell/capture/form"
	"recordwell/validation/cin"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// notAsked are the columns that no form fills, and why. A table stands for all
// of its columns.
var notAsked = map[string]string{
	"ChildIdentifiers.GenderCurrent": "returns have had Sex in its place since 2024-25",
	"ssda903/OC3":                    "young people who have left care have no form",
	"ssda903/AD1":                    "adopters have no form",
	"ssda903/DoLo":                   "orders that deprive a child of liberty have no form",
}

// TestEveryColumnOfTheReturnsHasItsAnswer: each child-level column is answered
// by one question or calculate row of all forms, or stands above with a reason.
func TestEveryColumnOfTheReturnsHasItsAnswer(t *testing.T) {
	answers := map[string][]*form.Question{}
	for _, q := range forms(t).Questions() {
		for _, item := range q.Items {
			if q.SameAs == "" {
				answers[item] = append(answers[item], q)
			}
		}
	}
	excused := map[string]bool{}
	each := func(prefix string, model []returns.Table) {
		for _, table := range model {
			for _, column := range table.Columns {
				place := prefix + table.Name + "." + column.Name
				if copiedFromHeader(prefix, table, column) && len(answers[place]) == 0 {
					continue
				}
				for _, p := range []string{place, prefix + table.Name} {
					excused[p] = excused[p] || notAsked[p] != ""
				}
				switch no := excused[place] || excused[prefix+table.Name]; {
				case no && len(answers[place]) > 0:
					t.Errorf("%s is answered at %s, and stands among those that are not asked", place, answers[place][0].ID)
				case !no && len(answers[place]) != 1:
					t.Errorf("%s is answered %d times", place, len(answers[place]))
				}
			}
		}
	}
	each("", cin.Model())
	each("ssda903/", ssda903.Model())
	for _, place := range slices.Sorted(maps.Keys(notAsked)) {
		if !excused[place] {
			t.Errorf("no return has %s", place)
		}
	}
}

// copiedFromHeader reports what each table of the looked-after return repeats
// about the child, and the record of the return fills by itself.
func copiedFromHeader(prefix string, table returns.Table, column returns.Column) bool {
	return prefix != "" && table.Name != "Header" && slices.Contains([]string{"CHILD", "SEX", "DOB"}, column.Name)
}

// The codes of the looked-after return, by place.
var careCodes = map[string]ssda903.Codes{
	"Episodes.RNE": ssda903.RNECodes, "Episodes.LS": ssda903.LegalStatusCodes, "Episodes.PLACE": ssda903.PlaceCodes,
	"Episodes.PLACE_PROVIDER": ssda903.ProviderCodes, "Episodes.REC": ssda903.RECCodes, "Episodes.REASON_PLACE_CHANGE": ssda903.PlaceChangeCodes,
	"Reviews.REVIEW_CODE": ssda903.ReviewCodes, "OC2.SDQ_REASON": ssda903.SDQReasonCodes, "SWEpisodes.SW_REASON": ssda903.SWReasonCodes,
	"PrevPerm.PREV_PERM": ssda903.PrevPermCodes, "PlacedAdoption.REASON_PLACED_CEASED": ssda903.PlacedCeasedCodes, "Missing.MISSING": ssda903.MissingCodes,
	"OC2.CONVICTED": ssda903.ZeroOneCodes, "OC2.HEALTH_CHECK": ssda903.ZeroOneCodes, "OC2.IMMUNISATIONS": ssda903.ZeroOneCodes,
	"OC2.TEETH_CHECK": ssda903.ZeroOneCodes, "OC2.HEALTH_ASSESSMENT": ssda903.ZeroOneCodes, "OC2.SUBSTANCE_MISUSE": ssda903.ZeroOneCodes,
	"OC2.INTERVENTION_RECEIVED": ssda903.ZeroOneCodes, "OC2.INTERVENTION_OFFERED": ssda903.ZeroOneCodes,
}

func TestListsHoldTheCodesOfTheLookedAfterReturn(t *testing.T) {
	seen := map[string]bool{}
	for _, q := range forms(t).Questions() {
		for _, item := range q.Items {
			place, ok := strings.CutPrefix(item, "ssda903/")
			want, coded := careCodes[place]
			if !ok || !coded {
				if ok && q.List != nil && !coded {
					t.Errorf("%s has a list, and nothing says which codes", item)
				}
				continue
			}
			seen[place] = true
			if got := codesOf(q); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s: %v, want %v", item, got, want)
			}
		}
	}
	for place := range careCodes {
		if !seen[place] {
			t.Errorf("no question asks for %s", place)
		}
	}
}

func codesOf(q *form.Question) []string {
	var names []string
	for _, c := range q.List.Choices {
		names = append(names, c.Name)
	}
	slices.Sort(names)
	return names
}
