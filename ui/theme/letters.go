package theme

import (
	"bytes"
	"sync"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Source is the file that draws words on its own: the theme's letters where they
// have all of them, else nil, which has the toolkit look through its own. That
// reads several families with all emoji into memory, once for plain and once for bold letters,
// so it is left to the words that need it.
func (t *Theme) Source(words string, bold bool) fyne.Resource {
	file := t.Font(fyne.TextStyle{Bold: bold})
	mine := &t.plainSet
	if bold {
		mine = &t.boldSet
	}
	set := mine.Load()
	if set == nil {
		set = lettersOf(file)
		mine.Store(set)
	}
	for _, r := range words {
		if !set.has(r) {
			return nil
		}
	}
	return file
}

// Measure is how wide and high words are when drawn on one line in a style. Unlike
// [Theme.Width] it keeps nothing of them.
func (t *Theme) Measure(words string, s Style) fyne.Size {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, t.TextSize(s), fyne.TextStyle{Bold: s.Bold}, t.Source(words, s.Bold))
	return size
}

// letters are those of the first 65,536 that a file of letters has, a bit each:
// whatever is beyond is rare enough to be left to the toolkit.
type letters [1 << 16 / 64]uint64

func (l *letters) has(r rune) bool { return r < 1<<16 && l[r>>6]&(1<<(r&63)) != 0 }

// known are the letters of files that were asked for, by name.
var known sync.Map

func lettersOf(file fyne.Resource) *letters {
	if l, ok := known.Load(file.Name()); ok {
		return l.(*letters)
	}
	l, _ := known.LoadOrStore(file.Name(), readLetters(file.Content()))
	return l.(*letters)
}

// readLetters reads which letters a file has; none where it cannot be read.
func readLetters(file []byte) *letters {
	out := new(letters)
	loader, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		return out
	}
	table, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return out
	}
	written, _, err := tables.ParseCmap(table)
	if err != nil {
		return out
	}
	places, _, err := font.ProcessCmap(written, tables.FPNone)
	if err != nil {
		return out
	}
	for each := places.Iter(); each.Next(); {
		if r, glyph := each.Char(); glyph != 0 && r < 1<<16 {
			out[r>>6] |= 1 << (r & 63)
		}
	}
	return out
}
