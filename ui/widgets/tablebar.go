package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// tableBar shows how far a table is scrolled in one direction, and can be dragged.
type tableBar struct {
	control
	table  *Table
	across bool
	bar    *canvas.Rectangle
	held   float32 // while dragged: the place in rows or pixels, which rounding would lose
	drags  bool
}

func newTableBar(t *Table, across bool) *tableBar {
	b := &tableBar{table: t, across: across, bar: canvas.NewRectangle(nil)}
	b.extend(anonymous, b)
	b.up = t
	return b
}

func (b *tableBar) parts() []fyne.CanvasObject { return []fyne.CanvasObject{b.bar} }
func (b *tableBar) measure(float32) float32    { return 0 }
func (b *tableBar) leastWidth() float32        { return 0 }
func (b *tableBar) arrange(fyne.Size)          { b.follow() }
func (b *tableBar) paint() {
	box{fill: b.look().Colour(theme.Border), radius: thumbWidth / 2}.draw(b.bar)
}

// reach is the place that is shown, the last that can be, and how much is in view:
// rows for the one that goes down, pixels for the other.
func (b *tableBar) reach() (now, most, seen float32) {
	t := b.table
	if b.across {
		return t.sideways, t.grid.mostSideways(), t.grid.width - t.grid.stays()
	}
	if t.count == 0 || t.bodyHigh() <= 0 {
		return 0, 0, 1
	}
	rows := func(a anchor) float32 { return float32(a.row) + a.into/max(1, t.rowHigh(t.grid, a.row)) }
	most = rows(t.endingWith(t.count - 1))
	return rows(t.view), most, float32(t.count) - most
}

func (b *tableBar) track() float32 {
	if b.across {
		return b.Size().Width - 2*theme.Space1
	}
	return b.Size().Height - 2*theme.Space1
}

func (b *tableBar) follow() {
	now, most, seen := b.reach()
	track := b.track()
	on := most > 0.001 && track > 0
	show(b, on)
	if !on {
		return
	}
	long := max(min(thumbLeast, track/2), track*seen/(seen+most))
	at := theme.Space1 + (track-long)*now/most
	const in = (barRoom - thumbWidth) / 2
	if b.across {
		place(b.bar, at, in, long, thumbWidth)
	} else {
		place(b.bar, in, at, thumbWidth, long)
	}
}

// Dragged is for the toolkit.
func (b *tableBar) Dragged(ev *fyne.DragEvent) {
	now, most, _ := b.reach()
	by, long := ev.Dragged.DY, b.bar.Size().Height
	if b.across {
		by, long = ev.Dragged.DX, b.bar.Size().Width
	}
	if !b.drags {
		b.drags, b.held = true, now
	}
	if free := b.track() - long; free > 0 {
		b.held += by * most / free
	}
	to := max(0, min(most, b.held))
	if b.across {
		b.table.moveSideways(to)
		return
	}
	row := int(to)
	b.table.scrollTo(anchor{row, (to - float32(row)) * b.table.rowHigh(b.table.grid, row)})
}

// DragEnd is for the toolkit.
func (b *tableBar) DragEnd() { b.drags = false }
