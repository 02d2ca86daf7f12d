package cin_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/cin/cintest"
	"recordwell/validation/returns"
)

var typed = cmp.AllowUnexported(cin.Text{}, cin.Date{})

func readAll(r io.Reader) (*cin.Header, []*cin.Child, []string, error) {
	x, err := cin.NewReader(r)
	if err != nil {
		return nil, nil, nil, err
	}
	var children []*cin.Child
	for {
		c, err := x.Next()
		if errors.Is(err, io.EOF) {
			return x.Header(), children, x.Remarks(), nil
		}
		if err != nil {
			return x.Header(), children, x.Remarks(), err
		}
		children = append(children, c)
	}
}

func writeAll(t testing.TB, h *cin.Header, children []*cin.Child) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := cin.NewWriter(&out, h)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range children {
		if err := w.Write(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Reading, writing and reading again gives the same data.
func TestSamplesGoRound(t *testing.T) {
	files, _ := filepath.Glob("testdata/samples/*.xml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		goesRound(t, data)
	}
}

func goesRound(t testing.TB, data []byte) {
	t.Helper()
	h, children, _, err := readAll(bytes.NewReader(data))
	if err != nil {
		return // a fault of the file, which other tests are about
	}
	h2, again, _, err := readAll(bytes.NewReader(writeAll(t, h, children)))
	if err != nil {
		t.Fatalf("what was written cannot be read: %v", err)
	}
	if d := cmp.Diff(h, h2, typed, cmp.Comparer(sameRow)); d != "" {
		t.Fatal(d)
	}
	if d := cmp.Diff(children, again, typed, cmp.Comparer(sameRow)); d != "" {
		t.Fatal(d)
	}
}

// sameRow leaves row numbers out: an empty element may vanish in writing.
func sameRow(_, _ int32) bool { return true }

func TestEveryColumnGoesRound(t *testing.T) {
	d, x := cin.ParseDate, cin.NewText
	child := &cin.Child{
		Identifiers: []cin.Identifiers{{
			LAchildID: x("A & <B>"), UPN: x("A950000178301"), FormerUPN: x("f"), UPNunknown: x("UN1"), PersonBirthDate: d("2015-05-01"),
			ExpectedPersonBirthDate: d("2015-02-30"), GenderCurrent: x("1"), Sex: x("M"), PersonDeathDate: d("2025-05-01"),
		}},
		Characteristics: []cin.Characteristics{{Ethnicity: x("WBRI")}},
		Disabilities:    []cin.Disability{{Row: 0, Disability: x("LD")}, {Row: 1, Disability: x("AUT")}},
		Details: []cin.Details{{
			CINreferralDate: d("2025-05-01"), ReferralSource: x("1A"), PrimaryNeedCode: x("N1"), CINclosureDate: d("2025-06-01"),
			ReasonForClosure: x("RC1"), DateOfInitialCPC: d("2025-05-02"), ReferralNFA: x("false"),
			Assessments: []cin.Assessment{{
				AssessmentActualStartDate: d("2025-05-03"), AssessmentInternalReviewDate: d("2025-05-04"),
				AssessmentAuthorisationDate: d("2025-05-05"), AssessmentFactors: []cin.Text{x("1A"), x("2B")},
			}},
			Plans:     []cin.CINPlan{{CINPlanStartDate: d("2025-05-06"), CINPlanEndDate: d("2025-05-07")}},
			Section47: []cin.Section47{{S47ActualStartDate: d("2025-05-08"), InitialCPCtarget: d("2025-05-09"), DateOfInitialCPC: d("2025-05-10"), ICPCnotRequired: x("0")}},
			CPPs: []cin.CPP{{
				CPPstartDate: d("2025-05-11"), CPPendDate: d("2025-05-12"), InitialCategoryOfAbuse: x("NEG"), LatestCategoryOfAbuse: x("PHY"),
				NumberOfPreviousCPP: x("2"), Reviews: []cin.Review{{Row: 0, CPPreviewDate: d("2025-05-13")}, {Row: 1, CPPreviewDate: d("2025-05-14")}},
			}},
			PreProceedings: []cin.PreProceedings{{
				PPStartDate: d("2025-05-15"), LBPSentDate: d("2025-05-16"), FGDMMeetingOffer: x("1"), FGDMMeetingFac: x("0"),
				InitialPPMeetingDate: d("2025-05-17"), ReviewMeetingsCount: x("3"), StepDecisionDate: d("2025-05-18"), PPOutcome: x("A"),
				CourtAppDate: d("2025-05-19"), LetterInitCPDate: d("2025-05-20"),
			}},
		}},
	}
	header := &cin.Header{
		Collection: x("CIN"), Year: x("2026"), ReferenceDate: d("2026-03-31"), SourceLevel: x("L"), LEA: x("201"),
		SoftwareCode: x("s"), Release: x("r"), SerialNo: x("1"), DateTime: x("2026-05-01T09:00:00"),
	}
	h, children, _, err := readAll(bytes.NewReader(writeAll(t, header, []*cin.Child{child})))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(header, h, typed) + cmp.Diff([]*cin.Child{child}, children, typed); diff != "" {
		t.Error(diff)
	}
}

func TestRemarksSayWhatWasLeftOut(t *testing.T) {
	_, children, remarks, err := readAll(strings.NewReader(`<Message><Children>
<Child>stray<ChildIdentifiers><UPN>1</UPN><UPN>2</UPN><Colour>red</Colour>
<PersonBirthDate>2015-02-30</PersonBirthDate></ChildIdentifiers></Child></Children></Message>`))
	if err != nil || len(children) != 1 || children[0].Identifiers[0].UPN.String() != "1" {
		t.Fatal(children, err)
	}
	want := []string{
		"line 2: text stands in <Child> where only elements may stand, and was left out",
		"line 2: <UPN> is there twice in one <ChildIdentifiers>. The first was kept",
		"line 2: <Colour> in <ChildIdentifiers> is not part of the census, and was left out",
		"line 3: PersonBirthDate is not a real date, and counts as missing",
	}
	if d := cmp.Diff(want, remarks); d != "" {
		t.Error(d)
	}
}

func TestNamespacesAndRowNumbers(t *testing.T) {
	in := `<c:Message xmlns:c="urn:x"><c:Children><c:Child><c:CINdetails/><c:CINdetails><c:Assessments/></c:CINdetails></c:Child>
<c:Child><c:CINdetails><c:Assessments/><c:Assessments/></c:CINdetails></c:Child></c:Children></c:Message>`
	_, children, remarks, err := readAll(strings.NewReader(in))
	if err != nil || len(children) != 2 || len(remarks) != 0 {
		t.Fatal(children, remarks, err)
	}
	second := children[1].Details[0]
	if second.Row != 2 || second.Assessments[0].Row != 1 || second.Assessments[1].Row != 2 {
		t.Errorf("%+v", second)
	}
}

// endless repeats a part for ever, up to a number of bytes.
type endless struct {
	head, part string
	left       int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.head != "" {
		n := copy(p, e.head)
		e.head = e.head[n:]
		return n, nil
	}
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n+len(e.part) <= len(p) {
		n += copy(p[n:], e.part)
	}
	if n == 0 {
		n = copy(p, e.part)
		e.head = e.part[n:]
	}
	e.left -= int64(n)
	return n, nil
}

// A file of 2 GB ends in a clear error or is read to its end, and the memory
// stays flat.
func TestHugeInputsKeepTheMemoryFlat(t *testing.T) {
	// The whole 2 GB of everything takes a minute and a half; set
	// RECORDWELL_HUGE to anything to read it all.
	part, whole := int64(32<<20), int64(2<<30)
	if os.Getenv("RECORDWELL_HUGE") != "" {
		part = whole
	}
	open := "<Message><Children>"
	for name, c := range map[string]struct{ head, part, want string }{
		"children":        {open, "<Child><ChildIdentifiers><Sex>M</Sex></ChildIdentifiers></Child>\n", "ends inside <Children>"},
		"one child":       {open + "<Child>", "<CINdetails><ReferralNFA>0</ReferralNFA></CINdetails>\n", "more than 20000 records"},
		"factors":         {open + "<Child><CINdetails><Assessments><FactorsIdentifiedAtAssessment>", "<AssessmentFactors>1A</AssessmentFactors>", "more than 20000 records"},
		"disabilities":    {open + "<Child><ChildCharacteristics><Disabilities>", "<Disability>LD</Disability>", "more than 20000 records"},
		"a value":         {open + "<Child><ChildIdentifiers><UPN>", "xxxxxxxxxxxxxxxx", "a value is longer"},
		"nesting":         {open, "<x>", "nested more than 32 deep"},
		"spaces":          {open, "                                ", "ends inside <Children>"},
		"a comment":       {open + "<!--", " - -- > comment ", "ends inside <Children>"},
		"unknown":         {open, "<x>yyyyyyyyyyyyyyyyyyyyyyyyyyyy</x>\n", "ends inside <Children>"},
		"an attribute":    {open + "<x a='", "bbbbbbbbbbbbbbbbbbbbbbb", "a tag is longer"},
		"no XML":          {"", "0123456789abcdef", "text stands outside"},
		"wrong character": {open + "<Child><ChildIdentifiers><UPN>\xff\xfe</UPN>", "<x/>", "not written in the encoding"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			size := part
			if name == "a comment" {
				size = whole
			}
			x, err := cin.NewReader(&endless{c.head, c.part, size})
			for err == nil {
				_, err = x.Next()
			}
			if !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "line ") {
				t.Errorf("%v", err)
			}
		})
	}
	t.Cleanup(func() {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.Sys > 200<<20 {
			t.Errorf("the memory grew to %d MB", m.Sys>>20)
		}
	})
}

