package form

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"recordwell/capture/form/source"
)

// Known is what lint compares a form with. A nil set is not checked.
type Known struct {
	Items      map[string]bool // statutory places, "Table.Column"
	Validators map[string]bool // tags of validate
	// Validate returns what is wrong with a list of known tags; may be nil.
	Validate func(tags string) error
}

// maxRadios is how many choices people can see at once as radio buttons.
const maxRadios = 7

// maxHintWords is the length of a sentence that is easy to read.
const maxHintWords = 15

// Check looks for what an author should put right in a form that can be read:
// words, lists and conditions. Its problems are errors and warnings.
func (d *Definition) Check(known Known) source.Problems {
	l := &linter{known: known}
	for _, s := range d.Sections {
		l.at = s.node
		l.need("label", s.Label, "A section")
		l.words("label", s.Label, true)
		l.hint(s.Hint)
		l.always(s.Relevant, "relevant")
		l.items(s.Items)
	}
	for _, name := range slices.Sorted(maps.Keys(d.Lists)) {
		l.list(d, d.Lists[name])
	}
	return l.Problems.Sorted()
}

type linter struct {
	source.Problems
	known Known
	at    *source.Node // the row
}

// place returns the value of a key of the row, or the row.
func (l *linter) place(key string) *source.Node {
	if n := l.at.Get(key); n != nil {
		return n
	}
	return l.at
}

func (l *linter) items(items []Item) {
	for _, item := range items {
		switch item := item.(type) {
		case *Group:
			l.at = item.node
			l.words("label", item.Label, true)
			l.hint(item.Hint)
			l.always(item.Relevant, "relevant")
			l.items(item.Items)
		case *Repeat:
			l.repeat(item)
			l.items(item.Items)
		case *Question:
			l.question(item)
		}
	}
}

func (l *linter) repeat(r *Repeat) {
	l.at = r.node
	for _, w := range []struct {
		key  string
		text Text
	}{{"label", r.Label}, {"ask", r.Ask}, {"add_label", r.AddLabel}, {"end_label", r.EndLabel}, {"title", r.Title}, {"one_title", r.OneTitle}} {
		l.need(w.key, w.text, "A repeat")
		l.words(w.key, w.text, true)
	}
	l.words("line", r.Line, true)
	l.hint(r.Hint)
	l.always(r.Relevant, "relevant")
}

func (l *linter) question(q *Question) {
	l.at = q.node
	if q.Type != TypeCalculate {
		l.need("label", q.Label, "A question")
	}
	l.words("label", q.Label, q.Type != TypeNote)
	if q.IsAsked() {
		l.need("short", q.Short, "A question")
		l.need("thing", q.Thing, "A question")
	}
	l.words("short", q.Short, true)
	l.words("thing", q.Thing, true)
	l.hint(q.Hint)
	l.words("why", q.Why, false)
	l.words("help", q.Help, false)
	l.readBack(q.ReadBack)
	for _, m := range []struct {
		key  string
		text Text
	}{{"required_message", q.RequiredMessage}, {"constraint_message", q.ConstraintMessage}, {"query_message", q.QueryMessage}, {"query_ask", q.QueryAsk}} {
		l.words(m.key, m.text, false)
		l.message(m.key, m.text)
	}
	for _, s := range q.States {
		l.words("states", s.Label, true)
	}
	l.paired("constraint", q.Constraint, "constraint_message", q.ConstraintMessage)
	l.paired("query", q.Query, "query_message", q.QueryMessage)
	if q.QueryRule != "" && q.Query == nil {
		l.Errorf(l.place("query_rule"), "query_rule says which rule the query asks about, and there is no %q", "query")
	}
	if l.at.Get("required") == nil && !q.RequiredMessage.IsEmpty() {
		l.Errorf(l.place("required_message"), "required_message is never shown, because the question is not required")
	}
	l.always(q.Relevant, "relevant")
	l.always(q.Constraint, "constraint")
	l.always(q.Query, "query")
	l.always(q.ChoiceFilter, "choice_filter")
	l.appearance(q)
	l.validators(q)
	l.statutory(q)
}

