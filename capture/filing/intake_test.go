package filing_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"recordwell/assets"
	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/filing"
	"recordwell/capture/study"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/returns"
)

type ids struct{ n int }

func (i *ids) New() string { i.n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", i.n) }

// office files and takes in records of one task that has every form of the census.
func office(t testing.TB) (*filing.Intake, *filing.Filer) {
	t.Helper()
	return officeOf(t, filing.Census, "contact_referral", "child_details", "assessment", "section47", "conference_plan", "protection_review", "cin_plan")
}

// officeOf does so for the forms of a return.
func officeOf(t testing.TB, name string, forms ...string) (*filing.Intake, *filing.Filer) {
	t.Helper()
	lib, err := study.Load(assets.Content)
	if err != nil {
		t.Fatal(err)
	}
	england, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	last, err := datatype.ParseISO("2026-03-31")
	if err != nil {
		t.Fatal(err)
	}
	task := study.Task{ID: "file", Forms: forms}
	story := &study.Scenario{ID: "file", Today: last, Tasks: []study.Task{task}}
	lib.Scenarios["file"] = story
	st := lib.Studies["casework-2025"].Clone()
	st.Rounds[0].Scenarios = []string{"file"}
	in, err := filing.NewIntake(lib, &st.Rounds[0], story, &task, name)
	if err != nil {
		t.Fatal(err)
	}
	return in, filing.New(lib, st, england)
}

func children(t testing.TB, file string) (all []*cin.Child) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := cin.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for {
		child, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, child)
	}
}

// taken takes a child in and gives it back.
func taken(t testing.TB, in *filing.Intake, f *filing.Filer, child *cin.Child, new *ids) (*filing.Case, *cin.Child) {
	t.Helper()
	record := in.Take(child.Rows(), "file", capture.CaseID(new.New()), new, time.Time{})
	c, err := f.Open(&record.Submission)
	if err != nil {
		t.Fatal(err)
	}
	back, err := c.Child()
	if err != nil {
		t.Fatal(err)
	}
	return c, back
}

func rowsOf(child *cin.Child) []returns.Row {
	if child == nil {
		return nil
	}
	return child.Rows()
}

// Of a sample with a fault in every other child, a record holds nearly everything,
// and of what the file does not have only what the forms work out.
func TestARecordHoldsWhatAFileHas(t *testing.T) {
	in, f := office(t)
	new := &ids{}
	cases, cells, missing, whole := 0, 0, 0, 0
	// What one answer gives to two columns, of which the file has one.
	shared := []string{"ChildProtectionPlans.CPPstartDate", "Section47.DateOfInitialCPC", "ChildProtectionPlans.LatestCategoryOfAbuse"}
	made := 0
	for _, child := range children(t, "../../validation/cin/testdata/samples/made-up-200.xml") {
		for _, one := range filing.Referrals(child) {
			cases++
			c, back := taken(t, in, f, one, new)
			for _, r := range one.Rows() {
				cells += len(r.Cells)
			}
			lost := filing.Missing(one.Rows(), rowsOf(back))
			if missing += len(lost); len(lost) == 0 {
				whole++
			}
			for _, place := range filing.Missing(rowsOf(back), one.Rows()) {
				if made++; !slices.Contains(shared, place) {
					t.Errorf("%s: the record has %s, and the file has not", one.ID(), place)
				}
			}
			for _, a := range c.Submission.Answers {
				if q := a.Question; !a.Known && a.Answer.State == capture.Answered && a.Answer.Raw != a.Answer.Value {
					t.Errorf("%s: %s is said to be somebody’s own answer", one.ID(), q)
				}
			}
		}
	}
	if cases < 200 || made > 10 || missing*100 > cells*5 || whole*100 < cases*65 {
		t.Errorf("%d of %d values are missing, %d were made; %d of %d records are whole", missing, cells, made, whole, cases)
	}
}

