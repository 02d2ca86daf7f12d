package research

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// arrivals is what became of the files that were collected: five figures, and a row a
// file with what to do about it.
type arrivals struct {
	page    *collect
	heading *widgets.Heading
	table   *widgets.Table
	save    *widgets.Button
	content *widgets.Stack
	inAll   int
}

func newArrivals(p *collect) *arrivals {
	a := &arrivals{page: p}
	id := p.id + "/arrivals"
	a.heading = widgets.NewHeading(id, "What came in", 2)
	a.table = widgets.NewTable(id+"/table", "Files of results", []widgets.Column{
		{ID: "file", Name: "File", Width: 290, Wrap: true}, {ID: "happened", Name: "What happened", Wrap: true}, {ID: "result", Name: "Result", Width: 190, Wrap: true},
	})
	a.table.OnOpen = func(row, _ int) {
		if came := p.room.arrivals[row]; came.State == capture.ArrivalDecide {
			p.decide(came)
		}
	}
	a.save = p.act("save-list", "Save this list", widgets.Secondary, "download", a.saveList)
	a.content = widgets.NewStack(theme.Space4)
	return a
}

// show puts the list on the page, where there is one.
func (a *arrivals) show() {
	all := a.page.room.arrivals
	if len(all) == 0 {
		a.page.setActions()
		a.content.SetChildren()
		return
	}
	a.page.setActions(a.save)
	a.table.SetShown(min(8, len(all)))
	a.table.SetRows(len(all), func(row, col int) widgets.Cell { return a.cell(all[row], col) })
	a.content.SetChildren(a.heading, a.counts(all), widgets.NewCard(a.table))
	start(a.page.room.host, func(job *work) (err error) {
		a.inAll, err = a.page.room.desk.Collected(job.ctx)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		if err == nil {
			a.content.SetChildren(a.heading, a.counts(all), widgets.NewCard(a.table))
		}
	})
}

// counts are the figures above the list.
func (a *arrivals) counts(all []capture.Arrival) fyne.CanvasObject {
	added, skipped, decide, refused := 0, 0, 0, 0
	for _, came := range all {
		added += came.Added + came.Grown
		skipped += came.Known + came.Withdrawn + came.Left
		switch came.State {
		case capture.ArrivalDecide:
			decide++
		case capture.ArrivalRefused:
			refused++
		}
	}
	one := func(id, icon string, token theme.Token, n int, one, many string) fyne.CanvasObject {
		return widgets.NewCard(widgets.NewColumns(theme.Space3, []float32{28 * theme.Current().Scale(), 0}, widgets.NewIcon(icon, token, 28),
			widgets.NewStack(0, widgets.NewText(a.page.id+"/count/"+id, number(n), theme.Title2), widgets.NewText(a.page.id+"/count/"+id+"-words", plural(n, one, many), theme.Small))))
	}
	cards := []fyne.CanvasObject{
		one("added", "done", theme.Done, added, "session added", "sessions added"),
		one("skipped", "repeat", theme.Muted, skipped, "session skipped", "sessions skipped"),
		one("decide", "query", theme.Check, decide, "file to decide", "files to decide"),
		one("refused", "error", theme.Error, refused, "file not added", "files not added"),
		one("all", "people", theme.Link, a.inAll, "real session in all", "real sessions in all"),
	}
	return grid(cards, max(1, map[widgets.Class]int{widgets.Wide: len(cards), widgets.Medium: 3, widgets.Narrow: 3}[a.page.class]))
}

func (a *arrivals) cell(came capture.Arrival, col int) widgets.Cell {
	look := arrivalLooks[came.State]
	switch col {
	case 0:
		words := filepath.Base(came.Path)
		switch {
		case !came.Made.IsZero():
			words += "\n" + came.Made.Format("2 January 2006, 15:04") + ", " + sizeWords(came.Size)
		case came.Size > 0:
			words += "\n" + sizeWords(came.Size)
		}
		return widgets.Cell{Text: words}
	case 1:
		if came.State == capture.ArrivalDecide {
			return widgets.Cell{Text: whatHappened(came) + " Decide", Link: true}
		}
		return widgets.Cell{Text: whatHappened(came)}
	}
	return widgets.Cell{Text: look.words, Icon: look.icon, Token: look.ink, Bold: true}
}

