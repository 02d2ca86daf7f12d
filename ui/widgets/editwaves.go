package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// wave is half the length of a wave under a word, and its height, at 100%.
const wave float32 = 3

// drawWaves puts a wavy line under each stretch of unsure words on the lines that
// are in sight, and reports whether lines were added.
func (e *edit) drawWaves(first, n int, top float32) {
	t := e.look()
	used := 0
	step := t.Scaled(wave)
	for _, w := range e.unsure {
		for i := first; i < first+n; i++ {
			start, end := e.lineSpan(i)
			a, b := max(start, w.from), min(end, w.to)
			if a >= b {
				continue
			}
			x, until := e.width(e.slice(start, a)), e.width(e.slice(start, b))
			y := e.scrolled.Y + top + float32(i)*e.line() + (e.line()+letterHeight(t, theme.Body))/2 - step/2
			for up := true; x < until; x, up = x+step, !up {
				if used == len(e.waves) {
					e.waves = append(e.waves, canvas.NewLine(nil))
				}
				l := e.waves[used]
				from, to := y, y-step
				if !up {
					from, to = to, from
				}
				l.StrokeColor, l.StrokeWidth = t.Colour(waveInk), max(1.5, t.Scaled(1.5))
				l.Position1 = fyne.NewPos(e.scrolled.X+x, from)
				l.Position2 = fyne.NewPos(e.scrolled.X+min(x+step, until), to)
				show(l, true)
				used++
			}
		}
	}
	for _, l := range e.waves[used:] {
		show(l, false)
	}
}
