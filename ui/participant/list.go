package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// listPart is a repeating group: a card for each item, then "Does anyone else
// …?".
type listPart struct {
	record *Record
	id     string
	items  *widgets.RepeatList
	ask    *widgets.RadioGroup
	box    *widgets.Question
	undo   *widgets.Row
	view   *session.ListView
}

func newListPart(r *Record, id string) *listPart {
	l := &listPart{record: r, id: id}
	return l
}

func (l *listPart) cards(v *session.View) []fyne.CanvasObject {
	l.view = v.Page.List
	if l.items == nil {
		l.items = widgets.NewRepeatList(l.id+"/items", v.Page.Title)
		l.items.OnChange = func(id string) { l.record.session.OpenItem(capture.EntityID(id)) }
		l.items.OnRemove = l.remove
	}
	var items []widgets.RepeatItem
	for _, it := range l.view.Items {
		card := widgets.RepeatItem{ID: string(it.Entity), Name: nameOf(it), Line: it.Line}
		switch {
		case it.ToFix > 0:
			card.Tag, card.TagKind = fmt.Sprintf("%d to fix", it.ToFix), widgets.TagFix
		case it.ToCheck > 0:
			card.Tag, card.TagKind = fmt.Sprintf("%d to check", it.ToCheck), widgets.TagCheck
		}
		items = append(items, card)
	}
	l.items.SetItems(items)
	if len(items) == 0 {
		return nil
	}
	return []fyne.CanvasObject{l.items}
}

func nameOf(it session.ItemView) string {
	if it.Title == "" {
		return "Name not given yet"
	}
	return it.Title
}

func (l *listPart) more(v *session.View) []fyne.CanvasObject {
	if !l.view.CanAdd {
		return nil
	}
	if l.box == nil {
		l.ask = widgets.NewRadioGroup(l.id+"/more", l.view.Ask, []widgets.Choice{
			{Value: "yes", Words: l.view.AddLabel}, {Value: "no", Words: l.view.EndLabel},
		})
		l.ask.SetSideBySide(true)
		l.ask.OnCommit = func(value string) { l.record.session.More(value == "yes") }
		l.box = widgets.NewQuestion(l.id+"/ask", l.view.Ask, l.ask)
	}
	l.ask.SetValue(l.record.session.MoreAnswer())
	words := ""
	for _, s := range v.Page.Summary {
		if s.Ref.Question == "" && !s.Mark {
			words = s.Text
		}
	}
	l.box.SetError(words)
	return []fyne.CanvasObject{widgets.NewCard(l.box)}
}

func (l *listPart) takeFocus()     { l.ask.TakeFocus() }
func (l *listPart) hasFocus() bool { return l.ask != nil && l.ask.HasFocus() }

// remove asks first; then the focus goes to the list's title and what happened
// is said, with a way back.
func (l *listPart) remove(id string) {
	name := ""
	for _, it := range l.view.Items {
		if string(it.Entity) == id {
			name = nameOf(it)
		}
	}
	d := widgets.NewDialog(l.id+"/remove", "Remove "+name+"?", "The answers about "+name+" leave the record. You can undo this.")
	d.SetMain("Remove "+name, func() {
		l.record.session.Remove(capture.EntityID(id))
		l.record.page.heading.TakeFocus()
		l.record.host.Announce(name+" removed. Press Ctrl and Z to undo", a11y.LiveAssertive)
	})
	d.SetSafe("Keep "+name, func() {})
	d.Open(l.record.host.Root())
}

var _ = theme.Space1
