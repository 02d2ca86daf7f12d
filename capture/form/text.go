package form

// Text is words with ${names} in them, compiled so that rendering needs no
// parsing. The empty Text renders to "".
type Text struct {
	source string
	parts  []textPart
}

type textPart struct {
	words string
	expr  *Expr // nil for plain words
}

// Source returns the words as written, with their ${names}.
func (t Text) Source() string { return t.source }

// IsEmpty reports no words.
func (t Text) IsEmpty() bool { return t.source == "" }