// What nobody answers is worked out again: the decision behind ReferralNFA, the
// conference behind a plan's first day, the way a plan of somewhere else came.
func TestWhatIsWorkedOutIsAnswered(t *testing.T) {
	in, f := office(t)
	row := func(table string, parent int, cells ...string) returns.Row {
		r := returns.Row{Table: table, Parent: parent}
		for i := 0; i < len(cells); i += 2 {
			r.Cells = append(r.Cells, returns.Cell{Column: cells[i], Value: cells[i+1]})
		}
		return r
	}
	who := row("ChildIdentifiers", -1, "LAchildID", "4071188", "UPN", "N820432112003", "PersonBirthDate", "2018-06-14", "Sex", "F")
	for name, rows := range map[string][]returns.Row{
		"no further action": {who, row("CINdetails", -1, "CINreferralDate", "2025-10-07", "ReferralSource", "2A", "PrimaryNeedCode", "N0", "ReferralNFA", "true")},
		"closed": {who, row("CINdetails", -1, "CINreferralDate", "2025-10-07", "ReferralNFA", "0", "CINclosureDate", "2025-12-01", "ReasonForClosure", "RC8"),
			row("Assessments", 1, "AssessmentActualStartDate", "2025-10-08", "AssessmentAuthorisationDate", "2025-11-10", "AssessmentFactors", "3A", "AssessmentFactors", "4B")},
		"enquiry without conference": {who, row("CINdetails", -1, "CINreferralDate", "2025-10-07", "ReferralNFA", "false"),
			row("Section47", 1, "S47ActualStartDate", "2025-10-09", "ICPCnotRequired", "true")},
		"plan with reviews": {who, row("CINdetails", -1, "CINreferralDate", "2025-10-07", "ReferralNFA", "false"),
			row("Section47", 1, "S47ActualStartDate", "2025-10-09", "InitialCPCtarget", "2025-10-30", "DateOfInitialCPC", "2025-10-28", "ICPCnotRequired", "false"),
			row("ChildProtectionPlans", 1, "CPPstartDate", "2025-10-28", "CPPendDate", "2026-03-02", "InitialCategoryOfAbuse", "NEG", "LatestCategoryOfAbuse", "EMO", "NumberOfPreviousCPP", "0"),
			row("Reviews", 3, "CPPreviewDate", "2026-01-13"), row("Reviews", 3, "CPPreviewDate", "2026-03-02")},
		"unborn": {row("ChildIdentifiers", -1, "LAchildID", "4071188", "ExpectedPersonBirthDate", "2026-05-14", "Sex", "U"),
			row("ChildCharacteristics", -1, "Ethnicity", "NOBT"), row("CINdetails", -1, "CINreferralDate", "2026-02-07", "ReferralNFA", "false")},
	} {
		child, err := cin.FromRows(rows)
		if err != nil {
			t.Fatal(err)
		}
		_, back := taken(t, in, f, child, &ids{})
		if lost, invented := filing.Missing(child.Rows(), rowsOf(back)), filing.Missing(rowsOf(back), child.Rows()); len(lost)+len(invented) > 0 {
			t.Errorf("%s: %v is lost, %v is new", name, lost, invented)
		}
	}
}

// The forms ask once for what a file may have twice.
func TestWhatAFormCannotHoldIsNamed(t *testing.T) {
	in, f := office(t)
	child, err := cin.FromRows([]returns.Row{
		{Table: "ChildIdentifiers", Parent: -1, Cells: []returns.Cell{{Column: "LAchildID", Value: "1"}, {Column: "Sex", Value: "X9"}}},
		{Table: "CINdetails", Parent: -1, Cells: []returns.Cell{{Column: "CINreferralDate", Value: "2025-10-07"}}},
		{Table: "CINplanDates", Parent: 1, Cells: []returns.Cell{{Column: "CINPlanStartDate", Value: "2025-10-08"}}},
		{Table: "CINplanDates", Parent: 1, Cells: []returns.Cell{{Column: "CINPlanStartDate", Value: "2025-11-08"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	_, back := taken(t, in, f, child, &ids{})
	want := []string{"ChildIdentifiers.Sex", "CINplanDates.CINPlanStartDate"}
	if got := filing.Missing(child.Rows(), rowsOf(back)); !slices.Equal(got, want) {
		t.Errorf("missing %v, want %v", got, want)
	}
}
