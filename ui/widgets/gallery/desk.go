package gallery

import (
	"strconv"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Desk is a page of the controls that a researcher's screens are made of.
type Desk struct {
	Root     *widgets.Root
	Tabs     *widgets.Tabs
	Section  *widgets.Select
	Size     *widgets.Slider
	Movement *widgets.Switch
	Ease     *widgets.Rating
	Line     *widgets.Rating
	Progress *widgets.Progress
	Heat     *widgets.Table
	Files    *widgets.Table
}

// Researcher is such a page, with parts of screens 07, 09, 13 and 14.
func Researcher() *Desk {
	d := &Desk{}
	d.Tabs = widgets.NewTabs("tabs", "The Carvalho family")
	d.Tabs.SetItems([]widgets.TabItem{{ID: "setup", Name: "Set-up"}, {ID: "story", Name: "Story and answer key"}, {ID: "rounds", Name: "Rounds that use it"}})
	d.Tabs.SetCurrent("story")

	d.Section = widgets.NewSelect("section", "Section", []widgets.Option{{Value: "", Words: "All sections"}, {Value: "child", Words: "Child details"}, {Value: "home", Words: "Household"}})

	d.Size = widgets.NewSlider("size", "Text size", []string{"100%", "125%", "150%", "200%", "250%", "300%", "400%"})
	d.Size.SetButtonNames("Smaller text", "Bigger text")
	d.Movement = widgets.NewSwitch("movement", "Reduce movement", "No sliding or fading")
	d.Movement.SetOn(true)

	d.Ease = widgets.NewRating("ease", "Overall, how difficult or easy was the task?", 7, "Very difficult", "Very easy")
	d.Ease.SetValue(5)
	d.Line = widgets.NewRating("sus-1", "I think that I would like to use this system frequently", 5, "Strongly disagree", "Strongly agree").SetCircles(true)
	d.Line.SetValue(4)

	d.Progress = widgets.NewProgress("progress", "Statements")
	d.Progress.Set(0.4, "4 of 10 answered")

	d.Heat = heat()
	d.Files = files()
	page := widgets.NewStack(theme.Space5,
		widgets.NewHeading("title", "Question by question", 1),
		d.Tabs,
		d.Section, widgets.NewMeasure(d.Movement),
		widgets.NewCard(d.Heat),
		widgets.NewCard(d.Files),
		widgets.NewCard(d.Size),
		d.Ease, d.Line, d.Progress,
	)
	d.Root = widgets.NewRoot("Recordwell", widgets.NewFill(theme.Bg, widgets.NewScroll("page", "", widgets.NewPad(24, 32, 24, 32, page))))
	return d
}

// Long is a table of that many made-up rows and ten columns, to scroll through.
func Long(rows int) *widgets.Table {
	columns := []widgets.Column{{ID: "name", Name: "Session", Width: 190}}
	for i := range 9 {
		columns = append(columns, widgets.Column{ID: "n" + strconv.Itoa(i), Name: "Measure " + strconv.Itoa(i+1), Width: 90, Numeric: true, Sortable: true})
	}
	t := widgets.NewTable("wide", "All sessions", columns)
	t.SetRows(rows, func(row, col int) widgets.Cell {
		if col == 0 {
			return widgets.Cell{Text: "Session " + strconv.Itoa(row+1), Bold: true, Link: true}
		}
		step := (row*7 + col*3) % 5
		c := widgets.Cell{Text: strconv.Itoa((row*31 + col*17) % 1000)}
		c.Token, c.Fill, c.Bold = heatInk[step], heatFill[step], step > 2
		return c
	})
	return t
}

var (
	heatFill = [5]theme.Token{"", theme.Heat1, theme.Heat2, theme.Heat3, theme.Heat4}
	heatInk  = [5]theme.Token{theme.Text, theme.OnHeat1, theme.OnHeat2, theme.OnHeat3, theme.OnHeat4}
)

type heatRow struct {
	question string
	numbers  [4]string
	steps    [4]int
	trend    string
}

func heat() *widgets.Table {
	rows := []heatRow{
		{"Unique pupil number", [4]string{"31", "9.8", "71", "14"}, [4]int{0, 4, 4, 4}, "down"},
		{"Person: date of birth", [4]string{"54", "3.1", "48", "11"}, [4]int{0, 1, 3, 3}, "up"},
		{"Main reason for help", [4]string{"22", "11.4", "52", "12"}, [4]int{0, 4, 3, 3}, "down"},
		{"Who made the referral, and on whose behalf it was made", [4]string{"20", "7.9", "36", "6"}, [4]int{0, 3, 2, 1}, "down"},
		{"Ethnic background", [4]string{"19", "4.2", "1,029", "3"}, [4]int{0, 1, 1, 0}, "level"},
	}
	t := widgets.NewTable("heat", "Question by question", []widgets.Column{
		{ID: "question", Name: "Question", Width: 240, Sortable: true},
		{ID: "seen", Name: "Times seen", Width: 74, Numeric: true, Sortable: true},
		{ID: "wait", Name: "Wait, seconds", Width: 92, Numeric: true, Sortable: true},
		{ID: "time", Name: "Time, seconds", Width: 80, Numeric: true, Sortable: true},
		{ID: "changed", Name: "Changed answer", Width: 84, Numeric: true, Sortable: true},
		{ID: "trend", Name: "First to last session", Width: 130},
	})
	t.SetSorted("wait", true)
	t.SetRows(len(rows), func(row, col int) widgets.Cell {
		r := rows[row]
		switch col {
		case 0:
			return widgets.Cell{Text: r.question, Bold: true, Link: true}
		case 5:
			return widgets.Cell{Text: r.trend, Token: theme.Muted}
		}
		step := r.steps[col-1]
		c := widgets.Cell{Text: r.numbers[col-1], Token: heatInk[step], Fill: heatFill[step], Bold: step > 2}
		if step == 4 {
			c.Says = "most in this column"
		}
		return c
	})
	return t
}

func files() *widgets.Table {
	rows := [][3]string{
		{"laptop-2.rwbundle", "4 sessions added. 12 records, 3,904 log entries.", "Added"},
		{"laptop-5.rwbundle", "Same code, different session: R3T 8WD was used twice. Nothing is added yet.", "Needs your decision"},
		{"laptop-4.rwbundle", "The file has changed since it was saved. Save it again on laptop 4, then collect the new file.", "Not added"},
	}
	look := map[string]widgets.Cell{
		"Added":               {Icon: "check", Token: theme.Done, Bold: true},
		"Needs your decision": {Icon: "query", Token: theme.Check, Bold: true},
		"Not added":           {Icon: "error", Token: theme.Error, Bold: true},
	}
	t := widgets.NewTable("files", "Files that were collected", []widgets.Column{
		{ID: "file", Name: "File", Width: 200, Wrap: true},
		{ID: "what", Name: "What happened", Wrap: true},
		{ID: "result", Name: "Result", Width: 170, Wrap: true},
	})
	t.SetRows(len(rows), func(row, col int) widgets.Cell {
		c := widgets.Cell{Bold: col == 0}
		if col == 2 {
			c = look[rows[row][2]]
		}
		c.Text = rows[row][col]
		return c
	})
	return t
}
