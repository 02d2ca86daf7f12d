package theme

import (
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Theme is the look of the program under one person's settings. It is immutable
// and may be read from any goroutine.
type Theme struct {
	settings      Settings
	scale         float32
	palette       map[Token]uint32
	regular, bold fyne.Resource // nil: the toolkit's Noto Sans
	files         fs.FS
	// plainSet and boldSet are the letters of their files, once asked for.
	plainSet, boldSet atomic.Pointer[letters]

	mu    sync.Mutex
	icons map[iconKey]fyne.Resource
	sizes map[measureKey]float32
}

var _ fyne.Theme = (*Theme)(nil)

var fontFiles = map[Letters][2]string{
	Atkinson:     {"fonts/atkinson/AtkinsonHyperlegibleNext-Regular.ttf", "fonts/atkinson/AtkinsonHyperlegibleNext-Bold.ttf"},
	OpenDyslexic: {"fonts/opendyslexic/OpenDyslexic-Regular.otf", "fonts/opendyslexic/OpenDyslexic-Bold.otf"},
}

// New makes a theme from files laid out as package assets has them: letters in
// fonts/FAMILY/NAME-Regular.ttf and -Bold.ttf, drawings in icons/NAME.svg. Settings that still follow the computer are taken as light;
// call [Settings.Resolve] before. When letters cannot be read the theme is usable
// with the toolkit's own, and the error says which file was missing.
func New(files fs.FS, settings Settings) (*Theme, error) {
	settings = settings.Resolve(false, false)
	t := &Theme{
		settings: settings,
		scale:    float32(settings.TextPercent) / 100,
		palette:  palettes[settings.Scheme],
		files:    files,
		icons:    map[iconKey]fyne.Resource{},
		sizes:    map[measureKey]float32{},
	}
	names, own := fontFiles[settings.Letters]
	if !own {
		return t, nil
	}
	if files == nil {
		return t, errors.New("no letters were handed to the theme; using the toolkit's own")
	}
	regular, err := resource(files, names[0])
	if err != nil {
		return t, err
	}
	bold, err := resource(files, names[1])
	if err != nil {
		return t, err
	}
	t.regular, t.bold = regular, bold
	return t, nil
}

func resource(files fs.FS, name string) (fyne.Resource, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("letters could not be read: %w", err)
	}
	return fyne.NewStaticResource(name, data), nil
}

// Current is the program's theme, or the default look where another is set.
func Current() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return plain()
}

var plain = sync.OnceValue(func() *Theme {
	t, _ := New(nil, Settings{}) // without files the toolkit's letters are meant
	return t
})

// Settings are those the theme was made from, resolved.
func (t *Theme) Settings() Settings { return t.settings }

// Scale is the size of text as a factor, 1 to 4.
func (t *Theme) Scale() float32 { return t.scale }

// HighContrast reports whether messages have no fill and all edges are 2 wide.
func (t *Theme) HighContrast() bool {
	return t.settings.Scheme == ContrastDark || t.settings.Scheme == ContrastLight
}

// Colour is the colour of a token. An unknown token is a programming error.
func (t *Theme) Colour(token Token) color.NRGBA { return colour(t.palette, token) }

// Colour is the colour of a token in a scheme, whichever is in use.
func (s Scheme) Colour(token Token) color.NRGBA { return colour(palettes[s], token) }

