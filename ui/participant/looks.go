package participant

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"recordwell/ui/shortcut"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// LooksParts are what the settings page shows and changes.
type LooksParts struct {
	Look         func() theme.Settings
	SetLook      func(theme.Settings)
	Keys         *shortcut.Table
	KeysChanged  func()
	CanReadAloud bool
	// ComputerTells reports whether the computer says which colours it is set to.
	ComputerTells bool
	// HasDictionary reports that spelling can be looked at.
	HasDictionary bool
}

// Looks is "Text and colours": it works at once, from every screen, and closing
// it goes back to the same field.
type Looks struct {
	host    Host
	parts   LooksParts
	close   func()
	frame   *frame
	heading *widgets.Heading
	size    *widgets.Slider
	schemes *widgets.RadioGroup
	letters *widgets.RadioGroup
	space   *widgets.Switch
	move    *widgets.Switch
	words   *widgets.Switch
	columns *widgets.Columns
}

// match is the choice to follow the computer.
const match = "match"

// schemeChoices are the colours on offer, each with a sample of itself.
func schemeChoices(computerTells bool) []widgets.Choice {
	var list []widgets.Choice
	if computerTells {
		list = append(list, widgets.Choice{Value: match, Words: "Match my computer", Sample: widgets.Sample{theme.Light, theme.Dark}})
	}
	words := map[theme.Scheme]string{
		theme.Light: "Light", theme.Dark: "Dark", theme.ContrastDark: "High contrast dark", theme.ContrastLight: "High contrast light",
	}
	for _, s := range theme.Schemes() {
		list = append(list, widgets.Choice{Value: string(s), Words: words[s], Sample: widgets.Sample{s}})
	}
	return list
}

var letterChoices = []widgets.Choice{
	{Value: "atkinson", Words: "Atkinson Hyperlegible"},
	{Value: string(theme.NotoSans), Words: "Noto Sans"},
	{Value: string(theme.OpenDyslexic), Words: "OpenDyslexic"},
}

// NewLooks makes the page.
func NewLooks(host Host, parts LooksParts, closed func()) *Looks {
	l := &Looks{host: host, parts: parts, close: closed}
	l.heading = widgets.NewHeading("looks/title", "Text and colours", 1)
	back := widgets.NewButton("looks/close", "Go back", widgets.Main, closed)
	back.SetIcon("left")
	reset := widgets.NewButton("looks/reset", "Put everything back", widgets.Secondary, func() {
		parts.SetLook(theme.Settings{TextPercent: 100, Scheme: theme.Light})
		l.show()
	})
	reset.SetIcon("repeat")
	left := widgets.NewStack(theme.Space4, l.sizeCard(), l.colourCard(), l.letterCard(), l.switchCard())
	l.columns = widgets.NewColumns(theme.Space4, []float32{0, 460}, left, widgets.NewStack(theme.Space4, l.sampleCard(), l.keysCard())).SetNarrow(900)
	head := widgets.NewRow(theme.Space3, widgets.NewStack(theme.Space1, above("looks/where", "Works on every screen. Changes are saved as you make them"), l.heading))
	head.SetEnd(reset, back)
	page := widgets.NewStack(theme.Space4, head, l.columns)
	l.frame = newFrame(host, "looks", frameStart, page)
	l.show()
	return l
}

func (l *Looks) change(edit func(s *theme.Settings)) {
	s := l.parts.Look()
	edit(&s)
	l.parts.SetLook(s)
}

func (l *Looks) sizeCard() fyne.CanvasObject {
	var steps []string
	for _, n := range theme.TextSizes() {
		steps = append(steps, fmt.Sprintf("%d%%", n))
	}
	l.size = widgets.NewSlider("looks/size", "Text size", steps).SetButtonNames("Smaller text", "Bigger text")
	l.size.OnCommit = func(step int) {
		l.change(func(s *theme.Settings) { s.TextPercent = theme.TextSizes()[step] })
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading("looks/size-title", "Text size", 2), l.size))
}

func (l *Looks) colourCard() fyne.CanvasObject {
	l.schemes = widgets.NewRadioGroup("looks/colours", "Colours", schemeChoices(l.parts.ComputerTells)).SetGrid(true)
	l.schemes.OnCommit = func(v string) {
		l.change(func(s *theme.Settings) {
			s.Scheme = theme.Scheme(v)
			if v == match {
				s.Scheme = theme.MatchComputer
			}
		})
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading("looks/colours-title", "Colours", 2), l.schemes))
}

