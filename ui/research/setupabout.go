package research

import (
	"strconv"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

// plainNumber writes a year or a seed, without commas.
func plainNumber[N int | int64](n N) string { return strconv.FormatInt(int64(n), 10) }

// about asks what a study is, who answers for it, its dates, and its targets.
func (p *setup) about() []fyne.CanvasObject {
	s := p.draft
	surveys := widgets.NewTickBoxes(p.id+"/surveys", "What are people asked besides?", []widgets.Choice{
		{Value: study.SEQ, Words: "How easy each task was", Hint: "One question after each task (SEQ)"},
		{Value: study.SUS, Words: "What they think of the record", Hint: "Ten statements at the end (SUS)"},
		{Value: study.End, Words: "What stands in the way of using it", Hint: "Two questions in their own words at the end"},
	})
	surveys.SetValue(s.Surveys)
	surveys.OnCommit = func(values []string) { p.change(func(s *study.Study) { s.Surveys = values }) }
	returns := widgets.NewRadioGroup(p.id+"/collection/return", "Which return are the stories about?", []widgets.Choice{
		{Value: "cin", Words: "Children in need census"}, {Value: "ssda903", Words: "Children looked after (SSDA903)"},
	})
	returns.SetValue(s.Collection.Return)
	returns.OnCommit = func(v string) { p.change(func(s *study.Study) { s.Collection.Return = v }) }
	return []fyne.CanvasObject{
		p.panel("about", "About the study",
			p.line("title", "What is the study called?", "People who take part see this name", s.Title, 40, func(s *study.Study, w string) { s.Title = w }),
			p.line("controller", "Who answers for the data?", "The organisation that runs the study. Consent names it", s.Controller, 40, func(s *study.Study, w string) { s.Controller = w }),
			p.line("contact", "Whom can people ask?", "A name with a phone number or email address. Consent and debrief name it", s.Contact, 50, func(s *study.Study, w string) { s.Contact = w })),
		p.panel("dates", "Dates that consent promises",
			p.date("withdrawal", "Until when can people withdraw?", "Until then their answers are deleted when they ask. For example, 31 3 2027", "The last day to withdraw", s.Withdrawal, func(s *study.Study, d datatype.Date) { s.Withdrawal = d }),
			p.date("retention", "When is everything deleted?", "On or after the last day to withdraw", "The day when everything is deleted", s.Retention, func(s *study.Study, d datatype.Date) { s.Retention = d })),
		p.panel("collection", "The time of the stories",
			p.add("collection/return", "Which return are the stories about?", "", returns),
			p.line("collection/year", "Which collection year?", "For example, 2025-26", s.Collection.Year, 10, func(s *study.Study, w string) { s.Collection.Year = w }),
			p.date("collection/start", "What is its first day?", "The date of every story lies in the collection", "The first day of the collection", s.Collection.Start, func(s *study.Study, d datatype.Date) { s.Collection.Start = d }),
			p.date("collection/end", "What is its last day?", "", "The last day of the collection", s.Collection.End, func(s *study.Study, d datatype.Date) { s.Collection.End = d })),
		p.panel("asked", "Questions to people", p.add("surveys", "What are people asked besides?", "", surveys)),
		p.targets(),
		p.panel("seed-panel", "The number behind codes and conditions", p.seed()),
	}
}

// dimensionNames are the targets in plain words.
var dimensionNames = map[string][2]string{
	"completeness": {"Completeness", "Nothing is missing"}, "validity": {"Validity", "In the right format"}, "accuracy": {"Accuracy", "Matches the story"},
	"consistency": {"Consistency", "Answers agree"}, "uniqueness": {"Uniqueness", "No repeats"}, "timeliness": {"Timeliness", "By the story dates"},
}

// targets asks for the target of each dimension of data quality.
func (p *setup) targets() fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.NewMeasure(widgets.NewText(p.id+"/targets-words", "How good should the records be? The report says which targets they meet.", theme.Body))}
	t := p.draft.Targets
	t.Each(func(dimension string, percent *float64) {
		name, path := dimensionNames[dimension], "targets/"+dimension
		box := widgets.NewNumberBox(p.id+"/in/"+path, name[0])
		box.SetUnit("%")
		box.SetValue(study.FormatPercent(*percent))
		q := p.add(path, name[0], name[1], box)
		box.OnCommit = func(raw string) {
			f := p.fields[path]
			v, err := study.ParsePercent(raw)
			if err != nil {
				p.refuse(f, name[0]+" must be a number between 0 and 100")
				return
			}
			f.wrong = ""
			q.SetError("")
			p.change(func(s *study.Study) {
				s.Targets.Each(func(d string, percent *float64) {
					if d == dimension {
						*percent = v
					}
				})
			})
		}
		parts = append(parts, q)
	})
	return p.panel("targets-panel", "Targets for data quality", parts...)
}

// seed asks for the seed, until somebody has taken part.
func (p *setup) seed() fyne.CanvasObject {
	const ask = "Which number?"
	hint := "Codes and conditions are made from it, so that computers with the same study agree. Leave it as it is unless another computer has this study"
	box := widgets.NewTextBox(p.id+"/in/seed", ask)
	box.SetLetters(20)
	box.SetValue(plainNumber(p.draft.Seed))
	if len(p.draft.Codes) > 0 {
		box.SetReadOnly("Codes were made from it, so it stays")
	}
	q := p.add("seed", ask, hint, box)
	box.OnCommit = func(raw string) {
		f := p.fields["seed"]
		v, err := strconv.ParseInt(raw, 10, 64)
		if err != nil {
			p.refuse(f, "The number must be a whole number")
			return
		}
		f.wrong = ""
		q.SetError("")
		p.change(func(s *study.Study) { s.Seed = v })
	}
	return q
}
