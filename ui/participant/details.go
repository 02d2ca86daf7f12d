package participant

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// details is where a person chooses answers to remove for good.
type details struct {
	host    Host
	desk    Desk
	session *session.Session
	done    func(told string)
	frame   *frame
	heading *widgets.Heading
	problem *widgets.InlineError
	boxes   map[capture.Ref]*widgets.TickBox
	order   []capture.Ref
}

func newDetails(host Host, desk Desk, s *session.Session, done func(told string)) *details {
	d := &details{host: host, desk: desk, session: s, done: done, boxes: map[capture.Ref]*widgets.TickBox{}}
	d.heading = widgets.NewHeading("details/title", "Remove real details", 1)
	d.problem = widgets.NewInlineError("details/error", "")
	page := widgets.NewStack(theme.Space3, d.heading,
		widgets.NewText("details/how", "Tick each answer to blank. Its earlier versions and your comments on it go too, here and in every backup on this computer.", theme.Body), d.problem)
	for _, row := range s.Given() {
		words := row.Words
		if !row.Provided {
			words = "blank now"
		}
		box := widgets.NewTickBox("details/"+string(row.Ref.Question)+"@"+string(row.Ref.Entity), row.Name+": "+strings.TrimSpace(words))
		d.boxes[row.Ref], d.order = box, append(d.order, row.Ref)
		page.Add(box)
	}
	if len(d.order) == 0 {
		page.Add(widgets.NewText("details/none", "There is no answer in this record yet.", theme.Body))
	}
	d.frame = newFrame(host, "details", frameSurvey, widgets.NewMeasure(page).SetMax(760))
	d.frame.setBottom(widgets.NewText("details/note", "Removing cannot be undone", theme.Small),
		widgets.NewButton("details/cancel", "Go back", widgets.Secondary, func() { done("") }),
		widgets.NewButton("details/remove", "Remove", widgets.Main, d.remove))
	return d
}

func (d *details) remove() {
	var refs []capture.Ref
	for _, ref := range d.order {
		if d.boxes[ref].On() {
			refs = append(refs, ref)
		}
	}
	if len(refs) == 0 {
		d.problem.SetWords("Tick what to remove, or go back")
		return
	}
	d.session.Forget(refs...)
	id := d.session.ID()
	between(d.host, d.Title(), "Removing what you ticked", func(ctx context.Context) error { return d.desk.RemoveDetails(ctx, id, refs...) }, func(err error) {
		if err != nil {
			d.host.Show(d)
			d.problem.SetWords("They are off the screen and not off the disk yet. " + err.Error() + " Then press Remove again")
			return
		}
		d.done("Removed: " + count(len(refs), "answer"))
	})
}

func (d *details) Title() string              { return "Remove real details - Recordwell" }
func (d *details) Content() fyne.CanvasObject { return d.frame.content }
func (d *details) Resize(class widgets.Class) { d.frame.resize(class) }
func (d *details) Arrive()                    { d.heading.TakeFocus() }
func (d *details) Leave()                     {}
func (d *details) Command(id shortcut.ID) bool {
	switch id {
	case shortcut.Continue:
		d.remove()
	case shortcut.Back:
		d.done("")
	default:
		return d.frame.command(id)
	}
	return true
}
