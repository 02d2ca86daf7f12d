package event

// ID is an identifier out of a definition: a form, section, question, rule,
// page or setting. The zero ID is "none".
type ID struct{ s string }

func (id ID) String() string { return id.s }

// IsZero reports "none".
func (id ID) IsZero() bool { return id.s == "" }

// Vocabulary is the closed set of identifiers that events of a study can name.
type Vocabulary struct{ known map[string]struct{} }

// NewVocabulary makes the set. Its callers read the ids from form definitions,
// rule sets and the program's own lists of pages and settings.
func NewVocabulary(ids ...string) *Vocabulary {
	v := &Vocabulary{known: make(map[string]struct{}, len(ids))}
	v.Add(ids...)
	return v
}

// Add puts further ids of definitions into the set.
func (v *Vocabulary) Add(ids ...string) {
	for _, s := range ids {
		v.known[s] = struct{}{}
	}
}

// ID returns the identifier, or none when the vocabulary does not have it.
func (v *Vocabulary) ID(s string) ID {
	if _, ok := v.known[s]; ok {
		return ID{s}
	}
	return ID{}
}
