package study

import (
	"regexp"
	"slices"
	"strings"

	"recordwell/capture/form/source"
)

// mayTell are the names that can stand in a consent's words, mustTell those
// that have to stand somewhere in it.
var (
	mayTell  = []string{"code", "minutes", "tasks", "controller", "contact", "retention", "withdrawal"}
	mustTell = mayTell[3:]
)

var placeholder = regexp.MustCompile(`\$\{([^}]*)\}`)

// readConsent reads what people are told and asked. Without it nobody can take
// part, so a study needs it.
func (s *Study) readConsent(study source.Fields, problems *source.Problems) {
	node := study.Get("consent")
	if node == nil {
		problems.Errorf(study.Node, "A study needs %q: what a person is told and asked before they take part", "consent")
		return
	}
	const what = "a consent"
	f := problems.Fields(node, what, "version", "title", "lead", "facts", "closing", "items", "debrief")
	c := &Consent{Version: f.Need("version", what), Title: f.Words("title"), Lead: f.Words("lead"), Closing: f.Words("closing")}
	f.Need("title", what)
	for _, row := range f.List("facts") {
		fact := problems.Fields(row, "a fact", "icon", "title", "words")
		fact.Need("title", "a fact")
		fact.Need("words", "a fact")
		c.Facts = append(c.Facts, ConsentFact{fact.Need("icon", "a fact"), fact.Words("title"), fact.Words("words")})
	}
	for _, row := range f.List("items") {
		item := problems.Fields(row, "an item of consent", "item", "words", "needed")
		item.Need("words", "an item of consent")
		i := ConsentItem{item.Need("item", "an item of consent"), item.Words("words"), item.Bool("needed")}
		if slices.ContainsFunc(c.Items, func(x ConsentItem) bool { return x.ID == i.ID }) {
			problems.Errorf(item.Place("item"), "The item %q stands twice", i.ID)
		}
		c.Items = append(c.Items, i)
	}
	for _, block := range regexp.MustCompile(`\n[ \t]*\n`).Split(f.Need("debrief", what), -1) {
		if words := strings.Join(strings.Fields(block), " "); words != "" {
			c.Debrief = append(c.Debrief, words)
		}
	}
	c.checkItems(f, problems)
	c.checkPromises(f, problems)
	c.sign(s.promises())
	s.Consent = c
}

// checkItems holds the items against what the program promises by itself.
func (c *Consent) checkItems(f source.Fields, problems *source.Problems) {
	needed := map[string]bool{Understood: true, Log: true, MayStop: true}
	own := map[string]bool{Quotes: true, AccessNeeds: true, LaterUse: true}
	for i, item := range c.Items {
		place := f.List("items")[i]
		switch {
		case needed[item.ID] && !item.Needed:
			problems.Errorf(place, "The item %q is needed to take part. Write needed: true", item.ID)
		case own[item.ID] && item.Needed:
			problems.Errorf(place, "The item %q is everyone’s own choice. Leave out needed", item.ID)
		}
		delete(needed, item.ID)
	}
	for _, id := range []string{Understood, Log, MayStop} {
		if needed[id] {
			problems.Errorf(f.Place("items"), "A consent asks for %q", id)
		}
	}
}

// checkPromises finds placeholders that mean nothing, and promises that nobody
// is told.
func (c *Consent) checkPromises(f source.Fields, problems *source.Problems) {
	words := []string{c.Title, c.Lead, c.Closing}
	for _, x := range c.Facts {
		words = append(words, x.Title, x.Words)
	}
	for _, x := range c.Items {
		words = append(words, x.Words)
	}
	told := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(strings.Join(append(words, c.Debrief...), "\n"), -1) {
		if !slices.Contains(mayTell, m[1]) {
			problems.Errorf(f.Node, "There is nothing to put in place of ${%s}", m[1])
		}
		told[m[1]] = true
	}
	for _, name := range mustTell {
		if !told[name] {
			problems.Errorf(f.Node, "A consent tells people ${%s}", name)
		}
	}
	if len(c.Debrief) > 0 && !strings.Contains(strings.Join(c.Debrief, ""), "${contact}") {
		problems.Errorf(f.Place("debrief"), "A debrief tells people whom to talk to: ${contact}")
	}
}
