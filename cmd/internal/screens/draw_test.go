package screens

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/ui/theme"
)

// drawn are the screens that are kept as pictures, and main those of them that are
// kept in other looks too.
var (
	drawn = []string{
		"start", "consent", "consent, nothing ticked", "tasks", "record", "help with a question", "text and colours", "change shortcuts",
		"errors", "list to search open", "tick boxes", "check this and errors", "item with errors", "household list", "remove asks",
		"check answers", "ease", "statements", "thanks", "your data", "words that may be misspelt",
	}
	main  = []string{"record", "check this and errors"}
	other = []look{{theme.Dark, 100, 1280, 800}, {theme.ContrastDark, 100, 1280, 800}, {theme.Light, 200, 1280, 800}}
)

// TestDraw writes pictures of the screens into the folder that SCREENS names; without
// one it checks that each of them can still be come to.
func TestDraw(t *testing.T) {
	left := slices.Clone(drawn)
	dir := os.Getenv("SCREENS")
	draw := func(l look, names []string, suffix string) {
		w := open(t, l)
		for _, s := range screens {
			if !s.reach(w) || !slices.Contains(names, s.name) {
				continue
			}
			if err := w.program.Sync(context.Background()); err != nil {
				t.Fatal(err)
			}
			w.app.pump()
			left = slices.DeleteFunc(left, func(name string) bool { return name == s.name })
			if dir != "" {
				number := 1 + slices.Index(drawn, s.name)
				name := strings.ReplaceAll(strings.ReplaceAll(s.name, ",", ""), " ", "-")
				write(t, filepath.Join(dir, fmt.Sprintf("%02d-%s%s.png", number, name, suffix)), few(w.picture()))
			}
		}
	}
	draw(plain, drawn, "")
	if dir != "" {
		for i, suffix := range []string{"-dark", "-high-contrast", "-text-200"} {
			draw(other[i], main, suffix)
		}
	}
	if len(left) > 0 {
		t.Errorf("there are no screens %q", left)
	}
}

func write(t *testing.T, path string, p image.Image) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(f, p); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// few is the picture in its 48 commonest colours, so that the file of a picture that
// is kept is small. What is rare in it may change its colour, so pictures that are
// looked at for faults have all of theirs.
func few(p image.Image) image.Image {
	count := map[color.Color]int{}
	b := p.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[p.At(x, y)]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(count), func(a, b color.Color) int { return count[b] - count[a] })
	out := image.NewPaletted(b, colours[:min(48, len(colours))])
	nearest := map[color.Color]uint8{}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := p.At(x, y)
			i, known := nearest[c]
			if !known {
				i = uint8(out.Palette.Index(c))
				nearest[c] = i
			}
			out.SetColorIndex(x, y, i)
		}
	}
	return out
}
