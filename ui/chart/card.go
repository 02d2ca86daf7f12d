package chart

import (
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Card is a headline figure with all that stands behind it.
type Card struct {
	Icon, Name, Figure string
	Of                 string // what and how many stand behind the figure
	Likely             string // the likely range in words
	Known              bool   // without it there is nothing to draw
	Interval           Interval
}

// Sentence says the card in one.
func (c Card) Sentence() string {
	if !c.Known {
		return c.Name + ", not measured yet"
	}
	return c.Name + ", " + c.Figure + ", " + c.Of + ", " + c.Likely
}

// NewCard makes a result card; pressing it opens its table.
func NewCard(id string, c Card, open func()) *widgets.Plate {
	side := theme.Current().Scaled(22)
	head := widgets.NewColumns(theme.Space2, []float32{side, 0}, widgets.NewIcon(c.Icon, theme.Primary, 22), quiet(c.Name, theme.Title3, theme.Text))
	body := widgets.NewStack(0, head)
	if c.Known {
		body.Add(quiet(c.Figure, theme.Figure, theme.Text))
		body.Add(quiet(upper(c.Of), theme.Small, theme.Muted))
		body.Add(quiet(upper(c.Likely), theme.Small, theme.Muted))
		body.Add(widgets.NewSpace(theme.Space2))
		body.Add(widgets.NewPicture(id+"/bar", "", c.Interval))
	} else {
		body.Add(quiet("Not measured yet", theme.Body, theme.Muted))
	}
	return widgets.NewPlate(id, c.Sentence(), "Opens these figures as a table", body, open)
}

// quiet is text that the sentence of its chart says.
func quiet(s string, style theme.Style, ink theme.Token) *widgets.Text {
	return widgets.NewText("-", s, style).SetToken(ink)
}

func upper(s string) string {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	return string(s[0]-'a'+'A') + s[1:]
}
