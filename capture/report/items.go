package report

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/metrics"
)

// Item is what one place of a statutory return costs people: the questions that fill
// it, and the time and errors at them. A question that fills several places is
// divided between them, so that all items together are all the time at questions.
type Item struct {
	Place string `json:"place"` // "ChildIdentifiers.UPN"; "" for what no return asks
	// Questions are the short names of the questions that fill it.
	Questions []string `json:"questions"`
	People    int      `json:"people"` // who met the question of it that most people met
	Seconds   float64  `json:"seconds"`
	Errors    float64  `json:"errorsMet"`
	Share     float64  `json:"shareOfTime"` // of the time at all questions
}

// Each is the time a person, 0 for nobody.
func (i Item) Each() float64 {
	if i.People == 0 {
		return 0
	}
	return i.Seconds / float64(i.People)
}

// Name is the place in words.
func (i Item) Name() string {
	if i.Place == "" {
		return "Asked for no return"
	}
	return strings.Replace(i.Place, "/", ": ", 1)
}

// items add the questions up by the places that they fill, what costs most first and
// what no return asks last.
func (b *builder) items(measured []metrics.Question) []Item {
	byPlace := map[string]*Item{}
	total := 0.0
	for i := range measured {
		m := &measured[i]
		total += m.Time.Sum
		places := []string{""}
		if q := b.labels.questions[capture.QuestionID(m.ID)]; q != nil && len(q.Items) > 0 {
			places = q.Items
		}
		for _, place := range places {
			item := byPlace[place]
			if item == nil {
				item = &Item{Place: place}
				byPlace[place] = item
			}
			item.Questions = append(item.Questions, b.labels.question(m.ID))
			item.People = max(item.People, m.People)
			item.Seconds += m.Time.Sum / float64(len(places))
			item.Errors += float64(m.ErrorsMet) / float64(len(places))
		}
	}
	var out []Item
	for _, place := range slices.Sorted(maps.Keys(byPlace)) {
		item := byPlace[place]
		if total > 0 {
			item.Share = item.Seconds / total
		}
		out = append(out, *item)
	}
	slices.SortStableFunc(out, func(x, y Item) int {
		if none := cmp.Compare(truth(x.Place == ""), truth(y.Place == "")); none != 0 {
			return none
		}
		return cmp.Compare(y.Seconds, x.Seconds)
	})
	return out
}
