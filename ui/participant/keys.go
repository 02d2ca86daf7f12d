package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// keysPage is where shortcuts are changed: each has a box for its keys, which
// are written, as in "Ctrl+K", so that no key is swallowed on the way.
type keysPage struct {
	host    Host
	frame   *frame
	heading *widgets.Heading
	close   func()
}

func newKeys(host Host, parts LooksParts, closed func()) *keysPage {
	k := &keysPage{host: host, close: closed}
	k.heading = widgets.NewHeading("keys/title", "Change shortcuts", 1)
	stack := widgets.NewStack(theme.Space4, k.heading,
		widgets.NewText("keys/how", "Write the keys with a plus, such as Ctrl+K or F10. Write Off for none.", theme.Body))
	boxes := map[shortcut.ID]*widgets.TextBox{}
	fill := func() {
		for id, b := range boxes {
			b.SetValue(parts.Keys.Chord(id).String())
		}
	}
	for _, e := range parts.Keys.Entries() {
		if _, section := shortcut.Section(e.ID); section {
			continue
		}
		box := widgets.NewTextBox("keys/of/"+string(e.ID), e.Words)
		box.SetLetters(14)
		q := widgets.NewQuestion("keys/of/"+string(e.ID)+"/question", e.Words, box)
		box.OnCommit = func(raw string) {
			c, err := shortcut.Parse(raw)
			if err == nil {
				err = parts.Keys.Set(e.ID, c)
			}
			if err != nil {
				q.SetError(err.Error())
				return
			}
			q.SetError("")
			box.SetValue(c.String())
			parts.KeysChanged()
		}
		boxes[e.ID] = box
		stack.Add(q)
	}
	fill()
	reset := widgets.NewButton("keys/reset", "Put all shortcuts back", widgets.Secondary, func() {
		parts.Keys.Reset()
		parts.KeysChanged()
		fill()
		host.Announce("All shortcuts are as they came", a11y.LivePolite)
	})
	stack.Add(widgets.NewRow(theme.Space3, widgets.NewButton("keys/close", "Go back", widgets.Main, closed), reset))
	k.frame = newFrame(host, "keys", frameStart, widgets.NewMeasure(stack))
	return k
}

func (k *keysPage) Title() string              { return "Change shortcuts - Recordwell" }
func (k *keysPage) Content() fyne.CanvasObject { return k.frame.content }
func (k *keysPage) Resize(class widgets.Class) { k.frame.resize(class) }
func (k *keysPage) Arrive()                    { k.heading.TakeFocus() }
func (k *keysPage) Leave()                     {}
func (k *keysPage) Command(id shortcut.ID) bool {
	if id == shortcut.Back || id == shortcut.Escape && !k.frame.top.open {
		k.close()
		return true
	}
	return k.frame.command(id)
}
