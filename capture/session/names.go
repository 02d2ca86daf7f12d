package session

import (
	"slices"
	"strings"
	"unicode"

	"recordwell/capture"
	"recordwell/capture/form"
)

// notInStory is said beside a name that nobody in the story has. It stops no one.
const notInStory = "This name is not in the story. Do not type details of any real person"

// unknownName reports whether an answer is a name of someone who is not in the
// story: only answers to questions that ask for a name are looked at, and only
// against the words of the story, its people and its key. Nothing of it is kept.
func (s *Session) unknownName(q *form.Question, a capture.Answer) bool {
	if !asksName(q) || a.State != capture.Answered || !a.Readable {
		return false
	}
	known := s.now.names()
	for _, w := range nameWords(a.Value) {
		if !known[w] {
			return true
		}
	}
	return false
}

func asksName(q *form.Question) bool {
	for _, tag := range strings.Split(q.Validate, ",") {
		if tag == "personname" {
			return true
		}
	}
	return false
}

// names are the words of the story that can be part of a name.
func (t *Task) names() map[string]bool {
	if t.known != nil {
		return t.known
	}
	t.known = map[string]bool{}
	put := func(words string) {
		for _, w := range nameWords(words) {
			t.known[w] = true
		}
	}
	for _, p := range t.Scenario.Vignette {
		for _, r := range p.Runs {
			put(r.Text)
		}
	}
	for _, p := range t.Scenario.People {
		put(p.Name)
	}
	for _, w := range t.Scenario.Words {
		put(w)
	}
	for _, c := range slices.Concat(t.Scenario.Key.Cells, t.Scenario.Known) {
		if q := t.Set.Question(c.Question); q != nil && asksName(q) {
			for _, v := range c.Values {
				put(v)
			}
		}
	}
	for _, child := range t.Scenario.Index {
		for _, a := range child.Answers {
			if q := t.Set.Question(a.Question); q != nil && asksName(q) {
				put(a.Answer.Value)
			}
		}
	}
	return t.known
}

// nameWords are the words of a text in lower case, without what stands around
// them: “Tomás’s” is “tomás”. One letter alone can be anybody's.
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		for _, possessive := range []string{"'s", "’s"} {
			w = strings.TrimSuffix(w, possessive)
		}
		if w = strings.Trim(w, "'’"); len([]rune(w)) > 1 {
			out = append(out, w)
		}
	}
	return out
}
