package stat

// MinPeople is the least number of people an interval is given for.
const MinPeople = 5

// Enough reports whether so many people carry an interval.
func Enough(people int) bool { return people >= MinPeople }

// Interval is a 95% likely range. The zero Interval is "none".
type Interval struct {
	Low, High float64
	// Known is false where no range can be given.
	Known bool
}

func between(low, high float64) Interval { return Interval{Low: low, High: high, Known: true} }

// Contains reports whether v lies in a known interval.
func (i Interval) Contains(v float64) bool { return i.Known && i.Low <= v && v <= i.High }

// Clip returns the interval within the bounds of a scale, and whether anything
// had to be cut off.
func (i Interval) Clip(low, high float64) (Interval, bool) {
	if !i.Known {
		return i, false
	}
	c := between(min(max(i.Low, low), high), min(max(i.High, low), high))
	return c, c != i
}

// For returns the interval where enough people stand behind it, else none.
func (i Interval) For(people int) Interval {
	if !Enough(people) {
		return Interval{}
	}
	return i
}

// Scale returns the interval with both ends multiplied by a positive factor.
func (i Interval) Scale(by float64) Interval {
	i.Low, i.High = i.Low*by, i.High*by
	return i
}
