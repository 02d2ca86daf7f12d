package participant

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"recordwell/capture/session"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// matchesPart is children on the system who look like the one being typed. It
// stands below the question, is announced, and never takes the focus.
type matchesPart struct {
	record *Record
	shown  []int // places in the index
	view   *session.MatchesView
	card   fyne.CanvasObject
}

// object is the card, made anew only when others are shown or something else
// differs, so that what has the focus in it keeps it.
func (m *matchesPart) object(v *session.MatchesView) fyne.CanvasObject {
	if m.card != nil && reflect.DeepEqual(v, m.view) {
		return m.card
	}
	m.view = v
	page := widgets.NewStack(theme.Space3,
		widgets.NewHeading("matches/title", "Is this child on the system already?", 2).SetStyle(theme.Title3),
		widgets.NewText("matches/how", sayMatches(len(v.Children))+" Look at what differs before you choose.", theme.BodyDense))
	for i := range v.Children {
		page.Add(m.child(&v.Children[i]))
	}
	page.Add(widgets.NewRow(theme.Space3, widgets.NewButton("matches/none", "None of these", widgets.Secondary, m.none)))
	m.card = widgets.NewCard(page)
	return m.card
}

func (m *matchesPart) child(c *session.MatchView) fyne.CanvasObject {
	id := fmt.Sprintf("matches/%d", c.Index)
	words := widgets.NewStack(theme.Space1, widgets.NewHeading(id+"/name", c.Name, 3).SetStyle(theme.BodyDense.AsBold()))
	if c.Line != "" {
		line := widgets.NewText(id+"/line", c.Line, theme.BodyDense)
		line.SetToken(theme.Muted)
		words.Add(line)
	}
	if len(c.Differs) == 0 {
		words.Add(widgets.NewText(id+"/same", "All that you have typed is the same", theme.BodyDense))
	}
	for i, d := range c.Differs {
		words.Add(widgets.NewText(numbered(id+"/differs", i), upperFirst(d), theme.BodyDense))
	}
	same := widgets.NewButton(id+"/take", "This is the same child", widgets.Secondary, func() { m.take(c.Index, c.Name) })
	same.SetAnnounced("This is the same child, " + c.Name)
	same.SetDescription(matchWords(c)) // what stands above it is not read by Tab
	return widgets.NewCard(widgets.NewStack(theme.Space3, words, widgets.NewRow(theme.Space3, same))).SetFill(theme.Sunken)
}

// matchWords is who the child is and what differs, in one breath.
func matchWords(c *session.MatchView) string {
	said := []string{"All that you have typed is the same"}
	if len(c.Differs) > 0 {
		said = nil
		for _, d := range c.Differs {
			said = append(said, upperFirst(d))
		}
	}
	if c.Line != "" {
		said = append([]string{c.Line}, said...)
	}
	return strings.Join(said, ". ")
}

func (m *matchesPart) take(index int, name string) {
	after := m.record.session.View().Page.Matches.After
	m.record.session.SameChild(index)
	m.record.page.form.Focus(after)
	m.record.host.Announce("What the system holds of "+name+" is copied in. Press Ctrl and Z to undo", a11y.LivePolite)
}

func (m *matchesPart) none() {
	after := m.record.session.View().Page.Matches.After
	m.record.session.NoneOfThese()
	m.record.page.form.Focus(after)
}

// announce says that others are shown than before.
func (m *matchesPart) announce(v *session.MatchesView) {
	var now []int
	if v != nil {
		for _, c := range v.Children {
			now = append(now, c.Index)
		}
	}
	if slices.Equal(now, m.shown) {
		return
	}
	m.shown = now
	if len(now) > 0 {
		m.record.host.Announce(sayMatches(len(now))+" It says more below this question", a11y.LivePolite)
	}
}

func sayMatches(n int) string {
	if n == 1 {
		return "1 child on the system looks like this one."
	}
	return fmt.Sprintf("%d children on the system look like this one.", n)
}

func upperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
