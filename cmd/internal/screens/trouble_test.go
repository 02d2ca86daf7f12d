package screens

import (
	"errors"
	"strings"
	"testing"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TestTrouble does for the page of a program that cannot start what TestTree does
// for others: its words are long, and can be made larger and read aloud.
func TestTrouble(t *testing.T) {
	why := errors.New("the records in " + strings.Repeat("/a/folder/with/a/long/name", 6) + " cannot be opened: another Recordwell has them open.\nClose the other one, and start again.")
	for _, l := range looks() {
		if l.scheme != theme.Light {
			continue
		}
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			w.trouble = why
			w.again()
			w.audit("trouble")
			for line := range strings.Lines(why.Error()) {
				if w.seek(strings.TrimSpace(line)) == nil {
					t.Errorf("the page does not say %q", line)
				}
			}
			if n := w.seek("Recordwell cannot start", a11y.RoleHeading); !strings.HasSuffix(n.Description, "start again.") {
				t.Errorf("the title is described by %q", n.Description)
			}
			if f := w.focus(); f == nil || f.Role != a11y.RoleHeading && f.Name != "Close" {
				t.Errorf("the focus is on %v", f)
			}
		})
	}
}
