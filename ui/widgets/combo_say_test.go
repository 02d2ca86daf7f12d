package widgets_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/widgets"
)

// How many rows go with what was typed is said when that changes, and once more when
// the person stops: not after each letter.
func TestCountsAreSaidWhenTheyAreNews(t *testing.T) {
	combo := widgets.NewCombo("combo", "Who made the referral?", []widgets.Option{
		{Value: "1", Words: "School nurse"}, {Value: "2", Words: "School"}, {Value: "3", Words: "Police"},
	})
	root, k := page(t, combo)
	var said []string
	var due func()
	root.OnAnnounce = func(words string, _ a11y.Live) { said = append(said, words) }
	root.After = func(_ time.Duration, f func()) func() { due = f; return func() { due = nil } }
	k.Tab(1)
	k.Type("scho")
	if want := []string{"2 answers found"}; !slices.Equal(said, want) {
		t.Errorf("said %q while letters came, want %q", said, want)
	}
	if due == nil {
		t.Fatal("nothing is said after a pause")
	}
	due()
	k.Type("x")
	k.Keys(fyne.KeyBackspace)
	if want := []string{"2 answers found", "2 answers found", "No answers found", "2 answers found"}; !slices.Equal(said, want) {
		t.Errorf("said %q, want %q", said, want)
	}
	due = nil
	k.Type("o")
	later := due
	k.Keys(fyne.KeyEscape)
	said = nil
	if later != nil {
		later()
	}
	if len(said) > 0 {
		t.Errorf("said %q of a list that is closed", said)
	}
	k.Keys(fyne.KeyDown)
	if len(said) != 1 {
		t.Errorf("a list that opens again says %q", said)
	}
}
