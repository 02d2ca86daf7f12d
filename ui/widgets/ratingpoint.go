package widgets

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
)

// point draws one number of a rating: a button with the number and a tick, or a
// circle with a dot and the number above.
type point struct {
	digit  string
	ground *canvas.Rectangle // button or circle
	dot    *canvas.Rectangle
	number *canvas.Text
	tick   *picture
	at     area // what can be pressed, in the rating
}

type pointState struct{ on, over, wrong, circle bool }

const (
	pointGap  float32 = 10
	pointBest float32 = 100
	pointHigh float32 = 76
	pointPad  float32 = 12
	tickSize  float32 = 18
)

func newPoint(digit string) *point {
	return &point{
		digit: digit, ground: canvas.NewRectangle(nil), dot: canvas.NewRectangle(nil),
		number: canvas.NewText("", nil), tick: newPictureOf(tickSize),
	}
}

func (p *point) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.ground, p.dot, p.number, p.tick.image}
}

func (p *point) paint(t *theme.Theme, s pointState) {
	b := box{fill: t.Colour(theme.Surface), stroke: t.Colour(theme.Border), edge: t.EdgeInput(), radius: theme.RadiusM}
	ink, style, tick := theme.Text, theme.Question, ""
	if s.over {
		b.fill = t.Colour(theme.Sunken)
	}
	if s.wrong {
		b.stroke, b.edge = t.Colour(theme.Error), theme.EdgeError
	}
	switch {
	case s.circle:
		style = theme.Small.AsBold()
		b.radius = t.Scaled(markSide) / 2
		if s.on {
			b.stroke, b.edge = t.Colour(theme.Primary), 3
		}
	case s.on:
		b.fill, b.stroke = t.Colour(theme.Primary), t.Colour(theme.Primary)
		ink, tick = theme.OnPrimary, "check"
	}
	b.draw(p.ground)
	box{fill: t.Colour(theme.Primary), radius: t.Scaled(dotSide) / 2}.draw(p.dot)
	show(p.dot, s.circle && s.on)
	letter{p.digit, style, t.Colour(ink)}.draw(p.number, t)
	p.tick.draw(t, tick, theme.OnPrimary)
}

// place puts a button into its area; the number moves up for the tick.
func (p *point) place(t *theme.Theme, a area, ticked bool) {
	p.at = a
	place(p.ground, a.x, a.y, a.w, a.h)
	line, side := t.LineHeight(theme.Question), t.Scaled(tickSize)
	y := a.y + (a.h-line)/2
	if ticked {
		y = a.y + (a.h-line-side+4)/2
	}
	putLine(p.number, t, theme.Question, a.x+(a.w-t.Width(p.digit, theme.Question))/2, y)
	place(p.tick.image, a.x+(a.w-side)/2, y+line-4, side, side)
}

// placeCircle puts a circle into the middle of its area, and its number above.
func (p *point) placeCircle(t *theme.Theme, a area, numberTop float32) {
	p.at = a
	side, dot := t.Scaled(markSide), t.Scaled(dotSide)
	x, y := a.x+(a.w-side)/2, a.y+(a.h-side)/2
	place(p.ground, x, y, side, side)
	place(p.dot, x+(side-dot)/2, y+(side-dot)/2, dot, dot)
	style := theme.Small.AsBold()
	putLine(p.number, t, style, a.x+(a.w-t.Width(p.digit, style))/2, numberTop)
}

// leastPoint is the least width of a number that can be pressed.
func (r *Rating) leastPoint() float32 {
	t := r.look()
	if r.circles {
		return max(theme.Target, t.Scaled(markSide)+2*(theme.RingGap+theme.RingWidth))
	}
	return max(theme.Target, t.Width("8", theme.Question)+2*pointPad, t.Scaled(tickSize)+2*pointPad)
}

func (r *Rating) leastWidth() float32 {
	w := 2*r.leastPoint() + pointGap
	if r.heads {
		w = max(w, r.low.leastWidth()+r.high.leastWidth()+pointGap)
	}
	return w
}

func (r *Rating) bestWidth() float32 {
	n := float32(len(r.points))
	w := r.look().Scaled(pointBest)
	if r.circles {
		w = max(r.leastPoint(), r.look().Scaled(76))
	}
	return n*w + (n-1)*r.gap()
}

func (r *Rating) gap() float32 {
	if r.circles {
		return theme.Space3
	}
	return pointGap
}

func (r *Rating) measure(width float32) float32 { return r.layout(width, false) }

func (r *Rating) arrange(size fyne.Size) {
	r.layout(size.Width, true)
	r.placeRing()
}

// layout places the numbers in one line, or in as many as the width asks for, and
// returns the height.
func (r *Rating) layout(width float32, put bool) float32 {
	t, gap := r.look(), r.gap()
	width = min(width, r.bestWidth())
	each := max(2, min(len(r.points), int((width+gap)/(r.leastPoint()+gap))))
	w := max(1, (width-float32(each-1)*gap)/float32(each))
	if r.circles {
		return r.layoutCircles(width, w, each, put)
	}
	h := max(pointHigh, t.LineHeight(theme.Question)+t.Scaled(tickSize)+2*pointPad)
	var bottom float32
	for i, p := range r.points {
		a := area{float32(i%each) * (w + gap), float32(i/each) * (h + gap), w, h}
		if put {
			p.place(t, a, r.value == i+1)
		}
		bottom = a.y + h
	}
	side := max(1, (width-gap)/2)
	low, high := r.low.heightAt(side), r.high.heightAt(side)
	if put {
		place(r.low, 0, bottom+gap, side, low)
		place(r.high, width-side, bottom+gap, side, high)
	}
	return bottom + gap + max(low, high)
}

func (r *Rating) layoutCircles(width, w float32, each int, put bool) float32 {
	t, gap := r.look(), r.gap()
	lines := (len(r.points) + each - 1) / each
	var ends, number float32
	wide := w + gap // the words of an end may stand over a part of the next gap
	if lines > 1 || max(r.low.leastWidth(), r.high.leastWidth()) > wide {
		wide = max(1, (width-gap)/2)
	}
	if r.heads {
		ends = max(r.low.heightAt(wide), r.high.heightAt(wide))
		number = t.LineHeight(theme.Small)
	}
	high := max(theme.Target, r.leastPoint())
	y := ends
	for i, p := range r.points {
		top := y + float32(i/each)*(number+high)
		if put {
			p.placeCircle(t, area{float32(i%each) * (w + gap), top + number, w, high}, top)
		}
	}
	if put && r.heads {
		left, right := max(0, w/2-wide/2), min(width-wide, width-w/2-wide/2)
		lowHigh, highHigh := r.low.heightAt(wide), r.high.heightAt(wide)
		place(r.low, left, ends-lowHigh, wide, lowHigh)
		place(r.high, right, ends-highHigh, wide, highHigh)
	}
	return y + float32(lines)*(number+high)
}

func (r *Rating) placeRing() {
	p := r.points[r.at]
	pos, size := p.ground.Position(), p.ground.Size()
	radius := theme.RadiusM
	if r.circles {
		radius = size.Height / 2
	}
	r.drawRing(pos.X, pos.Y, size.Width, size.Height, radius)
}

// lowerFirst is words as they stand inside a sentence.
func lowerFirst(words string) string {
	c, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return words
	}
	return string(unicode.ToLower(c)) + words[size:]
}
