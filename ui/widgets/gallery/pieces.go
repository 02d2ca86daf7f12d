package gallery

import (
	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Pieces is what stands around the questions of a record: lists, cards, answers,
// tags, buttons, settings.
func Pieces() *Page {
	p := &Page{}
	sections := widgets.NewSectionList("sections", "Sections")
	sections.SetItems([]widgets.Section{
		{ID: "referral", Name: "Referral", State: widgets.SectionDone, Status: "Completed"},
		{ID: "details", Name: "Maya’s details", State: widgets.SectionFix, Status: "2 to fix, 1 to check", Current: true},
		{ID: "household", Name: "Household", State: widgets.SectionTodo, Status: "Not started"},
		{ID: "check", Name: "Check your answers", State: widgets.SectionLocked, Status: "Not ready yet"},
	})

	people := widgets.NewRepeatList("people", "People in the home")
	people.SetItems([]widgets.RepeatItem{
		{ID: "1", Name: "Joana Carvalho", Line: "Mum · born 2 February 1991"},
		{ID: "2", Name: "Tomás Carvalho", Line: "Brother · age missing", Tag: "1 to fix", TagKind: widgets.TagFix},
	})
	people.OnRemove = func(string) {
		widgets.NewDialog("remove", "Remove Tomás Carvalho?", "What you wrote about him will go. You can undo this.").
			SetMain("Remove Tomás", func() { p.Root.Say("Tomás removed", 1) }).SetSafe("Keep Tomás", nil).Open(p.Root)
	}

	answers := widgets.NewAnswers("answers", "Maya’s details")
	answers.SetTags(widgets.NewTag("answers/fix", widgets.TagFix, "1 to fix"), widgets.NewTag("answers/check", widgets.TagCheck, "1 explained"))
	answers.SetRows([]widgets.Answer{
		{ID: "dob", Name: "Date of birth", Value: "14 June 2018", Announced: "Change date of birth"},
		{ID: "upn", Name: "UPN", Value: "No UPN yet"},
		{ID: "ethnic", Name: "Ethnic background", Value: "Not provided", Missing: true},
	})

	task := widgets.NewTaskCard("task", widgets.Task{
		Number: "1", Name: "The Carvalho family: a new referral", Aside: "20 minutes",
		Line:    "A school is worried about Maya, aged 7. Record the referral, Maya and her home.",
		Facts:   []widgets.Fact{{Icon: "file", Words: "3 forms: Contact and referral; Child details; Family, household and network"}, {Icon: "info", Words: "Content note: a child who is hungry, a parent who is ill"}},
		TagKind: widgets.TagProgress, Tag: "In progress", Current: true, Act: "Continue", Other: "Skip this one",
	})
	warm := widgets.NewTaskCard("warm", widgets.Task{Done: true, Name: "Warm-up", Aside: "5 minutes", Line: "Try out the date boxes, the lists and the help before you begin.", TagKind: widgets.TagDone, Tag: "Completed"})

	progress := widgets.NewProgress("progress", "Tasks")
	progress.Set(0.4, "1 of 3 completed")
	progress.SetAside("about 40 minutes left")

	move := widgets.NewSwitch("move", "Reduce movement", "No sliding or fading")
	move.SetOn(true)
	filter := widgets.NewSelect("filter", "Section", []widgets.Option{{Value: "", Words: "All sections"}, {Value: "r", Words: "Referral"}, {Value: "d", Words: "Maya’s details"}})
	agree := widgets.NewTickBox("agree", "I agree that Recordwell keeps a log of how I use the forms.").SetPlain()
	agree.SetOn(true)

	tags := widgets.NewRow(theme.Space2,
		widgets.NewTag("t1", widgets.TagDone, "Completed"), widgets.NewTag("t2", widgets.TagTodo, "Not started"),
		widgets.NewTag("t3", widgets.TagProgress, "In progress"), widgets.NewTag("t4", widgets.TagFix, "1 to fix"),
		widgets.NewTag("t5", widgets.TagCheck, "1 explained"), widgets.NewTag("t6", widgets.TagOK, "Passed"),
		widgets.NewTag("t7", widgets.TagGrey, "Skipped"), widgets.NewTag("t8", widgets.TagInfo, "Practice only: a made-up family"))

	status := widgets.NewStatusLine("status")
	status.Set(widgets.StatusSaved, "Saved on this computer at 10:47")
	back := widgets.NewButton("back", "Back", widgets.Secondary, nil).SetIcon("left")
	save := widgets.NewButton("save", "Save and continue", widgets.Main, nil)
	bar := widgets.NewRow(theme.Space4, status)
	bar.SetEnd(back, save)

	help := widgets.NewLink("help", "Help", nil).SetIcon("help").SetStyle(theme.BodyDense.AsBold())
	looks := widgets.NewLink("looks", "Text and colours", nil).SetIcon("text").SetStyle(theme.BodyDense.AsBold())
	top := widgets.NewRow(theme.Space4, widgets.NewIcon("logo", theme.Primary, 34), widgets.NewText("name", "Recordwell", theme.Title3), widgets.NewTag("practice", widgets.TagInfo, "Practice only: a made-up family"))
	top.SetEnd(looks, help, widgets.NewButton("break", "Take a break", widgets.Secondary, nil).SetIcon("pause").SetCompact())

	page := widgets.NewStack(theme.Space4, widgets.NewHeading("title", "Check your answers before you finish", 1),
		progress, warm, task, answers, people, tags, widgets.NewCard(widgets.NewStack(theme.Space2, move, widgets.NewRule(), agree)), filter)
	p.Scroll = widgets.NewScroll("page", "", widgets.NewPad(18, 32, 32, 32, page))
	if theme.Current().Scale() > 3 { // under 400 wide: the bars scroll with the page
		page.SetChildren(append(append([]fyne.CanvasObject{top}, page.Children()...), sections, bar)...)
		p.Root = widgets.NewRoot("Recordwell", p.Scroll)
		return p
	}
	side := widgets.NewPad(theme.Space5, theme.Space4, theme.Space4, theme.Space4, widgets.NewStack(theme.Space3, widgets.NewHeading("sections/title", "Sections", 2).SetStyle(theme.Title3), sections))
	border := widgets.NewBorder(
		widgets.NewRegion("top", "Top bar", edge(widgets.NewPad(theme.Space2, theme.Space5, theme.Space2, theme.Space5, top), false, true)),
		widgets.NewRegion("bottom", "Bottom bar", edge(widgets.NewPad(14, theme.Space5, 14, theme.Space5, bar), true, false)),
		widgets.NewRegion("side", "Sections", widgets.NewScroll("side/scroll", "", side)),
		nil, widgets.NewRegion("main", "Page", p.Scroll),
	).SetWidths(268, 0)
	p.Root = widgets.NewRoot("Recordwell", border)
	return p
}

func edge(o fyne.CanvasObject, top, bottom bool) fyne.CanvasObject {
	return widgets.NewFill(theme.Surface, o).SetEdges(top, false, bottom, false)
}