func (l *linter) need(key string, t Text, what string) {
	if t.IsEmpty() {
		l.Errorf(l.place(key), "%s needs %q", what, key)
	}
}

func (l *linter) paired(check string, e *Expr, key string, message Text) {
	switch {
	case e != nil && message.IsEmpty():
		l.Errorf(l.place(check), "A %s needs %q, which says what to do", check, key)
	case l.at.Get(check) == nil && !message.IsEmpty():
		l.Errorf(l.place(key), "%s is never shown, because there is no %q", key, check)
	}
}

var banned = regexp.MustCompile(`(?i)\b(please|sorry|valid|invalid|illegal|forbidden|oops)\b|\b(e\.g|i\.e|etc)\b\.?`)

// words checks what people read.
func (l *linter) words(key string, t Text, noFullStop bool) {
	s := t.Source()
	if word := banned.FindString(s); word != "" {
		l.Errorf(l.place(key), "%q has the word %q, which we do not use. Say what to do instead", key, word)
	}
	if noFullStop && strings.HasSuffix(s, ".") {
		l.Errorf(l.place(key), "%q ends with a full stop. Leave it out", key)
	}
}

func (l *linter) hint(t Text) {
	l.words("hint", t, true)
	for _, sentence := range strings.FieldsFunc(t.Source(), func(r rune) bool { return strings.ContainsRune(".?!", r) }) {
		if n := len(strings.Fields(sentence)); n > maxHintWords {
			l.Warnf(l.place("hint"), "The hint has a sentence of %d words. Keep it to %d", n, maxHintWords)
		}
	}
}

// message warns of a full stop after a message's only sentence.
func (l *linter) message(key string, t Text) {
	if s := t.Source(); strings.HasSuffix(s, ".") && !strings.Contains(strings.TrimSuffix(s, "."), ". ") {
		l.Warnf(l.place(key), "%q is one sentence, so it needs no full stop", key)
	}
}

// always warns of conditions that nothing can change.
func (l *linter) always(e *Expr, key string) {
	if e == nil {
		return
	}
	if v, fixed := e.constant(); fixed {
		if v.Truth() {
			l.Warnf(l.place(key), "%q is always true. Leave it out", key)
		} else {
			l.Warnf(l.place(key), "%q is never true", key)
		}
		return
	}
	if name := contradiction(e.root); name != "" {
		l.Warnf(l.place(key), "%q is never true: ${%s} cannot be two things at once", key, name)
	}
}

// contradiction finds ${x} = 'a' and ${x} = 'b'.
func contradiction(root node) string {
	is := make(map[*Question]string)
	var name string
	var look func(n node)
	look = func(n node) {
		b, ok := n.(*binary)
		if !ok {
			return
		}
		if b.op == opAnd {
			look(b.left)
			look(b.right)
			return
		}
		r, isRef := b.left.(*reference)
		v, isText := b.right.(*literal)
		if b.op != opEqual || !isRef || !isText || r.question == nil || r.question.Type == TypeSelectMultiple {
			return
		}
		if other, seen := is[r.question]; seen && other != v.value.String() {
			name = r.name
		}
		is[r.question] = v.value.String()
	}
	look(root)
	return name
}

// appearances and the types of questions that they are for.
var appearances = map[string][]Type{
	"multiline": {TypeText}, "search": {TypeSelectOne, TypeSelectMultiple}, "minimal": {TypeSelectOne},
	"horizontal": {TypeSelectOne}, "partial-date": {TypeDate}, "warning": {TypeNote},
	"w2": sized, "w4": sized, "w5": sized, "w10": sized, "w20": sized,
}

var sized = []Type{TypeText, TypeInteger, TypeDecimal}

