package atspi

import "recordwell/ui/a11y"

// hasText reports whether the words of a node can be read letter by letter: what
// is in a text box, what a combo box shows, and words and links on the page.
func hasText(n *a11y.Node) bool {
	switch n.Role {
	case a11y.RoleText, a11y.RoleHeading, a11y.RoleLink, a11y.RoleComboBox:
		return true
	}
	return n.Text != nil || isLine(n)
}

// isLine reports an item of a list that is only words, as an answer to read.
func isLine(n *a11y.Node) bool {
	return n.Role == a11y.RoleListItem && len(n.Children) == 0 && !n.Has(a11y.Focusable)
}

// runes are the words of a node; offsets count letters, as AT-SPI does.
func (o object) runes() []rune {
	n := o.node()
	switch {
	case n.Text != nil:
		return []rune(n.Text.Shown())
	case n.Role == a11y.RoleComboBox:
		return []rune(n.Value)
	}
	return []rune(n.Name)
}

// held is the text of a box, or an empty one for other words.
func (o object) held() a11y.Text {
	if t := o.node().Text; t != nil {
		return *t
	}
	return a11y.Text{}
}

// span is what several methods answer: words and where they begin and end.
func span(r []rune, from, to int) []any {
	return []any{string(r[from:to]), int32(from), int32(to)}
}

// stretch checks a pair of offsets, where -1 as the end means the end.
func (o object) stretch(from, to int32) (r []rune, f, t int, err error) {
	r = o.runes()
	if to == -1 {
		to = int32(len(r))
	}
	if from < 0 || to < from || int(to) > len(r) {
		return nil, 0, 0, outOfRange("letter", max(from, to))
	}
	return r, int(from), int(to), nil
}

// around are the words of one unit about an offset: 0 holds it, -1 and 1 are the
// units before and after. Outside of the text there is nothing.
func around(o object, offset int32, u unit, step int) ([]any, error) {
	r := o.runes()
	at := int(offset)
	if offset == -1 {
		at = min(max(o.held().Caret, 0), len(r))
	}
	if at < 0 || at > len(r) {
		return nil, outOfRange("letter", offset)
	}
	from, to := u.bounds(r, o.held().Lines, at)
	switch {
	case step < 0 && from == 0:
		return span(r, 0, 0), nil
	case step < 0:
		from, to = u.bounds(r, o.held().Lines, from-1)
	case step > 0 && to >= len(r):
		return span(r, len(r), len(r)), nil
	case step > 0:
		from, to = u.bounds(r, o.held().Lines, to)
	}
	return span(r, from, to), nil
}

// byBoundary makes the three older methods, which take a kind of boundary.
func byBoundary(step int) method[object] {
	return method[object]{in: "iu", out: "sii", call: func(o object, a []any) ([]any, error) {
		kind := a[1].(uint32)
		if int(kind) >= len(boundaries) {
			return nil, outOfRange("boundary", int32(kind))
		}
		return around(o, a[0].(int32), boundaries[kind], step)
	}}
}

// text is org.a11y.atspi.Text.
var text table[object]

