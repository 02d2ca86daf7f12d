package report

import (
	"math"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/metrics/stat"
)

// sides are the people of two rounds. Paired, the n-th of both is the same person.
type sides struct {
	before, after []capture.SessionID
	both          int
	paired        bool
}

// side puts the people of two rounds side by side.
func (b *builder) side(before, after *group) sides {
	var s sides
	byCode := map[string]capture.SessionID{}
	for _, session := range b.order {
		switch {
		case before.has(session):
			s.before = append(s.before, session)
			if code := b.row(session).Code; code != "" {
				byCode[code] = session
			}
		case after.has(session):
			s.after = append(s.after, session)
		}
	}
	var first, second []capture.SessionID
	for _, session := range s.after {
		if was, both := byCode[b.row(session).Code]; both {
			first, second = append(first, was), append(second, session)
		}
	}
	s.both = len(first)
	if stat.Enough(s.both) && s.both == min(len(s.before), len(s.after)) {
		s.before, s.after, s.paired = first, second, true
	}
	return s
}

// values are a figure of each person who has it; paired, of those who have it twice.
func (b *builder) values(s sides, figure func(capture.SessionID, *person) (float64, bool)) (x, y []float64) {
	of := func(session capture.SessionID) (float64, bool) { return figure(session, b.people[session]) }
	if s.paired {
		for i := range s.before {
			v, ok := of(s.before[i])
			w, okToo := of(s.after[i])
			if ok && okToo {
				x, y = append(x, v), append(y, w)
			}
		}
		return x, y
	}
	for _, session := range s.before {
		if v, ok := of(session); ok {
			x = append(x, v)
		}
	}
	for _, session := range s.after {
		if v, ok := of(session); ok {
			y = append(y, v)
		}
	}
	return x, y
}

// wholeChanges are the measures of the whole record.
func (b *builder) wholeChanges(s sides) []Change {
	name := func(name string, c Change) Change { c.Name = name; return c }
	own := func(of func(*person) (float64, bool)) func(capture.SessionID, *person) (float64, bool) {
		return func(_ capture.SessionID, p *person) (float64, bool) { return of(p) }
	}
	said := func(of func(capture.SessionID) (float64, bool)) func(capture.SessionID, *person) (float64, bool) {
		return func(session capture.SessionID, _ *person) (float64, bool) { return of(session) }
	}
	out := []Change{
		name("Tasks completed", b.shareChange(s, func(p *person) (int, int) { return p.won, p.tried })),
		name("Time for one task", b.timeChange(s, own(func(p *person) (float64, bool) { return geometric(p.active) }))),
		name("Errors met in a record", b.scoreChange(s, UnitErrors, own(func(p *person) (float64, bool) { return p.errors / float64(p.finished), p.finished > 0 }))),
		name("Ease after a task, 1 to 7", b.scoreChange(s, UnitScore7, said(b.meanEase))),
		name("SUS score, 0 to 100", b.scoreChange(s, UnitSUS, said(b.susOf))),
		name("Right at the first try", b.shareChange(s, func(p *person) (int, int) { return p.firstRight, p.firstOf })),
		name("Answers filled in", b.shareChange(s, func(p *person) (int, int) { return p.filled, p.asked })),
		name("Valid answers", b.shareChange(s, func(p *person) (int, int) { return p.filled - p.broken, p.filled })),
		name("Answers that match the story", b.shareChange(s, func(p *person) (int, int) { return p.right, p.cells })),
	}
	kept := out[:0]
	for _, c := range out {
		if c.PeopleBefore+c.PeopleAfter > 0 { // nobody was asked
			kept = append(kept, c)
		}
	}
	return kept
}

// mostQuestions is how many changed questions are compared one by one.
const mostQuestions = 10

// questionChanges are the measures of the questions that changed between the rounds.
func (b *builder) questionChanges(s sides, diffs []diff) (out []Change) {
	seen := map[capture.QuestionID]bool{}
	for _, d := range diffs {
		for _, x := range d.changes {
			if x.Kind == form.Added || x.Kind == form.Removed || seen[x.Question] || len(seen) == mostQuestions {
				continue
			}
			seen[x.Question] = true
			at := func(p *person) *atQuestion {
				if a := p.at[x.Question]; a != nil {
					return a
				}
				return &atQuestion{}
			}
			three := []Change{
				b.shareChange(s, func(p *person) (int, int) { return at(p).right, at(p).cells }),
				b.shareChange(s, func(p *person) (int, int) { return at(p).firstRight, at(p).firstOf }),
				b.timeChange(s, func(_ capture.SessionID, p *person) (float64, bool) { return geometric(at(p).times) }),
			}
			for i, name := range []string{"Matches the story", "Right at the first try", "Time at it"} {
				three[i].Name, three[i].Question = name, nameIn(d, x)
				if three[i].PeopleBefore+three[i].PeopleAfter > 0 {
					out = append(out, three[i])
				}
			}
		}
	}
	return out
}

