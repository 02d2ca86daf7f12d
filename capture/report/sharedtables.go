package report

import (
	"recordwell/capture/metrics/stat"
)

func sharedPeople(r *Report) SharedTable {
	c := r.Counts
	t := SharedTable{ID: "people", Title: "Who took part", Columns: columns("People",
		countColumn("Finished", "people", "sessions that ended by finishing"), countColumn("Part way", "people", "sessions that began and did not finish"),
		countColumn("Not started", "people", "codes without a session"), countColumn("Invited", "people", "all of these together"))}
	return suppressed(t, true, []line{{name: "All", parts: []int{c.Finished, max(0, c.Started-c.Finished), max(0, c.Invited-c.Started)}}})
}

func sharedTasks(r *Report) SharedTable {
	t := SharedTable{ID: "tasks", Title: "How tasks ended and how long they took", Columns: columns("Task",
		countColumn("Completed", "people", "completed as it should be, by the task’s own rule"), countColumn("Not completed", "people", "begun, and not completed so"),
		countColumn("Skipped", "people", "skipped"), countColumn("Opened", "people", "all of these together"),
		countColumn("Completed, share", "%", "of those who did not skip it"), countColumn("Likely range", "%", "of that share"),
		countColumn("Middle time", "", "median active time of completed tasks"), countColumn("Geometric mean", "", "of the same times"), countColumn("Range of the mean", "", "its likely range"))}
	var lines []line
	for _, x := range r.Tasks {
		skipped := max(0, x.Opened-x.Success.Whole)
		lines = append(lines, line{x.Title, []int{x.Success.Part, x.Success.Whole - x.Success.Part, skipped}, []string{
			x.Success.Percent(), x.Success.Between(), sharedTime(x.Time.N, x.Time.Median), sharedTime(x.Time.N, x.Time.Geometric), x.Time.Between(),
		}})
	}
	return suppressed(t, false, lines)
}

func sharedTime(n int, v float64) string {
	switch {
	case n == 0:
		return "–"
	case stat.Few(n):
		return Hidden
	}
	return seconds(v)
}

func sharedDimensions(r *Report) SharedTable {
	t := SharedTable{ID: "dimensions", Title: "Six dimensions of data quality", Columns: columns("Dimension",
		countColumn("Reached", "", "what is as it should be"), countColumn("Not reached", "", "the rest"), countColumn("All", "", "both together"),
		countColumn("Share", "%", "reached of all"), countColumn("Likely range", "%", "of that share"), countColumn("Target", "%", "of the study"),
		countColumn("Against the target", "", "in words"))}
	var lines []line
	for _, d := range r.Dimensions {
		if stat.Few(d.People) { // a share of few people's answers says what they did
			lines = append(lines, line{d.Name, []int{1, 1}, []string{Hidden, Hidden, percentShort(d.Target), Hidden}})
			continue
		}
		lines = append(lines, line{d.Name, []int{d.Part, d.Whole - d.Part}, []string{d.Percent(), d.Between(), percentShort(d.Target), d.Verdict()}})
	}
	return suppressed(t, true, lines)
}

func sharedMatrix(r *Report) SharedTable {
	t := SharedTable{ID: "error-matrix", Title: "Answers against the key, by section", Columns: columns("Section")}
	for _, o := range r.Matrix {
		t.Columns = append(t.Columns, countColumn(upper(o.Name), "answers", "answers in the key that ended so"))
	}
	t.Columns = append(t.Columns, countColumn("Answers in the key", "answers", "all of these together"))
	var lines []line
	for _, s := range r.Sections {
		if s.Accurate.Measured() {
			lines = append(lines, line{name: s.Title, parts: s.Matrix})
		}
	}
	return suppressed(t, false, lines)
}

func sharedStates(r *Report) SharedTable {
	t := SharedTable{ID: "completeness", Title: "How questions ended", Columns: columns("Questions")}
	l := line{name: "All that were asked"}
	for _, s := range r.Complete.States {
		t.Columns = append(t.Columns, countColumn(s.Name, "answers", "questions that were asked and ended so"))
		l.parts = append(l.parts, s.Count)
	}
	t.Columns = append(t.Columns, countColumn("Asked", "answers", "all of these together"))
	return suppressed(t, true, []line{l})
}

// rates prints a share of each row. What two rows share by their sum is
// protected, because the sum over all is in another table.
func rates(of []Rate) []string {
	table := make([][]int, len(of))
	for i, r := range of {
		table[i] = []int{r.Part, r.Whole - r.Part}
	}
	counts := stat.Suppress(table)
	out := make([]string, len(of))
	for i, r := range of {
		out[i] = r.Percent()
		if counts[i][0].Hidden || counts[i][1].Hidden || stat.Few(r.People) {
			out[i] = Hidden
		}
	}
	return out
}

func sharedSections(r *Report) SharedTable {
	t := SharedTable{ID: "sections", Title: "By section of the record", Columns: columns("Section",
		countColumn("People", "people", "who opened it"), countColumn("Complete", "%", "answered of asked"), countColumn("Valid", "%", "answers without an error in the end"),
		countColumn("Accurate", "%", "correct of answers in the key"), countColumn("Middle time", "", "median active time on its pages"))}
	complete, valid, accurate := make([]Rate, len(r.Sections)), make([]Rate, len(r.Sections)), make([]Rate, len(r.Sections))
	for i, s := range r.Sections {
		complete[i], valid[i], accurate[i] = s.Complete, s.Valid, s.Accurate
	}
	c, v, a := rates(complete), rates(valid), rates(accurate)
	shown := false
	for i, s := range r.Sections {
		t.Rows = append(t.Rows, []string{s.Title, sharedCount(s.People, r.Counts.Started), c[i], v[i], a[i], sharedTime(s.People, s.Time.Median)})
		shown = shown || !stat.Few(s.People)
	}
	return orSentence(t, shown)
}

