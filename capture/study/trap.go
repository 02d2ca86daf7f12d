package study

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// Trap is something in a story that catches people: a wrong answer that comes
// easily, or a right one that looks odd.
type Trap struct {
	// At is where the trap lies, and where what it raises stands.
	At KeyRef
	// Tempting are answers that a person may give instead of the key's, one At last if
	// there is one; empty where the right answer is what looks odd. A blank one is left out.
	Tempting []Held
	// Finds is what the trap raises: the kind of a rule of the question itself
	// (constraint, query, upn …), the id of a return's rule (cin/8585Q), or one of
	// the other consts.
	Finds string
	// Why says who falls into it, for whoever reads the results.
	Why string

	cells []KeyCell
	node  *source.Node
}

// What a trap can raise besides a rule.
const (
	// FindsMatch is a child of the index who looks like the one being typed.
	FindsMatch = "match"
	// FindsWorkaround: no rule can know, and the report counts it as an answer that
	// stands in for one, such as the words of another child's record.
	FindsWorkaround = "workaround"
	// FindsNothing: no rule can know. Only the key tells that it is wrong.
	FindsNothing = "nothing"
)

// Rule returns the id of the rule that the trap breaks, as the journal has it;
// "" where it breaks none.
func (t *Trap) Rule() string {
	switch {
	case t.Finds == FindsMatch || t.Finds == FindsNothing || t.Finds == FindsWorkaround:
		return ""
	case strings.Contains(t.Finds, "/"):
		return t.Finds
	}
	return string(t.At.Question) + "#" + t.Finds
}

// readTraps reads the traps as they are written, with words for their questions.
func (s *Scenario) readTraps(f source.Fields, problems *source.Problems) {
	for _, row := range f.List("traps") {
		r := problems.Fields(row, "a trap", "at", "tempting", "with", "finds", "why")
		r.Need("at", "a trap")
		r.Need("why", "a trap")
		t := Trap{Finds: r.Need("finds", "a trap"), Why: r.Words("why"), node: row}
		for _, e := range r.Entries("with") {
			t.read(e.Key, e.Value, problems)
		}
		alias, word, ok := strings.Cut(r.Text("at"), ".")
		if !ok {
			if r.Has("at") {
				problems.Errorf(r.Place("at"), "A trap is at alias.question, not %q", r.Text("at"))
			}
			continue
		}
		t.At = KeyRef{alias, capture.QuestionID(word)}
		if tempting := r.Get("tempting"); tempting != nil {
			t.read(r.Get("at"), tempting, problems)
		}
		s.Traps = append(s.Traps, t)
	}
}

// read reads one tempting answer; its place is written alias.question.
func (t *Trap) read(place, answer *source.Node, problems *source.Problems) {
	alias, word, ok := strings.Cut(place.Value, ".")
	if !ok {
		problems.Errorf(place, "An answer of a trap is at alias.question, not %q", place.Value)
		return
	}
	c := KeyCell{KeyRef: KeyRef{alias, capture.QuestionID(word)}, node: place, known: true}
	c.read(answer, problems)
	if !c.Blank && len(c.Values)+len(c.States) != 1 {
		problems.Errorf(place, "A tempting answer is one value, one state, or blank: true")
		return
	}
	t.cells = append(t.cells, c)
}
