package research

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/assets/calendars"
	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/participant"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/widgettest"
	"recordwell/validation"
	"recordwell/validation/cin"
	"recordwell/validation/datatype"
	"recordwell/validation/findings"
	"recordwell/validation/returns"
	"recordwell/validation/ssda903"
)

// window stands for the program's: it shows pages and keeps jobs until a test
// runs them.
type window struct {
	participant.Host
	root   *widgets.Root
	class  widgets.Class
	page   participant.Page
	said   []string
	opened []string
	jobs   []func()
	ctx    context.Context
	opener *room // of the desk, for a test that leaves it
}

func (w *window) Show(p participant.Page) {
	if w.page != nil {
		w.page.Leave()
	}
	w.page = p
	p.Resize(w.class)
	w.root.SetContent(p.Content())
	p.Arrive()
}

func (w *window) Class() widgets.Class               { return w.class }
func (w *window) Root() *widgets.Root                { return w.root }
func (w *window) Announce(words string, _ a11y.Live) { w.said = append(w.said, words) }
func (w *window) TextAndColours()                    { w.opened = append(w.opened, "looks") }

func (w *window) OpenFile(path string) error {
	w.opened = append(w.opened, path)
	return nil
}

func (w *window) Work(job func(ctx context.Context) error, done func(error)) {
	w.jobs = append(w.jobs, func() { done(job(w.ctx)) })
}

// run runs all jobs, and those that they start.
func (w *window) run() {
	for len(w.jobs) > 0 {
		job := w.jobs[0]
		w.jobs = w.jobs[1:]
		job()
	}
}

// desk stands for the store behind the pages.
type desk struct {
	*studio
	*watch
	*collector
	report     *report.Report
	fails      error
	saved      []string // folders
	built      []string // rounds that a report was made of
	shown      []int    // answers each time that they were asked for
	wanted     []capture.FilesWanted
	people     int
	passphrase string
	slow       func(ctx context.Context) // while a report is made
	calendar   *datatype.Workdays
}

func (d *desk) StudyTitle() string { return "Autumn 2025 trial" }

func (d *desk) BuildReport(ctx context.Context, round string, progress func(done, of int64)) (*report.Report, error) {
	d.built = append(d.built, round)
	progress(50, 100)
	if d.slow != nil {
		d.slow(ctx)
	}
	if err := errors.Join(ctx.Err(), d.fails); err != nil {
		return nil, err
	}
	return d.report, nil
}

func (d *desk) SaveReport(_ *report.Report, dir string, shareable bool) ([]string, error) {
	d.did["report"]++
	if shareable {
		dir += " to share"
	}
	d.saved = append(d.saved, dir)
	return []string{"report.html", "tasks.csv"}, d.fails
}

func (d *desk) SaveFiles(_ context.Context, w capture.FilesWanted, progress func(done, of int64)) (capture.FilesSaved, error) {
	progress(1, 2)
	d.wanted = append(d.wanted, w)
	saved := capture.FilesSaved{Asked: capture.Asked{At: time.Date(2025, 11, 20, 10, 47, 0, 0, time.UTC), What: capture.AskedFiles, Shown: 90, Desk: "d1"}}
	if d.fails == nil {
		saved.Names, saved.Left = []string{"answers.csv", "cin.xml"}, []string{"2 records of looked-after children are not in the census"}
	}
	return saved, d.fails
}

func (d *desk) ShowAnswers(ctx context.Context, places []report.Place, _ func(done, of int64)) ([]string, report.Asked, error) {
	d.did["answers"]++
	line := report.Asked{At: time.Date(2025, 11, 20, 10, 47, 0, 0, time.UTC), What: capture.AskedPlaces, Shown: len(places), Desk: "d1"}
	if err := errors.Join(ctx.Err(), d.fails); err != nil {
		return nil, report.Asked{}, err
	}
	words := make([]string, len(places))
	for i := range places {
		words[i] = typed
	}
	d.shown = append(d.shown, len(places))
	return words, line, nil
}

// typed stands for what a participant typed.
const typed = "ZQXJKV MARKER"

func (d *desk) Simulate(_ context.Context, people int, done func(n int)) error {
	d.did["simulate"]++
	for n := range people {
		done(n + 1)
	}
	d.people += people
	d.report = measured()
	return d.fails
}

func (d *desk) Returns(authority string) []returns.Return {
	return []returns.Return{cin.Census{Calendar: d.calendar}, ssda903.Statutory{Authority: authority}, many{}}
}

func (d *desk) SaveFindings(_ context.Context, dir string, about findings.About, _ returns.Summary, all iter.Seq[validation.Issue], progress func(written, files int)) ([]string, error) {
	d.did["findings"]++
	n := 0
	for range all {
		n++
	}
	progress(n, 1)
	d.saved = append(d.saved, fmt.Sprintf("%s: %d of %s", dir, n, about.Title))
	return []string{"findings.html"}, d.fails
}