func colour(palette map[Token]uint32, token Token) color.NRGBA {
	v, ok := palette[token]
	if !ok {
		panic("theme: no colour token " + string(token))
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// Edge is the width of the edge of cards and tags.
func (t *Theme) Edge() float32 {
	if t.HighContrast() {
		return 2
	}
	return 1
}

// EdgeInput is the width of the edge of inputs and buttons.
func (t *Theme) EdgeInput() float32 { return 2 }

// TextSize is the size of a style's letters at this size of text.
func (t *Theme) TextSize(s Style) float32 { return s.Size * t.scale }

// LineHeight is the height of a line of a style: 1.8 times the letters where the
// person asked for more space.
func (t *Theme) LineHeight(s Style) float32 {
	if t.settings.MoreSpace {
		return max(s.Line, s.Size*1.8) * t.scale
	}
	return s.Line * t.scale
}

// WordGap is what is added between words of a style.
func (t *Theme) WordGap(s Style) float32 {
	if t.settings.MoreSpace {
		return s.Size * t.scale * 0.16
	}
	return 0
}

// ParagraphGap is the space after a paragraph of a style.
func (t *Theme) ParagraphGap(s Style) float32 {
	if t.settings.MoreSpace {
		return s.Size * t.scale * 2
	}
	return Space3
}

// FieldHeight is the height of a one-line field or main button: 48 at 100%, a line
// and its padding at any size.
func (t *Theme) FieldHeight() float32 { return max(Body.Line*t.scale+FieldPad, 48) }

// Scaled is n grown with the text, for icons and widths that hold letters.
func (t *Theme) Scaled(n float32) float32 { return n * t.scale }

// Size gives the toolkit its sizes, grown with the text where they are text.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case fynetheme.SizeNameText:
		return t.TextSize(Body)
	case fynetheme.SizeNameHeadingText:
		return t.TextSize(PageTitle)
	case fynetheme.SizeNameSubHeadingText:
		return t.TextSize(Title2)
	case fynetheme.SizeNameCaptionText:
		return t.TextSize(Smallest)
	case fynetheme.SizeNameInlineIcon:
		return 22 * t.scale
	case fynetheme.SizeNameInputBorder:
		return t.EdgeInput()
	case fynetheme.SizeNameInputRadius:
		return RadiusM
	case fynetheme.SizeNamePadding:
		return Space1
	case fynetheme.SizeNameInnerPadding:
		return Space2
	}
	return fynetheme.DefaultTheme().Size(name)
}

// Font gives the toolkit its letters.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if t.regular == nil || style.Monospace || style.Symbol {
		return fynetheme.DefaultTheme().Font(style)
	}
	if style.Bold {
		return t.bold
	}
	return t.regular
}

var colourNames = map[fyne.ThemeColorName]Token{
	fynetheme.ColorNameBackground:          Bg,
	fynetheme.ColorNameInputBackground:     Surface,
	fynetheme.ColorNameOverlayBackground:   Surface,
	fynetheme.ColorNameMenuBackground:      Surface,
	fynetheme.ColorNameHeaderBackground:    Sunken,
	fynetheme.ColorNameButton:              Surface,
	fynetheme.ColorNameForeground:          Text,
	fynetheme.ColorNamePlaceHolder:         Muted,
	fynetheme.ColorNameDisabled:            Muted,
	fynetheme.ColorNameDisabledButton:      Sunken,
	fynetheme.ColorNameInputBorder:         Border,
	fynetheme.ColorNameScrollBar:           Border,
	fynetheme.ColorNameSeparator:           Line,
	fynetheme.ColorNamePrimary:             Primary,
	fynetheme.ColorNameForegroundOnPrimary: OnPrimary,
	fynetheme.ColorNameHover:               Sunken,
	fynetheme.ColorNamePressed:             Sunken,
	fynetheme.ColorNameFocus:               Focus,
	fynetheme.ColorNameSelection:           Tint,
	fynetheme.ColorNameHyperlink:           Link,
	fynetheme.ColorNameError:               Error,
	fynetheme.ColorNameWarning:             Check,
	fynetheme.ColorNameSuccess:             Done,
	fynetheme.ColorNameForegroundOnError:   Surface,
	fynetheme.ColorNameForegroundOnWarning: Surface,
	fynetheme.ColorNameForegroundOnSuccess: Surface,
}

// Color gives the toolkit its colours. The variant is not asked: the scheme is.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if token, ok := colourNames[name]; ok {
		return t.Colour(token)
	}
	return fynetheme.DefaultTheme().Color(name, t.variant())
}

func (t *Theme) variant() fyne.ThemeVariant {
	if t.settings.Scheme == Dark || t.settings.Scheme == ContrastDark {
		return fynetheme.VariantDark
	}
	return fynetheme.VariantLight
}
