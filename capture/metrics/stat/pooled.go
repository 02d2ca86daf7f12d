package stat

import "math"

// Pooled is a proportion whose trials belong to people: fields of their
// records, or one task each.
type Pooled struct {
	Share
	// Shares has one entry a person with at least one trial.
	Shares []Share

	person int
}

// Add counts trials of a person. All of one person's trials are added before
// the next person's.
func (p *Pooled) Add(person, part, whole int) {
	if whole == 0 {
		return
	}
	if len(p.Shares) == 0 || p.person != person {
		p.Shares, p.person = append(p.Shares, Share{}), person
	}
	last, more := &p.Shares[len(p.Shares)-1], Share{part, whole}
	*last, p.Share = last.Plus(more), p.Plus(more)
}

// People returns how many people stand behind the proportion.
func (p *Pooled) People() int { return len(p.Shares) }

// Likely returns the range of the proportion: the adjusted Wald range where
// each person was tried once, else a bootstrap over people; none for fewer
// than [MinPeople]. Where all people are alike, drawing them again tells
// nothing, and the range is that of one try a person.
func (p *Pooled) Likely(d *Draws) Interval {
	if !Enough(p.People()) {
		return Interval{}
	}
	if p.Whole != p.People() && p.Part != 0 && p.Part != p.Whole {
		if likely := d.Share(p.Shares); likely.High-likely.Low > 1e-9 {
			return likely
		}
	}
	_, likely := AdjustedWald(int(math.Round(p.Ratio()*float64(p.People()))), p.People())
	return likely
}