func init() {
	text = table[object]{
		props: map[string]property[object]{
			"CharacterCount": {typ: "i", get: func(o object) any { return int32(len(o.runes())) }},
			"CaretOffset":    {typ: "i", get: func(o object) any { return int32(o.held().Caret) }},
		},
		methods: map[string]method[object]{
			"GetText": {in: "ii", out: "s", call: func(o object, a []any) ([]any, error) {
				r, from, to, err := o.stretch(a[0].(int32), a[1].(int32))
				if err != nil {
					return nil, err
				}
				return []any{string(r[from:to])}, nil
			}},
			"GetStringAtOffset": {in: "iu", out: "sii", call: func(o object, a []any) ([]any, error) {
				g := a[1].(uint32)
				if int(g) >= len(granularities) {
					return nil, outOfRange("granularity", int32(g))
				}
				return around(o, a[0].(int32), granularities[g], 0)
			}},
			"GetTextBeforeOffset": byBoundary(-1),
			"GetTextAtOffset":     byBoundary(0),
			"GetTextAfterOffset":  byBoundary(1),
			"GetCharacterAtOffset": {in: "i", out: "i", call: func(o object, a []any) ([]any, error) {
				r, i := o.runes(), a[0].(int32)
				if i < 0 || int(i) >= len(r) {
					return nil, outOfRange("letter", i)
				}
				return []any{r[i]}, nil
			}},
			"SetCaretOffset": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
				return o.selectText(a[0].(int32), a[0].(int32))
			}},
			"GetNSelections": {out: "i", call: func(o object, _ []any) ([]any, error) {
				if h := o.held(); h.SelStart != h.SelEnd {
					return []any{int32(1)}, nil
				}
				return []any{int32(0)}, nil
			}},
			"GetSelection": {in: "i", out: "ii", call: func(o object, a []any) ([]any, error) {
				h := o.held()
				if a[0].(int32) != 0 || h.SelStart == h.SelEnd {
					return []any{int32(0), int32(0)}, nil
				}
				return []any{int32(min(h.SelStart, h.SelEnd)), int32(max(h.SelStart, h.SelEnd))}, nil
			}},
			"AddSelection": {in: "ii", out: "b", call: func(o object, a []any) ([]any, error) {
				return o.selectText(a[0].(int32), a[1].(int32))
			}},
			"SetSelection": {in: "iii", out: "b", call: func(o object, a []any) ([]any, error) {
				if a[0].(int32) != 0 {
					return nil, outOfRange("selection", a[0].(int32))
				}
				return o.selectText(a[1].(int32), a[2].(int32))
			}},
			"RemoveSelection": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
				if a[0].(int32) != 0 {
					return nil, outOfRange("selection", a[0].(int32))
				}
				return o.selectText(int32(o.held().Caret), int32(o.held().Caret))
			}},
			"GetAttributeValue": {in: "is", out: "s", call: func(object, []any) ([]any, error) {
				return []any{""}, nil
			}},
			"GetAttributes":          {in: "i", out: "a{ss}ii", call: plain},
			"GetAttributeRun":        {in: "ib", out: "a{ss}ii", call: plain},
			"GetDefaultAttributes":   {out: "a{ss}", call: noAttributes},
			"GetDefaultAttributeSet": {out: "a{ss}", call: noAttributes},
			"GetCharacterExtents": {in: "iu", out: "iiii", call: func(o object, a []any) ([]any, error) {
				return o.lettersBox(a[0].(int32), a[0].(int32)+1, a[1].(uint32))
			}},
			"GetRangeExtents": {in: "iiu", out: "iiii", call: func(o object, a []any) ([]any, error) {
				return o.lettersBox(a[0].(int32), a[1].(int32), a[2].(uint32))
			}},
			"GetOffsetAtPoint": {in: "iiu", out: "i", call: func(o object, a []any) ([]any, error) {
				return []any{o.letterAt(a[0].(int32), a[1].(int32), a[2].(uint32))}, nil
			}},
			"ScrollSubstringTo":      {in: "iiu", out: "b", call: scrollTo},
			"ScrollSubstringToPoint": {in: "iiuii", out: "b", call: refuse},
		},
	}
}

// plain answers that all of the text looks the same.
func plain(o object, _ []any) ([]any, error) {
	return []any{map[string]string{}, int32(0), int32(len(o.runes()))}, nil
}

func noAttributes(object, []any) ([]any, error) { return []any{map[string]string{}}, nil }

// lettersBox is the box around some letters; the one after the last is the caret’s
// place at the end. Where the tree knows no place of single letters it is the box
// around all words.
func (o object) lettersBox(from, to int32, relative uint32) ([]any, error) {
	r, n := o.held().Letters, int32(len(o.runes()))
	if to == -1 {
		to = n
	}
	if from < 0 || to < from || to > n+1 {
		return nil, outOfRange("letter", max(from, to))
	}
	b := o.extents(relative)
	if int(to) <= len(r) && from < to {
		all := r[from]
		for _, one := range r[from+1 : to] {
			x, y := max(all.X+all.W, one.X+one.W), max(all.Y+all.H, one.Y+one.H)
			all.X, all.Y = min(all.X, one.X), min(all.Y, one.Y)
			all.W, all.H = x-all.X, y-all.Y
		}
		x, y := o.origin(relative)
		b = pixels(all, o.scale())
		b.X, b.Y = b.X+x, b.Y+y
	}
	return []any{b.X, b.Y, b.W, b.H}, nil
}

// letterAt is the letter at a point, or -1.
func (o object) letterAt(x, y int32, relative uint32) int32 {
	dx, dy := o.origin(relative)
	for i, r := range o.held().Letters {
		if i < len(o.runes()) && pixels(r, o.scale()).contains(x-dx, y-dy) {
			return int32(i)
		}
	}
	return -1
}

func (o object) selectText(from, to int32) ([]any, error) {
	_, f, t, err := o.stretch(from, to)
	if err != nil {
		return nil, err
	}
	set := o.node().SetCaret
	if set == nil {
		return []any{false}, nil
	}
	return []any{o.ui(func() { set(f, t) })}, nil
}
