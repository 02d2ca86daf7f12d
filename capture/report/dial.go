package report

import (
	"fmt"
	"math"
)

// dial is the picture of a score of 0 to 100 as a half ring: paths of arcs.
type dial struct {
	Ring, Fill, Range string // Range is "" where there is none
	TickX1, TickY1    float64
	TickX2, TickY2    float64
}

// The half ring's middle, and its radius in the middle of the line.
const (
	dialX, dialY = 150, 142
	dialR        = 110
	dialInner    = 88
)

func dialOf(u Usability) dial {
	d := dial{Ring: arcPath(dialR, 0, 100), Fill: arcPath(dialR, 0, u.Mean)}
	if u.Likely != nil {
		d.Range = arcPath(dialInner, u.Likely.Low, u.Likely.High)
	}
	d.TickX1, d.TickY1 = onDial(dialR-18, u.Mean)
	d.TickX2, d.TickY2 = onDial(dialR+18, u.Mean)
	return d
}

// arcPath goes round the upper half from one score to another.
func arcPath(radius, from, to float64) string {
	x1, y1 := onDial(radius, from)
	x2, y2 := onDial(radius, to)
	return fmt.Sprintf("M%g %gA%g %g 0 0 1 %g %g", x1, y1, radius, radius, x2, y2)
}

func onDial(radius, score float64) (x, y float64) {
	sin, cos := math.Sincos(math.Pi * (1 - min(max(score, 0), 100)/100))
	return round(dialX + radius*cos), round(dialY - radius*sin)
}
