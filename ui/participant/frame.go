package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// frameKind says what a page has in its top bar.
type frameKind uint8

const (
	frameStart  frameKind = iota // before anyone takes part
	frameTask                    // practice only, with a break
	frameSurvey                  // practice only, with a page to listen to
	frameBare                    // the mark alone: the screen is covered
)

// frame is what participant pages have in common: the top bar, one scrolling
// page, and a bottom bar where there is something to go on to.
type frame struct {
	host    Host
	kind    frameKind
	name    string
	top     *topBar
	page    *widgets.Scroll
	region  *widgets.Region
	bottom  *widgets.Region
	border  *widgets.Border
	content fyne.CanvasObject
}

func newFrame(host Host, name string, kind frameKind, page fyne.CanvasObject) *frame {
	f := &frame{host: host, kind: kind, name: name}
	f.top = newTopBar(host, name, kind)
	f.page = widgets.NewScroll(name+"/scroll", "Page", widgets.NewPad(theme.Space5, theme.Space7, theme.Space6, theme.Space7, page))
	f.region = widgets.NewRegion(name+"/page", "Page", f.page)
	f.border = widgets.NewBorder(f.top.region, nil, nil, nil, f.region)
	f.content = widgets.NewFill(theme.Bg, f.border)
	f.resize(host.Class())
	return f
}

// setBottom puts a bar under the page: what is at its left, and its buttons.
func (f *frame) setBottom(left fyne.CanvasObject, buttons ...fyne.CanvasObject) {
	row := widgets.NewRow(theme.Space4, left)
	row.SetEnd(buttons...)
	bar := widgets.NewFill(theme.Surface, widgets.NewPad(theme.Space3+2, theme.Space5, theme.Space3+2, theme.Space5, row))
	bar.SetEdges(true, false, false, false)
	f.bottom = widgets.NewRegion(f.name+"/bottom", "Saving and moving on", bar)
	f.border.SetBottom(f.bottom)
}

func (f *frame) resize(class widgets.Class) { f.top.resize(class) }

// command does what shortcuts mean on every participant page.
func (f *frame) command(id shortcut.ID) bool {
	switch {
	case id == shortcut.Escape:
		return f.top.close()
	case id == shortcut.Break && f.kind == frameTask && f.top.onBreak != nil:
		f.top.onBreak()
	case id == shortcut.Help && f.kind != frameBare:
		f.top.onHelp()
	default:
		return false
	}
	return true
}

// above is the small line over a title: where am I.
func above(id, words string) *widgets.Text {
	t := widgets.NewText(id, words, theme.BodyDense)
	t.SetToken(theme.Muted)
	return t
}

// note is a sentence set apart by a bar.
func note(id, words string) fyne.CanvasObject {
	return widgets.NewText(id, words, theme.BodyDense)
}
