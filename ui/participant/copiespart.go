package participant

import (
	"fmt"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// copiesPart offers what the records of brothers and sisters have for a page. It
// stands above the questions, so that nobody types first and sees it then.
type copiesPart struct {
	record *Record
	view   []session.CopyView
	cards  []fyne.CanvasObject
}

// objects are the cards, made anew only when something else is offered.
func (c *copiesPart) objects(v []session.CopyView) []fyne.CanvasObject {
	if !reflect.DeepEqual(v, c.view) {
		c.view, c.cards = v, nil
		for i := range v {
			c.cards = append(c.cards, c.card(i, &v[i]))
		}
	}
	return c.cards
}

func (c *copiesPart) card(i int, v *session.CopyView) fyne.CanvasObject {
	id := numbered("copies", i)
	page := widgets.NewStack(theme.Space2,
		widgets.NewHeading(id+"/title", fmt.Sprintf("The record of %s has this already", v.Whose), 2).SetStyle(theme.Title3))
	const how = "Copy it only if it is the same for this child. You can undo it."
	said := ""
	for n, r := range v.Rows {
		said += r.Name + ": " + strings.TrimRight(r.Words, ".") + ". "
		page.Add(withRuns(numbered(id+"/row", n), theme.BodyDense, widgets.Run{Words: r.Name + ": "}, widgets.Run{Words: r.Words, Bold: true}))
	}
	page.Add(widgets.NewText(id+"/how", how, theme.BodyDense))
	copyIt := widgets.NewButton(id+"/copy", "Copy this", widgets.Secondary, func() { c.copy(*v) })
	copyIt.SetAnnounced("Copy this from the record of " + v.Whose).SetDescription(said + how) // Tab passes by what stands above
	page.Add(widgets.NewRow(theme.Space3, copyIt))
	return widgets.NewCard(page).SetFill(theme.Sunken)
}

func (c *copiesPart) copy(v session.CopyView) {
	r := c.record
	at, ok := r.session.CopyFrom(v.Sibling, v.Thing)
	if !ok {
		return
	}
	if r.page.copies == c { // on the same page still; a new one begins at its title
		r.page.form.Focus(at)
	}
	r.host.Announce("Copied from the record of "+v.Whose+". Press Ctrl and Z to undo", a11y.LivePolite)
}
