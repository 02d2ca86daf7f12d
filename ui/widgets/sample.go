package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// Sample names sets of colours to be shown beside a choice: one, or two as halves.
type Sample [2]theme.Scheme

// swatch draws a sample: letters on their ground, in the sample's own colours.
type swatch struct {
	sample Sample
	halves [2]*canvas.Rectangle
	words  [2]*canvas.Text
}

// sampleStyle is how the letters "A" and "a" of a sample are set.
var sampleStyle = theme.Body.AsBold()

func newSwatch(s Sample) *swatch {
	w := &swatch{sample: s}
	for i := range w.halves {
		w.halves[i], w.words[i] = canvas.NewRectangle(nil), canvas.NewText("", nil)
	}
	return w
}

func (s *swatch) parts() []fyne.CanvasObject {
	switch {
	case s.sample[0] == "":
		return nil
	case s.sample[1] == "":
		return []fyne.CanvasObject{s.halves[0], s.words[0]}
	}
	return []fyne.CanvasObject{s.halves[0], s.halves[1], s.words[0], s.words[1]}
}

func (s *swatch) paint(t *theme.Theme) {
	letters := [2]string{"A", "a"}
	inner := float32(0) // the corner where halves meet
	if s.sample[1] == "" {
		letters[0], inner = "Aa", theme.RadiusS
	}
	for i, scheme := range s.sample {
		if scheme == "" {
			continue
		}
		r := s.halves[i]
		left, right := theme.RadiusS, inner
		if i == 1 {
			left, right = right, left
		}
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius, r.TopRightCornerRadius, r.BottomRightCornerRadius = left, left, right, right
		box{fill: scheme.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: 1}.draw(r)
		letter{letters[i], sampleStyle, scheme.Colour(theme.Text)}.draw(s.words[i], t)
	}
}

// width is what the sample takes of its row, with the space before it.
func (s *swatch) width(t *theme.Theme) float32 {
	if s.sample[0] == "" {
		return 0
	}
	return theme.Space3 + 2*s.half(t)
}

func (s *swatch) half(t *theme.Theme) float32 { return theme.Space3 + t.Width("A", sampleStyle) }

// place puts the sample at the right of a row, in the middle of its height.
func (s *swatch) place(t *theme.Theme, right, middle float32) {
	half, h := s.half(t), t.LineHeight(sampleStyle)+theme.Space1
	x, y := right-2*half, middle-h/2
	line := y + theme.Space1/2
	if s.sample[1] == "" {
		place(s.halves[0], x, y, 2*half, h)
		putLine(s.words[0], t, sampleStyle, x+half-t.Width("Aa", sampleStyle)/2, line)
		return
	}
	place(s.halves[0], x, y, half, h)
	place(s.halves[1], x+half-1, y, half+1, h) // one line parts the halves
	putLine(s.words[0], t, sampleStyle, x+half-1-t.Width("A", sampleStyle), line)
	putLine(s.words[1], t, sampleStyle, x+half+1, line)
}
