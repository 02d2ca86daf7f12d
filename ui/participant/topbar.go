package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// topBar is the mark, the practice tag and what helps on every page. Under 900
// the links stand behind Menu.
type topBar struct {
	host    Host
	kind    frameKind
	region  *widgets.Region
	row     *widgets.Row
	name    *widgets.Text
	brand   fyne.CanvasObject
	tag     *widgets.Tag
	looks   *widgets.Link
	help    *widgets.Link
	listen  *widgets.Button
	rest    *widgets.Button
	menu    *widgets.Button
	panel   *widgets.Stack
	open    bool
	class   widgets.Class
	onBreak func()
	onHelp  func()
	stack   *widgets.Stack
}

func newTopBar(host Host, id string, kind frameKind) *topBar {
	t := &topBar{host: host, kind: kind}
	t.name = widgets.NewText(id+"/brand", "Recordwell", theme.Title3.AsBold())
	t.brand = widgets.NewIcon("logo", theme.Primary, 32)
	t.tag = widgets.NewTag(id+"/practice", widgets.TagInfo, "Practice only: a made-up family")
	t.looks = widgets.NewLink(id+"/looks", "Text and colours", host.TextAndColours)
	t.looks.SetIcon("text")
	t.onHelp = host.Help
	t.help = widgets.NewLink(id+"/help", "Help", func() { t.onHelp() })
	t.help.SetIcon("help")
	t.listen = widgets.NewButton(id+"/listen", "Listen to this page", widgets.Secondary, host.ReadAloud)
	t.listen.SetIcon("speak")
	t.rest = widgets.NewButton(id+"/break", "Take a break", widgets.Secondary, func() {
		if t.onBreak != nil {
			t.onBreak()
		}
	})
	t.rest.SetIcon("pause")
	t.menu = widgets.NewButton(id+"/menu", "Menu", widgets.Secondary, t.toggle)
	t.menu.SetIcon("list")
	t.row = widgets.NewRow(theme.Space4)
	t.panel = widgets.NewStack(theme.Space2)
	t.stack = widgets.NewStack(theme.Space2, t.row, t.panel)
	fill := widgets.NewFill(theme.Surface, widgets.NewPad(theme.Space1+2, theme.Space5, theme.Space1+2, theme.Space5, t.stack))
	fill.SetEdges(false, false, true, false)
	t.region = widgets.NewRegion(id+"/top", "Top bar", fill)
	return t
}

func (t *topBar) toggle() {
	t.open = !t.open
	t.arrange()
	if t.open {
		t.looks.TakeFocus()
	} else {
		t.menu.TakeFocus()
	}
}

// close folds the menu and reports whether it was open.
func (t *topBar) close() bool {
	was := t.open
	if was {
		t.toggle()
	}
	return was
}

func (t *topBar) resize(class widgets.Class) {
	t.class, t.open = class, false
	t.arrange()
}

func (t *topBar) arrange() {
	ends := t.ends()
	left := []fyne.CanvasObject{t.brand}
	narrow := t.class >= widgets.Narrow
	if !narrow {
		left = append(left, t.name)
	}
	if t.kind == frameTask || t.kind == frameSurvey {
		left = append(left, t.tag)
	}
	t.row.SetChildren(left...)
	if !narrow {
		t.row.SetEnd(ends...)
		t.panel.SetChildren()
		return
	}
	if t.kind == frameBare {
		return
	}
	t.row.SetEnd(t.menu)
	t.menu.SetExpanded(t.open)
	if t.open {
		t.panel.SetChildren(ends...)
	} else {
		t.panel.SetChildren()
	}
}

func (t *topBar) ends() []fyne.CanvasObject {
	if t.kind == frameBare {
		return nil
	}
	ends := []fyne.CanvasObject{t.looks, t.help}
	if t.kind == frameTask {
		return append(ends, t.rest)
	}
	if t.host.CanReadAloud() {
		ends = append(ends, t.listen)
	}
	return ends
}
