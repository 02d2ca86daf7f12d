package simulate

import "math/rand/v2"

// Habit is how a made-up person works. Chances are between 0 and 1, times are
// in seconds.
type Habit struct {
	Name string
	// Pause is the middle time before a first key, Key the time for each letter.
	Pause, Key float64
	// Wrong is the chance of a wrong answer that could be right, Slip of one that
	// cannot be read or breaks a rule, Blank of leaving an answer out, Unknown of
	// saying "I do not know" although the story tells.
	Wrong, Slip, Blank, Unknown float64
	// Mends is the chance that an error is put right when it is shown, Explains
	// that a query is explained.
	Mends, Explains float64
	// Returns is the chance of going over an answer again.
	Returns float64
	// Away is the chance of an interruption on a page.
	Away float64
	// Copies is the chance of copying what a brother’s or sister’s record offers.
	Copies float64
}

// Habits are the kinds of people that are made up, about as often as listed.
var Habits = []Habit{
	{Name: "careful", Pause: 4, Key: 0.28, Wrong: 0.02, Slip: 0.03, Blank: 0.01, Unknown: 0.01, Mends: 0.97, Explains: 0.95, Returns: 0.08, Away: 0.05, Copies: 0.7},
	{Name: "steady", Pause: 2.5, Key: 0.22, Wrong: 0.05, Slip: 0.06, Blank: 0.04, Unknown: 0.02, Mends: 0.9, Explains: 0.8, Returns: 0.05, Away: 0.1, Copies: 0.8},
	{Name: "hurried", Pause: 1.2, Key: 0.16, Wrong: 0.1, Slip: 0.12, Blank: 0.12, Unknown: 0.05, Mends: 0.6, Explains: 0.4, Returns: 0.02, Away: 0.2, Copies: 0.9},
	{Name: "unsure", Pause: 7, Key: 0.4, Wrong: 0.06, Slip: 0.1, Blank: 0.06, Unknown: 0.12, Mends: 0.8, Explains: 0.6, Returns: 0.15, Away: 0.1, Copies: 0.5},
}

// person is one made-up participant.
type person struct {
	Habit
	rand *rand.Rand
	// speed stretches all times of this person.
	speed float64
}

func newPerson(seed uint64, n int) *person {
	r := rand.New(rand.NewPCG(seed, uint64(n)+1))
	return &person{Habit: Habits[n%len(Habits)], rand: r, speed: 0.8 + 0.5*r.Float64()}
}

func (p *person) chance(c float64) bool { return p.rand.Float64() < c }

// seconds draws a time around a middle one; times spread as people's do, more
// to the long side.
func (p *person) seconds(middle float64) float64 {
	spread := p.rand.NormFloat64() * 0.4
	f := 1 + spread
	if spread < 0 {
		f = 1 / (1 - spread)
	}
	return middle * f * p.speed
}