var arrivalLooks = map[capture.ArrivalState]struct {
	icon, words string
	ink         theme.Token
}{
	capture.ArrivalAdded: {"done", "Added", theme.Done}, capture.ArrivalSkipped: {"minus", "Skipped", theme.Muted},
	capture.ArrivalDecide: {"query", "Needs your decision", theme.Check}, capture.ArrivalRefused: {"error", "Not added", theme.Error},
}

// whatHappened says it in a sentence or two.
func whatHappened(a capture.Arrival) string {
	switch a.State {
	case capture.ArrivalRefused:
		return sentence(a.Why)
	case capture.ArrivalDecide:
		return "Same code, different session: " + codesOf(a) + " " + plural(len(a.Codes), "is", "are") + " used here too. Nothing is added yet."
	case capture.ArrivalSkipped:
		return sentence(strings.Join(came(a), ", ")) + " Nothing was changed."
	}
	return strings.Join(came(a), ", ") + ". The file holds " + counted(a.Records, "finished record", "finished records") + " and " + counted(a.Entries, "log entry", "log entries") + "."
}

// came says what became of the sessions of a file; what did not happen is left out.
func came(a capture.Arrival) []string {
	var parts []string
	for _, part := range []struct {
		n     int
		words string
	}{
		{a.Added, counted(a.Added, "session", "sessions") + " added"},
		{a.Grown, counted(a.Grown, "session", "sessions") + " brought up to date"},
		{a.Known, number(a.Known) + " already here"},
		{a.Deleted, counted(a.Deleted, "person", "people") + " withdrew there and " + plural(a.Deleted, "is", "are") + " deleted here too"},
		{a.Withdrawn, counted(a.Withdrawn, "person", "people") + " withdrew here and " + plural(a.Withdrawn, "stays", "stay") + " out"},
		{a.Left, counted(a.Left, "session", "sessions") + " left out"},
	} {
		if part.n > 0 {
			parts = append(parts, part.words)
		}
	}
	if len(parts) == 0 {
		return []string{"No sessions are in it"}
	}
	return parts
}

// codesOf names the codes that are used twice.
func codesOf(a capture.Arrival) string {
	out := make([]string, len(a.Codes))
	for i, c := range a.Codes {
		out[i] = study.FormatCode(c)
	}
	return strings.Join(out, ", ")
}

// outcome says what came of files, and what is left to do, for those who do not see
// the table.
func (a *arrivals) outcome(came []capture.Arrival) string {
	of := map[capture.ArrivalState]int{}
	for _, c := range came {
		of[c.State]++
	}
	next := ""
	if of[capture.ArrivalDecide] > 0 {
		next = ". To decide, press Enter on it in the table"
	}
	if len(came) == 1 {
		return filepath.Base(came[0].Path) + ": " + arrivalLooks[came[0].State].words + ". " + strings.TrimSuffix(whatHappened(came[0]), ".") + next
	}
	var parts []string
	for _, s := range []capture.ArrivalState{capture.ArrivalAdded, capture.ArrivalSkipped, capture.ArrivalDecide, capture.ArrivalRefused} {
		if of[s] > 0 {
			parts = append(parts, number(of[s])+" "+strings.ToLower(arrivalLooks[s].words[:1])+arrivalLooks[s].words[1:])
		}
	}
	return counted(len(came), "file", "files") + ": " + strings.Join(parts, ", ") + next
}

// saveList writes the list as a table for spreadsheets.
func (a *arrivals) saveList() {
	list, dir, path := a.page.room.arrivals, a.page.room.desk.Folder("collected"), ""
	a.save.SetBusy("Saving…")
	a.page.run(func(*work) (err error) {
		path, err = a.page.room.desk.SaveArrivals(dir, list)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		a.save.SetBusy("")
		words := "Saved in " + path
		if err != nil {
			words = "The list could not be saved. " + sentence(err.Error())
		}
		a.page.marks.SetChildren(widgets.NewText(a.page.id+"/list-saved", words, theme.BodyDense))
		a.page.tell(err == nil, words)
	})
}
