package theme

import (
	"fmt"
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

type iconKey struct {
	name        string
	ink, ground Token
	pixels      int
}

// logoInk and logoGround are the colours the mark is drawn in; iconGrid and
// logoGrid the sides of the drawings.
const (
	logoInk, logoGround = "#FFFFFF", "#0D5650"
	iconGrid, logoGrid  = 24, 34
)

// IconFile is a drawing of the program in one colour, to be shown that many screen
// pixels wide. A name without a drawing is a programming error.
func (t *Theme) IconFile(name string, ink Token, pixels float32) fyne.Resource {
	return t.drawing(iconKey{name: name, ink: ink, pixels: whole(pixels)})
}

// Logo is the program's mark on a ground of that colour, with what is drawn on it in
// the other, to be shown that many screen pixels wide.
func (t *Theme) Logo(ground, ink Token, pixels float32) fyne.Resource {
	return t.drawing(iconKey{name: "logo", ink: ink, ground: ground, pixels: whole(pixels)})
}

func whole(pixels float32) int { return max(1, int(math.Round(float64(pixels)))) }

func (t *Theme) drawing(key iconKey) fyne.Resource {
	t.mu.Lock()
	defer t.mu.Unlock()
	if r, ok := t.icons[key]; ok {
		return r
	}
	if t.files == nil {
		return nil
	}
	data, err := fs.ReadFile(t.files, "icons/"+key.name+".svg")
	if err != nil {
		panic("theme: no icon " + key.name)
	}
	// The toolkit recolours fills alone and these are strokes: put the colours in,
	// all at once, or one could be taken for another that was put in before.
	grid := iconGrid
	colours := strings.NewReplacer("#000000", hex(t.palette[key.ink]))
	if key.ground != "" {
		grid = logoGrid
		colours = strings.NewReplacer(logoGround, hex(t.palette[key.ground]), logoInk, hex(t.palette[key.ink]))
	}
	data = []byte(colours.Replace(string(data)))
	data = strokes(data, float64(key.pixels)/float64(grid))
	// Fyne caches pictures by name: colour and width are part of it.
	name := fmt.Sprintf("%s-%06x-%06x-%d.svg", key.name, t.palette[key.ink], t.palette[key.ground], key.pixels)
	r := fyne.NewStaticResource(name, data)
	t.icons[key] = r
	return r
}

var strokeWidth = regexp.MustCompile(`stroke-width="([0-9.]+)"`)

// strokes makes lines as wide as the picture is: the toolkit's reader draws them
// at the width that is written, whatever the size.
func strokes(data []byte, by float64) []byte {
	return strokeWidth.ReplaceAllFunc(data, func(m []byte) []byte {
		w, err := strconv.ParseFloat(string(strokeWidth.FindSubmatch(m)[1]), 64)
		if err != nil {
			return m
		}
		return fmt.Appendf(nil, `stroke-width="%.2f"`, w*by)
	})
}

func hex(v uint32) string { return fmt.Sprintf("#%06X", v) }

// Icon gives the toolkit its own icons; ours have [Theme.IconFile].
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}
