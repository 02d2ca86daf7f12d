package report

import (
	"fmt"
	"strconv"
)

// figure1 writes a mean with one decimal.
func figure1(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// headline answers the first question: how complete, valid and accurate are the
// records, and where did time go.
func headline(r *Report) []string {
	if r.Counts.Records == 0 {
		return []string{
			"No record has been finished yet, so their quality cannot be measured.",
			fmt.Sprintf("%s started.", upper(people(r.Counts.Started))),
		}
	}
	quality := fmt.Sprintf("The records are %s complete and %s valid", r.Complete.All.Percent(), r.Validity.Final.Percent())
	if r.Accuracy.All.Measured() {
		quality = fmt.Sprintf("The records are %s complete, %s valid and %s accurate", r.Complete.All.Percent(), r.Validity.Final.Percent(), r.Accuracy.All.Percent())
	} else {
		quality += "; how accurate they are was not measured, because there is no answer key"
	}
	out := []string{quality + fmt.Sprintf(", from %s by %s.", several(r.Counts.Records, "record", "records"), people(r.Counts.Recorded))}
	if valid := r.Accuracy.WrongButValid; r.Accuracy.All.Measured() && valid > 0 {
		out = append(out, fmt.Sprintf("%s of the answers in the key are wrong although no rule found fault with them.", percent(valid)))
	}
	if len(r.Questions) > 0 && r.Questions[0].Lost > 0 {
		q := r.Questions[0]
		out = append(out, fmt.Sprintf("Most time was lost at “%s”: %s each time it was answered (%s, %s).",
			q.Label, seconds(q.Lost), several(q.Seen, "time", "times"), people(q.People)))
	}
	if s, ok := longest(r.Sections); ok {
		out = append(out, fmt.Sprintf("The section that took longest is “%s”, with %s of the time on pages.", s.Title, percent(s.Share)))
	}
	return out
}

func longest(sections []Section) (best Section, ok bool) {
	for _, s := range sections {
		if s.Share > best.Share {
			best, ok = s, true
		}
	}
	return best, ok
}

// notes says how the figures are made and what they cannot say.
func notes(r *Report) []string {
	out := []string{
		"A likely range is a 95% confidence interval: with other people like these, the true figure would lie within such a range 19 times out of 20. No range is given for fewer than 5 people.",
		"For one try a person the range is adjusted Wald; for several tries a person, people are drawn again many times (a bootstrap with a fixed seed). Times have a geometric mean, with a t range on their logarithm, and only completed tasks count.",
		"Time leaves out breaks, other windows, idling over the idle limit, sleep of the computer and the time between two starts of the program, unless it says “with interruptions”.",
		"Seconds lost is time over the middle person’s, plus time at a question while a finding was shown.",
		"Complete counts answers such as “not known” as answered, and lists them apart. Questions that were not asked count in neither part.",
		"Against the key, letters are compared without case, spaces and signs; names also without accents, and those are counted. Dates must agree to the day, or within the key’s own tolerance. Several choices agree only when all do. “Not known” is right only where the key says so.",
		"People in lists are matched with the story’s people one to one, by least mismatch; whoever is left over is missing or extra.",
		"A valid answer can be wrong, and a full record can be poor: do not chase 100%.",
		"Ease and SUS are means of people with a t range that stays on the scale. A skipped statement of SUS counts as the middle, and the usual score of 68 is held against complete answers alone.",
		"Conditions have different people: the N−1 two-proportion test, or Fisher’s where an expected count is under 1, and Welch’s t test on the logarithm of times or on scores. Tasks that the same people did: McNemar’s exact test and the paired t test on the logarithm of times.",
		"The price of a prevented error is all the active time that findings took, divided by the answers that were wrong at first, were found fault with, and are right in the end.",
		"Timeliness can only be measured on story dates. A trial cannot show how late real records are.",
	}
	if r.Counts.Unscored > 0 {
		out = append(out, fmt.Sprintf("%s of free text %s in the key that nobody has scored: not measured.", upper(several(r.Counts.Unscored, "answer", "answers")), isAre(r.Counts.Unscored)))
	}
	overruled := 0
	for _, t := range r.Tasks {
		overruled += t.Overruled
	}
	if overruled > 0 {
		out = append(out, fmt.Sprintf("Completed: for %s an observer said how it ended, with a reason. It counts as they said.", several(overruled, "task", "tasks")))
	}
	if n := len(r.Asked); n > 0 {
		shown := 0
		for _, a := range r.Asked {
			shown += a.Shown
		}
		out = append(out, fmt.Sprintf("Answers were shown at a research desk, or saved in files there, %s, %s in all. Each time was written down.", several(n, "time", "times"), several(shown, "answer", "answers")))
	}
	if r.Counts.Lost > 0 {
		out = append(out, fmt.Sprintf("%s could not be kept, so counts and times may be too low.", upper(several(int(r.Counts.Lost), "event", "events"))))
	}
	if r.Simulated > 0 {
		out = append(out, fmt.Sprintf("Simulated data: the program made up %s of %s. Nothing here is a finding about real people.", number(r.Simulated), people(r.Counts.Started)))
	}
	return out
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
