package study

import (
	"maps"
	"slices"

	"recordwell/capture/form/source"
)

// Sibling is a brother or sister whose record stands in another story.
type Sibling struct {
	Story string
	Child string // alias of the child there
	Line  string // whose record it is: "Leah, 10"
	// Things are what that record holds of the child: the child first, then what
	// nests under it.
	Things []SharedThing

	node *source.Node
}

// SharedThing is the child, or an address of theirs.
type SharedThing struct {
	KeyEntity
	Answers []Held
}

func (s *Scenario) readSiblings(f source.Fields, problems *source.Problems) {
	for _, row := range f.List("siblings") {
		r := problems.Fields(row, "a brother or sister", "story", "child", "name")
		s.Siblings = append(s.Siblings, Sibling{
			Story: r.Need("story", "a brother or sister"), Child: r.Need("child", "a brother or sister"),
			Line: r.Need("name", "a brother or sister"), node: row,
		})
	}
}

// checkSiblings finds the records of brothers and sisters, once every story is read.
func (r *reading) checkSiblings(s *Scenario) {
	for i := range s.Siblings {
		b := &s.Siblings[i]
		story := r.Scenarios[b.Story]
		if story == nil {
			r.Unknown(b.node.Get("story"), b.Story, slices.Sorted(maps.Keys(r.Scenarios)), "There is no scenario %q", b.Story)
			continue
		}
		child := story.Key.entity(b.Child)
		switch {
		case story == s:
			r.Errorf(b.node, "A brother or sister has a story of their own")
		case child == nil || child.Type != Child:
			r.Errorf(b.node.Get("child"), "The story %s has no child %q", b.Story, b.Child)
		default:
			b.Things = story.thingsOf(child)
		}
		if len(b.Things) > 0 && len(b.Things[0].Answers) == 0 {
			r.Errorf(b.node, "Nothing is known of %s in the story %s, so there is nothing to copy", b.Child, b.Story)
		}
	}
}

// thingsOf returns what the record of the story holds of a child from the start.
func (s *Scenario) thingsOf(child *KeyEntity) []SharedThing {
	out := []SharedThing{{KeyEntity: *child}}
	for _, e := range s.Key.Entities {
		if e.Known && e.Parent == child.Alias {
			out = append(out, SharedThing{KeyEntity: e})
		}
	}
	for i := range out {
		for j := range s.Known {
			if c := &s.Known[j]; c.Alias == out[i].Alias {
				out[i].Answers = append(out[i].Answers, Held{c.KeyRef, c.answer()})
			}
		}
	}
	return out
}
