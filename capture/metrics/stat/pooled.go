package stat

import "math"

// Pooled is a proportion whose trials belong to people: fields of their
// records, or one task each.
type Pooled struct {
	Part, Whole int
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
	last := &p.Shares[len(p.Shares)-1]
	last.Part, last.Whole = last.Part+float64(part), last.Whole+float64(whole)
	p.Part, p.Whole = p.Part+part, p.Whole+whole
}

// People returns how many people stand behind the proportion.
func (p *Pooled) People() int { return len(p.Shares) }

// Rate returns Part ÷ Whole, and 0 for nothing.
func (p *Pooled) Rate() float64 {
	if p.Whole == 0 {
		return 0
	}
	return float64(p.Part) / float64(p.Whole)
}

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
	_, likely := AdjustedWald(int(math.Round(p.Rate()*float64(p.People()))), p.People())
	return likely
}
