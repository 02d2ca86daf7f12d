package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// Text is words that wrap, with bold stretches and links in the sentence.
type Text struct {
	control
	runs   []Run
	all    string // of the runs, one after the other
	style  theme.Style
	token  theme.Token
	align  fyne.TextAlign
	silent bool // what it says is said by something else

	lines []*canvas.Text
	runOf []int // the run each line shows
	links []*inlineLink
	marks []fyne.CanvasObject // behind the words
	cache []fyne.CanvasObject
	best  struct {
		width float32
		theme *theme.Theme
	}
}

// NewText makes text of one style.
func NewText(id, words string, style theme.Style) *Text {
	t := &Text{style: style, token: theme.Text}
	if words != "" {
		t.runs, t.all = []Run{{Words: words}}, words
	}
	t.extend(id, t)
	return t
}

// quiet makes text that the control around it says in its own name.
func quiet(words string, style theme.Style, token theme.Token) *Text {
	t := NewText(anonymous, words, style)
	t.token, t.silent = token, true
	return t
}

// SetWords replaces everything by plain words.
func (t *Text) SetWords(words string) {
	if words == "" {
		t.SetRuns()
		return
	}
	t.SetRuns(Run{Words: words})
}

// SetRuns replaces everything.
func (t *Text) SetRuns(runs ...Run) *Text {
	if slices.EqualFunc(t.runs, runs, func(a, b Run) bool {
		return a.Words == b.Words && a.Bold == b.Bold && a.Quiet == b.Quiet && a.Mark == b.Mark && a.ID == b.ID && (a.Do == nil) == (b.Do == nil)
	}) {
		copy(t.runs, runs) // what a link does may have changed
		for _, l := range t.links {
			l.do = t.runs[l.run].Do
		}
		return t
	}
	t.runs = slices.Clone(runs)
	t.links = nil
	var all strings.Builder
	for i, r := range t.runs {
		all.WriteString(r.Words)
		if r.Do != nil {
			t.links = append(t.links, newInlineLink(t, i, r))
		}
	}
	t.all = all.String()
	t.best.theme = nil
	t.changed()
	return t
}

// SetToken changes the colour.
func (t *Text) SetToken(token theme.Token) *Text {
	if t.token != token {
		t.token = token
		t.paint()
	}
	return t
}

// SetStyle changes size and weight.
func (t *Text) SetStyle(style theme.Style) *Text {
	if t.style != style {
		t.style = style
		t.best.theme = nil
		t.changed()
	}
	return t
}

// SetAlign puts lines at the left, in the middle or at the right.
func (t *Text) SetAlign(align fyne.TextAlign) *Text {
	if t.align != align {
		t.align = align
		t.changed()
	}
	return t
}

// Words is all of the text.
func (t *Text) Words() string { return t.all }

func (t *Text) styleOf(run int) theme.Style {
	if t.runs[run].Mark == FactNumber {
		return numberStyle
	}
	style := t.style
	style.Bold = (style.Bold || t.runs[run].Bold) && !t.runs[run].Quiet
	return style
}

func (t *Text) tokenOf(run int) theme.Token {
	if run < len(t.runs) {
		switch r := t.runs[run]; {
		case r.Quiet:
			return theme.Muted
		case r.Mark == FactNumber:
			return theme.OnPrimary
		case r.Mark == FactMark:
			return theme.OnTint
		}
	}
	return t.token
}

func (t *Text) ruler() ruler {
	look := t.look()
	return func(words string, run int) float32 {
		if t.runs[run].Mark == FactNumber {
			w, _ := numberDisc(look, words)
			return w + discGap
		}
		return look.Width(words, t.styleOf(run))
	}
}

func (t *Text) wrapped(width float32) [][]placed {
	// Half a pixel, or text that just fits its best width would wrap.
	return wrap(t.runs, width+0.5, t.look().WordGap(t.style), t.ruler())
}

func (t *Text) measure(width float32) float32 {
	if len(t.runs) == 0 {
		return 0
	}
	return float32(len(t.wrapped(width))) * t.look().LineHeight(t.style)
}

