package report

import (
	"cmp"
	"slices"

	"recordwell/capture/metrics"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/quality"
)

// report puts the measures in the order they are read.
func (b *builder) report() *Report {
	if b.in.Targets == (Targets{}) {
		b.in.Targets = DefaultTargets
	}
	totals := b.journal.Totals()
	r := &Report{Made: b.in.Made, Program: b.in.Program, Simulated: len(b.simulated)}
	if s := b.in.Study; s != nil {
		r.Study, r.Title, r.Counts.Invited = s.ID, s.Title, len(s.Codes)
		for _, round := range s.Rounds {
			if round.ID == b.in.Round {
				r.Round = round.Title
			}
		}
	}
	all, once := b.records.All(), b.records.Record()
	r.Counts.Started, r.Counts.Finished = totals.People, totals.Finished
	r.Counts.Events, r.Counts.Lost = totals.Events, totals.Lost
	r.Counts.Records, r.Counts.Recorded = b.records.Records(), b.records.People()
	r.Counts.Checked, r.Counts.Unscored = all.Matrix.Applicable(), once.Unscored

	questions := b.journal.Questions()
	r.Tasks = b.tasks()
	r.Matrix = matrix(all.Matrix)
	r.Accuracy = b.accuracy(all, once)
	r.Validity = b.validity(questions, all, once)
	r.Complete = b.complete(all)
	r.Dimensions = b.dimensions(all, once)
	r.Sections, r.Forms = b.sections(), b.formLines()
	r.Questions, r.Items = b.questions(questions), b.items(questions)
	r.Rules = b.rules()
	r.Prevention = b.prevention(&b.worth.all)
	b.countPeople()
	groups := b.conditionGroups()
	r.Conditions, r.Comparisons = b.conditions(groups), b.comparisons(groups)
	r.Rounds = b.rounds()
	r.Ease, r.Usability = b.easeOf("", everyone), b.usability("", "All people", everyone)
	r.EndQuestions, r.Quotes, r.Comments = b.said.ends, b.quotes(), b.said.notes
	r.Failing = b.places()
	for _, a := range b.in.Asked {
		r.Asked = append(r.Asked, AskedOf(a))
	}
	b.ranges.reckon()
	if right := r.Accuracy.All.Likely; right != nil && r.Counts.Checked > 0 {
		r.Accuracy.OverPeople = &Range{1000 * (1 - right.High), 1000 * (1 - right.Low)}
	}
	r.Cards = b.cards(r)
	r.Headline = headline(r)
	r.Notes = notes(r)
	return r
}

func matrix(t quality.Tally) []Outcome {
	var out []Outcome
	for _, o := range quality.Outcomes() {
		out = append(out, Outcome{o.String(), t[o], t.Applicable()})
	}
	return out
}

func (b *builder) accuracy(all *quality.Sums, once *quality.RecordSums) Accuracy {
	m := all.Matrix
	a := Accuracy{
		All: b.ranges.later(&all.Accuracy), Critical: b.ranges.later(&all.Critical),
		Accents: all.Diacritics, MissingPeople: once.MissingPeople, ExtraPeople: once.ExtraPeople,
		Sets: all.SetCells, SetMissing: all.SetMissing, SetExtra: all.SetExtra,
	}
	if n := m.Applicable(); n > 0 {
		a.PerThousand = 1000 * float64(m.Wrong()) / float64(n)
		a.WrongButValid = float64(m[quality.WrongButValid]) / float64(n)
		if stat.Enough(all.Accuracy.People()) {
			a.Exact = rangeOf(stat.ClopperPearson(m.Wrong(), n).Scale(1000))
		}
	}
	if a.Sets > 0 {
		a.SetAgreement = all.SetF1 / float64(a.Sets)
	}
	a.ReadBack = ReadBack(b.journal.ReadBack())
	return a
}

func (b *builder) validity(questions []metrics.Question, all *quality.Sums, once *quality.RecordSums) Validity {
	first := pool(questions, b.journal.Totals().People)
	clean := stat.Pooled{}
	person, last := -1, ""
	for _, t := range b.records.Tasks() {
		if string(t.Session) != last {
			person, last = person+1, string(t.Session)
		}
		good := 0
		if t.Errors == 0 {
			good = 1
		}
		clean.Add(person, good, 1)
	}
	return Validity{
		First: b.ranges.later(&first), Final: b.ranges.later(&all.Valid), WithoutError: b.ranges.later(&clean),
		Unreadable: all.Unreadable, NotOnList: all.NotOnList,
	}
}

