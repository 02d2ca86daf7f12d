package screens

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/capture/study"
	"recordwell/cmd/internal/reports/reportstest"
	"recordwell/ui/a11y"
)

// wholeFiles are what ships, with a study of one task that opens every form.
func wholeFiles(tb testing.TB) fs.FS {
	tb.Helper()
	shipped := func(name string) string {
		data, err := fs.ReadFile(assets.Content, name)
		if err != nil {
			tb.Fatal(err)
		}
		return string(data)
	}
	everyday := shipped("studies/casework-2025.yaml")
	var forms []string
	for _, m := range regexp.MustCompile(`\{form: (\w+),`).FindAllStringSubmatch(everyday, -1) {
		forms = append(forms, m[1])
	}
	whole := strings.Replace(everyday, "study: casework-2025", "study: whole", 1)
	whole = regexp.MustCompile(`(?s)scenarios: \[.*?\]`).ReplaceAllString(whole, "scenarios: [whole]")
	whole = regexp.MustCompile(`(?s)codes: \[.*?\]`).ReplaceAllString(whole, "codes: [K7M4QX]")
	story := strings.NewReplacer("scenario: carvalho", "scenario: whole", "task: record", "task: whole",
		"forms: [contact_referral, child_details, family]", "forms: ["+strings.Join(forms, ", ")+"]").Replace(shipped("scenarios/carvalho.yaml"))
	return study.Layers(fstest.MapFS{"studies/whole.yaml": {Data: []byte(whole)}, "scenarios/whole.yaml": {Data: []byte(story)}}, assets.Content)
}

// BenchmarkSection opens the sections of a record of all eleven forms. It is the
// one that takes longest that is measured, and named.
func BenchmarkSection(b *testing.B) {
	w := openOn(b, plain, wholeFiles(b))
	w.begin("K7M4QX")
	ids := w.sections()
	forms := map[string]bool{}
	for _, id := range ids {
		forms[strings.Split(id, "/")[2]] = true
	}
	delete(forms, "check")
	if len(forms) != 11 {
		b.Fatalf("sections of %d forms: %v", len(forms), ids)
	}
	openSection := func(id string) time.Duration {
		row := w.node(func(n *a11y.Node) bool { return n.ID == id })
		began := time.Now()
		row.Actions[0].Do()
		w.tree()
		return time.Since(began)
	}
	slowest, took := "", time.Duration(0)
	for _, id := range ids {
		least := time.Hour
		for range 3 {
			openSection(ids[0])
			least = min(least, openSection(id))
		}
		if least > took {
			slowest, took = id, least
		}
	}
	other := ids[0]
	if slowest == other {
		other = ids[1]
	}
	b.Run(strings.TrimPrefix(slowest, "record/sections/"), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			b.StopTimer()
			openSection(other)
			row := w.node(func(n *a11y.Node) bool { return n.ID == slowest })
			b.StartTimer()
			row.Actions[0].Do()
			w.tree()
		}
		b.ReportMetric(float64(len(ids)), "sections")
		b.ReportMetric(float64(w.window.Tree().Len()), "nodes")
	})
}

// BenchmarkDesk opens the pages of the research desk on about 100 thousand events,
// from the press to the page with its figures and its accessibility tree.
func BenchmarkDesk(b *testing.B) {
	once, dir := b.TempDir(), b.TempDir()
	reportstest.MakeUp(b, once, 24)
	reportstest.Multiply(b, once, dir, 10)
	b.Run("measured", func(b *testing.B) {
		w := openIn(b, plain, assets.Content, dir)
		for b.Loop() {
			w.press("Go to the research desk")
			w.until("the results are shown", func() bool { return w.seek("In short") != nil })
			b.StopTimer()
			w.press("Back to the start")
			b.StartTimer()
		}
	})
	w := openIn(b, plain, assets.Content, dir)
	w.press("Go to the research desk")
	w.until("the results are shown", func() bool { return w.seek("In short") != nil })
	for _, page := range []struct {
		name, menu string
		there      func() bool
	}{
		{"overview", "Study overview", func() bool { return w.seek("In short") != nil }},
		{"questions", "Questions", func() bool { return w.cell() != nil }},
		{"quality", "Data quality", func() bool {
			return w.node(func(n *a11y.Node) bool { return strings.HasPrefix(n.Name, "Completeness") }) != nil
		}},
		{"sessions", "Session replay", func() bool { return w.cell() != nil }},
	} {
		b.Run(page.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				w.menu("Help")
				b.StartTimer()
				w.press(page.menu)
				w.until(page.name+" is open", page.there)
			}
		})
	}
}

// BenchmarkReplay opens a session of 100 thousand events to be replayed.
func BenchmarkReplay(b *testing.B) {
	dir := b.TempDir()
	reportstest.MakeUp(b, dir, 1)
	reportstest.Lengthen(b, dir, 100_000)
	w := openIn(b, plain, assets.Content, dir)
	w.press("Go to the research desk")
	w.until("the results are shown", func() bool { return w.seek("In short") != nil })
	for b.Loop() {
		b.StopTimer()
		w.menu("Session replay")
		w.until("the sessions are listed", func() bool { return w.cell() != nil })
		w.cell().Focus()
		w.app.pump()
		w.key(fyne.KeyDown, 0)
		b.StartTimer()
		w.key(fyne.KeyReturn, 0)
		w.until("the session is laid out", func() bool { return w.seek("Play", a11y.RoleButton) != nil })
	}
}
