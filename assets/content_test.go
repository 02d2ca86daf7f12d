package assets_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"recordwell/assets"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/validation/cin"
	"recordwell/validation/field"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

func known() form.Known {
	k := form.Known{Validators: map[string]bool{}, Items: map[string]bool{}}
	for _, tag := range field.Tags() {
		k.Validators[tag] = true
	}
	items(k.Items, "", cin.Model())
	items(k.Items, "ssda903/", ssda903.Model())
	return k
}

// items notes the columns of a return as forms name them.
func items(known map[string]bool, prefix string, model []returns.Table) {
	for _, table := range model {
		for _, column := range table.Columns {
			known[prefix+table.Name+"."+column.Name] = true
		}
	}
}

// forms are the newest version of each form, as one set.
func forms(t *testing.T) *form.Set {
	t.Helper()
	files, err := fs.Glob(assets.Content, "forms/*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatalf("there are %d forms, %v", len(files), err)
	}
	var defs []*form.Definition
	for _, file := range files {
		d, err := form.Load(assets.Content, file)
		if err != nil {
			t.Fatal(err)
		}
		if i := slices.IndexFunc(defs, func(o *form.Definition) bool { return o.ID == d.ID }); i < 0 {
			defs = append(defs, d)
		} else if study.LaterVersion(d.Version, defs[i].Version) {
			defs[i] = d
		}
	}
	set, err := form.Link(defs...)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestFormsHaveNothingToPutRight(t *testing.T) {
	set := forms(t)
	problems := set.Check()
	for _, d := range set.Forms {
		problems = append(problems, d.Check(known())...)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

// The codes that the children in need census accepts, by statutory place.
// N9 is not a reason for work with a child in need, so no form offers it; nor
// 18A and 19A, which newer codes took the place of.
var censusCodes = map[string]string{
	"ChildCharacteristics.Ethnicity": "ABAN AIND AOTH APKN BAFR BCRB BOTH CHNE MOTH MWAS MWBA MWBC NOBT OOTH REFU WBRI WIRI WIRT WOTH WROM",
	"ChildIdentifiers.Sex":           "F M U",
	"ChildIdentifiers.UPNunknown":    "UN1 UN2 UN3 UN4 UN5 UN6 UN7",
	"Assessments.AssessmentFactors": "10A 11A 12A 13A 14A 15A 16A 17A 18B 18C 19B 19C 1A 1B 1C 20 21 22A 23A 24A 2A 2B 2C 3A 3B 3C " +
		"4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A",
	"ChildProtectionPlans.InitialCategoryOfAbuse": "EMO MUL NEG PHY SAB",
	"ChildProtectionPlans.LatestCategoryOfAbuse":  "EMO MUL NEG PHY SAB",
	"Disabilities.Disability":                     "AUT BEH COMM CON DDA HAND HEAR INC LD MOB NONE PC VIS",
	"CINdetails.PrimaryNeedCode":                  "N0 N1 N2 N3 N4 N5 N6 N7 N8",
	"CINdetails.ReasonForClosure":                 "RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9",
	"CINdetails.ReferralSource":                   "10 1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9",
}

func TestListsHoldTheCodesOfTheCensus(t *testing.T) {
	seen := map[string]bool{}
	for _, q := range forms(t).Questions() {
		for _, item := range q.Items {
			want, coded := censusCodes[item]
			if !coded {
				continue
			}
			seen[item] = true
			var names []string
			for _, c := range q.List.Choices {
				names = append(names, c.Name)
			}
			slices.Sort(names)
			if got := strings.Join(names, " "); got != want {
				t.Errorf("%s: %s, want %s", item, got, want)
			}
		}
	}
	for item := range censusCodes {
		if !seen[item] {
			t.Errorf("no question asks for %s", item)
		}
	}
}

func TestTheRecordHoldsWhatEveryReferralMustSay(t *testing.T) {
	asked := map[string]int{}
	for _, q := range forms(t).Questions() {
		for _, item := range q.Items {
			asked[item]++
			if q.Why.IsEmpty() && q.Type != form.TypeCalculate {
				t.Errorf("%s asks for %s and does not say why", q.ID, item)
			}
		}
	}
	for _, item := range []string{
		"ChildIdentifiers.LAchildID", "ChildIdentifiers.UPN", "ChildIdentifiers.FormerUPN", "ChildIdentifiers.UPNunknown",
		"ChildIdentifiers.PersonBirthDate", "ChildIdentifiers.ExpectedPersonBirthDate", "ChildIdentifiers.Sex", "ChildIdentifiers.PersonDeathDate",
		"ChildCharacteristics.Ethnicity", "Disabilities.Disability", "CINdetails.CINreferralDate", "CINdetails.ReferralSource",
		"CINdetails.PrimaryNeedCode", "CINdetails.ReferralNFA",
	} {
		if asked[item] != 1 {
			t.Errorf("%s is asked %d times", item, asked[item])
		}
	}
}

// A page asks nine questions at most, and one of an item no more under one
// heading.
func TestSectionsAreShort(t *testing.T) {
	for _, d := range forms(t).Forms {
		for _, s := range d.Sections {
			n := countAsked(s.Items)
			if n < 4 || n > 9 && draft.RepeatOf(s) == nil {
				t.Errorf("%s asks %d questions", s.ID, n)
			}
			if n := underOneHeading(s.Items); n > 9 {
				t.Errorf("%s asks %d questions under one heading", s.ID, n)
			}
		}
	}
}

// underOneHeading is the most questions that stand together.
func underOneHeading(items []form.Item) int {
	here, most := 0, 0
	for _, item := range items {
		switch item := item.(type) {
		case *form.Question:
			if item.IsAsked() {
				here++
			}
		case *form.Group:
			most = max(most, underOneHeading(item.Items))
		case *form.Repeat:
			most = max(most, underOneHeading(item.Items))
		}
	}
	return max(here, most)
}

func countAsked(items []form.Item) int {
	n := 0
	for _, item := range items {
		switch item := item.(type) {
		case *form.Question:
			if item.IsAsked() {
				n++
			}
		case *form.Group:
			n += countAsked(item.Items)
		case *form.Repeat:
			n += countAsked(item.Items)
		}
	}
	return n
}