// sharedCount prints how many of all people did something, unless those who did
// or those who did not are few.
func sharedCount(n, of int) string {
	if stat.Few(n) || stat.Few(of-n) {
		return Hidden
	}
	return number(n)
}

func sharedQuestions(r *Report) SharedTable {
	t := SharedTable{ID: "questions", Title: "Question by question, most seconds lost first", Columns: columns("Question",
		countColumn("People", "people", "who entered it"), countColumn("Wait", "", "middle time from entering to the first change"), countColumn("Time", "", "middle active time at it"),
		countColumn("First try right", "%", "first answers that raised nothing"), countColumn("Answered", "%", "not left blank, of asked"),
		countColumn("Accurate", "%", "correct of answers in the key"), countColumn("Seconds lost", "seconds", "over the middle person, plus time while a finding was shown"))}
	first, blank, accurate := make([]Rate, len(r.Questions)), make([]Rate, len(r.Questions)), make([]Rate, len(r.Questions))
	for i, q := range r.Questions {
		filled := q.Blank
		filled.Part, filled.Rate = filled.Whole-filled.Part, 1-filled.Rate
		first[i], blank[i], accurate[i] = q.First, filled, q.Accurate
	}
	f, b, a := rates(first), rates(blank), rates(accurate)
	shown := false
	for i, q := range r.Questions {
		lost := figure1(q.Lost)
		if stat.Few(q.People) {
			lost = Hidden
		}
		t.Rows = append(t.Rows, []string{q.Label, sharedCount(q.People, r.Counts.Started), sharedTime(min(q.People, q.Wait.N), q.Wait.Median), sharedTime(q.People, q.Time.Median), f[i], b[i], a[i], lost})
		shown = shown || !stat.Few(q.People)
	}
	return orSentence(t, shown)
}

func sharedRules(r *Report) SharedTable {
	t := SharedTable{ID: "rules", Title: "Rules broken most", Columns: columns("Rule",
		countColumn("People who broke it", "people", "for whom it was ever broken"), countColumn("People who did not", "people", "who met a question of it, and did not"),
		countColumn("People", "people", "both together"))}
	var lines []line
	for _, x := range r.Rules {
		lines = append(lines, line{name: x.Kind + ": " + x.Title, parts: []int{x.Found, max(0, x.Exposed.Whole-x.Found)}})
	}
	return suppressed(t, true, lines)
}

// sharedScores are means over people: hidden for few of them, and with one group
// hidden another, because the mean over all and the other groups' give it away.
func sharedScores(r *Report) SharedTable {
	t := SharedTable{ID: "scores", Title: "What people said", Columns: columns("Question",
		countColumn("People", "people", "who answered"), countColumn("Mean", "", "of their answers"), countColumn("Likely range", "", "of the mean"))}
	type score struct {
		name string
		Score
	}
	all := []score{{"Ease after a task, 1 to 7: all tasks", r.Ease}}
	n := []int{}
	for _, x := range r.Tasks {
		all, n = append(all, score{"Ease: " + x.Title, x.Ease}), append(n, x.Ease.People)
	}
	hidden := stat.Suppress([][]int{n})[0]
	shown := false
	for i, s := range all {
		if s.N == 0 {
			continue
		}
		hide := stat.Few(s.People) || i > 0 && hidden[i-1].Hidden
		shown = shown || !hide
		t.Rows = append(t.Rows, sharedScore(s.name, s.Score, hide))
	}
	if u := r.Usability; u.N > 0 {
		t.Rows = append(t.Rows, sharedScore("System Usability Scale, 0 to 100", u.Score, stat.Few(u.People)))
		shown = shown || !stat.Few(u.People)
	}
	return orSentence(t, shown)
}

func sharedScore(name string, s Score, hide bool) []string {
	if hide {
		return []string{name, Hidden, Hidden, Hidden}
	}
	return []string{name, number(s.People), figure1(s.Mean), s.RangeWords()}
}

func sharedConditions(r *Report) SharedTable {
	t := SharedTable{ID: "conditions", Title: "Conditions side by side", Columns: columns("Condition",
		countColumn("People", "people", "who had it"), countColumn("Completed", "%", "tasks completed as they should be"), countColumn("Time", "", "geometric mean of people’s times"),
		countColumn("Right at the first try", "%", "first answers that raised nothing"), countColumn("Accurate", "%", "correct of answers in the key"),
		countColumn("SUS", "", "mean score, 0 to 100"))}
	var people []int
	won, first, accurate := make([]Rate, len(r.Conditions)), make([]Rate, len(r.Conditions)), make([]Rate, len(r.Conditions))
	for i, c := range r.Conditions {
		people = append(people, c.People)
		won[i], first[i], accurate[i] = c.Success, c.First, c.Accurate
	}
	hidden := stat.Suppress([][]int{people})[0]
	w, f, a := rates(won), rates(first), rates(accurate)
	shown := false
	for i, c := range r.Conditions {
		row := []string{c.Title, number(c.People), w[i], sharedTime(c.Time.N, c.Time.Geometric), f[i], a[i], "–"}
		if c.SUS.N > 0 {
			row[6] = figure1(c.SUS.Mean)
		}
		if stat.Few(c.SUS.People) {
			row[6] = Hidden
		}
		if hidden[i].Hidden {
			for j := range row[1:] {
				row[j+1] = Hidden
			}
		}
		shown = shown || !hidden[i].Hidden
		t.Rows = append(t.Rows, row)
	}
	return orSentence(t, shown)
}
