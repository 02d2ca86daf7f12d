package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/readback"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/formview"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// readBackTo are the values of the choice of a reader.
var readBackTo = [form.Readers]string{"under_8", "from_8", "from_13", "carers"}

// readBack is the record in plain words, to read out or to print, and what the
// child and family say is not right.
type readBack struct {
	host    Host
	desk    Desk
	session *session.Session
	goBack  func()
	frame   *frame
	heading *widgets.Heading
	who     *widgets.RadioGroup
	told    *widgets.Text
	lines   *widgets.Stack
	reader  form.Reader
}

// newReadBack makes the page for the task in hand; back goes where it was opened
// from.
func newReadBack(host Host, desk Desk, s *session.Session, back func()) *readBack {
	return newReadBackTo(host, desk, s, s.ReadBackTo(), back)
}

func newReadBackTo(host Host, desk Desk, s *session.Session, to form.Reader, back func()) *readBack {
	p := &readBack{host: host, desk: desk, session: s, goBack: back, reader: to}
	p.heading = widgets.NewHeading("readback/title", "Read the record back", 1)
	var choices []widgets.Choice
	for r, value := range readBackTo {
		choices = append(choices, widgets.Choice{Value: value, Words: readback.Name(form.Reader(r))})
	}
	p.who = widgets.NewRadioGroup("readback/who", "Who is it for?", choices)
	p.who.SetValue(readBackTo[to])
	p.who.OnCommit = p.choose
	p.told = widgets.NewText("readback/told", "", theme.Body.AsBold())
	p.lines = widgets.NewStack(theme.Space4)
	page := widgets.NewStack(theme.Space4,
		widgets.NewStack(theme.Space1, above("readback/where", s.Current().Spec.Title), p.heading),
		widgets.NewText("readback/how", "Open the sheet to print it, or read these words out. The child and family tell you what is not right. What they should not read is left out.", theme.Body),
		widgets.NewQuestion("readback/who/question", "Who is it for?", p.who), p.told, p.lines)
	p.frame = newFrame(host, "readback", frameSurvey, widgets.NewMeasure(page).SetMax(760))
	away := widgets.NewButton("readback/back", "Go back", widgets.Secondary, back)
	away.SetIcon("left")
	p.frame.setBottom(widgets.NewText("readback/note", "The record itself stays as it is", theme.Small),
		away, widgets.NewButton("readback/open", "Open the sheet", widgets.Main, p.open))
	p.fill()
	return p
}

func (p *readBack) choose(value string) {
	for r, v := range readBackTo {
		if v == value {
			p.reader = form.Reader(r)
		}
	}
	p.fill()
	p.host.Announce(linesWords(p.session.ReadBack(p.reader).Lines()), a11y.LivePolite)
}

// linesWords says how much a reader is told.
func linesWords(n int) string {
	switch n {
	case 0:
		return "Nothing is read back to them yet"
	case 1:
		return "1 thing is read back to them"
	}
	return fmt.Sprintf("%d things are read back to them", n)
}

// fill shows what was noted, and every line of the sheet.
func (p *readBack) fill() {
	sheet := p.session.ReadBack(p.reader)
	names, noted := map[capture.Ref]string{}, map[capture.Ref]bool{}
	for _, part := range sheet.Parts {
		for _, l := range part.Lines {
			names[l.Ref] = l.Name
		}
	}
	var objects []fyne.CanvasObject
	var said []widgets.Answer
	for _, c := range p.session.Corrections() {
		noted[c.Ref] = true
		name := p.session.NameOf(c.Ref)
		said = append(said, widgets.Answer{
			ID: key(c.Ref), Name: name, Value: "“" + c.Text + "” " + agreedWords(c.ReadBack), Announced: "Change what they said about " + formview.LowerFirst(name),
		})
	}
	if len(said) > 0 {
		objects = append(objects, p.part("readback/noted", "What they said is not right", said))
	}
	for i, part := range sheet.Parts {
		var rows []widgets.Answer
		for _, l := range part.Lines {
			action := "Not right"
			if noted[l.Ref] {
				action = "Noted"
			}
			rows = append(rows, widgets.Answer{ID: key(l.Ref), Name: l.Name, Value: l.Words, Action: action, Announced: action + ": " + formview.LowerFirst(l.Name)})
		}
		objects = append(objects, p.part(numbered("readback/part", i), part.Title, rows))
	}
	if sheet.Lines() == 0 {
		objects = append(objects, widgets.NewText("readback/none", "The record holds nothing yet that is read back to them.", theme.Body))
	}
	p.lines.SetChildren(objects...)
}

func (p *readBack) part(id, title string, rows []widgets.Answer) *widgets.Answers {
	a := widgets.NewAnswers(id, title)
	a.OnChange = func(id string) { p.correct(id) }
	a.SetRows(rows)
	return a
}

func key(ref capture.Ref) string { return string(ref.Question) + "@" + string(ref.Entity) }

func agreedWords(c capture.Correction) string {
	if c == capture.Agreed {
		return "You agree"
	}
	return "You see it differently"
}

// correct opens what was said about one line.
func (p *readBack) correct(id string) {
	for _, c := range p.session.Corrections() {
		if key(c.Ref) == id {
			p.note(c.Ref, c)
			return
		}
	}
	for _, part := range p.session.ReadBack(p.reader).Parts {
		for _, l := range part.Lines {
			if key(l.Ref) == id {
				p.note(l.Ref, capture.Comment{})
				return
			}
		}
	}
}

func (p *readBack) note(ref capture.Ref, before capture.Comment) {
	p.host.Show(newCorrection(p.host, p.desk, p.session, ref, before, func(told string) {
		again := newReadBackTo(p.host, p.desk, p.session, p.reader, p.goBack)
		again.told.SetWords(told)
		p.host.Show(again)
		if told != "" {
			p.host.Announce(told, a11y.LivePolite) // what comes with its page is not announced
		}
	}))
}

func (p *readBack) open() {
	keepCopy(p.host, p.desk, p.session.ID(), "read-back.html", p.session.ReadBackPage(p.reader), func(words string) {
		p.told.SetWords(words)
		p.host.Announce(words, a11y.LivePolite)
	})
}

func (p *readBack) Title() string              { return "Read the record back - Recordwell" }
func (p *readBack) Content() fyne.CanvasObject { return p.frame.content }
func (p *readBack) Resize(class widgets.Class) { p.frame.resize(class) }
func (p *readBack) Arrive()                    { p.heading.TakeFocus() }
func (p *readBack) Leave()                     {}
func (p *readBack) Command(id shortcut.ID) bool {
	switch id {
	case shortcut.Continue, shortcut.Print:
		p.open()
	case shortcut.Back:
		p.goBack()
	default:
		return p.frame.command(id)
	}
	return true
}
