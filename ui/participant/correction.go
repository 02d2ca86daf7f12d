package participant

import (
	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// correction is where a person notes what the child or family said about one
// answer, and whether they agree.
type correction struct {
	host    Host
	desk    Desk
	session *session.Session
	ref     capture.Ref
	done    func(told string)
	frame   *frame
	heading *widgets.Heading
	said    *widgets.LongText
	ask     *widgets.Question
	agree   *widgets.RadioGroup
	judge   *widgets.Question
}

const (
	theRecordIsWrong = "agreed"
	theySeeIt        = "disagreed"
)

// newCorrection makes the page; before is what was noted already.
func newCorrection(host Host, desk Desk, s *session.Session, ref capture.Ref, before capture.Comment, done func(told string)) *correction {
	c := &correction{host: host, desk: desk, session: s, ref: ref, done: done}
	name := s.NameOf(ref)
	c.heading = widgets.NewHeading("correction/title", "What is not right?", 1)
	c.heading.SetDescription(name + ". The record says: " + s.AnswerWords(ref)) // Tab passes by words
	c.said = widgets.NewLongText("correction/said", "What did they say?")
	c.said.SetLimit(commentLimit)
	c.said.SetValue(before.Text)
	c.ask = widgets.NewQuestion("correction/said/question", "What did they say?", c.said)
	c.ask.SetHint("It goes to the research team. Do not write about a real child or family")
	c.agree = widgets.NewRadioGroup("correction/agree", "Do you agree?", []widgets.Choice{
		{Value: theRecordIsWrong, Words: "Yes, the record is wrong"}, {Value: theySeeIt, Words: "No, we see it differently"},
	})
	switch before.ReadBack {
	case capture.Agreed:
		c.agree.SetValue(theRecordIsWrong)
	case capture.Disagreed:
		c.agree.SetValue(theySeeIt)
	}
	c.judge = widgets.NewQuestion("correction/agree/question", "Do you agree?", c.agree)
	page := widgets.NewStack(theme.Space5,
		widgets.NewStack(theme.Space1, above("correction/where", name), c.heading),
		withRuns("correction/now", theme.Body, widgets.Run{Words: "The record says: "}, widgets.Run{Words: s.AnswerWords(ref), Bold: true}),
		c.ask, c.judge)
	c.frame = newFrame(host, "correction", frameSurvey, widgets.NewMeasure(page).SetMax(760))
	buttons := []fyne.CanvasObject{widgets.NewButton("correction/cancel", "Go back", widgets.Secondary, func() { done("") })}
	if before.Text != "" {
		buttons = append(buttons, widgets.NewButton("correction/remove", "Take it back", widgets.Secondary, c.remove))
	}
	if !s.Looking() {
		buttons = append(buttons, widgets.NewButton("correction/change", "Note it and change the answer", widgets.Secondary, c.change))
	}
	c.frame.setBottom(widgets.NewText("correction/note", "The answer stays as it is until you change it", theme.Small),
		append(buttons, widgets.NewButton("correction/save", "Note it", widgets.Main, c.save))...)
	return c
}

// keep notes what was said, or tells what is still to be answered.
func (c *correction) keep() bool {
	c.host.Root().Commit()
	words, agreed := c.said.Value(), c.agree.Value()
	c.ask.SetError("")
	c.judge.SetError("")
	if agreed == "" {
		c.judge.SetError("Select whether you agree")
		c.agree.TakeFocus()
	}
	if words == "" {
		c.ask.SetError("Enter what they said")
		c.said.TakeFocus()
	}
	if words == "" || agreed == "" {
		return false
	}
	kind := capture.Disagreed
	if agreed == theRecordIsWrong {
		kind = capture.Agreed
	}
	c.session.NoteCorrection(c.ref, words, kind)
	return true
}

func (c *correction) save() {
	if c.keep() {
		c.done("Noted. It stands beside the record, and the answer is as it was")
	}
}

// change notes it, and goes to the answer in the record.
func (c *correction) change() {
	if c.keep() {
		c.session.Change(c.ref)
		c.host.Show(NewRecord(c.host, c.desk, c.session))
	}
}

func (c *correction) remove() {
	c.session.NoteCorrection(c.ref, "", capture.Agreed)
	c.done("Taken back")
}

func (c *correction) Title() string              { return "What is not right? - Recordwell" }
func (c *correction) Content() fyne.CanvasObject { return c.frame.content }
func (c *correction) Resize(class widgets.Class) { c.frame.resize(class) }
func (c *correction) Arrive()                    { c.heading.TakeFocus() }
func (c *correction) Leave()                     {}
func (c *correction) Command(id shortcut.ID) bool {
	switch id {
	case shortcut.Continue:
		c.save()
	case shortcut.Back:
		c.done("")
	default:
		return c.frame.command(id)
	}
	return true
}
