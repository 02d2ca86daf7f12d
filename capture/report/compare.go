package report

import (
	"fmt"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
)

// Comparison is one measure of two conditions, or of two tasks that the same
// people did, with its test.
type Comparison struct {
	Kind    string `json:"kind"`    // "conditions" or "tasks"
	Measure string `json:"measure"` // "completed", "time", "ease" or "sus"
	Of      string `json:"of"`      // a task's title, or "all tasks"
	A       string `json:"a"`
	B       string `json:"b"`
	// PeopleA and PeopleB stand behind the figures; of the same people, once each.
	PeopleA int     `json:"peopleA"`
	PeopleB int     `json:"peopleB"`
	FigureA float64 `json:"figureA"` // a share, seconds, or a score
	FigureB float64 `json:"figureB"`
	Paired  bool    `json:"samePeople"`
	Test    string  `json:"test"`
	Tested  bool    `json:"tested"` // false where too few people, or people all alike
	// Effect is A against B: a ratio of times, a difference of shares or scores.
	Effect float64 `json:"effect"`
	Likely *Range  `json:"likely,omitempty"`
	P      float64 `json:"p"`
	// Adjusted is P for having compared so often (Holm): over all comparisons of
	// the kind and measure, those over all tasks apart from those of one task.
	Adjusted float64 `json:"pAdjusted"`
}

// Shown reports a difference that chance alone would seldom make.
func (c Comparison) Shown() bool { return c.Tested && c.Adjusted < 0.05 }

// The measures that are compared.
const (
	completedMeasure = "completed"
	timeMeasure      = "time"
	easeMeasure      = "ease"
	susMeasure       = "sus"
)

var measureWords = map[string]string{
	completedMeasure: "Completed as it should be", timeMeasure: "Time of completed tasks",
	easeMeasure: "Ease after a task, 1 to 7", susMeasure: "System Usability Scale, 0 to 100",
}

// MeasureWords names the measure.
func (c Comparison) MeasureWords() string { return measureWords[c.Measure] }

// Figures writes the figure of each side.
func (c Comparison) Figures() [2]string {
	write := figure1
	switch c.Measure {
	case completedMeasure:
		write = percent
	case timeMeasure:
		write = seconds
	}
	return [2]string{write(c.FigureA), write(c.FigureB)}
}

// Verdict says what the comparison shows.
func (c Comparison) Verdict() string {
	switch {
	case !c.Tested && min(c.PeopleA, c.PeopleB) < minPeople:
		return "Too few people to compare"
	case !c.Tested:
		return "Cannot be tested: people of each side are all alike"
	case !c.Shown():
		return "No difference shown (p " + chance(c.Adjusted) + ")"
	}
	better, worse := c.A, c.B
	if c.Effect < 0 || c.Measure == timeMeasure && c.Effect > 1 {
		better, worse = c.B, c.A
	}
	if c.Measure == timeMeasure {
		effect, likely := c.Effect, *c.Likely
		if effect < 1 {
			effect, likely = 1/effect, Range{1 / likely.High, 1 / likely.Low}
		}
		return fmt.Sprintf("%s takes %.2f times as long as %s (likely range %.2f to %.2f, p %s)", worse, effect, lower(better), likely.Low, likely.High, chance(c.Adjusted))
	}
	return fmt.Sprintf("%s is better than %s (p %s)", better, lower(worse), chance(c.Adjusted))
}

func chance(p float64) string {
	if p < 0.001 {
		return "under 0.001"
	}
	return fmt.Sprintf("%.3f", p)
}

// comparisons holds each pair of conditions side by side, different people, and
// then each pair of tasks, the same people.
func (b *builder) comparisons(groups []group) []Comparison {
	var out []Comparison
	tasks := b.tasksOf()
	for i := range groups {
		for j := i + 1; j < len(groups); j++ {
			out = append(out, b.compareConditions(&groups[i], &groups[j], tasks)...)
		}
	}
	if len(tasks) <= mostTasks {
		for i := range tasks {
			for j := i + 1; j < len(tasks); j++ {
				out = append(out, b.compareTasks(tasks[i], tasks[j])...)
			}
		}
	}
	adjust(out)
	return out
}

const allTasks = "all tasks"

// mostTasks is how many tasks are compared with each other: of more, the pairs
// would be too many to read.
const mostTasks = 6

// adjust sets the chances for how many comparisons of a kind and measure there
// are.
func adjust(all []Comparison) {
	families := map[[3]string][]int{}
	for i := range all {
		all[i].Adjusted = 1
		if all[i].Tested {
			k := [3]string{all[i].Kind, all[i].Measure}
			if all[i].Of == allTasks {
				k[2] = allTasks
			}
			families[k] = append(families[k], i)
		}
	}
	for _, members := range families {
		chances := make([]float64, len(members))
		for n, i := range members {
			chances[n] = all[i].P
		}
		for n, p := range stat.Holm(chances) {
			all[members[n]].Adjusted = p
		}
	}
}

