package stat

import (
	"iter"
	"math/rand/v2"
	"slices"
)

// BootstrapRounds is how many times people are drawn again. For more than 200
// people it is fewer, never under 400: the ends of the range move less from
// draw to draw the more people there are.
const BootstrapRounds = 2000

func rounds(people int) int {
	return min(BootstrapRounds, max(BootstrapRounds/5, 200*BootstrapRounds/people))
}

// Draws are people drawn again with replacement, from one seed. Figures over as
// many people see the same draws, so these are kept: drawing takes longer than
// adding up. It is for one goroutine at a time.
type Draws struct {
	seed uint64
	most int // draws to keep
	kept map[int][]int32
	size int
}

// mostDraws is 16 MB of them.
const mostDraws = 1 << 22

// NewDraws returns the draws of a seed. The same seed gives the same ranges on
// every computer.
func NewDraws(seed uint64) *Draws {
	return &Draws{seed: seed, most: mostDraws, kept: map[int][]int32{}}
}

// of yields every round of drawing people: numbers from 0 to people−1. A round
// may be overwritten by the next.
func (d *Draws) of(people int) iter.Seq[[]int32] {
	if all := d.whole(people); all != nil {
		return slices.Chunk(all, people)
	}
	return func(yield func([]int32) bool) {
		random, drawn := d.random(people), make([]int32, people)
		for range rounds(people) {
			draw(random, drawn, people)
			if !yield(drawn) {
				return
			}
		}
	}
}

// whole returns all rounds one after another, and keeps them; nil where they are
// too many.
func (d *Draws) whole(people int) []int32 {
	size := people * rounds(people)
	if all, known := d.kept[people]; known || size > d.most {
		return all
	}
	if d.size+size > d.most {
		clear(d.kept)
		d.size = 0
	}
	all := make([]int32, size)
	draw(d.random(people), all, people)
	d.kept[people] = all
	d.size += size
	return all
}

func (d *Draws) random(people int) *rand.Rand { return rand.New(rand.NewPCG(d.seed, uint64(people))) }

func draw(random *rand.Rand, into []int32, people int) {
	for i := range into {
		into[i] = int32(random.IntN(people))
	}
}

// Share is one person's part of a pooled proportion.
type Share struct{ Part, Whole float64 }

// Share returns the percentile range of ΣPart ÷ ΣWhole when people, not their
// trials, are drawn again.
func (d *Draws) Share(shares []Share) Interval {
	if len(shares) < 2 {
		return Interval{}
	}
	times := rounds(len(shares))
	values := make([]float64, 0, times)
	for drawn := range d.of(len(shares)) {
		var part, whole float64
		for _, i := range drawn {
			part += shares[i].Part
			whole += shares[i].Whole
		}
		if whole != 0 {
			values = append(values, part/whole)
		}
	}
	if len(values) < times/2 {
		return Interval{}
	}
	slices.Sort(values)
	return between(quantile(values, 0.025), quantile(values, 0.975))
}

// quantile reads a sorted list with straight lines between its values.
func quantile(sorted []float64, p float64) float64 {
	at := p * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + (sorted[low+1]-sorted[low])*(at-float64(low))
}
