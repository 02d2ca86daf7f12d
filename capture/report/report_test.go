package report_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/report"
	"recordwell/capture/study"
)

func build(t testing.TB, in report.Inputs) *report.Report {
	t.Helper()
	r, err := report.Build(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTheReportFindsWhatWasPlanted(t *testing.T) {
	m := newMade(t, 24)
	r := build(t, m.inputs())

	if r.Questions[0].Label != "Unique pupil number" || r.Questions[0].Lost < 2*r.Questions[1].Lost {
		t.Errorf("the worst question is %q, %.1f s lost; next %q, %.1f s", r.Questions[0].Label, r.Questions[0].Lost, r.Questions[1].Label, r.Questions[1].Lost)
	}
	if r.Counts != (report.Counts{Invited: 26, Started: 24, Finished: 24, Records: 24, Recorded: 24, Checked: 96, Events: r.Counts.Events}) {
		t.Errorf("counts %+v", r.Counts)
	}
	// Six of 24 have the number wrong; three of them were told.
	got := map[string]int{}
	for _, o := range r.Matrix {
		got[o.Name] = o.Count
	}
	if got["correct"] != 90 || got["wrong but valid"] != 3 || got["wrong and flagged"] != 3 {
		t.Errorf("matrix %v", got)
	}
	if a := r.Accuracy; a.All.Part != 90 || a.Critical.Part != 18 || a.Critical.Whole != 24 || a.Critical.Likely == nil || a.PerThousand != 62.5 {
		t.Errorf("accuracy %+v", a)
	}
	if v := r.Validity; v.First.Part != 117 || v.First.Whole != 120 || v.Final.Part != 93 || v.Final.Whole != 96 || v.WithoutError.Part != 21 {
		t.Errorf("validity %+v", v)
	}
	if c := r.Complete; c.All.Part != 96 || c.All.Whole != 120 || c.Required.Part != 48 || c.Required.Whole != 48 {
		t.Errorf("completeness %+v", c)
	}
	if task := r.Tasks[0]; !task.OwnRule || task.Success.Part != 18 || task.Time.N != 18 || task.Time.Likely == nil || task.Title != "The Carvalho family" {
		t.Errorf("task %+v", task)
	}
	if rule := r.Rules[0]; rule.Title != "Unique pupil number: not a UPN" || rule.Found != 3 || rule.Exposed.Whole != 24 || rule.LeftOpen != 3 {
		t.Errorf("rule %+v", rule)
	}
	if !strings.Contains(r.Headline[0], "80.0% complete, 96.9% valid and 93.8% accurate, from 24 records by 24 people") {
		t.Errorf("headline: %s", r.Headline[0])
	}
}

func TestSectionsAndQuestionsAddUp(t *testing.T) {
	r := build(t, newMade(t, 9).inputs())
	sum := func(rows [][]int) []int {
		out := make([]int, len(r.Matrix))
		for _, row := range rows {
			for i, n := range row {
				out[i] += n
			}
		}
		return out
	}
	var sections, questions [][]int
	share := 0.0
	for _, s := range r.Sections {
		sections = append(sections, s.Matrix)
		share += s.Share
	}
	for _, q := range r.Questions {
		questions = append(questions, q.Matrix)
	}
	for i, o := range r.Matrix {
		if sum(sections)[i] != o.Count || sum(questions)[i] != o.Count {
			t.Errorf("%s: %d in all, %d by section, %d by question", o.Name, o.Count, sum(sections)[i], sum(questions)[i])
		}
	}
	var whole, part float64
	for _, i := range r.Items {
		whole, part = whole+i.Share, part+i.Seconds
	}
	if last := r.Items[len(r.Items)-1]; whole < 0.999 || whole > 1.001 || part <= 0 || last.Place != "" || len(last.Questions) != len(r.Questions) {
		t.Errorf("the places of returns: %+v", r.Items) // this form fills none
	}
	if share < 0.999 || share > 1.001 {
		t.Errorf("shares of time sum to %f", share)
	}
}

func TestFewPeopleHaveNoRange(t *testing.T) {
	r := build(t, newMade(t, 4).inputs())
	for _, d := range r.Dimensions {
		if d.Likely != nil {
			t.Errorf("%s has a range for 4 people", d.Name)
		}
	}
	for _, c := range r.Cards {
		if c.Range != nil || c.Likely != "too few people to give a range" {
			t.Errorf("%s: %s", c.Name, c.Likely)
		}
	}
	if r.Accuracy.Exact != nil || r.Tasks[0].Time.Likely != nil {
		t.Error("a range for 4 people")
	}
}

func TestWithoutARecordTheReportSaysSo(t *testing.T) {
	m := newMade(t, 3)
	in := m.inputs()
	in.Submissions = func(func(capture.Submission, error) bool) {}
	in.Events = func(func(event.Record, error) bool) {}
	r := build(t, in)
	if !strings.HasPrefix(r.Headline[0], "No record has been finished yet") {
		t.Error(r.Headline[0])
	}
	for _, d := range r.Dimensions {
		if d.Verdict() != "Not measured" || d.Why == "" {
			t.Errorf("%s: %s, %q", d.Name, d.Verdict(), d.Why)
		}
	}
	render(t, r)
}

func TestWithoutAKeyAccuracyIsNotMeasured(t *testing.T) {
	in := newMade(t, 6).inputs()
	in.Scenario = func(string) *study.Scenario { return nil }
	r := build(t, in)
	if r.Dimensions[2].Verdict() != "Not measured" || r.Tasks[0].OwnRule || r.Tasks[0].Success.Part != 6 {
		t.Errorf("%+v %+v", r.Dimensions[2], r.Tasks[0])
	}
	html, _ := render(t, r)
	if !strings.Contains(html, "Not measured: there is no answer key") {
		t.Error("the page does not say why")
	}
}

func TestWhatTheChecksWereWorth(t *testing.T) {
	m := newMade(t, 16)
	in := m.inputs()
	in.History = m.history
	p := build(t, in).Prevention
	if p == nil || p.FalseAlarms.Part != 0 || p.FalseAlarms.Whole != 2 || p.Prevented != 0 || p.Price != nil {
		t.Fatalf("nobody put the number right: %+v", p)
	}
	subs := in.Submissions
	in.Submissions = func(yield func(capture.Submission, error) bool) { // two were told, and then wrote the right one
		for s, err := range subs {
			for i := range s.Answers {
				if s.Answers[i].Question == m.id("upn") {
					s.Answers[i].Answer.Value = "A950000178301"
				}
			}
			if !yield(s, err) {
				return
			}
		}
	}
	p = build(t, in).Prevention
	if p.Prevented != 2 || p.Price == nil || *p.Price < 20 {
		t.Errorf("%+v", p)
	}
}

// Nothing that was typed is in any rendering.
func TestNothingTypedIsInTheReport(t *testing.T) {
	m := newMade(t, 8)
	in := m.inputs()
	in.History = m.history
	r := build(t, in)
	html, text := render(t, r)
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{"HTML": html, "text": text, "JSON": string(data)} {
		for _, typed := range []string{marker, "Fernbeck", "2018-06-14"} {
			if strings.Contains(s, typed) {
				t.Errorf("%s has %q in it", name, typed)
			}
		}
	}
}

func TestSimulatedDataIsMarked(t *testing.T) {
	m := newMade(t, 6)
	html, text := render(t, build(t, m.inputs()))
	for _, s := range []string{html, text} {
		if !strings.Contains(s, "Simulated data: all people here were made up") {
			t.Error("not marked as simulated")
		}
	}
	m.real = true
	html, text = render(t, build(t, m.inputs()))
	if strings.Contains(html+text, "imulated data") {
		t.Error("real data is marked as simulated")
	}
}

// The page needs nothing from elsewhere and runs nothing.
func TestThePageStandsAlone(t *testing.T) {
	html, _ := render(t, build(t, newMade(t, 6).inputs()))
	for _, banned := range []string{"<script", "http://", "https://", "<link", "@import", "url(", "onclick", "ZgotmplZ", "NaN", "+Inf"} {
		if strings.Contains(html, banned) {
			t.Errorf("the page has %q", banned)
		}
	}
	if n := strings.Count(html, "<svg"); n < 4 || n != strings.Count(html, `role="img"`) {
		t.Errorf("%d pictures, %d with a role", n, strings.Count(html, `role="img"`))
	}
	if strings.Count(html, "<table") != strings.Count(html, "<caption") {
		t.Error("a table without a caption")
	}
}

func TestTheSameInputsGiveTheSamePage(t *testing.T) {
	m := newMade(t, 12)
	a, _ := render(t, build(t, m.inputs()))
	b, _ := render(t, build(t, m.inputs()))
	if a != b {
		t.Error("two reports of the same data differ")
	}
}

func TestBuildStopsWhenAsked(t *testing.T) {
	m := newMade(t, 40)
	m.visits = 60
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := report.Build(ctx, m.inputs()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	in := m.inputs()
	broken := errors.New("disk")
	in.Events = iter.Seq2[event.Record, error](func(yield func(event.Record, error) bool) { yield(event.Record{}, broken) })
	if _, err := report.Build(context.Background(), in); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func render(t testing.TB, r *report.Report) (html, text string) {
	t.Helper()
	var h, x bytes.Buffer
	if err := report.HTML(&h, r); err != nil {
		t.Fatal(err)
	}
	if err := report.Text(&x, r); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("RECORDWELL_KEEP_PAGES"); dir != "" { // for the test in a browser
		name := strings.ReplaceAll(t.Name(), "/", "-") + ".html"
		if err := os.WriteFile(filepath.Join(dir, name), h.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return h.String(), x.String()
}