func (b *builder) compareConditions(x, y *group, tasks []string) []Comparison {
	base := Comparison{Kind: "conditions", A: x.title, B: y.title}
	var out []Comparison
	for _, task := range tasks {
		c := base
		c.Of = b.title(task)
		won := func(p *person) (float64, bool) { a, ok := p.byTask[task]; return truth(a.success), ok }
		out = append(out, proportions(c, b.each(x, won), b.each(y, won)))
		if len(tasks) > 1 {
			took := func(p *person) (float64, bool) { a, ok := p.byTask[task]; return a.Active.Seconds(), ok && a.success }
			out = append(out, times(c, b.each(x, took), b.each(y, took)))
		}
	}
	base.Of = allTasks
	took := func(p *person) (float64, bool) { return geometric(p.active) }
	out = append(out, times(base, b.each(x, took), b.each(y, took)))
	if scores := b.scores(x, y, b.meanEase); scores != nil {
		out = append(out, means(base, easeMeasure, scores))
	}
	if scores := b.scores(x, y, b.susOf); scores != nil {
		out = append(out, means(base, susMeasure, scores))
	}
	return out
}

func truth(v bool) float64 {
	if v {
		return 1
	}
	return 0
}

// scores collects a score of each person of two groups; nil where nobody has one.
func (b *builder) scores(x, y *group, of func(capture.SessionID) (float64, bool)) *[2][]float64 {
	var out [2][]float64
	for _, session := range b.order {
		v, ok := of(session)
		switch {
		case !ok:
		case x.has(session):
			out[0] = append(out[0], v)
		case y.has(session):
			out[1] = append(out[1], v)
		}
	}
	if len(out[0])+len(out[1]) == 0 {
		return nil
	}
	return &out
}

func (b *builder) meanEase(session capture.SessionID) (float64, bool) {
	mean, n := b.easeFor(session, "")
	return mean, n > 0
}

func (b *builder) susOf(session capture.SessionID) (float64, bool) {
	sheet := b.said.sus[session]
	if sheet == nil {
		return 0, false
	}
	s, ok := stat.ScoreSUS(*sheet)
	return s.Score, ok
}

// proportions compares how many of two groups of different people succeeded.
func proportions(c Comparison, x, y []float64) Comparison {
	wonX, wonY := total(x), total(y)
	c.Measure, c.PeopleA, c.PeopleB = completedMeasure, len(x), len(y)
	c.FigureA, c.FigureB = share(wonX, len(x)), share(wonY, len(y))
	c.Effect = c.FigureA - c.FigureB
	t := stat.CompareProportions(wonX, len(x), wonY, len(y))
	c.Test, c.P = "N−1 two-proportion", t.Chance()
	if t.Small {
		c.Test = "Fisher’s exact"
	}
	c.Tested = enough(c)
	return c
}

func total(v []float64) (n int) {
	for _, x := range v {
		n += int(x)
	}
	return n
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func enough(c Comparison) bool { return stat.Enough(c.PeopleA) && stat.Enough(c.PeopleB) }

// times compares the times of different people.
func times(c Comparison, x, y []float64) Comparison {
	r, ok := stat.WelchLog(x, y)
	return timed2(c, "Welch t on ln time", x, y, r, ok)
}

func timed2(c Comparison, test string, x, y []float64, r stat.Ratio, ok bool) Comparison {
	c.Measure, c.Test, c.PeopleA, c.PeopleB = timeMeasure, test, len(x), len(y)
	c.FigureA, _, _ = stat.GeometricMean(x)
	c.FigureB, _, _ = stat.GeometricMean(y)
	if c.Tested = ok && enough(c); c.Tested {
		c.Effect, c.Likely, c.P = r.Ratio, rangeOf(r.Likely), r.P
	}
	return c
}

// means compares the scores of different people.
func means(c Comparison, measure string, scores *[2][]float64) Comparison {
	x, y := scores[0], scores[1]
	c.Measure, c.Test, c.PeopleA, c.PeopleB = measure, "Welch t", len(x), len(y)
	c.FigureA, _ = stat.MeanT(x)
	c.FigureB, _ = stat.MeanT(y)
	d, ok := stat.Welch(x, y)
	if c.Tested = ok && enough(c); c.Tested {
		c.Effect, c.Likely, c.P = d.Difference, rangeOf(d.Likely), d.P
	}
	return c
}

// compareTasks holds two tasks side by side over the people who did both.
func (b *builder) compareTasks(x, y string) []Comparison {
	c := Comparison{Kind: "tasks", A: b.title(x), B: b.title(y), Of: "the same people", Paired: true}
	var timesX, timesY []float64
	wonX, wonY, onlyX, onlyY := 0, 0, 0, 0
	done := c
	for _, session := range b.order {
		p := b.people[session]
		i, didX := p.byTask[x]
		j, didY := p.byTask[y]
		if !didX || !didY {
			continue
		}
		done.PeopleA++
		wonX, wonY = wonX+int(truth(i.success)), wonY+int(truth(j.success))
		switch {
		case i.success && j.success:
			timesX, timesY = append(timesX, i.Active.Seconds()), append(timesY, j.Active.Seconds())
		case i.success:
			onlyX++
		case j.success:
			onlyY++
		}
	}
	done.PeopleB, done.Measure, done.Test = done.PeopleA, completedMeasure, "McNemar exact"
	done.FigureA, done.FigureB = share(wonX, done.PeopleA), share(wonY, done.PeopleA)
	done.Effect, done.P, done.Tested = done.FigureA-done.FigureB, stat.McNemar(onlyX, onlyY), enough(done)
	r, ok := stat.PairedLog(timesX, timesY)
	return []Comparison{done, timed2(c, "paired t on ln time", timesX, timesY, r, ok)}
}