// pool adds first attempts of all questions up by person.
func pool(questions []metrics.Question, people int) stat.Pooled {
	parts, wholes := make([]int, people), make([]int, people)
	for i := range questions {
		for _, s := range questions[i].FirstTries {
			parts[s.Person] += s.Right
			wholes[s.Person] += s.Of
		}
	}
	var out stat.Pooled
	for p := range people {
		out.Add(p, parts[p], wholes[p])
	}
	return out
}

func (b *builder) complete(all *quality.Sums) Complete {
	c := Complete{
		All: b.ranges.later(&all.Complete), Required: b.ranges.later(&all.Required), Optional: b.ranges.later(&all.Optional),
	}
	for i, name := range []string{"Left blank, no reason given", "Answered", "Not known", "Not yet obtained", "Refused"} {
		c.States = append(c.States, Why{name, all.States[i], all.Asked})
	}
	for _, w := range quality.Workarounds() {
		c.Workarounds = append(c.Workarounds, Why{upper(string(w)), all.Workarounds[w], all.Asked - all.States[0]})
	}
	return c
}

// The names of the six dimensions of the Government Data Quality Framework.
const (
	InCompleteness = "Completeness"
	InValidity     = "Validity"
	InAccuracy     = "Accuracy"
	InConsistency  = "Consistency"
	InUniqueness   = "Uniqueness"
	InTimeliness   = "Timeliness"
)

func (b *builder) dimensions(all *quality.Sums, once *quality.RecordSums) []Dimension {
	t := b.in.Targets
	out := []Dimension{
		{Name: InCompleteness, Meaning: "Nothing is missing", Of: "answers asked for", Rate: b.ranges.later(&all.Complete), Target: t.Completeness},
		{Name: InValidity, Meaning: "In the right format", Of: "answers given", Rate: b.ranges.later(&all.Valid), Target: t.Validity},
		{Name: InAccuracy, Meaning: "Matches the story", Of: "answers in the key", Rate: b.ranges.later(&all.Accuracy), Target: t.Accuracy},
		{Name: InConsistency, Meaning: "Answers agree", Of: "answers that must agree with another", Rate: b.ranges.later(&once.Consistent), Target: t.Consistency},
		{Name: InUniqueness, Meaning: "No repeats", Of: "people in lists", Rate: b.ranges.later(&once.Unique), Target: t.Uniqueness},
		{Name: InTimeliness, Meaning: "By the story dates", Of: "dates with a limit", Target: t.Timeliness, Why: "these forms have no dates with a working-day limit"},
	}
	why := [...]string{"no record is finished", "no answer was given", "there is no answer key", "no answer has to agree with another", "no list was filled in"}
	for i, w := range why {
		if !out[i].Measured() {
			out[i].Why = w
		}
	}
	return out
}

func secondsOf(t metrics.Times) Seconds {
	return Seconds{t.N, t.Median, t.Geometric, rangeOf(t.Likely)}
}

func (b *builder) sections() []Section {
	var out []Section
	total := 0.0
	measured := map[string]metrics.SectionMeasures{}
	for _, s := range b.journal.Sections() {
		measured[s.ID] = s
		total += s.Time.Sum
	}
	order := slices.Clone(b.labels.pages)
	for _, s := range b.journal.Sections() {
		if !slices.Contains(order, s.ID) {
			order = append(order, s.ID)
		}
	}
	for _, id := range order {
		m, sums := measured[id], b.records.Section(id)
		if m.People == 0 && sums.Asked == 0 {
			continue
		}
		s := Section{
			ID: id, Complete: b.ranges.later(&sums.Complete), Valid: b.ranges.later(&sums.Valid),
			Accurate: b.ranges.later(&sums.Accuracy), Matrix: sums.Matrix[:], Time: secondsOf(m.Time), People: m.People,
		}
		s.Title, s.Form = b.labels.sectionTitle(id)
		if id == checkPage {
			s.Title = "Check your answers"
		}
		if total > 0 {
			s.Share = m.Time.Sum / total
		}
		out = append(out, s)
	}
	return out
}

