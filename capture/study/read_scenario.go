package study

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// readScenario reads a scenario as it is written: the questions of its key are
// resolved to ids once its forms are known.
func readScenario(root *source.Node, problems *source.Problems) *Scenario {
	f := problems.Fields(root, "a scenario", "scenario", "title", "summary", "content_note", "today", "words", "people", "vignette", "tasks", "known", "index", "siblings", "key", "traps")
	s := &Scenario{
		ID: f.Need("scenario", "a scenario"), Title: f.Need("title", "a scenario"),
		Summary: f.Words("summary"), ContentNote: f.Words("content_note"),
		Today: f.Date("today"), Words: make(map[string]string), node: root,
	}
	f.Need("today", "a scenario")
	f.Need("content_note", "a scenario")
	s.Vignette = readVignette(f.Need("vignette", "a scenario"))
	words := problems.OpenFields(f.Get("words"), "words")
	for _, e := range f.Entries("words") {
		s.Words[e.Key.Value] = words.Words(e.Key.Value)
	}
	for _, row := range f.List("people") {
		p := problems.Fields(row, "a person", "name", "line")
		s.People = append(s.People, Person{Name: p.Need("name", "a person"), Line: p.Words("line")})
	}
	for _, row := range f.List("tasks") {
		s.Tasks = append(s.Tasks, readTask(row, problems))
	}
	if len(s.Tasks) == 0 {
		problems.Errorf(f.Place("tasks"), "A scenario needs at least one task")
	}
	s.readIndex(f, problems)
	s.readSiblings(f, problems)
	s.readTraps(f, problems)
	if f.Get("key") == nil {
		problems.Errorf(root, "A scenario needs a key with the right answers")
		return s
	}
	s.Key = readKey(problems.Fields(f.Get("key"), "a key", "entities", "answers"), problems)
	if f.Get("known") != nil {
		s.readKnown(problems.Fields(f.Get("known"), "what is known", "entities", "answers"), problems)
	}
	return s
}

var (
	factMark  = regexp.MustCompile(`\[(\d+):\s*([^\]]*)\]`)
	blankLine = regexp.MustCompile(`\n[ \t]*\n`)
)

// readVignette splits the story into paragraphs at blank lines, and those into
// runs with and without a fact.
func readVignette(text string) (out []Paragraph) {
	for _, block := range paragraphs(text) {
		out = append(out, Paragraph{Runs(block)})
	}
	return out
}

// Runs splits a paragraph of a story into words with and without a fact.
func Runs(block string) (out []Run) {
	from := 0
	for _, m := range factMark.FindAllStringSubmatchIndex(block, -1) {
		if m[0] > from {
			out = append(out, Run{Text: block[from:m[0]]})
		}
		number, _ := strconv.Atoi(block[m[2]:m[3]])
		out = append(out, Run{Text: block[m[4]:m[5]], Fact: number})
		from = m[1]
	}
	if from < len(block) {
		out = append(out, Run{Text: block[from:]})
	}
	return out
}

func readTask(row *source.Node, problems *source.Problems) Task {
	f := problems.Fields(row, "a task", "task", "title", "minutes", "forms", "background", "success")
	t := Task{ID: f.Need("task", "a task"), Title: f.Words("title"), Minutes: f.Int("minutes"), node: row}
	f.Need("title", "a task")
	t.forms = f.Texts("forms")
	for _, n := range t.forms {
		t.Forms = append(t.Forms, n.Value)
	}
	t.background = f.Texts("background")
	for _, n := range t.background {
		t.Background = append(t.Background, n.Value)
	}
	if len(t.Forms) == 0 {
		problems.Errorf(f.Place("forms"), "A task needs at least one form")
	}
	for _, n := range f.Texts("success") {
		alias, question, ok := strings.Cut(n.Value, ".")
		if !ok {
			problems.Errorf(n, "A critical answer is written alias.question, not %q", n.Value)
			continue
		}
		t.Success = append(t.Success, KeyRef{alias, capture.QuestionID(question)})
		t.success = append(t.success, n)
	}
	return t
}

func readKey(f source.Fields, problems *source.Problems) Key {
	var k Key
	for _, e := range f.Entries("entities") {
		entity := problems.Fields(e.Value, "an entity", "type", "parent")
		k.Entities = append(k.Entities, KeyEntity{
			Alias: e.Key.Value, Type: capture.EntityType(entity.Need("type", "an entity")), Parent: entity.Text("parent"), node: e.Key,
		})
	}
	answers := problems.OpenFields(f.Get("answers"), "answers")
	for _, alias := range f.Entries("answers") {
		for _, e := range answers.Entries(alias.Key.Value) {
			cell := KeyCell{KeyRef: KeyRef{alias.Key.Value, capture.QuestionID(e.Key.Value)}, node: e.Key}
			cell.read(e.Value, problems)
			k.Cells = append(k.Cells, cell)
		}
	}
	return k
}

func (c *KeyCell) read(n *source.Node, problems *source.Problems) {
	switch n.Kind {
	case source.Empty:
		problems.Errorf(c.node, "A right answer is a value, or blank: true")
		return
	case source.Scalar:
		c.Values = []string{strings.TrimSpace(n.Value)}
		return
	case source.List:
		c.Values = values(n.Items, problems)
		return
	}
	f := problems.Fields(n, "a right answer", "value", "any_of", "state", "blank", "within_days", "facts", "not_scored")
	c.Values = values(slices.Concat(f.Texts("value"), f.Texts("any_of")), problems)
	if f.Has("value") && f.Has("any_of") {
		problems.Errorf(f.Place("any_of"), "Write %q or %q, not both", "value", "any_of")
	}
	for _, s := range f.Texts("state") {
		state, ok := capture.ParseState(s.Value)
		if !ok || state <= capture.Answered {
			problems.Unknown(s, s.Value, []string{"not_known", "not_yet_obtained", "refused"}, "There is no state %q to answer with", s.Value)
			continue
		}
		c.States = append(c.States, state)
	}
	c.Blank, c.Days, c.NotScored = f.Bool("blank"), f.Int("within_days"), f.Bool("not_scored")
	for _, fact := range f.Texts("facts") {
		number, err := strconv.Atoi(fact.Value)
		if err != nil || number < 1 {
			problems.Errorf(fact, "A fact is a number of the vignette, not %q", fact.Value)
			continue
		}
		c.Facts = append(c.Facts, number)
	}
	decided := len(c.Values) + len(c.States)
	switch {
	case c.Blank && decided > 0:
		problems.Errorf(f.Place("blank"), "What must be blank has no right answer besides")
	case !c.Blank && !c.NotScored && decided == 0:
		problems.Errorf(n, "A right answer needs %q, %q or %q", "value", "state", "blank: true")
	}
}

func values(nodes []*source.Node, problems *source.Problems) []string {
	var out []string
	for _, n := range nodes {
		if n.Kind != source.Scalar {
			problems.Errorf(n, "A right answer is text, but this is %s", n.Kind)
			continue
		}
		out = append(out, strings.TrimSpace(n.Value))
	}
	return out
}
