package participant

import (
	"fmt"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Statement is the accessibility statement in short, a paragraph each. The long one
// stands with the program's documents.
var Statement = []string{
	"We want everybody to be able to use Recordwell. We work to every A and AA criterion of WCAG 2.2, and to three of AAA: contrast of 7 to 1, a focus that is easy to see, and targets of 44 pixels.",
	"We do not claim yet that we meet them all. What a program can check is checked. Nobody who uses a screen reader, a switch or speech input every day has tried it.",
	"On Linux it works with the Orca screen reader. On Windows and macOS no screen reader can read it yet. There it reads pages aloud itself, which helps people who see the page.",
	"Letters cannot be set further apart. Lines, words and paragraphs can.",
	"If something does not work for you, tell the researcher. They can give you the task another way.",
}

// Help is help with the program, from every page: keys, sizes and the accessibility
// statement. Help with a question stands beside the question.
type Help struct {
	frame   *frame
	heading *widgets.Heading
	close   func()
}

// NewHelp makes the page with the keys that are in force; closed takes it away.
func NewHelp(host Host, keys *shortcut.Table, closed func()) *Help {
	h := &Help{close: closed}
	h.heading = widgets.NewHeading("help/title", "Help", 1)
	back := widgets.NewButton("help/close", "Go back", widgets.Main, closed)
	back.SetIcon("left")
	page := widgets.NewStack(theme.Space5, h.heading, widgets.NewRow(theme.Space3, back),
		topic("real", "What this is", "You fill in trial forms for a made-up family. We are testing the forms. We are not testing you. Do not type details of any real child or family."),
		topic("saving", "Saving and leaving", "Everything is saved as you type, right or wrong. Leave whenever you like. The same code brings you back to the same place."),
		topic("keys", "Keys",
			"Tab goes to the next control and Shift+Tab to the one before. Arrows move inside a group of choices, a list or a table. Space or Enter chooses. Esc closes what is open.",
			pressing(keys, "goes to the next part of the window.", shortcut.NextRegion)+pressing(keys, "helps with the question you are on.", shortcut.Help)+
				pressing(keys, "goes to the next thing to fix.", shortcut.NextError)+pressing(keys, "reads the page aloud, and stops.", shortcut.ReadAloud)+
				"“Text and colours” lists every shortcut. You can change each of them, or turn it off."),
		topic("look", "Text and colours", "Text can be up to 4 times as large. There are four sets of colours, three kinds of letters, and more space between lines and words."),
		topic("statement", "Accessibility", Statement...))
	h.frame = newFrame(host, "help", frameStart, widgets.NewMeasure(page).SetMax(760))
	h.frame.top.onHelp = closed
	return h
}

// topic is a heading with paragraphs.
func topic(id, title string, words ...string) fyne.CanvasObject {
	stack := widgets.NewStack(theme.Space2, widgets.NewHeading("help/"+id, title, 2))
	for i, w := range words {
		stack.Add(widgets.NewText(numbered("help/"+id+"/words", i), w, theme.Body))
	}
	return stack
}

// pressing says what a shortcut does, and nothing where it is turned off.
func pressing(keys *shortcut.Table, does string, id shortcut.ID) string {
	c := keys.Chord(id)
	if c.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %s ", c, does)
}

// Title is the window's title.
func (h *Help) Title() string { return "Help - Recordwell" }

// Content is the page.
func (h *Help) Content() fyne.CanvasObject { return h.frame.content }

// Resize lays the page out for a class of widths.
func (h *Help) Resize(class widgets.Class) { h.frame.resize(class) }

// Arrive puts the focus on the title.
func (h *Help) Arrive() { h.heading.TakeFocus() }

// Leave does nothing: there is nothing to keep.
func (h *Help) Leave() {}

// Command does what a shortcut means here.
func (h *Help) Command(id shortcut.ID) bool {
	if id == shortcut.Back || id == shortcut.Escape && !h.frame.top.open {
		h.close()
		return true
	}
	return h.frame.command(id)
}
