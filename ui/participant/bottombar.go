package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// bottomBar is saving at the left, and Back, what else there is and the main
// button at the right.
type bottomBar struct {
	record  *Record
	region  *widgets.Region
	row     *widgets.Row
	status  *widgets.StatusLine
	back    *widgets.Button
	other   *widgets.Button
	forward *widgets.Button
}

func newBottomBar(r *Record) *bottomBar {
	b := &bottomBar{record: r}
	b.status = widgets.NewStatusLine("record/saving")
	b.back = widgets.NewButton("record/back", "Back", widgets.Secondary, r.back)
	b.back.SetIcon("left")
	b.other = widgets.NewButton("record/finish", "Finish", widgets.Secondary, r.finish)
	b.forward = widgets.NewButton("record/continue", "Save and continue", widgets.Main, r.next)
	b.row = widgets.NewRow(theme.Space4, b.status)
	bar := widgets.NewFill(theme.Surface, widgets.NewPad(theme.Space3+2, theme.Space5, theme.Space3+2, theme.Space5, b.row))
	bar.SetEdges(true, false, false, false)
	b.region = widgets.NewRegion("record/bottom", "Saving and moving on", bar)
	return b
}

func (b *bottomBar) resize(widgets.Class) {}

func (b *bottomBar) show(v *session.View) {
	b.status.Set(statusOf(v))
	buttons := []fyne.CanvasObject{b.back}
	if reads(&v.Page) {
		b.row.SetEnd(buttons...)
		return
	}
	if c := v.Page.Check; c != nil {
		main, other := finishWords(c)
		if other != "" {
			b.other.SetName(other)
			buttons = append(buttons, b.other)
		}
		b.forward.SetName(main)
	} else {
		b.forward.SetName("Save and continue")
	}
	b.row.SetEnd(append(buttons, b.forward)...)
}

// finishWords are the names of the main button and of the other one, which is
// there when something is left.
func finishWords(c *session.CheckView) (main, other string) {
	switch {
	case c.ToFix > 0:
		return "Fix " + count(c.ToFix, "answer"), fmt.Sprintf("Finish with %d to fix", c.ToFix)
	case c.Unfinished > 0:
		return "Go to " + c.FirstUnfinished.Label, "Finish with " + count(c.Unfinished, "section") + " not completed"
	}
	return "Finish", ""
}

// main does what the main button of "check your answers" says.
func (b *bottomBar) main(v *session.View) {
	switch c := v.Page.Check; {
	case c.ToFix > 0:
		b.record.session.Change(*c.FirstToFix)
	case c.Unfinished > 0:
		b.record.goSection(c.FirstUnfinished.ID)
	default:
		b.record.finish()
	}
}

func statusOf(v *session.View) (widgets.StatusKind, string) {
	at := v.Save.At.Format("15:04")
	switch v.Save.State {
	case session.Saving:
		return widgets.StatusSaving, "Saving…"
	case session.NotKept:
		return widgets.StatusSaved, "You are trying it out. Nothing is kept"
	case session.SaveFailed:
		return widgets.StatusFailed, "Not saved. " + v.Save.Why
	case session.Saved:
		fix := 0
		for _, s := range v.Sections {
			fix += s.ToFix
		}
		if v.Page.Failed && fix > 0 {
			return widgets.StatusToFix, "Draft saved at " + at + ". " + count(fix, "answer") + " to fix"
		}
		return widgets.StatusSaved, "Saved on this computer at " + at
	}
	return widgets.StatusSaved, "Nothing to save yet"
}

// count writes "1 answer" or "2 answers".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