func (l *linter) appearance(q *Question) {
	for _, a := range q.Appearance {
		types, ok := appearances[a]
		if !ok {
			l.Unknown(l.place("appearance"), a, slices.Sorted(maps.Keys(appearances)), "There is no appearance %q", a)
		} else if !slices.Contains(types, q.Type) {
			l.Errorf(l.place("appearance"), "The appearance %q is not for %s", a, q.Type)
		}
	}
	if q.Type == TypeSelectOne && q.List != nil && len(q.List.Choices) > maxRadios && !q.Has("search") && !q.Has("minimal") && q.ChoiceFilter == nil {
		l.Warnf(l.place("type"), "%d choices are many to look through. Give the question the appearance %q", len(q.List.Choices), "search")
	}
}

func (l *linter) validators(q *Question) {
	if q.Validate == "" {
		return
	}
	switch q.Type {
	case TypeText, TypeInteger, TypeDecimal, TypeDate, TypeTime:
	default:
		l.Errorf(l.place("validate"), "validate is for what is typed, not for %s", q.Type)
	}
	if l.known.Validators == nil {
		return
	}
	before := len(l.Problems)
	for _, rule := range strings.FieldsFunc(q.Validate, func(r rune) bool { return r == ',' || r == '|' }) {
		tag, _, _ := strings.Cut(rule, "=")
		if !l.known.Validators[tag] {
			l.Unknown(l.place("validate"), tag, slices.Sorted(maps.Keys(l.known.Validators)), "There is no validate tag %q", tag)
		}
	}
	if l.known.Validate == nil || len(l.Problems) > before {
		return
	}
	if err := l.known.Validate(q.Validate); err != nil {
		l.Errorf(l.place("validate"), "validate cannot be used as it is: %v", err)
	}
}

func (l *linter) statutory(q *Question) {
	if l.known.Items == nil {
		return
	}
	for _, item := range q.Items {
		if !l.known.Items[item] {
			l.Unknown(l.place("item"), item, slices.Sorted(maps.Keys(l.known.Items)), "No statutory return has the item %q", item)
		}
	}
}

// list checks the words of a list's choices. A shared code set is checked at
// each form that uses it, since its words show there.
func (l *linter) list(d *Definition, list *ChoiceList) {
	rows := d.file.Get("choices").Get(list.Name)
	if set := d.codesets[list.Name]; set != nil {
		rows = set
	}
	for i, c := range list.Choices {
		if l.at = rows; i < len(rows.Items) {
			l.at = rows.Items[i]
		}
		l.words("label", c.Label, true)
		l.words("hint", c.Hint, true)
	}
	used := slices.ContainsFunc(d.inOrder, func(q *Question) bool { return q.List == list })
	if !used {
		l.Warnf(d.file.Get("choices").Get(list.Name), "No question uses the list %s", list.Name)
	}
}

// Check looks for what is wrong between the forms of a task: something asked
// twice, and same_as that is no id.
func (s *Set) Check() source.Problems {
	var problems source.Problems
	first := make(map[string]*Question)
	for _, q := range s.questions {
		at := &linter{at: q.node}
		// A question that same_as replaces need not be there any more.
		if q.SameAs != "" && strings.Count(string(q.SameAs), "/") < 2 {
			problems.Errorf(at.place("same_as"), "same_as takes a question’s whole id, form/section/name, not %q", q.SameAs)
		}
		for _, item := range q.Items {
			key := fmt.Sprintf("%s of %s", item, q.Entity())
			other := first[key]
			if other == nil {
				first[key] = q
				continue
			}
			if q.Calculate == nil && other.Calculate == nil && q.SameAs == "" && other.SameAs == "" {
				problems.Errorf(at.place("item"), "%s is asked twice: here and in %s. Ask once, or say same_as", item, other.ID)
			}
		}
	}
	return problems.Sorted()
}
