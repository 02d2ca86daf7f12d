package assets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/form"
)

// TestNothingIsAskedTwice: over all forms together, no two questions fill the same
// place of a return or ask the same of the same thing.
func TestNothingIsAskedTwice(t *testing.T) {
	for _, twice := range askedTwice(forms(t).Questions()) {
		t.Error(twice)
	}
}

// TestWhatIsAskedTwiceIsFound proves the list above can have something on it.
func TestWhatIsAskedTwiceIsFound(t *testing.T) {
	const again = `
form: again
version: "1"
title: Again
entity: care
parent: child
words: {child_name: the child}
choices:
  yes_no: [{name: yes, label: "Yes"}, {name: no, label: "No"}]
survey:
  - type: group
    name: all
    label: All
    survey:
      - {type: date, name: birthday, label: "When was ${child_name} born?", short: Birthday, thing: "the date of birth of ${child_name}"}
      - {type: text, name: pupil, label: What does the school call it?, short: Number at school, thing: the number at school, item: ChildIdentifiers.UPN}
      - {type: select_one yes_no, name: words, label: Does anyone in the family need an interpreter?, short: Talks, thing: talks}
      - {type: text, name: tongue, label: What is spoken?, short: First language, thing: what is spoken, same_as: child_details/background/first_language}
`
	d, err := form.Load(fstest.MapFS{"forms/again.yaml": {Data: []byte(again)}}, "forms/again.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got := askedTwice(slices.Concat(forms(t).Questions(), d.Questions()))
	for _, want := range []string{
		"child_details/identity/date_of_birth and again/all/birthday both ask about birth date",
		"child_details/school/upn and again/all/pupil both fill ChildIdentifiers.UPN",
		"child_details/background/interpreter and again/all/words both ask about anyone family interpreter need whether",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("not found: %s", want)
		}
	}
	if len(got) != 3 {
		t.Errorf("found %q", got)
	}
}

// askedTwice lists pairs of questions with the same meaning and no same_as. A
// question means its place in a return, and what it is about with the words that
// carry it: of its label, of the name of its answer, and of its messages.
func askedTwice(questions []*form.Question) []string {
	var twice []string
	first := map[string]*form.Question{}
	for _, q := range questions {
		if !q.IsAsked() || q.SameAs != "" {
			continue
		}
		said := map[*form.Question]bool{q: true}
		claim := func(meaning, how string) {
			other := first[meaning]
			if other == nil {
				first[meaning] = q
			} else if !said[other] {
				said[other] = true
				twice = append(twice, fmt.Sprintf("%s and %s both %s", other.ID, q.ID, how))
			}
		}
		for _, item := range q.Items {
			claim(item, "fill "+item)
		}
		for _, words := range []string{q.Label.Source(), q.Short.Source(), q.Thing.Source()} {
			if w := carrying(words); w != "" {
				claim(fmt.Sprint(about(q), answer(q), w), "ask about "+w)
			}
		}
	}
	return twice
}

// about is the kind of thing that a question is about. A case has one child, one
// referral and one time in care, and what is asked about one of them is known of
// all; a list has many things, and each has its own answer.
func about(q *form.Question) string {
	kind := q.Entity()
	if q.Repeat == nil && slices.Contains([]capture.EntityType{"child", "care", "referral", "case"}, kind) {
		return "the case"
	}
	return string(kind)
}

// answer is the shape of an answer: whether there is a number is not which it is.
func answer(q *form.Question) string {
	switch q.Type {
	case form.TypeSelectOne, form.TypeSelectMultiple:
		return " chosen "
	}
	return fmt.Sprint(" ", q.Type, " ")
}

// small are words that carry no meaning of their own in a question. Who, when, where,
// how and why carry one.
var small = strings.Fields("a an the of in to for and or at on it its they their what which if there this that as from with by s you your " +
	"is are was were do does did has have had be been")

// yesNo are the words with which a question starts that asks whether.
var yesNo = strings.Fields("is are was were do does did has have had will can should")

// carrying are the words that carry a meaning, each once, in alphabetical order.
func carrying(text string) string {
	text = strings.NewReplacer("${child_name}", " ", "’", " ").Replace(strings.ToLower(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789_", r) })
	if len(words) > 0 && slices.Contains(yesNo, words[0]) {
		words[0] = "whether"
	}
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(small, w) })
	slices.Sort(words)
	return strings.Join(slices.Compact(words), " ")
}
