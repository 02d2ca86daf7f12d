package research

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// filesBox is where files are named: a box with a path a line, and a button that opens
// a list of files to choose from below it.
type filesBox struct {
	page     *frame
	box      *widgets.LongText
	ask      *widgets.Question
	button   *widgets.Button
	slot     *widgets.Stack
	browser  *browser // nil while no list of files is open
	ends     []string // of the files that are listed
	hint     string   // which these are
	folders  bool     // a whole folder can be taken
	content  fyne.CanvasObject
	onChange func(raw string)
}

// newFilesBox makes the box; onChange, which may be nil, is told what stands in it.
func newFilesBox(f *frame, value string, ends []string, hint string, onChange func(raw string)) *filesBox {
	b := &filesBox{page: f, ends: ends, hint: hint, onChange: onChange}
	b.box = widgets.NewLongText(f.id+"/files", "Which files?")
	b.box.SetValue(value)
	b.box.OnChange = func(raw string) { b.changed(raw) }
	b.ask = widgets.NewQuestion(f.id+"/files-ask", "Which files?", b.box)
	b.button = f.act("choose", "Choose files", widgets.Secondary, "folder", b.toggle).SetExpanded(false)
	b.slot = widgets.NewStack(0)
	b.slot.Hide()
	b.content = widgets.NewStack(theme.Space3, b.ask, widgets.NewRow(0, b.button), b.slot)
	return b
}

func (b *filesBox) changed(raw string) {
	if b.onChange != nil {
		b.onChange(raw)
	}
}

// paths are the files that are named.
func (b *filesBox) paths() []string { return paths(b.box.Value()) }

// setFolders says whether a whole folder can be taken.
func (b *filesBox) setFolders(on bool) {
	b.folders = on
	if b.browser != nil {
		setShown(b.browser.whole, on)
	}
}

// toggle opens and closes the list.
func (b *filesBox) toggle() {
	if b.browser != nil {
		b.close()
		return
	}
	b.browser = newBrowser(b.page, b.ends, b.hint, b.add, b.close)
	b.setFolders(b.folders)
	b.slot.SetChildren(b.browser.card)
	b.slot.Show()
	b.button.SetExpanded(true)
	b.browser.start(b.paths())
	b.page.uncover(b.slot)
}

// close puts the list away, if it is open.
func (b *filesBox) close() {
	if b.browser == nil {
		return
	}
	b.browser.end()
	b.browser = nil
	b.slot.SetChildren()
	b.slot.Hide()
	b.button.SetExpanded(false)
	b.button.TakeFocus()
}

// add names a file, each once.
func (b *filesBox) add(path string) {
	if all := b.paths(); !slices.Contains(all, path) {
		b.box.SetValue(strings.Join(append(all, path), "\n"))
		b.changed(b.box.Value())
		b.ask.SetError("")
	}
}
