package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TagKind is what a tag says, in icon, words and colour.
type TagKind int

// The kinds.
const (
	TagDone     TagKind = iota // completed; no fill
	TagTodo                    // not started
	TagProgress                // in progress
	TagFix                     // something to fix
	TagCheck                   // something to check
	TagOK                      // passed
	TagGrey                    // skipped, not measured
	TagInfo                    // a plain fact
	TagKey                     // a key of the keyboard; no icon
)

type tagLook struct {
	icon      string
	ink, fill theme.Token
	plain     bool // no edge either
}

var tagLooks = map[TagKind]tagLook{
	TagDone:     {"done", theme.Done, "", true},
	TagTodo:     {"empty", theme.Info, theme.InfoTint, false},
	TagProgress: {"half", theme.OnTint, theme.Tint, false},
	TagFix:      {"error", theme.Error, theme.ErrorTint, false},
	TagCheck:    {"query", theme.Check, theme.CheckTint, false},
	TagOK:       {"done", theme.Done, theme.DoneTint, false},
	TagGrey:     {"minus", theme.Muted, theme.Sunken, false},
	TagInfo:     {"info", theme.Info, theme.InfoTint, false},
	TagKey:      {"", theme.Text, theme.Surface, false},
}

// Tag says a state in an icon and words. It never looks as if it could be pressed.
type Tag struct {
	control
	kind   TagKind
	icon   string
	ground *canvas.Rectangle
	image  *picture
	text   *Text
}

// NewTag makes a tag.
func NewTag(id string, kind TagKind, words string) *Tag {
	t := &Tag{kind: kind, ground: canvas.NewRectangle(nil), image: newPictureOf(18)}
	t.extend(id, t)
	t.text = quiet(named(id, words), theme.Smallest.AsBold(), theme.Text)
	adopt(t, t.text)
	return t
}

// Set changes kind and words.
func (t *Tag) Set(kind TagKind, words string) {
	if t.kind != kind {
		t.kind = kind
		t.paint()
	}
	t.text.SetWords(words)
}

// SetIcon replaces the icon of the kind.
func (t *Tag) SetIcon(name string) *Tag { t.icon = name; t.paint(); return t }

// Words is what the tag says.
func (t *Tag) Words() string { return t.text.Words() }

func (t *Tag) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.ground, t.image.image, t.text}
}

func (t *Tag) paint() {
	look, as := t.look(), tagLooks[t.kind]
	b := box{radius: theme.RadiusTag}
	if !as.plain {
		b.fill, b.stroke, b.edge = look.Colour(as.fill), look.Colour(as.ink), look.Edge()
	}
	if t.kind == TagKey {
		b.stroke = look.Colour(theme.Border)
	}
	b.draw(t.ground)
	show(t.ground, !as.plain)
	icon := as.icon
	if t.icon != "" {
		icon = t.icon
	}
	t.image.draw(look, icon, as.ink)
	ink := as.ink
	style := theme.Smallest.AsBold()
	if as.plain {
		ink, style = theme.Text, theme.Smallest
	}
	t.text.SetToken(ink)
	t.text.SetStyle(style)
}

const (
	tagSide float32 = 11
	tagGap  float32 = 8
	tagPad  float32 = 3
)

// pictured is the room of the icon with the gap behind it.
func (t *Tag) pictured() float32 {
	if t.icon == "" && tagLooks[t.kind].icon == "" {
		return 0
	}
	return t.look().Scaled(18) + tagGap
}

func (t *Tag) beside() float32 { return 2*tagSide + t.pictured() }

func (t *Tag) measure(width float32) float32 {
	return t.text.heightAt(max(1, width-t.beside())) + 2*tagPad
}
func (t *Tag) leastWidth() float32 { return t.text.leastWidth() + t.beside() }
func (t *Tag) bestWidth() float32  { return t.text.bestWidth() + t.beside() }

func (t *Tag) arrange(size fyne.Size) {
	h := t.measure(size.Width)
	y := max(0, (size.Height-h)/2)
	place(t.ground, 0, y, size.Width, h)
	side := t.look().Scaled(18)
	place(t.image.image, tagSide, y+(h-side)/2, side, side)
	x := tagSide + t.pictured()
	place(t.text, x, y+tagPad, max(1, size.Width-x-tagSide), h-2*tagPad)
}

// Describe gives the words as text.
func (t *Tag) Describe() *a11y.Node {
	n := t.node(a11y.RoleText, t.text.Words())
	measured(n, t.Size(), t.text)
	return n
}
