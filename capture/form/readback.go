package form

import (
	"slices"

	"recordwell/capture/form/source"
)

// Reader is whom a record is read back to.
type Reader uint8

// The readers of a record.
const (
	Under8 Reader = iota // a child who is younger than 8
	From8                // a child of 8 to 12
	From13               // a young person of 13 and over
	Carers               // parents and carers
	Readers
)

// readerKeys are the keys of read_back; child stands for all three ages.
var readerKeys = [Readers]string{"under_8", "from_8", "from_13", "carers"}

// Telling says how an answer is read back.
type Telling uint8

// The ways.
const (
	Untold   Telling = iota // not at all
	Named                   // "Date of birth: 14 June 2018"
	Sentence                // in words of its own
)

// Told is how one answer is read back to one reader. Words is for a Sentence.
type Told struct {
	How   Telling
	Words Text
}

// ReadBack is how an answer is read back to each reader. Rows that say nothing
// do as the group, section and form around them; where none says anything, the
// answer is named to parents and carers, and a child is not told it.
type ReadBack [Readers]Told

var carersOnly = ReadBack{Carers: {How: Named}}

// everyone names answers. Nothing is read to a child under 8 but sentences that
// were written for them.
var everyone = ReadBack{From8: {How: Named}, From13: {How: Named}, Carers: {How: Named}}

// readBack reads the key read_back of a row or of a form. around is what it
// does without.
func (b *builder) readBack(f source.Fields, around ReadBack, from *Repeat) ReadBack {
	node := f.Get("read_back")
	if node == nil {
		return around
	}
	if node.Kind == source.Map {
		return b.readBackEach(node, around, from)
	}
	switch f.Words("read_back") {
	case "none":
		return ReadBack{}
	case "carers":
		return carersOnly
	case "everyone":
		return everyone
	}
	told := Told{Sentence, b.text(f, "read_back", from)}
	return ReadBack{told, told, told, told}
}

func (b *builder) readBackEach(node *source.Node, around ReadBack, from *Repeat) ReadBack {
	f := b.Fields(node, "read_back", append([]string{"child"}, readerKeys[:]...)...)
	out := around
	set := func(key string, readers ...Reader) {
		if f.Get(key) == nil {
			return
		}
		told := Told{How: Sentence}
		switch f.Words(key) {
		case "none":
			told.How = Untold
		case "short":
			told.How = Named
		default:
			told.Words = b.text(f, key, from)
		}
		for _, r := range readers {
			out[r] = told
		}
	}
	set("child", Under8, From8, From13)
	for r, key := range readerKeys {
		set(key, Reader(r))
	}
	return out
}

// titles takes the words of a section's read_back for its heads: they name the
// section to a reader. Its rows go on as those around it do.
func (r ReadBack) titles(around ReadBack) (heads [Readers]Text, rows ReadBack) {
	for i, told := range r {
		if told.How == Sentence {
			heads[i], r[i] = told.Words, around[i]
		}
	}
	return heads, r
}

// readBack looks at the words of a row's read_back.
func (l *linter) readBack(told ReadBack) {
	if l.at.Get("read_back") == nil {
		return
	}
	var seen []string
	for _, t := range told {
		if source := t.Words.Source(); t.How == Sentence && !slices.Contains(seen, source) {
			seen = append(seen, source)
			l.words("read_back", t.Words, false)
		}
	}
}
