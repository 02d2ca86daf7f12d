package form

import (
	"strings"

	"recordwell/capture/form/source"
)

// shared reads whether an answer may be copied from the record of a brother or
// sister. What tells one child from another in a return never is.
func (b *builder) shared(f source.Fields, q *Question) bool {
	word := f.Text("shared")
	if word == "" {
		return false
	}
	if word != "siblings" {
		b.Unknown(f.Place("shared"), word, []string{"siblings"}, "An answer can be shared by siblings, not by %q", word)
		return false
	}
	if len(q.Items) > 0 {
		b.Errorf(f.Place("shared"), "%s says who the child is in a return (%s), so it is each child’s own", q.Name, strings.Join(q.Items, ", "))
	}
	return true
}

// sharedUnless reads which question of a repeat keeps an item from being copied.
func (b *builder) sharedUnless(f source.Fields, r *Repeat) *Question {
	name := f.Text("shared_unless")
	if name == "" {
		return nil
	}
	q := b.def.in(r, name)
	if q == nil {
		var names []string
		for _, other := range b.def.inOrder {
			if other.Repeat == r {
				names = append(names, other.Name)
			}
		}
		b.Unknown(f.Place("shared_unless"), name, names, "There is no question %q in this list", name)
	}
	return q
}
