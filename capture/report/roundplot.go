package report

import "fmt"

// changePlot is the picture of a change, 240 units wide with no change in the middle.
type changePlot struct {
	Range, Gem, Words string
	Clear             bool
}

// plotChange draws a change; nil where there is nothing to draw.
func plotChange(c Change) *changePlot {
	if c.PeopleBefore == 0 || c.PeopleAfter == 0 || c.Reach == 0 {
		return nil
	}
	at := func(v float64) float64 { return round(120 + 108*min(max(v/c.Reach, -1), 1)) }
	x := at(c.Effect)
	p := &changePlot{Words: c.Sentence(), Clear: c.Clear(), Gem: fmt.Sprintf("%g,15 %g,5 %g,15 %g,25", x-10, x, x+10, x)}
	if c.Likely != nil {
		from, to := at(c.Likely.Low), at(c.Likely.High)
		p.Range = fmt.Sprintf("M%g 15H%gM%g 8V22M%g 8V22", from, to, from, to)
	}
	return p
}