func (d *desk) Folder(purpose string) string { return "/home/researcher/" + purpose }
func (d *desk) HasPassphrase() bool          { return d.passphrase != "" }
func (d *desk) Unlock(p string) bool {
	d.did["unlock"]++
	return p == d.passphrase
}
func (d *desk) SetPassphrase(p string) error {
	d.did["lock"]++
	if d.fails == nil {
		d.passphrase = p
	}
	return d.fails
}

// many is a return with as many findings as its year says.
type many struct{}

func (many) Name() string    { return "many" }
func (many) Title() string   { return "A return with very many findings" }
func (many) Years() []string { return []string{"1000000"} }

func (many) Info() []validation.Info {
	var out []validation.Info
	for i := range 200 {
		out = append(out, validation.Info{
			Code: fmt.Sprint(100 + i), Severity: validation.Error, Official: "An official sentence",
			Title: fmt.Sprintf("The date of the %dth thing must be the same as or after the other date", i), What: "It is {Things.DATE}.", Do: "Change the date",
		})
	}
	return out
}

func (many) Check(ctx context.Context, _ []string, o returns.Options, emit func(validation.Issue)) (returns.Summary, error) {
	if ctx.Err() != nil {
		return returns.Summary{}, ctx.Err()
	}
	n := 40
	if o.Year != "" {
		fmt.Sscan(o.Year, &n) //nolint:errcheck // a number of ours
	}
	for i := range n {
		severity := validation.Error
		if i%7 == 0 {
			severity = validation.Query
		}
		emit(validation.Issue{
			Rule: fmt.Sprint(100 + i*31%200), Severity: severity, Child: fmt.Sprintf("CHILD%06d", i/5), Group: i,
			Places: []validation.Place{{Table: "Things", Field: "DATE", Row: i, Value: fmt.Sprintf("2025-07-%02d", 1+i%28)}, {Table: "Things", Field: "OTHER", Row: i, Value: "2025-09-01"}},
		})
	}
	return returns.Summary{
		Year: "2025-26", Children: n / 5, Findings: n, RulesRun: 199, NotChecked: []returns.NotChecked{{Code: "150", Because: "there are no files of last year"}},
		Remarks: []string{"the file has an element that nobody knows"},
	}, nil
}

