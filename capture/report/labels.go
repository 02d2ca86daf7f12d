package report

import (
	"strings"
	"unicode"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
)

// labels gives ids their words: those of the forms, with "the child" for a
// name, because a report is about many stories.
type labels struct {
	questions map[capture.QuestionID]*form.Question
	sections  map[string]*form.Section
	order     map[capture.QuestionID]int
	pages     []string
	twice     map[string]bool // names that more than one question has
	asked     map[capture.QuestionID]string
}

func newLabels(forms []*form.Definition) *labels {
	l := &labels{questions: map[capture.QuestionID]*form.Question{}, sections: map[string]*form.Section{}, order: map[capture.QuestionID]int{}, twice: map[string]bool{}, asked: map[capture.QuestionID]string{}}
	for _, f := range forms {
		for _, s := range f.Sections {
			l.sections[s.ID] = s
			l.pages = append(l.pages, s.ID)
		}
		for _, q := range f.Questions() {
			l.order[q.ID] = len(l.order)
			l.questions[q.ID] = q
		}
	}
	seen := map[string]bool{}
	for id := range l.questions {
		name := l.name(id)
		l.twice[name] = l.twice[name] || seen[name]
		seen[name] = true
	}
	return l
}

// question returns the name of a question, with its section where another one has
// the same name. It is asked for at every place that failed, so it is kept.
func (l *labels) question(id capture.QuestionID) string {
	if name, known := l.asked[id]; known {
		return name
	}
	name := l.name(id)
	if title, _ := l.sectionTitle(l.section(id)); l.twice[name] && title != "" {
		name += " (" + lower(title) + ")"
	}
	l.asked[id] = name
	return name
}

// name returns the short name of a question, with who it is about in a repeating
// group: "Person: date of birth".
func (l *labels) name(id capture.QuestionID) string {
	q := l.questions[id]
	if q == nil {
		return string(id)
	}
	words := q.Short.Render(form.Nobody{})
	if words == "" {
		words = q.Label.Render(form.Nobody{})
	}
	if words == "" {
		return q.Name
	}
	if q.Repeat != nil {
		return upper(strings.ReplaceAll(string(q.Repeat.Entity), "_", " ")) + ": " + lower(words)
	}
	return upper(words)
}

// section returns the id of a question's section.
func (l *labels) section(id capture.QuestionID) string {
	if q := l.questions[id]; q != nil && q.Section != nil {
		return q.Section.ID
	}
	parts := strings.SplitN(string(id), "/", 3)
	return strings.Join(parts[:min(2, len(parts))], "/")
}

// listOf returns the section in which entries of a type are added.
func (l *labels) listOf(t capture.EntityType) string {
	for _, page := range l.pages {
		for _, q := range l.questions {
			if q.Repeat != nil && q.Repeat.Entity == t && q.Section != nil && q.Section.ID == page {
				return page
			}
		}
	}
	return ""
}

func (l *labels) sectionTitle(id string) (title, of string) {
	s := l.sections[id]
	if s == nil {
		return id, ""
	}
	return upper(s.Label.Render(form.Nobody{})), s.Form.Title
}

// ruleKinds are the kinds of rule that a form has, as the end of a rule's id.
var ruleKinds = map[string]string{
	"required":   "missing",
	"type":       "cannot be read as an answer",
	"length":     "too long",
	"constraint": "breaks a rule of the form",
	"query":      "looks odd",
	// The checks of single answers, by their tags.
	"upn":         "not a UPN",
	"nhsnumber":   "not an NHS number",
	"postcode":    "not a postcode",
	"lachildid":   "not a local child ID",
	"lacode":      "not the code of an authority",
	"schoolurn":   "not the number of a school",
	"personname":  "has what no name has",
	"ukphone":     "not a phone number",
	"emailaddr":   "not an email address",
	"decimal":     "not a number",
	"integer":     "not a whole number",
	"isodate":     "not a date",
	"partialdate": "not a date or part of one",
	"time":        "not a time",
	"between":     "out of its limits",
	"max":         "too long",
	"min":         "too short",
	"len":         "too long or too short",
	"oneof":       "not one of the choices",
}

// rule returns a rule's title.
func (l *labels) rule(id string) string {
	question, kind, found := strings.Cut(id, "#")
	if !found {
		if title := statutory.Title(id); title != "" {
			return title
		}
		return id
	}
	words := ruleKinds[kind]
	if words == "" {
		words = "not in the right form"
	}
	return l.question(capture.QuestionID(question)) + ": " + words
}

func upper(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// lower writes the first letter small, unless it begins an abbreviation.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 1 && unicode.IsUpper(r[1]) || len(r) == 0 {
		return s
	}
	r[0] = unicode.ToLower(r[0])
	return string(r)
}
