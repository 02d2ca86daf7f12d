package chart

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Dial draws a score on a half ring that is filled up to it, with a tick there, the
// range it likely lies in as an arc inside the ring, and the score in the middle. It
// has no bands: what a score is worth is said in words.
type Dial struct {
	Scale Span
	Value float64
	Range *Span // nil where too few people stand behind the score
	// Figure is the score, Of what it is out of; Ends stand under both ends.
	Figure, Of string
	Ends       [2]string
}

var _ widgets.Painter = Dial{}

// The dial at 100% text; it grows with the text where there is room.
const (
	dialRadius float32 = 112
	dialRing   float32 = 20
	dialInner  float32 = 5 // of the arc of the range
	dialGap    float32 = 7 // between the ring and that arc
	dialOver   float32 = 7 // of the tick, beyond the ring at both sides
)

// radius is that of the ring's outer edge in so much room.
func (d Dial) radius(look *theme.Theme, width float32) float32 {
	return max(d.leastRadius(look), min(look.Scaled(dialRadius), width/2-dialOver))
}

// within is from the ring's outer edge to what stands inside.
const within = dialRing + dialGap + dialInner + theme.Space1

// leastRadius leaves room for the score inside.
func (d Dial) leastRadius(look *theme.Theme) float32 { return d.corner(look, 0) + within }

// corner is how far the score's upper corner is from the middle of the ring, when
// it stands so high over it.
func (d Dial) corner(look *theme.Theme, over float32) float32 {
	return float32(math.Hypot(float64(look.Width(d.Figure, theme.Figure)/2), float64(over+0.8*look.LineHeight(theme.Figure))))
}

// Height is that of the half ring and the words under its ends.
func (d Dial) Height(look *theme.Theme, width float32) float32 {
	return dialOver + d.radius(look, width) + look.LineHeight(theme.Smallest)
}

// LeastWidth leaves room for the score inside.
func (d Dial) LeastWidth(look *theme.Theme) float32 { return 2 * (d.leastRadius(look) + dialOver) }

// Draw gives ring, fill, range, tick and words.
func (d Dial) Draw(look *theme.Theme, size fyne.Size) []fyne.CanvasObject {
	r := d.radius(look, size.Width)
	at := fyne.NewPos(size.Width/2, dialOver+r)
	turn := func(v float64) float32 { return -90 + 180*part(v, d.Scale.Low, d.Scale.High) }
	out := []fyne.CanvasObject{arc(look, theme.DataBg, at, r, dialRing, -90, 90), arc(look, theme.Data1, at, r, dialRing, -90, turn(d.Value))}
	if d.Range != nil {
		from, to := turn(d.Range.Low), turn(d.Range.High)
		if to-from < 3 { // a short range is still seen
			from, to = max(-90, from-1.5), min(90, to+1.5)
		}
		out = append(out, arc(look, theme.Data1, at, r-dialRing-dialGap, dialInner, from, to))
	}
	for _, t := range []struct {
		ink  theme.Token
		wide float32
	}{{theme.Surface, tickWide + 4}, {theme.Text, tickWide}} {
		l := canvas.NewLine(look.Colour(t.ink))
		l.StrokeWidth = t.wide
		l.Position1, l.Position2 = around(at, r-dialRing-dialOver, turn(d.Value)), around(at, r+dialOver, turn(d.Value))
		out = append(out, l)
	}
	over := look.LineHeight(theme.Small)
	if d.corner(look, over) > r-within {
		over = 0 // the plate says what it is out of
	} else {
		out = append(out, words(look, d.Of, theme.Small, theme.Muted, at.X, at.Y-over, fyne.TextAlignCenter))
	}
	out = append(out, words(look, d.Figure, theme.Figure, theme.Text, at.X, at.Y-over-look.LineHeight(theme.Figure), fyne.TextAlignCenter))
	middle := r - dialRing/2
	return append(out, words(look, d.Ends[0], theme.Smallest, theme.Muted, at.X-middle, at.Y, fyne.TextAlignCenter),
		words(look, d.Ends[1], theme.Smallest, theme.Muted, min(at.X+middle, size.Width-look.Width(d.Ends[1], theme.Smallest)/2), at.Y, fyne.TextAlignCenter))
}

// arc is a part of a ring around a point, from one angle to another; 0 is up, in
// degrees. What the toolkit calls its place is the whole circle's.
func arc(look *theme.Theme, fill theme.Token, at fyne.Position, radius, thick, from, to float32) *canvas.Arc {
	a := canvas.NewArc(from, to, (radius-thick)/radius, look.Colour(fill))
	a.Move(at.SubtractXY(radius, radius))
	a.Resize(fyne.NewSquareSize(2 * radius))
	return a
}

// around is the point at an angle and a distance from another.
func around(at fyne.Position, distance, angle float32) fyne.Position {
	sin, cos := math.Sincos(float64(angle) * math.Pi / 180)
	return at.AddXY(distance*float32(sin), -distance*float32(cos))
}

// NewDial makes a dial with a sentence under it, as one stop; pressing it opens its
// table. The name says what the score is.
func NewDial(id, name string, d Dial, likely, under string, open func()) *widgets.Plate {
	sentence := name + ", " + d.Figure + " " + d.Of + ", " + likely + ". " + under
	body := widgets.NewStack(theme.Space2, widgets.NewPicture("-", "", d), quiet(upper(likely), theme.Small, theme.Muted), quiet(under, theme.BodyDense, theme.Text))
	return widgets.NewPlate(id, sentence, "Opens these figures as a table", body, open).SetFlat()
}
