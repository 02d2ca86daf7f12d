package report

import (
	"math"
	"slices"

	"recordwell/capture"
	"recordwell/capture/metrics"
	"recordwell/capture/metrics/stat"
)

// attempt is one person's task, by the journal and by the key.
type attempt struct {
	metrics.TaskRecord
	success, ownRule bool
	overruled        bool // by an observer, with a reason
}

// attempts joins the tasks of the journal with how they ended by their own
// rule. Where a task has none, finishing it is success.
func (b *builder) attempts() []attempt {
	results := map[taskKey]struct{ success, known bool }{}
	for _, t := range b.records.Tasks() {
		results[taskKey{t.Session, t.Task}] = struct{ success, known bool }{t.Success, t.SuccessKnown}
	}
	var out []attempt
	for _, t := range b.journal.Tasks() {
		a := attempt{TaskRecord: t, success: t.Finished}
		if r, ok := results[taskKey{capture.SessionID(t.Session.String()), t.Task}]; ok && r.known {
			a.ownRule, a.success = true, t.Finished && r.success
		}
		if o := b.in.Overruled[capture.SessionID(t.Session.String())][t.Task]; o != "" {
			a.overruled, a.success = true, o == capture.Completed
		}
		out = append(out, a)
	}
	return out
}

func (b *builder) tasks() []Task {
	byTask := map[string][]attempt{}
	var order []string
	for _, a := range b.attempts() {
		if byTask[a.Task] == nil {
			order = append(order, a.Task)
		}
		byTask[a.Task] = append(byTask[a.Task], a)
	}
	slices.Sort(order)
	var out []Task
	for _, id := range order {
		out = append(out, b.taskLine(id, byTask[id]))
	}
	return out
}

func (b *builder) taskLine(id string, attempts []attempt) Task {
	t := Task{ID: id, Title: b.title(id), Opened: len(attempts)}
	var success stat.Pooled
	var active, elapsed []float64
	errors, backtracks := 0, 0
	for _, a := range attempts {
		switch {
		case a.Finished:
			t.Finished++
			errors += a.ErrorsMet
			backtracks += a.Backtracks
		case a.Skipped:
			t.Skipped++
			continue // to skip a story is not to fail at it
		default:
			t.LeftOpen++
		}
		t.OwnRule = t.OwnRule || a.ownRule
		if a.overruled {
			t.Overruled++
		}
		won := 0
		if a.success {
			won = 1
			active, elapsed = append(active, a.Active.Seconds()), append(elapsed, a.Wall.Seconds())
		}
		success.Add(a.Person, won, 1)
	}
	t.Success = b.ranges.later(&success)
	t.Time, t.Elapsed = timesOf(active), timesOf(elapsed)
	t.Ease = b.easeOf(id, everyone)
	if t.Finished > 0 {
		t.ErrorsMet = float64(errors) / float64(t.Finished)
		t.Backtracks = float64(backtracks) / float64(t.Finished)
	}
	return t
}

// timesOf sums up times of different people.
func timesOf(values []float64) Seconds {
	mean, likely, _ := stat.GeometricMean(values)
	return Seconds{len(values), stat.Median(values), mean, rangeOf(likely.For(len(values)))}
}

// cards are the figures at the top.
func (b *builder) cards(r *Report) []Card {
	var success stat.Pooled
	logs, errors := map[int][]float64{}, map[int][]float64{}
	for _, a := range b.attempts() {
		if a.Skipped && !a.Finished {
			continue
		}
		won := 0
		if a.success {
			won = 1
			if s := a.Active.Seconds(); s > 0 {
				logs[a.Person] = append(logs[a.Person], math.Log(s))
			}
		}
		success.Add(a.Person, won, 1)
		if a.Finished {
			errors[a.Person] = append(errors[a.Person], float64(a.ErrorsMet))
		}
	}
	rate := b.ranges.now(&success)
	third := shareCard("Right at the first try", r.Validity.First, several(r.Validity.First.Whole, "answer", "answers"))
	if r.Ease.N > 0 {
		third = easeCard(r.Ease)
	}
	return []Card{
		shareCard("Tasks completed", rate, several(rate.Whole, "task", "tasks")),
		timeCard(logs),
		third,
		errorCard(errors, r.Counts.Records),
	}
}

func shareCard(name string, r Rate, of string) Card {
	return Card{
		Name: name, Figure: r.Percent(), Of: number(r.Part) + " of " + of + ", " + people(r.People), Likely: r.Range(),
		Value: r.Rate, Range: r.Likely, Low: 0, High: 1, Ends: [2]string{"0%", "100%"}, Known: r.Measured(),
	}
}

func easeCard(s Score) Card {
	return Card{
		Name: "Ease after a task", Figure: figure1(s.Mean), Of: "out of 7, " + several(s.N, "answer", "answers") + ", " + people(s.People),
		Likely: rangeWords(s.Likely, s.People, figure1), Value: s.Mean, Range: s.Likely, Low: 1, High: 7,
		Ends: [2]string{"1 difficult", "7 easy"}, Known: true,
	}
}

// timeCard takes each person's own geometric mean first, so that people and not
// tasks are counted.
func timeCard(logs map[int][]float64) Card {
	var each []float64
	n, longest := 0, 0.0
	for _, l := range logs {
		sum := 0.0
		for _, v := range l {
			sum += v
			longest = max(longest, math.Exp(v))
		}
		n += len(l)
		each = append(each, math.Exp(sum/float64(len(l))))
	}
	slices.Sort(each) // the order of a map must not show in the last digit
	t := timesOf(each)
	end := math.Ceil(longest/60) * 60
	return Card{
		Name: "Time for one task", Figure: seconds(t.Geometric), Of: several(n, "completed task", "completed tasks") + ", " + people(t.N),
		Likely: rangeWords(t.Likely, t.N, seconds), Value: t.Geometric, Range: t.Likely,
		High: end, Ends: [2]string{"0", seconds(end)}, Known: t.N > 0,
	}
}

func errorCard(errors map[int][]float64, records int) Card {
	var each []float64
	most := 1.0
	for _, list := range errors {
		sum := 0.0
		for _, v := range list {
			sum += v
		}
		each = append(each, sum/float64(len(list)))
		most = max(most, sum/float64(len(list)))
	}
	slices.Sort(each)
	mean, likely := stat.MeanT(each)
	likely, _ = likely.For(len(each)).Clip(0, math.Inf(1))
	r := rangeOf(likely)
	if r != nil {
		most = max(most, r.High)
	}
	return Card{
		Name: "Errors met", Figure: figure1(mean), Of: "in each of " + several(records, "record", "records") + ", " + people(len(each)),
		Likely: rangeWords(r, len(each), figure1), Value: mean, Range: r, High: math.Ceil(most), Ends: [2]string{"0", figure(math.Ceil(most))},
		Known: len(each) > 0,
	}
}
