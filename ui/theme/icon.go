package theme

import (
	"bytes"
	"fmt"
	"io/fs"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

type iconKey struct {
	name        string
	ink, ground Token
}

// logoInk and logoGround are the colours the mark is drawn in.
const logoInk, logoGround = "#FFFFFF", "#0D5650"

// IconFile is a drawing of the program in one colour. A name without a drawing is
// a programming error.
func (t *Theme) IconFile(name string, ink Token) fyne.Resource {
	return t.drawing(iconKey{name: name, ink: ink})
}

// Logo is the program's mark in the colours of the scheme.
func (t *Theme) Logo() fyne.Resource {
	return t.drawing(iconKey{name: "logo", ink: OnPrimary, ground: Primary})
}

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
	// The toolkit recolours fills alone and these are strokes: put the colour in.
	from := "#000000"
	if key.ground != "" {
		data = bytes.ReplaceAll(data, []byte(logoGround), hex(t.palette[key.ground]))
		from = logoInk
	}
	data = bytes.ReplaceAll(data, []byte(from), hex(t.palette[key.ink]))
	// Fyne caches pictures by name: the colour is part of it.
	name := fmt.Sprintf("%s-%06x-%06x.svg", key.name, t.palette[key.ink], t.palette[key.ground])
	r := fyne.NewStaticResource(name, data)
	t.icons[key] = r
	return r
}

func hex(v uint32) []byte { return fmt.Appendf(nil, "#%06X", v) }

// Icon gives the toolkit its own icons; ours have [Theme.IconFile].
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}