// measured is what a small study gave, all made up.
func measured() *report.Report {
	rate := func(part, whole, people int, low, high float64) report.Rate {
		return report.Rate{Part: part, Whole: whole, People: people, Rate: float64(part) / float64(whole), Likely: &report.Range{Low: low, High: high}}
	}
	r := &report.Report{
		Study: "autumn-2025", Title: "Autumn 2025 trial", Program: "0.1.0", Simulated: 24,
		Counts:   report.Counts{Invited: 24, Started: 24, Finished: 21, Records: 23, Recorded: 23, Checked: 1752, Events: 40000},
		Headline: []string{"The records are 85.7% complete, 99.9% valid and 89.4% accurate, from 23 records by 23 people.", "Most time was lost at “UPN”."},
		Cards: []report.Card{
			{Name: "Tasks completed", Figure: "54.2%", Of: "13 of 24 tasks, 24 people", Likely: "likely range 35.1% to 72.1%", Value: .542, Range: &report.Range{Low: .351, High: .721}, High: 1, Ends: [2]string{"0%", "100%"}, Known: true},
			{Name: "Time for one task", Figure: "14 minutes", Of: "13 completed tasks, 13 people", Likely: "likely range 11 minutes to 17 minutes", Value: 840, Range: &report.Range{Low: 660, High: 1020}, High: 1260, Ends: [2]string{"0", "21 minutes"}, Known: true},
			{Name: "Right at the first try", Figure: "94.7%", Of: "1,634 of 1,726 answers, 24 people", Likely: "too few people to give a range", Value: .947, High: 1, Ends: [2]string{"0%", "100%"}, Known: true},
			{Name: "Errors met", Of: "no record is finished"},
		},
		Tasks: []report.Task{{ID: "carvalho", Title: "The Carvalho family", Opened: 24, Finished: 23, Success: rate(13, 24, 24, .351, .721), Time: report.Seconds{N: 13, Median: 800, Geometric: 840, Likely: &report.Range{Low: 660, High: 1020}}}},
		Dimensions: []report.Dimension{
			{Name: "Completeness", Meaning: "Nothing is missing", Of: "answers asked for", Rate: rate(857, 1000, 23, .8, .9), Target: .95},
			{Name: "Validity", Meaning: "In the right format", Of: "answers given", Rate: rate(999, 1000, 23, .99, 1), Target: .98},
			{Name: "Accuracy", Meaning: "Matches the story", Of: "answers in the key", Rate: rate(894, 1000, 23, .85, .93), Target: .95},
			{Name: "Consistency", Meaning: "Answers agree", Of: "answers that must agree with another", Rate: rate(84, 100, 23, .8, .88), Target: .95},
			{Name: "Uniqueness", Meaning: "No repeats", Of: "people in lists", Rate: rate(90, 90, 23, .99, 1), Target: 1},
			{Name: "Timeliness", Meaning: "By the story dates", Target: .9, Why: "these forms have no dates with a working-day limit"},
		},
		Matrix:   []report.Outcome{{Name: "Correct", Count: 1566, Of: 1752}, {Name: "Wrong but valid", Count: 65, Of: 1752}, {Name: "Missing", Count: 121, Of: 1752}},
		Sections: []report.Section{{ID: "referral", Title: "The referral", Complete: rate(90, 100, 23, .8, .95), Valid: rate(99, 100, 23, .9, 1), Accurate: rate(80, 90, 23, .8, .9), People: 23}, {ID: "child", Title: "Maya’s details", Complete: rate(80, 100, 23, .7, .9), Valid: rate(99, 100, 23, .9, 1), People: 23}},
		Rules:    []report.Rule{{ID: "r1", Title: "Name of the referrer: looks odd", Kind: "Check this", Found: 19}, {ID: "r2", Title: "Ethnic background: missing", Kind: "Error", Found: 4}},
	}
	for i, name := range []string{"UPN", "First language", "What they told you", "Date received", "UPN", "Ethnic background"} {
		section := "The referral"
		if i == 4 {
			section = "Maya’s details"
		}
		r.Questions = append(r.Questions, report.Question{
			ID: fmt.Sprint("q", i), Label: name, Section: section, People: 24 - i, Seen: 24 - i, Wait: report.Seconds{N: 24, Median: 2 + float64(i)},
			Time: report.Seconds{N: 24, Median: 47 / float64(i+1)}, Elapsed: report.Seconds{N: 24, Median: 50 / float64(i+1)}, Changed: i, ErrorsMet: 2 * i,
			First: rate(20+i/2, 24, 24, .6, .9), Blank: report.Rate{Part: i % 3, Whole: 24}, Lost: 40 / float64(i+1), Trend: "level",
		})
	}
	r.Questions[1].Wait = report.Seconds{}
	r.Forms = []report.Form{
		{ID: "referral", Title: "Contact and referral", People: 24, Complete: rate(90, 100, 23, .8, .95), Valid: rate(99, 100, 23, .9, 1), Accurate: rate(80, 90, 23, .8, .9), Time: report.Seconds{N: 24, Median: 300, Geometric: 310}},
		{ID: "child", Title: "Child details", People: 24, Complete: rate(80, 100, 23, .7, .9), Valid: rate(99, 100, 23, .9, 1)},
	}
	r.Usability = report.Usability{
		Title: "All people", Score: report.Score{N: 18, People: 18, Mean: 71.4, Likely: &report.Range{Low: 65.9, High: 76.9}}, Complete: 18, OfComplete: 71.4, Adjective: "good", Percentile: 62,
	}
	r.Items = []report.Item{{Place: "ChildIdentifiers.UPN", Questions: []string{"UPN"}, People: 24, Seconds: 1130, Errors: 6, Share: .4}, {Questions: []string{"First language", "What they told you"}, People: 24, Seconds: 1700, Errors: 2, Share: .6}}
	chance := .0004
	r.Rounds = []report.Rounds{{
		Before: report.Round{ID: "first", Title: "First round", People: 16, Forms: "Family 1"}, After: report.Round{ID: "second", Title: "Second round", People: 18, Forms: "Family 2"},
		Changes: []report.Change{
			{Name: "Tasks completed", Unit: report.UnitShare, Before: .71, After: .85, PeopleBefore: 16, PeopleAfter: 18, Tested: true, Test: "N−1 two-proportion", Effect: .14, Likely: &report.Range{Low: -.02, High: .3}, Reach: .48},
			{Name: "Time for one task", Unit: report.UnitTime, Before: 1440, After: 1080, PeopleBefore: 16, PeopleAfter: 18, Tested: true, Test: "Welch t on ln time", Effect: .25, Likely: &report.Range{Low: .08, High: .4}, P: &chance, Reach: .48},
			{Name: "Errors met in a record", Unit: report.UnitErrors, Before: 3.1, After: 5.2, PeopleBefore: 16, PeopleAfter: 18, Tested: true, Test: "Welch t", Effect: -2.1, Likely: &report.Range{Low: -3.3, High: -.9}, P: &chance, Reach: 3.6},
			{Name: "SUS score, 0 to 100", Unit: report.UnitSUS, Before: 62.8, After: 71.4, PeopleBefore: 3, PeopleAfter: 18, Test: "Welch t", Effect: 8.6, Reach: 8.6},
		},
		Questions: []report.Change{{Name: "Time at it", Question: "Person: date of birth", Unit: report.UnitTime, Before: 12, After: 6, PeopleBefore: 16, PeopleAfter: 18, Tested: true, Test: "Welch t on ln time", Effect: .5, Likely: &report.Range{Low: .2, High: .6}, P: &chance, Reach: .66}},
		Forms:     []report.FormChange{{Form: "Family", Was: "1", Is: "2", Question: "Person: date of birth", Kind: "reworded", What: "hint", Before: "A year, or a month and year, is enough", After: "Day, month and year, such as 14 6 1990"}},
	}}
	r.Validity.WithoutError = rate(18, 23, 23, .6, .9)
	for i := range 40 {
		p := report.Place{
			Person: 1 + i/4, Session: "0193-1", Task: "maya", Section: "referral/section", ID: capture.QuestionID(fmt.Sprint("q", i%4)),
			Label: r.Questions[i%4].Label, Entity: capture.EntityID(fmt.Sprint("e", i)), EntityType: "person", Number: 1 + i%3,
		}
		switch i % 4 {
		case 0:
			p.What, p.Rule, p.Title = "check this", "r1", r.Rules[0].Title
		case 1:
			p.Dimension, p.What = report.InAccuracy, "wrong but valid"
		case 2:
			p.Dimension, p.What = report.InAccuracy, "missing"
		default:
			p.Dimension, p.What = report.InCompleteness, "left blank"
		}
		r.Failing = append(r.Failing, p)
	}
	return r
}

