package research

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/report"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// files saves finished records for other programs: for analysis, and as the returns
// that the Department for Education takes.
type files struct {
	*frame
	save      *saving
	kinds     *widgets.TickBoxes
	kindsAsk  *widgets.Question
	round     *widgets.Select
	authority *widgets.TextBox
	laAsk     *widgets.Question
	stopper   *widgets.Button
	left      *widgets.Stack      // what the files leave out
	end       *widgets.Stack      // the button and what became of it
	saved     *capture.FilesSaved // by what goes on, or went on just now
}

// census is the format whose header names the local authority.
const census = "cin-xml"

// formats are the formats in words, named as recordwellctl's export names them.
var formats = []widgets.Choice{
	{Value: "answers-csv", Words: "Answers", Hint: "For analysis. A row for each answer, and whether it was right"},
	{Value: "audit-csv", Words: "What happened, without answers", Hint: "For analysis. The columns of ODK Collect’s audit log"},
	{Value: "corrections-csv", Words: "What children and families said is not right", Hint: "From records that were read back to them"},
	{Value: census, Words: "Children in need census", Hint: "The XML file of the return, and the reasons for queries"},
	{Value: "ssda903", Words: "Children looked after (SSDA903)", Hint: "The CSV files of the return, and the reasons for queries"},
}

func newFiles(r *room) *files {
	const what, which, where = "What should be saved?", "Which round?", "What is the number of your local authority?"
	f := newFrameIn(r, pageQuality, "files", "Files for other systems")
	p := &files{frame: f}
	f.where.SetWords("Data quality › " + r.desk.StudyTitle())
	f.setActions(f.act("back", "Data quality", widgets.Secondary, "left", p.back))
	p.kinds = widgets.NewTickBoxes(f.id+"/kinds", what, formats)
	p.kinds.OnCommit = func([]string) { p.arrange() }
	p.kindsAsk = widgets.NewQuestion(f.id+"/kinds-ask", what, p.kinds)
	p.kindsAsk.SetHint("Only finished records. Select all that you need")
	asked := []fyne.CanvasObject{p.kindsAsk}

	if len(r.desk.Study().Rounds) > 1 {
		p.round = r.chooseRound(f.id+"/round", which)
		asked = append(asked, widgets.NewQuestion(f.id+"/round-ask", which, p.round))
	}
	p.authority = widgets.NewTextBox(f.id+"/la", where)
	p.authority.SetLetters(4)
	p.laAsk = widgets.NewQuestion(f.id+"/la-ask", where, p.authority)
	p.laAsk.SetOptional(true)
	p.laAsk.SetHint("3 digits, for the header of the census")
	p.laAsk.Hide()
	asked = append(asked, p.laAsk)

	p.save = newSaving(f, "files", "Save the files", "Files for other systems", p.write)
	p.save.ready, p.save.ran = p.ready, p.ran
	p.stopper = widgets.NewButton(f.id+"/stop", "Stop", widgets.Secondary, func() { p.save.job.stop() })
	p.stopper.Hide()
	p.left = widgets.NewStack(theme.Space2)
	note := widgets.NewText(f.id+"/note", "Files with answers are for the research team. Why we ask: each time, it is written down with the day, the study and how many answers were saved. That list is on Data quality and in the report.", theme.BodyDense).SetToken(theme.Muted)
	p.end = widgets.NewStack(theme.Space5, widgets.NewRow(theme.Space3, p.save.button, p.stopper), p.save.said, p.left)
	card := widgets.NewCard(widgets.NewStack(theme.Space5, append(asked, p.save.ask, note, p.end)...))
	f.marks.SetChildren(f.simulated(r.report)...)
	f.body.SetChildren(widgets.NewMeasure(card).SetMax(760))
	return p
}

// back goes to the button that opened the page.
func (p *files) back() {
	p.room.backToQuality(toFiles)
}

// Command goes back.
func (p *files) Command(id shortcut.ID) bool {
	if id == shortcut.Back || id == shortcut.Escape && !p.opened {
		p.back()
		return true
	}
	return p.frame.Command(id)
}

// arrange shows what belongs to what is ticked, and to what goes on.
func (p *files) arrange() {
	widgets.Batch(func() {
		setShown(p.laAsk, slices.Contains(p.kinds.Value(), census))
		atStop := p.stopper.HasFocus()
		setShown(p.stopper, p.save.job != nil)
		if p.save.job == nil && atStop {
			p.save.button.TakeFocus()
		}
	})
}

// ready says what is missing at its question.
func (p *files) ready() bool {
	p.room.host.Root().Commit()
	p.kindsAsk.SetError("")
	p.laAsk.SetError("")
	switch la := strings.TrimSpace(p.authority.Value()); {
	case len(p.kinds.Value()) == 0:
		p.kindsAsk.SetError("Select what should be saved")
		p.kinds.TakeFocus()
	case p.laAsk.Visible() && la != "" && (len(la) != 3 || strings.Trim(la, "0123456789") != ""):
		p.laAsk.SetError("The number must be 3 digits, such as 330")
		p.authority.TakeFocus()
	default:
		p.left.SetChildren()
		return true
	}
	return false
}

// write takes what is asked for now.
func (p *files) write() writing {
	wanted := capture.FilesWanted{Formats: p.kinds.Value(), Round: p.room.round}
	if p.round != nil {
		wanted.Round = p.round.Value()
	}
	if p.laAsk.Visible() {
		wanted.Authority = strings.TrimSpace(p.authority.Value())
	}
	saved := &capture.FilesSaved{}
	p.saved = saved
	return func(dir string, job *work) (names []string, err error) {
		wanted.Dir = dir
		*saved, err = p.room.desk.SaveFiles(job.ctx, wanted, job.progress)
		return saved.Names, err
	}
}

// ran is told that saving began or ended.
func (p *files) ran() {
	p.arrange()
	if p.save.job == nil {
		p.tell(*p.saved)
	}
}

// tell says what the files leave out, and puts what was written down into the reports
// that are open.
func (p *files) tell(saved capture.FilesSaved) {
	if a := saved.Asked; !a.At.IsZero() && p.room.report != nil {
		p.room.asked(p.room.report, report.AskedOf(a))
	}
	var words []fyne.CanvasObject
	for i, w := range saved.Left {
		words = append(words, widgets.NewText(p.frame.id+"/left-"+number(i+1), "Left out: "+w, theme.BodyDense))
		p.room.host.Announce("Left out: "+w, a11y.LivePolite)
	}
	p.left.SetChildren(words...)
	if p.save.button.HasFocus() {
		p.uncover(p.end)
	}
}
