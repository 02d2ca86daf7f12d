package screens

import (
	"testing"
	"testing/fstest"
	"time"

	"recordwell/assets"
	"recordwell/capture/study"
	"recordwell/cmd/internal/late"
	"recordwell/cmd/internal/program"
	"recordwell/ui/a11y"
)

// appears waits for something that another goroutine brings.
func (w *world) appears(name string, role a11y.Role) {
	w.Helper()
	for until := time.Now().Add(20 * time.Second); w.seek(name, role) == nil; w.app.wait(time.Second) {
		if time.Now().After(until) {
			w.named(name, role)
		}
	}
}

// TestTheWindowDoesNotWaitForTheForms: the start page is there while forms and
// stories are read. What needs them says that it is opening, and then opens.
func TestTheWindowDoesNotWaitForTheForms(t *testing.T) {
	files := late.New(assets.Content)
	w := startIn(t, plain, files, t.TempDir(), program.Start)
	w.named("Opening the study…", a11y.RoleText)
	w.audit("start, while forms are read")
	w.press("Go to the research desk")
	w.named("Opening…", a11y.RoleButton)
	files.Come()
	w.appears("Study overview", a11y.RoleHeading)
}

// TestTheStudyIsNamedOnceItIsRead on the page that is there already.
func TestTheStudyIsNamedOnceItIsRead(t *testing.T) {
	files := late.New(assets.Content)
	w := startIn(t, plain, files, t.TempDir(), program.Start)
	files.Come()
	w.appears("Autumn 2025 trial", a11y.RoleText)
	w.named("Start", a11y.RoleButton)
}

// TestFormsThatCannotBeUsedAreTroubleLater: the window is open by then.
func TestFormsThatCannotBeUsedAreTroubleLater(t *testing.T) {
	files := study.Layers(fstest.MapFS{"forms/family.yaml": {Data: []byte("form: family\nversion: [")}}, assets.Content)
	w := startIn(t, plain, files, t.TempDir(), program.Start)
	w.appears("Recordwell cannot start", a11y.RoleHeading)
	w.named("Close", a11y.RoleButton)
}
