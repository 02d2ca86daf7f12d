package gallery_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/ui/widgets/gallery"
	"recordwell/ui/widgets/widgettest"
)

// TestFocusIsSeen compares pixels with and without the focus at every stop: enough
// of them must change by 3:1 to make a line 2 pixels wide around the control (WCAG
// 2.4.13). With DRAW set it leaves pictures of the pages in that folder.
func TestFocusIsSeen(t *testing.T) {
	for _, scheme := range theme.Schemes() {
		t.Run(string(scheme), func(t *testing.T) {
			root, k := widgettest.Show(t, theme.Settings{Scheme: scheme}, 720, 400, func() *widgets.Root { return gallery.Record().Root })
			keep(t, fmt.Sprintf("record-%s", scheme), k.Canvas.Capture())
			var first string
			for {
				k.Tab(1)
				n := focusedNode(root)
				if n.ID == first {
					return
				}
				if first == "" {
					first = n.ID
				}
				with := k.Canvas.Capture()
				f := k.Canvas.Focused()
				k.Canvas.Unfocus()
				without := k.Canvas.Capture()
				k.Canvas.Focus(f)
				b := n.Bounds
				if n.Role == a11y.RoleLink { // the ring is around the words, not the target
					b.H = min(b.H, 27)
				}
				if got, want := changed(with, without, n.Bounds), int(4*(b.W+b.H)); got < want {
					t.Errorf("%s: %d pixels change, want %d", n.ID, got, want)
				}
			}
		})
	}
}

func focusedNode(root *widgets.Root) *a11y.Node {
	var found *a11y.Node
	root.Describe().Walk(func(n, _ *a11y.Node) bool {
		if n.Has(a11y.Focused) {
			found = n
		}
		return true
	})
	return found
}

// changed counts the pixels in and around an area that differ by 3:1.
func changed(a, b image.Image, in a11y.Rect) int {
	n := 0
	r := image.Rect(int(in.X), int(in.Y), int(in.X+in.W), int(in.Y+in.H)).Inset(-12).Intersect(a.Bounds())
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if p, q := a.At(x, y), b.At(x, y); p != q && theme.Contrast(p, q) >= 3 {
				n++
			}
		}
	}
	return n
}

// keep leaves a picture in the folder that DRAW names.
func keep(t *testing.T, name string, picture image.Image) {
	dir := os.Getenv("DRAW")
	if dir == "" {
		return
	}
	write(t, filepath.Join(dir, name+".png"), picture)
}

func write(t *testing.T, path string, picture image.Image) {
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		t.Fatal(err)
	}
}

// show puts a page in a window of that size, in the theme that is set.
func show(t *testing.T, root *widgets.Root, width, height float32) fyne.Window {
	w := test.NewTempWindow(t, root)
	w.SetPadded(false)
	root.Attach(w.Canvas())
	w.Resize(fyne.NewSize(width, height))
	return w
}

// save writes what a window shows to a file.
func save(t *testing.T, w fyne.Window, path string) { write(t, path, w.Canvas().Capture()) }
