package form

import (
	"slices"
	"strings"

	"recordwell/capture"
)

// ChangeKind is what became of a question from one version of a form to the next.
type ChangeKind string

// The kinds of changes.
const (
	Added    ChangeKind = "added"
	Removed  ChangeKind = "removed"
	Replaced ChangeKind = "replaced" // by one that says same_as
	Reworded ChangeKind = "reworded" // what people read
	Altered  ChangeKind = "altered"  // rules, choices or how it is asked
	Moved    ChangeKind = "moved"    // to another section
)

// Change is one difference between two versions of a form, in the words of the
// form's author. Before and After are what stood there, "" for nothing.
type Change struct {
	Kind     ChangeKind
	Question capture.QuestionID // of the later version, where it is there
	Was      capture.QuestionID // of the earlier one, where it is another
	// What is the part that changed: "question", "hint", "help", "choices" …
	What          string
	Before, After string
}

// Changes are the differences between two versions of a form, in the order of the
// later one, and then what was removed.
func Changes(before, after *Definition) []Change {
	old := map[capture.QuestionID]*Question{}
	for _, q := range before.Questions() {
		old[q.ID] = q
	}
	kept := map[capture.QuestionID]bool{}
	var out []Change
	for _, q := range after.Questions() {
		was := old[q.ID]
		switch {
		case was != nil:
			kept[q.ID] = true
			out = append(out, changesOf(was, q)...)
		case old[q.SameAs] != nil && after.Question(q.SameAs) == nil:
			kept[q.SameAs] = true
			out = append(out, Change{Kind: Replaced, Question: q.ID, Was: q.SameAs, What: "question", Before: plainWords(old[q.SameAs].Label), After: plainWords(q.Label)})
		default:
			out = append(out, Change{Kind: Added, Question: q.ID, What: "question", After: plainWords(q.Label)})
		}
	}
	for _, q := range before.Questions() {
		if !kept[q.ID] {
			out = append(out, Change{Kind: Removed, Question: q.ID, What: "question", Before: plainWords(q.Label)})
		}
	}
	return out
}

func plainWords(t Text) string { return t.Render(Nobody{}) }

// changesOf are the parts of a question that differ.
func changesOf(was, is *Question) (out []Change) {
	part := func(kind ChangeKind, what, before, after string) {
		if before != after {
			out = append(out, Change{Kind: kind, Question: is.ID, What: what, Before: before, After: after})
		}
	}
	for _, t := range []struct {
		what     string
		was, now Text
	}{
		{"question", was.Label, is.Label}, {"hint", was.Hint, is.Hint}, {"help", was.Help, is.Help}, {"why we ask", was.Why, is.Why}, {"name in lists", was.Short, is.Short},
		{"message where it is missing", was.RequiredMessage, is.RequiredMessage}, {"message of its rule", was.ConstraintMessage, is.ConstraintMessage},
		{"words of its check", was.QueryMessage, is.QueryMessage}, {"question of its check", was.QueryAsk, is.QueryAsk},
	} {
		if t.was.Source() != t.now.Source() {
			part(Reworded, t.what, plainWords(t.was), plainWords(t.now))
		}
	}
	part(Altered, "type", string(was.Type), string(is.Type))
	part(Altered, "choices", choicesOf(was), choicesOf(is))
	part(Altered, "answers besides the value", statesOf(was), statesOf(is))
	part(Altered, "appearance", strings.Join(was.Appearance, " "), strings.Join(is.Appearance, " "))
	part(Altered, "checks of the answer", was.Validate, is.Validate)
	for _, e := range []struct {
		what     string
		was, now *Expr
	}{{"when it must be answered", was.Required, is.Required}, {"when it is asked", was.Relevant, is.Relevant}, {"rule", was.Constraint, is.Constraint}, {"check", was.Query, is.Query}} {
		part(Altered, e.what, sourceOf(e.was), sourceOf(e.now))
	}
	if was.Section != nil && is.Section != nil {
		part(Moved, "section", was.Section.ID, is.Section.ID)
	}
	return out
}

func sourceOf(e *Expr) string {
	if e == nil {
		return ""
	}
	if e.Source() == "true()" {
		return "always"
	}
	return e.Source()
}

func choicesOf(q *Question) string {
	if q.List == nil {
		return ""
	}
	var all []string
	for _, c := range q.List.Choices {
		all = append(all, plainWords(c.Label))
	}
	return strings.Join(all, "; ")
}

func statesOf(q *Question) string {
	var all []string
	for _, s := range q.States {
		all = append(all, plainWords(s.Label))
	}
	slices.Sort(all)
	return strings.Join(all, "; ")
}
