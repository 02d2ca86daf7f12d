package form

import (
	"slices"

	"recordwell/capture/form/source"
)

// when reads which questions date a thing in the timeline of its case: dates of
// the form outside all repeats, or of the repeat itself.
func (b *builder) when(f source.Fields, within *Repeat) []*Question {
	var out []*Question
	for _, n := range f.Texts("when") {
		q := b.def.in(within, n.Value)
		switch {
		case q == nil:
			b.Unknown(n, n.Value, b.dates(within), "There is no date %q here to stand in the timeline", n.Value)
		case q.Type != TypeDate:
			b.Errorf(n, "%q stands in the timeline by its date, but it is %s", n.Value, q.Type)
		case slices.Contains(out, q):
			b.Errorf(n, "%q stands twice in %q", n.Value, "when")
		default:
			out = append(out, q)
		}
	}
	return out
}

func (b *builder) dates(within *Repeat) []string {
	var names []string
	for _, q := range b.def.inOrder {
		if q.Repeat == within && q.Type == TypeDate {
			names = append(names, q.Name)
		}
	}
	return names
}