// leastWidth is the longest word's: longer ones are broken by a very narrow page.
func (t *Text) leastWidth() float32 {
	var w float32
	for _, a := range atoms(t.runs, t.ruler()) {
		if !a.space {
			w = max(w, a.w)
		}
	}
	return w
}

func (t *Text) bestWidth() float32 {
	look := t.look()
	if t.best.theme != look {
		var w float32
		for _, line := range wrap(t.runs, 1e6, look.WordGap(t.style), t.ruler()) {
			if n := len(line); n > 0 {
				w = max(w, line[n-1].x+line[n-1].w)
			}
		}
		t.best.width, t.best.theme = w, look
	}
	return t.best.width
}

func (t *Text) parts() []fyne.CanvasObject { return t.cache }

func (t *Text) paint() {
	look := t.look()
	if len(t.marks) > 0 && !t.Size().IsZero() {
		t.arrange(t.Size()) // marks have colours of their own
	}
	for i, line := range t.lines {
		colour := look.Colour(t.tokenOf(t.runOf[i]))
		if line.Color != colour {
			line.Color = colour
			line.Refresh()
		}
	}
	for _, l := range t.links {
		l.paint()
	}
}

func (t *Text) arrange(size fyne.Size) {
	look := t.look()
	before := len(t.cache)
	t.marks = nil
	for _, l := range t.links {
		l.begin()
	}
	n := 0
	for i, line := range t.wrapped(size.Width) {
		y := float32(i) * look.LineHeight(t.style)
		shift := t.shift(line, size.Width)
		for _, p := range line {
			if l := t.linkOf(p.run); l != nil {
				l.add(p, p.x+shift, y)
				continue
			}
			if n == len(t.lines) {
				t.lines = append(t.lines, canvas.NewText("", nil))
				t.runOf = append(t.runOf, 0)
			}
			style, words, x := t.styleOf(p.run), p.words, p.x+shift
			if mark := t.runs[p.run].Mark; mark != NoMark {
				t.marks = append(t.marks, markShapes(look, t.style, mark, p, x, y)...)
				if mark == FactNumber {
					words = discNumber(words)
					w, _ := numberDisc(look, words)
					x += discGap + (w-look.Width(words, style))/2
				}
			}
			letter{words, style, look.Colour(t.tokenOf(p.run))}.draw(t.lines[n], look)
			t.runOf[n] = p.run
			m := look.LineHeight(t.style) - letterHeight(look, style)
			t.lines[n].Move(fyne.NewPos(x, y+m/2))
			t.lines[n].Resize(fyne.NewSize(look.Width(words, style), letterHeight(look, style)))
			n++
		}
	}
	t.lines, t.runOf = t.lines[:n], t.runOf[:n]
	t.cache = append(t.cache[:0:0], t.marks...)
	for _, line := range t.lines {
		t.cache = append(t.cache, line)
	}
	for _, l := range t.links {
		l.end()
		t.cache = append(t.cache, l)
	}
	if len(t.cache) != before {
		canvas.Refresh(t)
	}
}

func (t *Text) shift(line []placed, width float32) float32 {
	if t.align == fyne.TextAlignLeading || len(line) == 0 {
		return 0
	}
	last := line[len(line)-1]
	rest := max(0, width-last.x-last.w)
	if t.align == fyne.TextAlignCenter {
		return rest / 2
	}
	return rest
}

func (t *Text) linkOf(run int) *inlineLink {
	for _, l := range t.links {
		if l.run == run {
			return l
		}
	}
	return nil
}

// Describe gives the paragraph, with its links inside.
func (t *Text) Describe() *a11y.Node {
	n := t.node(a11y.RoleText, t.Words())
	measured(n, t.Size().Add(t.Position()), t)
	for _, l := range t.links {
		n.Children = append(n.Children, l.Describe())
	}
	return n
}

// unsaid reports whether the text says nothing of its own.
func (t *Text) unsaid() bool { return t.silent || len(t.runs) == 0 }

func (t *Text) describeParts() []*a11y.Node {
	if t.unsaid() {
		return nil
	}
	return []*a11y.Node{t.Describe()}
}
