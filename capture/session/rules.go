package session

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/capture/study"
	"recordwell/validation"
	"recordwell/validation/message"
)

// returnsOf makes the rules of the returns for a task; nil where its study
// belongs to no collection.
func (s *Setup) returnsOf(set *form.Set, story *study.Scenario) (*statutory.Rules, error) {
	c := s.Study.Collection
	if c.Return == "" {
		return nil, nil //nolint:nilnil // no collection, no rules
	}
	return statutory.New(set, statutory.Collection{Year: c.Year, Start: c.Start, End: c.End, Today: story.Today, Calendar: s.Calendar})
}

// say puts an issue into words. A rule of a return speaks of the child by name
// and of choices by their labels.
func (s *Session) say(i *validation.Issue) message.Message {
	o := message.Options{Wording: message.Wording(s.condition.Wording)}
	rules := s.now.schema.Returns()
	if rules == nil || rules.Info(i.Rule) == nil {
		return message.English().For(*i, nil, o)
	}
	o.Labels = func(place, code string) (string, bool) {
		var labels []string
		for _, one := range strings.Split(code, ", ") {
			c := rules.Choice(i.Rule, place, one)
			if c == nil {
				return "", false
			}
			labels = append(labels, "“"+s.now.draft.Render(c.Label, "")+"”")
		}
		return join(labels), true
	}
	named := *i
	if named.Args = maps.Clone(i.Args); named.Args == nil {
		named.Args = map[string]string{}
	}
	named.Args["child"] = s.child()
	info := *rules.Info(i.Rule)
	info.Title = strings.ReplaceAll(info.Title, "{child}", s.child())
	m := message.English().For(named, &info, o)
	m.Title, m.Text, m.Do = capital(m.Title), capital(m.Text), capital(m.Do)
	return m
}

// sentences joins what happened and what to do, where both are there.
func sentences(m message.Message) string {
	switch {
	case m.Text == "":
		return m.Do
	case m.Do == "":
		return m.Text
	}
	return strings.TrimSuffix(m.Text, ".") + ". " + m.Do
}

// child is the name of the child in the story.
func (s *Session) child() string {
	if name := s.now.draft.Story().Words["child_name"]; name != "" {
		return name
	}
	return "the child"
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

func join(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// ruleName is how a rule is looked up in the Department's list.
func ruleName(i *validation.Info, query bool) string {
	if query {
		return "Check " + i.Code
	}
	return "Rule " + i.Code
}

// ruleNote completes "why we ask" where a return's rule speaks at a question.
func (s *Session) ruleNote(ref capture.Ref, issue *validation.Issue) string {
	if issue == nil {
		return ""
	}
	f := s.now.draft.Finding(ref, issue.Rule)
	if f == nil {
		return ""
	}
	return fmt.Sprintf("%s of the %s", ruleName(f.Info, issue.Severity == validation.Query), f.Return)
}

// others are the further questions that a return's rule is about.
func (s *Session) others(ref capture.Ref, issue *validation.Issue) []QuestionLink {
	if issue == nil {
		return nil
	}
	f := s.now.draft.Finding(ref, issue.Rule)
	if f == nil {
		return nil
	}
	var out []QuestionLink
	for _, r := range f.Refs {
		if r != ref && s.canGo(r) {
			out = append(out, s.link(r))
		}
	}
	return out
}

func (s *Session) link(ref capture.Ref) QuestionLink {
	return QuestionLink{Ref: ref, Short: s.now.draft.Render(s.now.Set.Question(ref.Question).Short, ref.Entity)}
}

// canGo reports whether a question stands on a page of the task.
func (s *Session) canGo(ref capture.Ref) bool {
	q := s.now.Set.Question(ref.Question)
	return q != nil && slices.Contains(s.now.schema.Sections(), q.Section)
}

// rulesView is what the rules of the returns find in the whole record; nil where
// none are checked.
func (s *Session) rulesView() *RulesView {
	d := s.now.draft
	rules := d.Returns()
	if rules == nil {
		return nil
	}
	v := &RulesView{Returns: rules.Titles(), Passed: d.Record().Passed(nil), YearEnds: s.setup.Study.Collection.End.Words()}
	var explained []RuleFinding
	findings := d.Findings()
	for i := range findings {
		f := &findings[i]
		line := s.ruleFinding(f)
		switch {
		case f.Later:
			v.Later = append(v.Later, line)
		case line.Explained:
			explained = append(explained, line)
		case !line.Reached:
			v.NotReached = append(v.NotReached, line)
		case f.Severity == validation.Query:
			v.ToCheck++
			v.Findings = append(v.Findings, line)
		default:
			v.ToFix++
			v.Findings = append(v.Findings, line)
		}
	}
	slices.SortStableFunc(v.NotReached, func(a, b RuleFinding) int { return order(a.Query) - order(b.Query) })
	slices.SortStableFunc(v.Findings, func(a, b RuleFinding) int { return order(a.Query) - order(b.Query) })
	v.Explained = len(explained)
	v.Findings = append(v.Findings, explained...)
	return v
}

func order(query bool) int {
	if query {
		return 1
	}
	return 0
}

func (s *Session) ruleFinding(f *statutory.Finding) RuleFinding {
	d := s.now.draft
	m := s.say(&f.Issue)
	line := RuleFinding{Code: ruleName(f.Info, f.Severity == validation.Query), Title: m.Title, Text: sentences(m), Query: f.Severity == validation.Query}
	ref, reason, explained := d.ReasonFor(f)
	line.Reached = ref.Question != "" || d.Reached(f)
	if ref.Question == "" && len(f.Refs) > 0 {
		ref = f.Refs[0]
	}
	if ref.Question != "" && s.canGo(ref) {
		line.Ref, line.Short = ref, s.link(ref).Short
	}
	if line.Query {
		line.Reason, line.Explained = reason, explained
	}
	return line
}

// passedIn counts the rules that read a section and find nothing.
func passedIn(d *draft.Draft, section *form.Section) int {
	if d.Record() == nil {
		return 0
	}
	return d.Record().Passed(section)
}
