package participant

import (
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// finder looks for words in the story: while there are some in its box, only the
// paragraphs that have them are shown, with the words in bold.
type finder struct {
	host  Host
	panel *sidePanel
	box   *widgets.TextBox
	ask   *widgets.Question
	found *widgets.Text
	whole *widgets.Link
	open  bool
}

func newFinder(host Host, p *sidePanel) *finder {
	f := &finder{host: host, panel: p}
	f.box = widgets.NewTextBox("story/find", "Find in the story")
	f.box.OnChange = func(string) { f.show() }
	f.box.OnCommit = func(string) { f.say() }
	f.ask = widgets.NewQuestion("story/find-question", "Find in the story", f.box)
	f.found = above("story/found", "")
	f.whole = widgets.NewLink("story/whole", "Show the whole story", f.close)
	return f
}

// begin opens the box, with the focus in it.
func (f *finder) begin() {
	f.open = true
	f.show()
	f.box.TakeFocus()
}

// close puts the whole story back.
func (f *finder) close() {
	f.open = false
	f.box.SetValue("")
	f.show()
	f.panel.region().FocusFirst()
}

func (f *finder) show() {
	p := f.panel
	head := widgets.NewRow(theme.Space2, p.title)
	head.SetEnd(p.hide)
	objects := []fyne.CanvasObject{head}
	words := strings.TrimSpace(f.box.Value())
	if f.open {
		objects = append(objects, f.ask)
	}
	if !f.open || words == "" {
		p.storyPart.stack.SetChildren(append(objects, p.story...)...)
		return
	}
	var found []fyne.CanvasObject
	for i, para := range p.session.Current().Scenario.Vignette {
		if runs := matches(para, words); runs != nil {
			found = append(found, withRuns(numbered("story/found", i), theme.BodyDense, runs...))
		}
	}
	f.found.SetWords(count(len(found), "part") + " of the story")
	if len(found) == 0 {
		f.found.SetWords("The story does not say this")
	}
	p.storyPart.stack.SetChildren(append(append(objects, f.found, f.whole), found...)...)
}

func (f *finder) say() {
	if f.open && strings.TrimSpace(f.box.Value()) != "" {
		f.host.Announce(f.found.Words(), a11y.LivePolite)
	}
}

// matches splits a paragraph at every place of the words, in any case; nil when
// it does not have them.
func matches(p study.Paragraph, words string) []widgets.Run {
	var text strings.Builder
	for _, r := range p.Runs {
		text.WriteString(r.Text)
	}
	rest, want := []rune(text.String()), []rune(strings.ToLower(words))
	var runs []widgets.Run
	from, found := 0, false
	for at := 0; at+len(want) <= len(rest); {
		if strings.ToLower(string(rest[at:at+len(want)])) != string(want) {
			at++
			continue
		}
		found = true
		if at > from {
			runs = append(runs, widgets.Run{Words: string(rest[from:at])})
		}
		runs = append(runs, widgets.Run{Words: string(rest[at : at+len(want)]), Bold: true})
		at += len(want)
		from = at
	}
	if !found {
		return nil
	}
	if from < len(rest) {
		runs = append(runs, widgets.Run{Words: string(rest[from:])})
	}
	return runs
}