// shareChange compares a proportion: of people who were tried once by the test of
// two proportions, or McNemar's for the same people; else by drawing people again.
func (b *builder) shareChange(s sides, of func(*person) (part, whole int)) Change {
	var first, second []stat.Share
	once := true
	share := func(session capture.SessionID) stat.Share {
		part, whole := of(b.people[session])
		return stat.Share{Part: part, Whole: whole}
	}
	add := func(list []stat.Share, v stat.Share) []stat.Share {
		once = once && v.Whole == 1
		return append(list, v)
	}
	if s.paired {
		for i := range s.before {
			if x, y := share(s.before[i]), share(s.after[i]); x.Whole > 0 && y.Whole > 0 {
				first, second = add(first, x), add(second, y)
			}
		}
	} else {
		for _, session := range s.before {
			if x := share(session); x.Whole > 0 {
				first = add(first, x)
			}
		}
		for _, session := range s.after {
			if y := share(session); y.Whole > 0 {
				second = add(second, y)
			}
		}
	}
	c := Change{Unit: UnitShare, PeopleBefore: len(first), PeopleAfter: len(second), Test: "people drawn again"}
	x, y := pooled(first), pooled(second)
	c.Before, c.After = x.Ratio(), y.Ratio()
	c.Effect = c.After - c.Before
	if c.Tested = stat.Enough(len(first)) && stat.Enough(len(second)); !c.Tested {
		return c
	}
	likely := b.ranges.draws.Change(first, second, s.paired)
	switch {
	case once && s.paired:
		gained, lost := 0, 0
		for i := range first {
			switch {
			case first[i].Part < second[i].Part:
				gained++
			case first[i].Part > second[i].Part:
				lost++
			}
		}
		p := stat.McNemar(gained, lost)
		c.P, c.Test = &p, "McNemar exact"
	case once:
		t := stat.CompareProportions(x.Part, len(first), y.Part, len(second))
		p := t.Chance()
		c.P, c.Test = &p, "N−1 two-proportion"
		if t.Small {
			c.Test = "Fisher’s exact"
		}
		likely = stat.ProportionChange(x.Part, len(first), y.Part, len(second))
	}
	if c.Likely = rangeOf(likely); c.Likely != nil && c.Likely.High-c.Likely.Low < 1e-9 {
		c.Tested, c.Likely = false, nil // all alike: drawing them again tells nothing
	}
	return c
}

func pooled(list []stat.Share) (out stat.Share) {
	for _, s := range list {
		out = out.Plus(s)
	}
	return out
}

// timeChange compares times on their logarithms. The effect is the part that is saved.
func (b *builder) timeChange(s sides, of func(capture.SessionID, *person) (float64, bool)) Change {
	x, y := b.values(s, of)
	c := Change{Unit: UnitTime, PeopleBefore: len(x), PeopleAfter: len(y), Test: "Welch t on ln time"}
	c.Before, _, _ = stat.GeometricMean(x)
	c.After, _, _ = stat.GeometricMean(y)
	if c.Before > 0 && len(y) > 0 {
		c.Effect = 1 - c.After/c.Before
	}
	compare := stat.WelchLog
	if s.paired {
		compare, c.Test = stat.PairedLog, "paired t on ln time"
	}
	r, ok := compare(y, x)
	if c.Tested = ok && stat.Enough(len(x)) && stat.Enough(len(y)); c.Tested {
		c.Effect, c.P = 1-r.Ratio, &r.P
		c.Likely = &Range{1 - r.Likely.High, 1 - r.Likely.Low}
	}
	return c
}

// scoreChange compares means of people. Errors are turned: fewer is better.
func (b *builder) scoreChange(s sides, unit Unit, of func(capture.SessionID, *person) (float64, bool)) Change {
	x, y := b.values(s, of)
	c := Change{Unit: unit, PeopleBefore: len(x), PeopleAfter: len(y), Test: "Welch t"}
	c.Before, _ = stat.MeanT(x)
	c.After, _ = stat.MeanT(y)
	way := 1.0
	if unit == UnitErrors {
		way = -1
	}
	if len(x) > 0 && len(y) > 0 {
		c.Effect = way * (c.After - c.Before)
	}
	compare := stat.Welch
	if s.paired {
		compare, c.Test = stat.Paired, "paired t"
	}
	d, ok := compare(y, x)
	if c.Tested = ok && stat.Enough(len(x)) && stat.Enough(len(y)); c.Tested {
		c.Effect, c.P = way*d.Difference, &d.P
		low, high := way*d.Likely.Low, way*d.Likely.High
		c.Likely = &Range{min(low, high), max(low, high)}
	}
	return c
}

// reach gives each change its line to be drawn on: not quite twice as long as its
// likely range, and longer where that lies further out.
func reach(all []Change) {
	for i := range all {
		c := &all[i]
		far := 2 * math.Abs(c.Effect) // without a range it is no nearer to the end than to the middle
		if c.Likely != nil {
			far = max(1.1*math.Abs(c.Likely.Low), 1.1*math.Abs(c.Likely.High), 0.9*(c.Likely.High-c.Likely.Low))
		}
		c.Reach = math.Round(1e4*far) / 1e4
	}
}