// formLines are the forms in the order of the study, those that were opened.
func (b *builder) formLines() []Form {
	measured := map[string]metrics.SectionMeasures{}
	for _, f := range b.journal.Forms() {
		measured[f.ID] = f
	}
	var out []Form
	for _, f := range b.in.Forms {
		m, sums := measured[f.ID], b.records.Form(f.ID)
		if m.People == 0 && sums.Asked == 0 {
			continue
		}
		out = append(out, Form{
			ID: f.ID, Title: f.Title, People: m.People, Complete: b.ranges.later(&sums.Complete), Valid: b.ranges.later(&sums.Valid),
			Accurate: b.ranges.later(&sums.Accuracy), Matrix: sums.Matrix[:], Time: secondsOf(m.Time), Elapsed: secondsOf(m.Elapsed),
		})
	}
	return out
}

// checkPage is the page at the end of a task that is no section of a form.
const checkPage = "check"

func (b *builder) questions(measured []metrics.Question) []Question {
	var out []Question
	for i := range measured {
		m := &measured[i]
		sums := b.records.Question(m.ID)
		first := stat.Pooled{}
		for _, t := range m.FirstTries {
			first.Add(t.Person, t.Right, t.Of)
		}
		blank := stat.Pooled{}
		for person, s := range sums.Complete.Shares {
			blank.Add(person, int(s.Whole-s.Part), int(s.Whole))
		}
		title, _ := b.labels.sectionTitle(b.labels.section(m.ID))
		said := b.journal.Corrected(m.ID)
		letters := 0.0
		if sums.Texts > 0 {
			letters = float64(sums.Letters) / float64(sums.Texts)
		}
		out = append(out, Question{
			ID: string(m.ID), Label: b.labels.question(m.ID), Section: title,
			People: m.People, Seen: m.Fields, Visits: m.Visits,
			Wait: secondsOf(m.Wait), Time: secondsOf(m.Time), Elapsed: secondsOf(m.Elapsed),
			Returned: m.Returned, Changed: m.Amended, Filled: m.Filled, Deletes: m.Deletes, Cursor: m.Cursor,
			ErrorsMet: m.ErrorsMet, QueriesMet: m.QueriesMet, Help: m.Help, Dropped: m.Dropped,
			Blank: b.ranges.later(&blank), First: b.ranges.later(&first), Valid: b.ranges.later(&sums.Valid),
			Accurate: b.ranges.later(&sums.Accuracy), Matrix: sums.Matrix[:], Corrected: said.Corrected, Agreed: said.Agreed, Letters: letters, Texts: sums.Texts,
			Lost: m.Lost, BySession: m.BySession, Trend: string(m.Trend),
		})
	}
	// Where one or two people met a question, their time says more of them than of
	// it: such questions come after the others.
	enough := min(minPeople, b.journal.Totals().People)
	slices.SortStableFunc(out, func(x, y Question) int {
		if few := cmp.Compare(truth(x.People < enough), truth(y.People < enough)); few != 0 {
			return few
		}
		return cmp.Compare(y.Lost, x.Lost)
	})
	return out
}

func (b *builder) rules() []Rule {
	var out []Rule
	for _, m := range b.journal.Rules() {
		r := Rule{
			ID: m.ID, Title: b.labels.rule(m.ID), Kind: "Error", Found: m.Found,
			Exposed:  Rate{Part: m.Exposed, Whole: m.Applicable, People: m.Applicable},
			Detected: m.Detected, Shown: m.Shown, Cleared: m.Cleared, Explained: m.Explained,
			Worth: b.prevention(b.worth.rules[m.ID]), RepairTime: secondsOf(m.RepairTime), LeftExplained: m.LeftExplained, LeftOpen: m.LeftOpen, CostEach: m.CostEach,
		}
		if m.Severity == 2 {
			r.Kind = "Check this"
		}
		if m.Cleared > 0 {
			r.Repairs = float64(m.Repairs) / float64(m.Cleared)
		}
		if m.Applicable > 0 {
			r.Exposed.Rate = float64(m.Exposed) / float64(m.Applicable)
			_, likely := stat.AdjustedWald(m.Exposed, m.Applicable)
			r.Exposed.Likely = rangeOf(likely.For(m.Applicable))
		}
		out = append(out, r)
	}
	return out
}