func (l *Looks) letterCard() fyne.CanvasObject {
	l.letters = widgets.NewRadioGroup("looks/letters", "Letters", letterChoices).SetGrid(true)
	l.letters.OnCommit = func(v string) {
		l.change(func(s *theme.Settings) {
			s.Letters = theme.Letters(v)
			if v == "atkinson" {
				s.Letters = theme.Atkinson
			}
		})
	}
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading("looks/letters-title", "Letters", 2), l.letters))
}

func (l *Looks) switchCard() fyne.CanvasObject {
	l.space = widgets.NewSwitch("looks/space", "More space between lines and words", "Easier to follow for some readers")
	l.space.OnCommit = func(on bool) { l.change(func(s *theme.Settings) { s.MoreSpace = on }) }
	l.move = widgets.NewSwitch("looks/move", "Reduce movement", "No sliding or fading")
	l.move.OnCommit = func(on bool) { l.change(func(s *theme.Settings) { s.ReduceMovement = on }) }
	stack := widgets.NewStack(theme.Space3, l.space, widgets.NewRule(), l.move)
	l.words = widgets.NewSwitch("looks/spelling", "Mark misspelt words", "In long answers. Nothing is sent")
	l.words.OnCommit = func(on bool) { l.change(func(s *theme.Settings) { s.HideSpelling = !on }) }
	if l.parts.HasDictionary {
		stack.Add(widgets.NewRule())
		stack.Add(l.words)
	}
	if l.parts.CanReadAloud {
		stack.Add(widgets.NewRule())
		stack.Add(widgets.NewText("looks/aloud", "Press "+l.parts.Keys.Chord(shortcut.ReadAloud).String()+" to hear the page you are on", theme.BodyDense))
	}
	return widgets.NewCard(stack)
}

// sampleCard shows a question as it looks now, because the page itself may have none
// in view.
func (l *Looks) sampleCard() fyne.CanvasObject {
	return widgets.NewCard(widgets.NewStack(theme.Space3, widgets.NewHeading("looks/sample-title", "How it will look", 2),
		widgets.NewPreview("looks/sample", "A question as it will look", "When did you visit Maya?", "For example, 27 3 2007", [3]string{"14", "10", "2025"})))
}

// keysCard lists the shortcuts; each can be changed or turned off.
func (l *Looks) keysCard() fyne.CanvasObject {
	head := widgets.NewRow(theme.Space3, widgets.NewHeading("looks/keys-title", "Keyboard shortcuts", 2))
	head.SetEnd(widgets.NewButton("looks/keys-change", "Change shortcuts", widgets.Secondary, func() {
		l.host.Show(newKeys(l.host, l.parts, func() { l.host.Show(NewLooks(l.host, l.parts, l.close)) }))
	}))
	stack := widgets.NewStack(theme.Space1, head)
	for _, e := range l.parts.Keys.Entries() {
		if !e.Listed {
			continue
		}
		words, keys := e.Words, e.Chord.String()
		if _, ok := shortcut.Section(e.ID); ok {
			words, keys = "Section 1 to 9", "Ctrl+1 … 9"
		}
		row := widgets.NewRow(theme.Space3, widgets.NewText("looks/keys/"+string(e.ID), words, theme.BodyDense))
		row.SetEnd(widgets.NewTag("looks/keys/"+string(e.ID)+"/keys", widgets.TagKey, keys))
		stack.Add(row)
	}
	return widgets.NewCard(stack)
}

// show makes the controls agree with the settings.
func (l *Looks) show() {
	s := l.parts.Look()
	l.size.SetValue(max(0, slices.Index(theme.TextSizes(), s.TextPercent)))
	if s.Scheme == theme.MatchComputer && !l.parts.ComputerTells {
		s = s.Resolve(false, false)
	}
	l.schemes.SetValue(or(string(s.Scheme), match))
	l.letters.SetValue(or(string(s.Letters), "atkinson"))
	l.space.SetOn(s.MoreSpace)
	l.move.SetOn(s.ReduceMovement)
	l.words.SetOn(!s.HideSpelling)
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// Title is the window's title.
func (l *Looks) Title() string { return "Text and colours - Recordwell" }

// Content is the page.
func (l *Looks) Content() fyne.CanvasObject { return l.frame.content }

// Resize lays the page out for a class of widths.
func (l *Looks) Resize(class widgets.Class) { l.frame.resize(class); l.show() }

// Arrive puts the focus on the title.
func (l *Looks) Arrive() { l.heading.TakeFocus() }

// Leave does nothing: every change is kept already.
func (l *Looks) Leave() {}

// Command does what a shortcut means here.
func (l *Looks) Command(id shortcut.ID) bool {
	if id == shortcut.Back || id == shortcut.Escape && !l.frame.top.open {
		l.close()
		return true
	}
	return l.frame.command(id)
}
