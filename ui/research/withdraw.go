package research

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// withdraw deletes what a person has left, when they ask the researcher for it: by
// their code, after saying what there is.
type withdraw struct {
	*frame
	code  *widgets.TextBox
	ask   *widgets.Question
	look  *widgets.Button
	found *widgets.Stack
	// remove deletes what was found.
	remove *widgets.Button
	held   capture.Held
	busy   bool
}

func newWithdraw(r *room) *withdraw {
	p := &withdraw{frame: newFrame(r, pageWithdraw, "Withdraw a person")}
	p.where.SetWords("When somebody asks for their data to be deleted")
	p.code = widgets.NewTextBox(p.id+"/code", "What is their code?")
	p.code.SetLetters(10)
	p.ask = widgets.NewQuestion(p.id+"/ask", "What is their code?", p.code)
	p.ask.SetHint("6 letters and numbers, as on their slip")
	p.look = p.act("look", "Look it up", widgets.Main, "search", p.find)
	p.found = widgets.NewStack(theme.Space4)
	p.body.SetChildren(
		widgets.NewMeasure(widgets.NewText(p.id+"/what", "People can withdraw until the day that consent names, without giving a reason. Everything of theirs is then deleted on this computer and in every backup on it.", theme.Body)),
		widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space4, p.ask, widgets.NewRow(0, p.look)))), p.found)
	return p
}

// find looks a code up and says what there is.
func (p *withdraw) find() {
	if p.busy {
		return
	}
	p.room.host.Root().Commit()
	typed := p.code.Value()
	if typed == "" {
		p.fail("Enter their code")
		return
	}
	p.busy = true
	p.look.SetBusy("Looking…")
	p.found.SetChildren()
	p.look.SetKind(widgets.Main)
	start(p.room.host, func(job *work) (err error) {
		p.held, err = p.room.desk.FindPerson(job.ctx, typed)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.look.SetBusy("")
		switch {
		case errors.Is(err, capture.ErrBadCode):
			p.fail("Check the code. It has 6 letters and numbers, like K7M 4QX")
		case errors.Is(err, capture.ErrNotFound):
			p.fail("Nothing is kept under this code on this computer. Look on the other computers of the study")
		case err != nil:
			p.fail(sentence(err.Error()))
		default:
			p.ask.SetError("")
			p.show()
		}
	})
}

func (p *withdraw) fail(words string) {
	p.ask.SetError(words)
	p.code.TakeFocus()
}

// show says what there is of the person.
func (p *withdraw) show() {
	h := p.held
	head := widgets.NewHeading(p.id+"/found", "What is kept under "+study.FormatCode(h.Session.Code), 2)
	list := widgets.NewStack(theme.Space2)
	var all []string
	for _, r := range [][3]string{
		{"study", "Study", h.Study},
		{"begun", "Begun", h.Session.Started.Format("2 January 2006 at 15:04")},
		{"tasks", "Tasks", number(h.Finished) + " finished of " + number(len(h.Session.Tasks)) + " begun"},
		{"answers", "Answers", number(h.Answers)},
		{"said", "Comments and questions at the end", number(h.Comments + h.Surveys)},
		{"log", "Log entries", number(h.Entries)},
	} {
		list.Add(widgets.NewText(p.id+"/found/"+r[0], "", theme.Body).SetRuns(widgets.Run{Words: r[1] + ": ", Bold: true}, widgets.Run{Words: r[2]}))
		all = append(all, r[1]+": "+r[2])
	}
	head.SetDescription(strings.Join(all, ". ")) // said with the title, which has the focus
	parts := []fyne.CanvasObject{head, list}
	if h.Others > 0 {
		parts = append(parts, widgets.NewTag(p.id+"/others", widgets.TagCheck, "This code stands for "+counted(h.Others+1, "session", "sessions")+". This is the one that began last. Look the code up again for the others"))
	}
	if h.Session.Simulated {
		parts = append(parts, widgets.NewRow(0, widgets.NewTag(p.id+"/simulated", widgets.TagCheck, "A made-up person")))
	}
	p.remove = p.act("delete", "Delete all of it", widgets.Main, "bin", p.confirm)
	parts = append(parts, widgets.NewRow(0, p.remove))
	p.found.SetChildren(widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space4, parts...))))
	p.look.SetKind(widgets.Secondary) // a page has one main button
	head.TakeFocus()
	p.uncover(p.found)
}

func (p *withdraw) confirm() {
	if p.busy {
		return
	}
	code := study.FormatCode(p.held.Session.Code)
	widgets.NewDialog(p.id+"/sure", "Delete everything of "+code+"?", "It cannot be brought back. What is left is a receipt number that says nothing of the person.").
		SetMain("Delete everything", p.delete).SetSafe("Keep it", nil).Open(p.room.host.Root())
}

func (p *withdraw) delete() {
	if p.busy {
		return
	}
	p.busy = true
	p.remove.SetBusy("Deleting…")
	id, code := p.held.Session.ID, study.FormatCode(p.held.Session.Code)
	var at time.Time
	p.run(func(*work) (err error) {
		// Once begun it is finished, also when the window closes.
		at, err = p.room.desk.Withdraw(context.Background(), id)
		return err
	}, func(int64, int64) {}, func(err error, _ bool) {
		p.busy = false
		p.remove.SetBusy("")
		if err != nil {
			why := sentence(err.Error()) + " Then try again"
			p.fail("It is not deleted yet. " + why)
			if !p.here() {
				p.tell(false, code+" is not deleted yet. "+why)
			}
			return
		}
		p.room.outdated()
		p.code.SetValue("")
		p.receipt(string(id), at)
		if !p.here() {
			p.tell(true, "Everything of "+code+" is deleted. Receipt number: "+string(id))
		}
	})
}

// receipt says what was deleted, under a number that says nothing of the person.
func (p *withdraw) receipt(id string, at time.Time) {
	head := widgets.NewHeading(p.id+"/receipt", "Everything is deleted", 2)
	head.SetDescription("Receipt number: " + id)
	words := "Answers, log, comments and consent were deleted on this computer and in every backup on it, at " + at.Format("15:04") + " on " + at.Format("2 January 2006") + "."
	p.found.SetChildren(widgets.NewMeasure(widgets.NewCard(widgets.NewStack(theme.Space3, head,
		widgets.NewText(p.id+"/receipt/what", words, theme.Body),
		widgets.NewText(p.id+"/receipt/number", "", theme.Body).SetRuns(widgets.Run{Words: "Receipt number: "}, widgets.Run{Words: id, Bold: true}),
		widgets.NewText(p.id+"/receipt/other", "Give the person this number. If results of this computer were collected before, delete the same code there.", theme.Body)))))
	head.TakeFocus()
}

// Leave forgets the code that was typed.
func (p *withdraw) Leave() {
	p.code.SetValue("")
	p.frame.Leave()
}

// Command looks the code up.
func (p *withdraw) Command(id shortcut.ID) bool {
	if id == shortcut.Continue {
		p.find()
		return true
	}
	return p.frame.Command(id)
}
