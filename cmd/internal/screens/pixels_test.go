package screens

import (
	"context"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// TestPixels measures what is drawn: words, edges and the ring of every stop, in
// four themes and two sizes of text, from the colours of the picture and not from
// those of the tokens.
func TestPixels(t *testing.T) {
	for _, l := range measuredLooks() {
		t.Run(l.String(), func(t *testing.T) {
			w := open(t, l)
			for _, s := range screens {
				if s.reach(w) {
					w.measure(s.name)
				}
			}
		})
	}
}

// TestDeskPixels does so for the research desk.
func TestDeskPixels(t *testing.T) {
	dir := made(t)
	for _, l := range measuredLooks() {
		t.Run(l.String(), func(t *testing.T) {
			w := openMade(t, l, dir)
			for _, s := range results {
				if s.reach(w) {
					w.measure(s.name)
				}
			}
		})
	}
}

func measuredLooks() []look {
	var all []look
	for _, scheme := range theme.Schemes() {
		all = append(all, look{scheme, 100, 1280, 800}, look{scheme, 200, 1280, 800})
	}
	return all
}

// measure measures everything that is in sight on a screen, and the rings of some:
// where text is large, in one theme, because they are the same size there.
func (w *world) measure(screen string) {
	w.Helper()
	if err := w.program.Sync(context.Background()); err != nil { // "Saving…" gives way to more words
		w.Fatal(err)
	}
	picture, shown := w.still()
	for _, n := range shown {
		w.words(screen, picture, n)
		w.edges(screen, picture, n)
	}
	if slices.Contains(ringed, screen) && (w.look.percent == 100 || w.look.scheme == theme.Light) {
		w.rings(screen)
	}
}

// still is the window as it is drawn, with what is in sight, once the two belong
// together: what comes meanwhile, on a machine that is busy, may move things.
func (w *world) still() (image.Image, []*a11y.Node) {
	w.Helper()
	where := func(nodes []*a11y.Node) (all []a11y.Rect) {
		for _, n := range nodes {
			all = append(all, n.Bounds)
		}
		return all
	}
	for range 20 {
		w.app.pump()
		before, picture := w.shown(), w.picture()
		if after := w.shown(); slices.Equal(where(before), where(after)) {
			return picture, after
		}
	}
	w.Fatal("the window does not come to rest")
	return nil, nil
}

// ringed are the screens whose rings are measured; together they have every kind
// of control.
var ringed = []string{"consent, nothing ticked", "text and colours", "errors", "check this and errors", "remove asks", "study overview", "questions"}

// shown are the nodes that nothing lies over and no scroll cuts.
func (w *world) shown() []*a11y.Node {
	root := w.tree()
	root.Walk(func(n, _ *a11y.Node) bool {
		if n.Has(a11y.Modal) {
			root = n
		}
		return true
	})
	var out []*a11y.Node
	var visit func(n *a11y.Node, clip image.Rectangle)
	visit = func(n *a11y.Node, clip image.Rectangle) {
		at := place(n.Bounds)
		if n.Scrolls && !at.Empty() {
			clip = clip.Intersect(at)
		}
		if !n.Has(a11y.Offscreen) && !at.Empty() && at.In(clip) {
			out = append(out, n)
		}
		for _, c := range n.Children {
			if c != nil {
				visit(c, clip)
			}
		}
	}
	visit(root, image.Rect(0, 0, int(w.look.width), int(w.look.height)))
	return out
}

// picture is the window as it is drawn.
func (w *world) picture() image.Image { return w.keys.Canvas.Capture() }

// wordsNeed is what words need to stand out; a theme's own tests ask 7 of those
// that are read at length.
const wordsNeed = 4.5

// words checks that something in the place of a node stands out of its ground as
// words must.
func (w *world) words(screen string, p image.Image, n *a11y.Node) {
	if n.Measure == nil || n.Name == "" {
		return
	}
	at := place(n.Bounds).Intersect(p.Bounds())
	if at.Dx() < 8 || at.Dy() < 8 {
		return
	}
	if got := strongest(p, at); got < wordsNeed {
		w.Errorf("%s: the words of %s %q stand out by %.2f to 1", screen, n.Role, n.Name, got)
	}
}

// edged are the roles that are known by their edge.
func edged(r a11y.Role) bool {
	return r == a11y.RoleTextBox || r == a11y.RoleComboBox
}

// edges checks that a box has an edge of 3 to 1 on each of its sides, against what is
// inside it: between edge and ring there may be no pixel that is wholly of the gap.
func (w *world) edges(screen string, p image.Image, n *a11y.Node) {
	if !edged(n.Role) {
		return
	}
	at := place(n.Bounds)
	if !at.In(p.Bounds()) {
		return
	}
	x, y := at.Min.X+at.Dx()/2, at.Min.Y+at.Dy()/2
	for side, line := range map[string][2]image.Point{
		"top": {{x, at.Min.Y - 4}, {x, at.Min.Y + 8}}, "bottom": {{x, at.Max.Y - 8}, {x, at.Max.Y + 4}},
		"left": {{at.Min.X - 4, y}, {at.Min.X + 8, y}},
	} {
		if got := strongest(p, image.Rectangle{line[0], line[1].Add(image.Pt(1, 1))}); got < 3 {
			w.Errorf("%s: the %s edge of %s %q stands out by %.2f to 1", screen, side, n.Role, n.Name, got)
		}
	}
}

// rings goes round with Tab and measures the ring: on a line out of the control it
// is 3 pixels wide at the least, 3 to 1 against what was there without it, and
// stands on a gap.
func (w *world) rings(screen string) {
	seen, roles := map[string]bool{}, map[a11y.Role]int{}
	for range 80 {
		w.key(fyne.KeyTab, 0)
		n := w.focus()
		if n == nil || seen[n.ID] {
			return
		}
		seen[n.ID] = true
		if roles[n.Role]++; roles[n.Role] > 2 {
			continue
		}
		with := w.picture()
		f := w.keys.Canvas.Focused()
		w.keys.Canvas.Unfocus()
		without := w.picture()
		w.app.pump()
		if t, ok := f.(interface{ TakeFocus() }); ok {
			t.TakeFocus()
		}
		got := ringOf(with, without, n.Bounds)
		if got.width < float64(theme.RingWidth)-0.3 {
			w.Errorf("%s: the ring of %s %q is %.1f wide", screen, n.Role, n.Name, got.width)
		}
		if got.gap < float64(theme.RingGap)-0.5 {
			w.Errorf("%s: the ring of %s %q stands %.1f from it", screen, n.Role, n.Name, got.gap)
		}
	}
}

// ring is what was measured of a focus ring, on the line where it is widest.
type ring struct {
	width float64 // in pixels; those drawn in part count in part
	gap   float64 // between it and what it stands around, likewise
}

// ringOf measures what changed on lines across a control and around it; nothing
// unless some of it changed by 3 to 1.
func ringOf(a, b image.Image, in a11y.Rect) ring {
	r := place(in).Inset(-12).Intersect(a.Bounds())
	var widest ring
	across := func(from, step image.Point, length int) {
		var run []float64
		most, seen := 0.0, false
		end := func(n int) {
			sum := 0.0
			for _, d := range run {
				sum += d / most
			}
			if seen && sum > widest.width {
				if n-len(run) > length/2 { // the far side: what it stands around lies before it
					widest = ring{sum, gapBeside(a, from, step, n-len(run)-1, -1, length, run[0]/most)}
				} else {
					widest = ring{sum, gapBeside(a, from, step, n, 1, length, run[len(run)-1]/most)}
				}
			}
			run, most, seen = nil, 0, false
		}
		for n := range length {
			at := from.Add(step.Mul(n))
			d := distance(a.At(at.X, at.Y), b.At(at.X, at.Y))
			if d == 0 {
				end(n)
				continue
			}
			run, most = append(run, d), math.Max(most, d)
			seen = seen || theme.Contrast(a.At(at.X, at.Y), b.At(at.X, at.Y)) >= 3
		}
		end(length)
	}
	for _, f := range []float64{0.2, 0.35, 0.5, 0.65} {
		across(image.Pt(r.Min.X+int(f*float64(r.Dx())), r.Min.Y), image.Pt(0, 1), r.Dy())
		across(image.Pt(r.Min.X, r.Min.Y+int(f*float64(r.Dy()))), image.Pt(1, 0), r.Dx())
	}
	return widest
}

// gapBeside is how much ground lies on the inner side of a ring that takes a line
// from one place to another, up to what it stands around. Pixels at either end that
// are ground in part count in part: covered says how much of the ring's last it is.
func gapBeside(p image.Image, from, step image.Point, edge, by, length int, covered float64) float64 {
	at := func(n int) color.Color { q := from.Add(step.Mul(n)); return p.At(q.X, q.Y) }
	gap, ground := 1-covered, at(edge)
	n := edge
	for ; n >= 0 && n < length && distance(at(n), ground) == 0; n += by {
		gap++
	}
	if next := n + by; next >= 0 && next < length {
		if full := distance(at(next), ground); full > 0 {
			gap += math.Max(0, 1-distance(at(n), ground)/full)
		}
	}
	return gap
}

// distance is how far two colours lie apart.
func distance(a, b color.Color) float64 {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return math.Abs(float64(ar)-float64(br)) + math.Abs(float64(ag)-float64(bg)) + math.Abs(float64(ab)-float64(bb))
}

// strongest is the greatest contrast of the commonest colour in an area, which is
// the ground, with any other there.
func strongest(p image.Image, in image.Rectangle) float64 {
	pixels := p.(*image.NRGBA)
	count := map[color.NRGBA]int{}
	in = in.Intersect(p.Bounds())
	for y := in.Min.Y; y < in.Max.Y; y++ {
		var run color.NRGBA
		n := 0 // most pixels are like the one before them
		for x := in.Min.X; x < in.Max.X; x++ {
			if c := pixels.NRGBAAt(x, y); c != run {
				count[run] += n
				run, n = c, 0
			}
			n++
		}
		count[run] += n
	}
	var ground color.NRGBA
	for c, n := range count {
		if n > count[ground] {
			ground = c
		}
	}
	most := 0.0
	for c, n := range count {
		if n > 0 {
			most = math.Max(most, theme.Contrast(ground, c))
		}
	}
	return most
}

func place(r a11y.Rect) image.Rectangle {
	return image.Rect(int(r.X), int(r.Y), int(r.X+r.W), int(r.Y+r.H))
}
