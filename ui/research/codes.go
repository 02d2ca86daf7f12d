package research

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// mostCodes are as many as can be made at once.
const mostCodes = 500

// codes are what people take part with: to make, to print and to take back.
func (p *setup) codes() []fyne.CanvasObject {
	s := p.draft
	box := widgets.NewNumberBox(p.id+"/codes/number", "How many more codes do you need?")
	box.SetUnit("codes")
	box.SetValue(p.more)
	ask := p.add("codes", "How many more codes do you need?", "One for each person. Between 1 and 500", box)
	p.make = p.act("codes/make", "Make codes", widgets.Secondary, "plus", func() { p.makeCodes(box, ask) })
	if p.making {
		p.make.SetBusy("Making codes…")
	}
	out := []fyne.CanvasObject{p.panel("codes-make", "Make codes", ask, widgets.NewRow(0, p.make))}
	if len(s.Codes) == 0 {
		return append(out, widgets.NewMeasure(widgets.NewText(p.id+"/codes/none", "There are no codes yet, so nobody can take part.", theme.Body)))
	}
	table := widgets.NewTable(p.id+"/codes/table", "Codes of the study", []widgets.Column{
		{ID: "code", Name: "Code", Width: 140}, {ID: "state", Name: "What became of it", Wrap: true}, {ID: "do", Name: "Change", Width: 200},
	})
	table.SetShown(max(1, min(10, len(s.Codes))))
	table.SetRows(len(s.Codes), p.codeCell)
	table.OnOpen = func(row, _ int) { p.openCode(table, row) }
	if p.slips == nil { // what is being saved goes on while another tab is looked at
		p.slips = newSaving(p.frame, "codes", "Print slips of the unused codes", "Where the slips are saved", func() writing {
			draft, unused := p.draft.Clone(), p.unused()
			return func(dir string, _ *work) ([]string, error) { return p.room.desk.SaveSlips(dir, draft, unused) }
		})
		p.slips.button.SetKind(widgets.Secondary)
	}
	count := widgets.NewText(p.id+"/codes/count", counted(len(s.Codes), "code", "codes")+", "+number(len(p.unused()))+" unused. Enter on a row takes a code back, or gives it back.", theme.BodyDense).SetToken(theme.Muted)
	list := widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading(p.id+"/codes/title", "Codes", 2), count, table))
	return append(out, list, p.slips.said, widgets.NewRow(0, p.slips.button), p.slips.card)
}

// unused are the codes that nobody has begun with and that were not taken back.
func (p *setup) unused() (out []string) {
	for _, c := range p.draft.Codes {
		if _, used := p.people[c]; !used && !p.draft.Voided(c) {
			out = append(out, c)
		}
	}
	return out
}

func (p *setup) codeCell(row, col int) widgets.Cell {
	code := p.draft.Codes[row]
	person, used := p.people[code]
	voided := p.draft.Voided(code)
	switch col {
	case 0:
		return widgets.Cell{Text: study.FormatCode(code), Bold: true}
	case 1:
		words := codeState(person, used, p.people != nil)
		if voided {
			words = "Taken back. " + words
		}
		return widgets.Cell{Text: words}
	}
	if voided {
		return widgets.Cell{Text: "Give it back", Link: true}
	}
	return widgets.Cell{Text: "Take it back", Link: true}
}

func codeState(row capture.SessionRow, used, known bool) string {
	finished := 0
	for _, t := range row.Tasks {
		if t.Status == capture.TaskFinished {
			finished++
		}
	}
	switch {
	case !known:
		return "Not read yet"
	case !used:
		return "Not used yet"
	case row.Simulated:
		return "A made-up person"
	}
	return "Begun on " + row.Started.Format("2 January 2006") + ", " + counted(finished, "task", "tasks") + " finished"
}

// makeCodes makes more codes; they work at once in an open round.
func (p *setup) makeCodes(box *widgets.NumberBox, ask *widgets.Question) {
	p.room.host.Root().Commit()
	n, err := strconv.Atoi(strings.TrimSpace(box.Value()))
	if err != nil || n < 1 || n > mostCodes {
		ask.SetError("The number of codes must be between 1 and 500")
		box.TakeFocus()
		return
	}
	p.more, p.making = plainNumber(n), true
	ask.SetError("")
	p.make.SetBusy("Making codes…")
	draft := p.draft.Clone()
	var made []string
	p.run(func(job *work) (err error) {
		made, err = p.room.desk.NewCodes(job.ctx, draft, n)
		return err
	}, func(int64, int64) {}, func(err error, stopped bool) {
		p.making = false
		p.make.SetBusy("")
		words := counted(len(made), "code", "codes") + " made"
		switch {
		case stopped:
		case err != nil:
			words = sentence(err.Error())
		default:
			p.change(func(s *study.Study) { s.Codes = append(s.Codes, made...) })
		}
		if p.tab == tabCodes {
			p.showTab(tabCodes)
			p.goTo("codes")
			if err != nil {
				p.fields["codes"].ask.SetError(words)
			}
		}
		if !stopped {
			p.tell(err == nil, words)
		}
	})
}

// openCode takes a code back, after asking, or gives it back.
func (p *setup) openCode(table *widgets.Table, row int) {
	if row < 0 || row >= len(p.draft.Codes) {
		return
	}
	code := p.draft.Codes[row]
	shown := study.FormatCode(code)
	if p.saving && p.changing == code {
		return // pressed twice: it was asked, and is being done
	}
	done := func(words string, do func(s *study.Study)) {
		p.changing = code
		p.change(do)
		table.SetRows(len(p.draft.Codes), p.codeCell)
		p.room.host.Announce(words, a11y.LivePolite)
	}
	if p.draft.Voided(code) {
		widgets.NewDialog(p.id+"/void", "Give back "+shown+"?", "It works again in a round that is open.").SetMain("Give back "+shown, func() {
			done(shown+" works again", func(s *study.Study) {
				s.Void = slices.DeleteFunc(s.Void, func(c string) bool { return c == code })
			})
		}).SetSafe("Leave it", nil).Open(p.room.host.Root())
		return
	}
	words := "Nobody can begin or go on with it. You can give it back later."
	if _, used := p.people[code]; used {
		words += " What was given with it stays: to delete that, choose Withdraw a person."
	}
	widgets.NewDialog(p.id+"/void", "Take back "+shown+"?", words).SetMain("Take back "+shown, func() {
		done(shown+" is taken back", func(s *study.Study) {
			if !s.Voided(code) {
				s.Void = append(s.Void, code)
			}
		})
	}).SetSafe("Keep it", nil).Open(p.room.host.Root())
}