// A whole check of a large return holds a few batches of children, not all.
func TestCheckingHoldsFewChildren(t *testing.T) {
	peak := watchHeap()
	s, err := census(t).CheckReader(context.Background(), cintest.New(50_000, 3, 0.05), returns.Options{}, func(validation.Issue) {})
	used := peak() >> 20
	if err != nil || s.Children != 50_000 || s.Findings == 0 {
		t.Fatal(s, err)
	}
	if used > 200 {
		t.Errorf("%d MB", used)
	}
}

func TestTruncatedFilesSaySo(t *testing.T) {
	whole, err := io.ReadAll(cintest.New(3, 1, 0))
	if err != nil {
		t.Fatal(err)
	}
	whole = bytes.TrimSpace(whole)
	for cut := range whole {
		if _, _, _, err := readAll(bytes.NewReader(whole[:cut])); err == nil || !strings.HasPrefix(err.Error(), "line ") {
			t.Fatalf("cut at %d: %v", cut, err)
		}
	}
}

func TestFindingsAreTheSameHoweverManyWorkers(t *testing.T) {
	var first string
	for _, procs := range []int{1, 2, 7} {
		old := runtime.GOMAXPROCS(procs)
		var all strings.Builder
		_, err := census(t).CheckReader(context.Background(), cintest.New(500, 2, 0.3), returns.Options{}, func(i validation.Issue) {
			fmt.Fprintln(&all, i.Rule, i.Child, i.Group, i.Places)
		})
		runtime.GOMAXPROCS(old)
		if err != nil || all.Len() == 0 {
			t.Fatal(err)
		}
		if first == "" {
			first = all.String()
		} else if all.String() != first {
			t.Errorf("other findings with %d workers", procs)
		}
	}
}

func FuzzReadWriteRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/samples/CIN*.xml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { goesRound(t, data) })
}

func FuzzTables(f *testing.F) {
	f.Add([]byte(`{"inputs": {"CINdetails": {"columns": ["LAchildID", "CINdetailsID"], "rows": [{"LAchildID": 1, "CINdetailsID": "x"}]}}}`))
	f.Add([]byte(`{"inputs": {"Assessments": {"rows": [{"AssessmentFactors": ["21", 3], "_row": 7}]}}, "metadata": {"reference_date": "2026-03-31"}}`))
	c := census(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("{")) {
			return
		}
		if _, err := c.CheckReader(context.Background(), bytes.NewReader(data), returns.Options{}, func(validation.Issue) {}); err != nil && err.Error() == "" {
			t.Error("an error without words")
		}
	})
}
