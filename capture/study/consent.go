package study

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"recordwell/capture"
)

// The items of consent that the program itself reads. The first three are
// needed; a study may add others.
const (
	Understood  = "understood"   // has read what the study is for
	Log         = "log"          // a log of the use of the forms is kept
	MayStop     = "may_stop"     // may stop at any time
	Quotes      = "quotes"       // comments may be quoted
	AccessNeeds = "access_needs" // settings of text and colours are logged
	LaterUse    = "later_use"    // may be used in later research
)

// Consent is what a person is told, and asked, before anything is kept. In its
// words ${code}, ${minutes}, ${tasks}, ${controller}, ${contact}, ${retention}
// and ${withdrawal} stand for what [Study.Promises] gives.
type Consent struct {
	Version string
	Title   string
	Lead    string
	Facts   []ConsentFact
	Closing string // who runs the study, and whom to ask
	Items   []ConsentItem
	// Debrief is read after the last task: what was measured, what was made
	// difficult on purpose, and whom to talk to.
	Debrief []string
	// Hash is the SHA-256, in hexadecimal, of all these words with the study's
	// promises in them. It changes whenever anybody is promised something else.
	Hash capture.Hash
}

// ConsentFact is one thing that a person is told, with the name of its icon.
type ConsentFact struct{ Icon, Title, Words string }

// ConsentItem is one thing that a person agrees to or not.
type ConsentItem struct {
	ID     string
	Words  string
	Needed bool
}

// Wording names the exact words that somebody agreed to: the version and the
// hash. Every wording that was ever used is among the store's definitions.
func (c *Consent) Wording() string { return c.Version + " " + string(c.Hash) }

// Needed returns the items without which nobody takes part.
func (c *Consent) Needed() []ConsentItem { return c.items(true) }

// Optional returns the items that are everyone's own choice.
func (c *Consent) Optional() []ConsentItem { return c.items(false) }

func (c *Consent) items(needed bool) (out []ConsentItem) {
	for _, i := range c.Items {
		if i.Needed == needed {
			out = append(out, i)
		}
	}
	return out
}

// Render returns the consent with the promises in its words.
func (c *Consent) Render(promises map[string]string) *Consent {
	var pairs []string
	for name, words := range promises {
		pairs = append(pairs, "${"+name+"}", words)
	}
	put := strings.NewReplacer(pairs...).Replace
	out := *c
	out.Title, out.Lead, out.Closing = put(c.Title), put(c.Lead), put(c.Closing)
	out.Facts, out.Items, out.Debrief = nil, nil, nil
	for _, f := range c.Facts {
		out.Facts = append(out.Facts, ConsentFact{f.Icon, put(f.Title), put(f.Words)})
	}
	for _, i := range c.Items {
		out.Items = append(out.Items, ConsentItem{i.ID, put(i.Words), i.Needed})
	}
	for _, p := range c.Debrief {
		out.Debrief = append(out.Debrief, put(p))
	}
	return &out
}

// promises are the words that stand in a consent for what the study declares.
func (s *Study) promises() map[string]string {
	return map[string]string{
		"controller": s.Controller, "contact": s.Contact,
		"retention": s.Retention.Words(), "withdrawal": s.Withdrawal.Words(),
	}
}

// Promises are the words of the study for one person in a round: what it
// declares, their code, how many tasks there are and about how long it takes.
func (s *Study) Promises(l *Library, r *Round, code string) map[string]string {
	out := s.promises()
	tasks, minutes := 0, 0
	for _, name := range r.Scenarios {
		for _, t := range l.Scenarios[name].Tasks {
			tasks++
			minutes += t.Minutes
		}
	}
	out["code"] = FormatCode(code)
	out["tasks"] = "1 task"
	if tasks != 1 {
		out["tasks"] = fmt.Sprintf("%d tasks", tasks)
	}
	// The questions around the tasks take about five minutes.
	out["minutes"] = fmt.Sprint((minutes + 9) / 5 * 5)
	return out
}

// sign computes the hash.
func (c *Consent) sign(promises map[string]string) {
	said := c.Render(promises)
	h := sha256.New()
	put := func(words ...string) {
		for _, w := range words {
			fmt.Fprintf(h, "%d:%s", len(w), w)
		}
	}
	put(said.Title, said.Lead, said.Closing)
	for _, f := range said.Facts {
		put("fact", f.Title, f.Words)
	}
	for _, i := range said.Items {
		put("item", i.ID, i.Words, fmt.Sprint(i.Needed))
	}
	put(said.Debrief...)
	c.Hash = capture.Hash(hex.EncodeToString(h.Sum(nil)))
}
