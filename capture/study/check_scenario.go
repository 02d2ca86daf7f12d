package study

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// checkScenario checks a scenario against the given versions of its forms, and
// replaces the key's words for questions by their ids.
func (r *reading) checkScenario(s *Scenario, version func(id string) *form.Definition) {
	r.checkFacts(s)
	seen := make(map[string]bool)
	var sets []*form.Set
	for i := range s.Tasks {
		t := &s.Tasks[i]
		if seen[t.ID] {
			r.Errorf(t.node, "The task %q stands twice in the scenario", t.ID)
		}
		seen[t.ID] = true
		set := r.link(t, version)
		if set == nil {
			return
		}
		sets = append(sets, set)
	}
	r.checkWords(s, sets)
	k := &keyCheck{Problems: &r.Problems, scenario: s, sets: sets}
	k.entities()
	k.resolve()
	k.known()
	k.index()
	k.traps()
	k.asked()
	k.success()
	for _, set := range sets {
		k.against(set)
	}
}

// checkFacts compares the story's facts with those that the key uses.
func (r *reading) checkFacts(s *Scenario) {
	told := make(map[int]bool)
	highest := 0
	for _, p := range s.Vignette {
		for _, run := range p.Runs {
			if run.Fact > 0 {
				told[run.Fact] = true
				highest = max(highest, run.Fact)
			}
		}
	}
	story := s.node.Get("vignette")
	for n := 1; n <= highest && len(told) < highest; n++ {
		if !told[n] {
			r.Errorf(story, "The facts are numbered without gaps, but there is no fact %d", n)
			return
		}
	}
	used := make(map[int]bool)
	for _, c := range slices.Concat(s.Key.Cells, s.Known) {
		for _, n := range c.Facts {
			used[n] = true
			if !told[n] {
				r.Errorf(c.node, "%s.%s is decided by fact %d, which is not in the vignette", c.Alias, c.node.Value, n)
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(told)) {
		if !used[n] {
			r.Warnf(story, "Fact %d decides no answer of the key", n)
		}
	}
}

func (r *reading) checkWords(s *Scenario, sets []*form.Set) {
	known := make(map[string]bool)
	for _, set := range sets {
		for _, d := range slices.Concat(set.Forms, set.Background) {
			for w := range d.Words {
				known[w] = true
			}
		}
	}
	for _, e := range s.node.Get("words").EntriesOrNone() {
		if !known[e.Key.Value] {
			r.Unknown(e.Key, e.Key.Value, slices.Sorted(maps.Keys(known)), "No form of the scenario has the word %q", e.Key.Value)
		}
	}
}

// keyCheck checks an answer key.
type keyCheck struct {
	*source.Problems
	scenario *Scenario
	sets     []*form.Set
}

func (k *keyCheck) entities() {
	types := map[string]bool{string(capture.CaseEntity): true}
	for _, set := range k.sets {
		for _, q := range set.Questions() {
			types[string(q.Entity())] = true
		}
	}
	key := &k.scenario.Key
	for _, e := range key.Entities {
		if !types[string(e.Type)] && e.Type != "" {
			k.Unknown(e.node, string(e.Type), slices.Sorted(maps.Keys(types)), "No form of the scenario is about a thing of type %q", e.Type)
		}
		if e.Parent != "" && (key.entity(e.Parent) == nil || e.Parent == e.Alias) {
			k.Unknown(e.node, e.Parent, key.aliases(), "There is no entity %q for %s to nest under", e.Parent, e.Alias)
		}
	}
	for i := range key.Entities {
		steps := 0
		for e := &key.Entities[i]; e != nil && e.Parent != ""; e = key.entity(e.Parent) {
			if steps++; steps > len(key.Entities) {
				k.Errorf(key.Entities[i].node, "%s nests under itself", key.Entities[i].Alias)
				key.Entities[i].Parent = ""
				break
			}
		}
	}
}

func (k *Key) aliases() []string {
	var out []string
	for _, e := range k.Entities {
		out = append(out, e.Alias)
	}
	return out
}

// resolve replaces words for questions by ids in the key. Cells that mean nothing
// are reported and dropped.
func (k *keyCheck) resolve() { k.resolveCells(&k.scenario.Key.Cells) }

func (k *keyCheck) resolveCells(cells *[]KeyCell) {
	key := &k.scenario.Key
	seen := make(map[KeyRef]bool)
	unknown := make(map[string]bool)
	*cells = slices.DeleteFunc(*cells, func(c KeyCell) bool {
		e := key.entity(c.Alias)
		if e == nil {
			if !unknown[c.Alias] {
				unknown[c.Alias] = true
				k.Unknown(c.node, c.Alias, key.aliases(), "There is no entity %q under entities", c.Alias)
			}
			return true
		}
		return !k.find(e, c.node.Value, c.node)
	})
	for i := range *cells {
		c := &(*cells)[i]
		c.Question = k.id(key.entity(c.Alias), c.node.Value)
		if seen[c.KeyRef] {
			k.Errorf(c.node, "%s has two %ss to %s. Join them", c.Alias, c.what(), c.Question)
		}
		seen[c.KeyRef] = true
	}
}

// find reports whether a word means one question about an entity.
func (k *keyCheck) find(e *KeyEntity, word string, place *source.Node) bool {
	ids := make(map[capture.QuestionID]bool)
	var near []string
	for _, set := range k.sets {
		for _, q := range questions(set, e.Type, word) {
			ids[q.ID] = true
		}
		near = append(near, names(set, e.Type)...)
	}
	switch len(ids) {
	case 1:
		return true
	case 0:
		if e.Type != "" { // a missing type was reported
			k.Unknown(place, word, near, "No question about %s, of type %s, is called %q", e.Alias, e.Type, word)
		}
		return false
	}
	var all []string
	for id := range ids {
		all = append(all, string(id))
	}
	slices.Sort(all)
	k.Errorf(place, "%q can mean %s. Write the whole id", word, strings.Join(all, " or "))
	return false
}

func (k *keyCheck) id(e *KeyEntity, word string) capture.QuestionID {
	for _, set := range k.sets {
		for _, q := range questions(set, e.Type, word) {
			return q.ID
		}
	}
	return ""
}

// success resolves the critical answers of the tasks.
func (k *keyCheck) success() {
	key := &k.scenario.Key
	for i := range k.scenario.Tasks {
		t := &k.scenario.Tasks[i]
		for j, ref := range t.Success {
			place, word := t.success[j], string(ref.Question)
			_, word, _ = strings.Cut(place.Value, ".")
			e := key.entity(ref.Alias)
			if e == nil {
				k.Unknown(place, ref.Alias, key.aliases(), "There is no entity %q under entities", ref.Alias)
				continue
			}
			if !k.find(e, word, place) {
				continue
			}
			t.Success[j].Question = k.id(e, word)
			if !slices.ContainsFunc(key.Cells, func(c KeyCell) bool { return c.KeyRef == t.Success[j] }) {
				k.Errorf(place, "%s decides success, but the key has no right answer to it", fmt.Sprint(ref.Alias, ".", word))
			}
		}
	}
}
