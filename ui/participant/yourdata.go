package participant

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// YourData is what a person can see and do about what is kept of them: look at
// it, keep a copy, pause it, take real details out, or take all of it back.
type YourData struct {
	host    Host
	desk    Desk
	session *session.Session
	goBack  func()
	frame   *frame
	heading *widgets.Heading
	body    *widgets.Stack
	told    *widgets.Text
}

// NewYourData makes the page; back goes where it was opened from.
func NewYourData(host Host, desk Desk, s *session.Session, back func()) *YourData {
	d := &YourData{host: host, desk: desk, session: s, goBack: back}
	d.heading = widgets.NewHeading("data/title", "Your data and your choices", 1)
	d.told = widgets.NewText("data/told", "", theme.Body.AsBold())
	d.body = widgets.NewStack(theme.Space4)
	button := widgets.NewButton("data/back", "Go back", widgets.Main, back)
	button.SetIcon("left")
	page := widgets.NewStack(theme.Space4, d.heading, widgets.NewRow(theme.Space3, button), d.told, d.body)
	d.frame = newFrame(host, "data", frameSurvey, widgets.NewMeasure(page).SetMax(760))
	d.fill()
	return d
}

func (d *YourData) fill() {
	id := func(s string) string { return "data/" + s }
	log := "We keep a log of how you use the forms. It has no answers in it."
	pause := "Pause the log"
	if d.session.Paused() {
		log = "The log is paused. Your answers are still saved. It goes on when you press the button, or leave the task."
		pause = "Go on with the log"
	}
	cards := []fyne.CanvasObject{
		d.card("log", "What is recorded about me", log,
			widgets.NewButton(id("log/see"), "See what is recorded", widgets.Secondary, d.see),
			widgets.NewButton(id("log/pause"), pause, widgets.Secondary, d.pause)),
		d.card("copy", "A copy of what you agreed to", "It opens in your browser. You can print or save it there.",
			widgets.NewButton(id("copy/consent"), "Open the copy", widgets.Secondary, func() { d.open("consent.html", d.session.ConsentPage()) })),
	}
	if d.session.Current() != nil {
		cards = append(cards,
			d.card("print", "A copy of the record", "It opens in your browser. You can print or save it there.",
				widgets.NewButton(id("print/record"), "Open the record", widgets.Secondary, func() { d.open("record.html", d.session.RecordPage()) })),
			d.card("read", "Read the record back", readBackWords,
				widgets.NewButton(id("read/open"), "Read it back", widgets.Secondary, d.readBack)),
			d.card("details", "Remove real details", removeWords,
				widgets.NewButton(id("details/choose"), "Choose what to remove", widgets.Secondary, d.details)))
	}
	if tasks := d.started("read", "Read back “%s”", d.readBack); len(tasks) > 0 {
		cards = append(cards, d.card("read", "Read a record back", readBackWords, tasks...),
			d.card("details", "Remove real details", removeWords, d.started("details", "Choose what to remove from “%s”", d.details)...))
	}
	cards = append(cards, d.card("withdraw", "Withdraw from the study",
		"We delete your answers, the log and your comments, here and in every backup on this computer. Nobody can bring them back.",
		widgets.NewButton(id("withdraw/ask"), "Withdraw", widgets.Secondary, d.withdraw)))
	d.body.SetChildren(cards...)
}

const removeWords = "If you typed something about a real person, take it out here. Nobody can bring it back."

const readBackWords = "The child and family hear or read in plain words what the record says. They tell you what is not right."

// started has a button for each task that holds a record, while none is in hand.
// It looks at the record and does what is asked with it.
func (d *YourData) started(id, name string, do func()) (out []fyne.CanvasObject) {
	if d.session.Current() != nil {
		return nil
	}
	for _, t := range d.session.Tasks() {
		if t.State != capture.TaskInProgress && t.State != capture.TaskFinished {
			continue
		}
		task := t.Spec.ID
		out = append(out, widgets.NewButton("data/"+id+"/"+task, fmt.Sprintf(name, t.Spec.Title), widgets.Secondary, func() { d.look(task, do) }))
	}
	return out
}

