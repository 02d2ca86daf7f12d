// Package gallery shows every control in its states, for people to look at and for
// tests to draw.
package gallery

import (
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Page is a set of controls in a page's scroll, with the parts a test or a program
// puts the focus on.
type Page struct {
	Root    *widgets.Root
	Scroll  *widgets.Scroll
	Summary *widgets.ErrorSummary
	Combo   *widgets.Combo
	Radios  *widgets.RadioGroup
	Check   *widgets.CheckThis
}

// Languages is a short list to search.
func Languages() []widgets.Option {
	return []widgets.Option{
		{Value: "eng", Words: "English"},
		{Value: "pol", Words: "Polish", Other: []string{"Polski"}},
		{Value: "por", Words: "Portuguese", Other: []string{"Português"}},
		{Value: "porb", Words: "Portuguese (Brazil)"},
		{Value: "poro", Words: "Portuguese (any other)"},
		{Value: "urd", Words: "Urdu"},
		{Value: "cym", Words: "Welsh", Other: []string{"Cymraeg"}},
	}
}

// Record is a page of a record with something wrong, as screen 04 has it.
func Record() *Page {
	p := &Page{}
	p.Summary = widgets.NewErrorSummary("summary")
	p.Summary.SetItems([]widgets.SummaryItem{
		{ID: "dob", Words: "Maya’s date of birth must include a day"},
		{ID: "language", Words: "Enter Maya’s first language"},
		{ID: "upn", Words: "Check that Maya does not have a UPN", Check: true},
	})
	date := widgets.NewDateBoxes("dob/field", "What is Maya’s date of birth?")
	date.SetValue(widgets.Date{Month: "6", Year: "2018"})
	dob := widgets.NewQuestion("dob", "What is Maya’s date of birth?", date)
	dob.SetHint("For example, 31 3 2017")
	dob.SetError("Maya’s date of birth must include a day")
	date.SetWrong(true, false, false)

	p.Radios = widgets.NewRadioGroup("upn/field", "Does Maya have a unique pupil number (UPN)?", []widgets.Choice{{Value: "yes", Words: "Yes"}, {Value: "no", Words: "No"}})
	p.Radios.SetSideBySide(true)
	p.Radios.SetValue("no")
	upn := widgets.NewQuestion("upn", "Does Maya have a unique pupil number (UPN)?", p.Radios)
	upn.SetHint("Her school gives her this. It has 13 letters and numbers.")
	upn.SetHelp("Help with UPNs", func() {})
	p.Check = widgets.NewCheckThis("upn/check", "Why does Maya not have a UPN?")
	p.Check.SetWords("You told us Maya goes to school. Most pupils have a UPN. If there is no UPN yet, explain why this is right.", "Why does Maya not have a UPN?")
	p.Check.SetWhy("The children in need census asks for a UPN, or why there is none, for each child of school age.", "Check 8770Q")
	p.Check.SetWhyOpen(true)
	p.Check.SetLimit(200)
	p.Check.SetReason("She started at her first English school 3 weeks ago")
	upn.SetCheck(p.Check)

	p.Combo = widgets.NewCombo("language/field", "What is Maya’s first language?", Languages())
	p.Combo.SetNoun("language", "languages")
	language := widgets.NewQuestion("language", "What is Maya’s first language?", p.Combo)
	language.SetHint("Start typing, then choose from the list")
	language.SetError("Enter Maya’s first language")

	name := widgets.NewTextBox("name/field", "What is Maya’s first name?")
	name.SetLetters(20)
	name.SetValue("Maya")
	first := widgets.NewQuestion("name", "What is Maya’s first name?", name)
	first.SetOptional(true)

	visits := widgets.NewNumberBox("visits/field", "How many visits were there?")
	visits.SetUnit("visits")
	visits.SetValue("3")

	ticks := widgets.NewTickBoxes("needs/field", "What does Maya need help with?", []widgets.Choice{
		{Value: "move", Words: "Moving around"}, {Value: "see", Words: "Seeing", Hint: "Even with glasses"},
		{Value: "none", Words: "None of these", Or: true, Exclusive: true},
	})
	ticks.SetValue([]string{"see"})
	needs := widgets.NewQuestion("needs", "What does Maya need help with?", ticks)
	needs.SetHint("Select all that apply")

	live := widgets.NewRadioGroup("lives/field", "Who does Maya live with?", []widgets.Choice{
		{Value: "mum", Words: "Her mum"}, {Value: "dad", Words: "Her dad"},
		{Value: "unknown", Words: "I do not know", Or: true},
	})
	lives := widgets.NewQuestion("lives", "Who does Maya live with?", live)

	long := widgets.NewLongText("worry/field", "What are you worried about?")
	long.SetLimit(30)
	long.SetValue("Maya is often late and comes to school hungry")

	title := widgets.NewHeading("title", "Maya’s details", 1)
	page := widgets.NewStack(theme.Space5, p.Summary,
		widgets.NewStack(0, widgets.NewText("where", "Form 2 of 3: Child details", theme.BodyDense).SetToken(theme.Muted), title),
		dob, upn, language, first,
		widgets.NewQuestion("visits", "How many visits were there?", visits),
		needs, lives,
		widgets.NewQuestion("worry", "What are you worried about?", long),
	)
	p.Scroll = widgets.NewScroll("page", "", widgets.NewPad(18, 40, 40, 40, widgets.NewMeasure(page)))
	p.Root = widgets.NewRoot("Recordwell", widgets.NewFill(theme.Surface, p.Scroll))
	return p
}
