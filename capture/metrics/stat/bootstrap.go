package stat

import (
	"iter"
	"math/rand/v2"
	"slices"
	"sync"
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
// adding up. Several goroutines may use it.
type Draws struct {
	seed uint64
	most int // draws to keep

	mu   sync.Mutex
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
	d.mu.Lock()
	defer d.mu.Unlock()
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
type Share struct{ Part, Whole int }

// Ratio returns Part ÷ Whole, and 0 for nothing.
func (s Share) Ratio() float64 {
	if s.Whole == 0 {
		return 0
	}
	return float64(s.Part) / float64(s.Whole)
}

// Plus returns both together.
func (s Share) Plus(o Share) Share { return Share{s.Part + o.Part, s.Whole + o.Whole} }

// Share returns the percentile range of ΣPart ÷ ΣWhole when people, not their
// trials, are drawn again.
func (d *Draws) Share(shares []Share) Interval {
	if len(shares) < 2 {
		return Interval{}
	}
	times := rounds(len(shares))
	values := make([]float64, 0, times)
	for drawn := range d.of(len(shares)) {
		var sum Share
		for _, i := range drawn {
			sum = sum.Plus(shares[i])
		}
		if sum.Whole != 0 {
			values = append(values, sum.Ratio())
		}
	}
	return percentiles(values, times)
}

// percentiles returns the range that holds the middle 95% of the values of so many
// rounds, none where fewer than half of them gave one. It moves the values about.
func percentiles(values []float64, times int) Interval {
	if len(values) < times/2 {
		return Interval{}
	}
	return between(quantile(values, 0.025), quantile(values, 0.975))
}

// quantile reads a list as if it were sorted, with straight lines between its
// values. It moves them about.
func quantile(values []float64, p float64) float64 {
	at := p * float64(len(values)-1)
	low := int(at)
	place(values, low)
	if low+1 >= len(values) {
		return values[low]
	}
	return values[low] + (slices.Min(values[low+1:])-values[low])*(at-float64(low))
}

// place moves values about until the n-th is where sorting would put it, with none
// greater before it and none smaller after it: Hoare's selection, which takes a
// fraction of sorting. Source: Hoare 1961, Communications of the ACM 4(7), 321.
func place(values []float64, n int) {
	for len(values) > 1 {
		first, last := values[0], values[len(values)-1]
		pivot := max(min(first, last), min(max(first, last), values[len(values)/2])) // the middle of three
		i, j := 0, len(values)-1
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n <= j:
			values = values[:j+1]
		case n >= i:
			values, n = values[i:], n-i
		default:
			return
		}
	}
}
