package screens

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/assets"
	"recordwell/capture/study"
	"recordwell/ui/theme"
)

// awayFiles are what ships, with a study of the story of Ruby Sutcliffe alone.
func awayFiles(t *testing.T) fs.FS {
	t.Helper()
	shipped, err := fs.ReadFile(assets.Content, "studies/autumn-2025.yaml")
	if err != nil {
		t.Fatal(err)
	}
	away := strings.NewReplacer("study: autumn-2025", "study: away", "scenarios: [carvalho]", "scenarios: [sutcliffe]",
		"{form: family,", "{form: missing, version: \"1\"}\n      - {form: visit,").Replace(string(shipped))
	away = regexp.MustCompile(`(?s)codes: \[.*\]`).ReplaceAllString(away, "codes: [K7M4QX]")
	return study.Layers(fstest.MapFS{"studies/away.yaml": {Data: []byte(away)}}, assets.Content)
}

// TestAPageOfManyErrors saves the longest page of all forms nearly empty. Its list of
// errors is higher than the window, than the page in it, or just fits: it begins in
// sight, and each of its links comes into sight with Tab.
func TestAPageOfManyErrors(t *testing.T) {
	for _, l := range []look{
		plain, {theme.Light, 100, 1280, 900}, {theme.Light, 100, 1280, 1008},
		{theme.Dark, 100, 1024, 700}, {theme.ContrastDark, 200, 1280, 800}, {theme.ContrastLight, 400, 1024, 800},
	} {
		t.Run(fmt.Sprintf("%v-%d", l, int(l.height)), func(t *testing.T) {
			w := openOn(t, l, awayFiles(t))
			w.begin("K7M4QX")
			w.title("When was Ruby missing?")
			w.choose("Is there a time to add?", "Yes, add a time")
			w.press("Save and continue")
			w.title("A time when Ruby")
			w.choose("Is Ruby back?", "Yes")
			w.choose("Did someone offer Ruby an interview?", "Yes")
			w.choose("Did Ruby say yes to it?", "Yes")
			w.press("Save and continue")
			w.until("the errors are shown", func() bool { return strings.HasPrefix(w.window.Fyne().Title(), "Error: ") })
			w.audit("a page of many errors")
		})
	}
}
