package theme

type measureKey struct {
	words string
	size  float32
	bold  bool
}

// mostMeasured keeps a long session from growing the table without end.
const mostMeasured = 20000

// Width is how wide words are when drawn on one line in a style, at this size of
// text. Results are kept: most words stand on many pages.
func (t *Theme) Width(words string, s Style) float32 {
	if words == "" {
		return 0
	}
	key := measureKey{words, t.TextSize(s), s.Bold}
	t.mu.Lock()
	w, ok := t.sizes[key]
	t.mu.Unlock()
	if ok {
		return w
	}
	w = t.Measure(words, s).Width
	t.mu.Lock()
	if len(t.sizes) >= mostMeasured {
		clear(t.sizes)
	}
	t.sizes[key] = w
	t.mu.Unlock()
	return w
}

// LetterHeight is the height of a line as the letters themselves have it, which
// [Theme.LineHeight] is placed around.
func (t *Theme) LetterHeight(s Style) float32 {
	key := measureKey{"", t.TextSize(s), s.Bold}
	t.mu.Lock()
	h, ok := t.sizes[key]
	t.mu.Unlock()
	if ok {
		return h
	}
	h = t.Measure("M", s).Height
	t.mu.Lock()
	t.sizes[key] = h
	t.mu.Unlock()
	return h
}