// look reads the record of a task that is not in hand, to do something with it.
func (d *YourData) look(task string, do func()) {
	var saved capture.SavedCase
	between(d.host, d.Title(), "Opening the record", func(ctx context.Context) (err error) {
		saved, err = d.desk.Load(ctx, d.session.ID(), task)
		return err
	}, func(err error) {
		if err != nil {
			d.host.Show(d)
			d.say(err.Error())
			return
		}
		d.session.Look(task, saved)
		do()
	})
}

func (d *YourData) card(id, title, words string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading("data/"+id+"/title", title, 2),
		widgets.NewText("data/"+id+"/words", words, theme.Body), widgets.NewRow(theme.Space3, buttons...)))
}

func (d *YourData) say(words string) {
	d.told.SetWords(words)
	d.host.Announce(words, a11y.LivePolite)
}

func (d *YourData) see() {
	again := func() { d.host.Show(NewYourData(d.host, d.desk, d.session, d.goBack)) }
	d.host.Show(NewRecorded(d.host, d.desk, d.session, again))
}

func (d *YourData) pause() {
	d.session.Pause(!d.session.Paused())
	d.fill()
	if d.session.Paused() {
		d.say("The log is paused")
	} else {
		d.say("The log goes on")
	}
	d.heading.TakeFocus()
}

func (d *YourData) open(name string, page []byte) {
	keepCopy(d.host, d.desk, d.session.ID(), name, page, d.say)
}

// keepCopy saves a page and opens it with the browser. Its path is said too, as a
// computer may have none.
func keepCopy(host Host, desk Desk, id capture.SessionID, name string, page []byte, say func(words string)) {
	var path string
	host.Work(func(context.Context) (err error) {
		path, err = desk.SaveCopy(id, name, page)
		return err
	}, func(err error) {
		if err != nil {
			say(err.Error())
			return
		}
		words := "The copy is in " + path
		if host.OpenFile(path) != nil {
			words = "The browser did not open. " + words
		}
		say(words)
	})
}

func (d *YourData) details() { d.host.Show(newDetails(d.host, d.desk, d.session, d.again)) }

func (d *YourData) readBack() {
	d.host.Show(newReadBack(d.host, d.desk, d.session, func() { d.again("") }))
}

// again comes back to the page from one about a record, and says what was done.
func (d *YourData) again(told string) {
	d.session.LookAway()
	page := NewYourData(d.host, d.desk, d.session, d.goBack)
	page.told.SetWords(told)
	d.host.Show(page)
}

// withdraw asks first; then it is done at once.
func (d *YourData) withdraw() {
	ask := widgets.NewDialog("data/withdraw-ask", "Withdraw from the study?",
		"Everything you did is deleted now. If you only want to stop, choose “Keep my data” and then “Stop and leave the study”.")
	ask.SetMain("Delete my data", func() { withdraw(d.host, d.desk, d, d.session, d.say) })
	ask.SetSafe("Keep my data", func() {})
	ask.Open(d.host.Root())
}

// Title is the window's title.
func (d *YourData) Title() string { return "Your data and your choices - Recordwell" }

// Content is the page.
func (d *YourData) Content() fyne.CanvasObject { return d.frame.content }

// Resize lays the page out for a class of widths.
func (d *YourData) Resize(class widgets.Class) { d.frame.resize(class) }

// Arrive puts the focus on the title.
func (d *YourData) Arrive() { d.heading.TakeFocus() }

// Leave does nothing: there is nothing to keep.
func (d *YourData) Leave() {}

// Command does what a shortcut means here.
func (d *YourData) Command(id shortcut.ID) bool {
	if id == shortcut.Back {
		d.goBack()
		return true
	}
	return d.frame.command(id)
}
