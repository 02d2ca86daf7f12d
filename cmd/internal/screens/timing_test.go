package screens

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/theme"
)

// TestErrorsThatComeOnTheWay goes round the pages of a record whose errors come
// when a question is left or while it is answered: what comes above the focus must
// not push it out of sight.
func TestErrorsThatComeOnTheWay(t *testing.T) {
	for condition, code := range codes(t) {
		for _, percent := range []int{100, 200, 400} {
			t.Run(fmt.Sprintf("%s-%d", condition, percent), func(t *testing.T) {
				w := open(t, look{theme.Light, percent, 1280, 800})
				w.begin(code)
				for n := range 5 {
					w.key(fyne.KeyName(fmt.Sprint(n+1)), ctrl)
					w.until("a page is open", func() bool { f := w.focus(); return f != nil && strings.HasSuffix(f.ID, "/title") })
					w.round(fmt.Sprintf("section %d", n+1))
				}
			})
		}
	}
}

// codes are one code for each condition of the study of when a form should tell.
func codes(t *testing.T) map[string]string {
	w := open(t, plain)
	st := w.program.Library().Studies["timing-2025"]
	conditions := st.Rounds[0].Conditions
	found := map[string]string{}
	for _, c := range st.Codes {
		name := conditions[study.Allocate(st.Seed, c, len(conditions))].ID
		if found[name] == "" {
			found[name] = c
		}
	}
	if len(found) != 3 {
		t.Fatalf("the study has codes for %v alone", found)
	}
	return found
}

// begin goes from the start page into the first task.
func (w *world) begin(code string) {
	w.Helper()
	w.write("Your code", code)
	w.press("Start")
	w.until("consent is asked for", func() bool { return w.seek("I agree, start") != nil })
	for _, i := range w.program.Study().Consent.Needed() {
		w.press(i.Words)
	}
	w.press("I agree, start")
	w.title("Your tasks")
	w.key(fyne.KeyReturn, ctrl)
	w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
}
