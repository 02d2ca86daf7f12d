package export

import "recordwell/capture/report"

// rounds has a row a measure and pair of rounds.
func rounds(r *report.Report) Table {
	columns := []Column{
		{"round_before", text, "", "id of the earlier round"},
		{"round_after", text, "", "id of the later round"},
		{"same_people", yesNo, "", "whether people who took part in both are held against themselves"},
		{"question", text, "", "short name of a question that changed between the rounds; empty for the whole record"},
		{"measure", text, "", "what is measured"},
		{"unit", text, "", "share, time, errors, or a score with its scale"},
		{"people_before", whole, "people", "behind the earlier figure"},
		{"people_after", whole, "people", "behind the later figure"},
		{"figure_before", decimal, "", "share, seconds, errors or score of the earlier round"},
		{"figure_after", decimal, "", "the same of the later round"},
		{"test", text, "", "which test"},
		{"tested", yesNo, "", "no where either has fewer than 5 people, or all are alike"},
		{"effect", decimal, "", "the change, more than 0 for the better: difference of shares or scores, fewer errors, the part of the time that is saved"},
		{"effect_low", decimal, "", "lower end of its 95% likely range"},
		{"effect_high", decimal, "", "upper end of the same"},
		{"p", decimal, "", "chance of a change this large where there is none; empty where people were drawn again"},
		{"clear", yesNo, "", "whether neither the range nor the test takes in no change"},
	}
	return table(r, "rounds", "Rounds side by side", columns, func(each func(...any)) {
		for i := range r.Rounds {
			pair := &r.Rounds[i]
			for _, list := range [][]report.Change{pair.Changes, pair.Questions} {
				for _, c := range list {
					cells := []any{
						pair.Before.ID, pair.After.ID, pair.Paired, c.Question, c.Name, string(c.Unit), c.PeopleBefore, c.PeopleAfter,
						nil, nil, c.Test, c.Tested, nil, nil, nil, nil, c.Clear(),
					}
					if c.PeopleBefore > 0 {
						cells[8] = c.Before
					}
					if c.PeopleAfter > 0 {
						cells[9] = c.After
					}
					if c.Tested {
						cells[12] = c.Effect
					}
					if c.Likely != nil {
						cells[13], cells[14] = c.Likely.Low, c.Likely.High
					}
					if c.P != nil && c.Tested {
						cells[15] = *c.P
					}
					each(cells...)
				}
			}
		}
	})
}

// formChanges has a row a part of a form that differs between two rounds.
func formChanges(r *report.Report) Table {
	columns := []Column{
		{"round_before", text, "", "id of the earlier round"},
		{"round_after", text, "", "id of the later round"},
		{"form", text, "", "title of the form"},
		{"version_before", text, "", "its version in the earlier round; empty where it was not there"},
		{"version_after", text, "", "its version in the later round; empty where it is not there"},
		{"question", text, "", "short name of the question; empty for a whole form"},
		{"kind", text, "", "added, removed, replaced, reworded, altered (rules, choices or how it is asked) or moved"},
		{"what", text, "", "the part that differs"},
		{"before", text, "", "what stood there"},
		{"after", text, "", "what stands there"},
	}
	return table(r, "form-changes", "What changed in the forms between rounds", columns, func(each func(...any)) {
		for i := range r.Rounds {
			pair := &r.Rounds[i]
			for _, c := range pair.Forms {
				each(pair.Before.ID, pair.After.ID, c.Form, c.Was, c.Is, c.Question, c.Kind, c.What, c.Before, c.After)
			}
		}
	})
}