// sit opens the researcher's side in a window of that size and look.
func sit(t testing.TB, s theme.Settings, width, height float32, d *desk) (*window, *widgettest.Keyboard) {
	t.Helper()
	calendar, err := datatype.ParseWorkdays(calendars.England)
	if err != nil {
		t.Fatal(err)
	}
	d.calendar, d.studio = calendar, newStudio(t)
	d.watch = newWatch(d.studio)
	if d.collector == nil {
		d.collector = newCollector()
	}
	w := &window{ctx: context.Background()}
	_, k := widgettest.Show(t, s, width, height, func() *widgets.Root {
		w.root = widgets.NewRoot("Recordwell", widgets.NewSpace(1))
		w.root.OnKey = func(ev *fyne.KeyEvent) bool {
			return ev.Name == fyne.KeyEscape && w.page.Command(shortcut.Escape)
		}
		return w.root
	})
	w.class = widgets.ClassOf(widgets.EffectiveWidth(width, theme.Current().Scale()))
	w.Show(New(w, d, func() { w.opened = append(w.opened, "start") }))
	return w, k
}

// open goes to a page by the menu's own call.
func (w *window) open(t testing.TB, id string) {
	t.Helper()
	roomOf(t, w.page).goTo(id)
}

func roomOf(t testing.TB, p participant.Page) *room {
	t.Helper()
	switch p := p.(type) {
	case *overview:
		return p.room
	case *quality:
		return p.room
	case *questions:
		return p.room
	case *checkPage:
		return p.room
	case *passphrase:
		return p.room
	case *help:
		return p.room
	case *studies:
		return p.room
	case *setup:
		return p.room
	case *scenarios:
		return p.room
	case *storyPage:
		return p.room
	case *forms:
		return p.room
	case *withdraw:
		return p.room
	case *collect:
		return p.room
	case *sessions:
		return p.room
	case *replayed:
		return p.room
	case *failing:
		return p.room
	case *compare:
		return p.room
	}
	t.Fatalf("%T is no page with a menu", p)
	return nil
}

// node finds one by its id.
func (w *window) node(id string) *a11y.Node {
	var found *a11y.Node
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.ID == id {
			found = n
		}
		return found == nil
	})
	return found
}

// press presses what has that id.
func (w *window) press(t testing.TB, id string) {
	t.Helper()
	n := w.node(id)
	if n == nil || len(n.Actions) == 0 {
		t.Fatalf("there is nothing to press with the id %s", id)
	}
	n.Actions[0].Do()
}

// names are all names on the screen.
func (w *window) names() []string {
	var out []string
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool { out = append(out, n.Name); return true })
	return out
}

func (w *window) says(t testing.TB, words string) {
	t.Helper()
	if !slices.Contains(w.names(), words) {
		t.Errorf("%q is not on the page", words)
	}
}

func (w *window) focused() string {
	id := ""
	w.root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.Has(a11y.Focused) {
			id = n.ID
		}
		return true
	})
	return id
}

func sample(name string) string {
	path, err := filepath.Abs(filepath.Join("..", "..", "validation", name))
	if err != nil {
		panic(err)
	}
	return path
}
