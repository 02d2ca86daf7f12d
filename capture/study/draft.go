package study

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// Draft is a scenario's file while somebody writes it, finished or not. Only what is
// changed is written anew: see [source.Rewrite].
type Draft struct {
	ID, Title, Summary, ContentNote string
	Today                           datatype.Date // zero: not decided yet
	// Words replace the forms' own, in the order of the file.
	Words []DraftWord
	// Paragraphs are the story, with its facts as they are marked in the file.
	Paragraphs []string
	People     []Person
	Tasks      []DraftTask
	// Entities and Cells are the key. Its questions stand as the file calls them.
	Entities []KeyEntity
	Cells    []KeyCell

	types map[string]capture.EntityType // of aliases, those of what is known too
	file  []byte
	root  *source.Node
	read  *Draft // as it was read
}

// DraftWord is one word that replaces the forms'.
type DraftWord struct{ Name, Words string }

// DraftTask is what can be changed of a task.
type DraftTask struct {
	ID, Title string
	Minutes   int      // 0: not said
	Success   []string // alias.question, as the file calls it
	// Forms and Background stay as they are.
	Forms, Background []string
}

// ReadDraft reads the file of a scenario. It may have faults of every kind but has to
// be YAML of keys and values.
func ReadDraft(file []byte) (*Draft, error) {
	root, problems := source.Parse("", file)
	if root == nil {
		return nil, problems
	}
	if root.Kind != source.Map || root.Get("scenario") == nil {
		return nil, errors.New("this file is not a scenario. The first line of a scenario is “scenario:” and its name")
	}
	var found source.Problems
	s := readScenario(root, &found)
	d := &Draft{ID: s.ID, Title: s.Title, Summary: s.Summary, ContentNote: s.ContentNote, Today: s.Today, People: s.People, file: file, root: root}
	for _, e := range root.Get("words").EntriesOrNone() {
		d.Words = append(d.Words, DraftWord{e.Key.Value, s.Words[e.Key.Value]})
	}
	if story := root.Get("vignette"); story != nil {
		d.Paragraphs = paragraphs(story.Value)
	}
	for i := range s.Tasks {
		t := &s.Tasks[i]
		next := DraftTask{ID: t.ID, Title: t.Title, Minutes: t.Minutes, Forms: t.Forms, Background: t.Background}
		for _, n := range t.success {
			next.Success = append(next.Success, n.Value)
		}
		d.Tasks = append(d.Tasks, next)
	}
	d.Entities = slices.DeleteFunc(slices.Clone(s.Key.Entities), func(e KeyEntity) bool { return root.Get("key").Get("entities").Get(e.Alias) == nil })
	d.Cells = s.Key.Cells
	d.types = map[string]capture.EntityType{}
	for _, e := range s.Key.Entities {
		d.types[e.Alias] = e.Type
	}
	d.read = d.Clone()
	return d, nil
}

// Clone returns a draft that can be changed without changing this one.
func (d *Draft) Clone() *Draft {
	out := *d
	out.Words, out.Paragraphs, out.People = slices.Clone(d.Words), slices.Clone(d.Paragraphs), slices.Clone(d.People)
	out.Tasks, out.Entities, out.Cells = slices.Clone(d.Tasks), slices.Clone(d.Entities), slices.Clone(d.Cells)
	out.types = maps.Clone(d.types)
	for i := range out.Tasks {
		out.Tasks[i].Success = slices.Clone(out.Tasks[i].Success)
	}
	return &out
}

// paragraphs parts a story at blank lines, each paragraph on one line.
func paragraphs(story string) (out []string) {
	for _, block := range blankLine.Split(story, -1) {
		if block = strings.Join(strings.Fields(block), " "); block != "" {
			out = append(out, block)
		}
	}
	return out
}

// Facts are the numbers of the facts that words of a story carry.
func Facts(words string) (out []int) {
	for _, m := range factMark.FindAllStringSubmatch(words, -1) {
		n, _ := strconv.Atoi(m[1])
		out = append(out, n)
	}
	return out
}

// YAML writes the draft as a file. What is not decided yet stands there with nothing
// after its key.
func (d *Draft) YAML() ([]byte, error) {
	root := d.root.Clone()
	line := func(key, words, was string) {
		if words != was {
			place(root, key, source.NewScalar(source.Tidy(words)))
		}
	}
	line("scenario", d.ID, d.read.ID)
	line("title", d.Title, d.read.Title)
	line("summary", d.Summary, d.read.Summary)
	line("content_note", d.ContentNote, d.read.ContentNote)
	if d.Today != d.read.Today {
		place(root, "today", source.NewScalar(date(d.Today)))
	}
	if !slices.Equal(d.Words, d.read.Words) {
		words := &source.Node{Kind: source.Map}
		for _, w := range d.Words {
			words.Set(w.Name, source.NewScalar(source.Tidy(w.Words)))
		}
		place(root, "words", words)
	}
	if !slices.Equal(d.People, d.read.People) {
		place(root, "people", peopleNode(d.People))
	}
	if !slices.Equal(d.Paragraphs, d.read.Paragraphs) {
		place(root, "vignette", storyNode(d.Paragraphs))
	}
	for i, t := range d.Tasks {
		if i < len(d.read.Tasks) {
			t.write(root.Get("tasks").Items[i], &d.read.Tasks[i])
		}
	}
	d.writeKey(root)
	return source.Rewrite(d.file, root)
}

// keyOrder is the order of a scenario's keys, for those that a file does not have yet.
var keyOrder = []string{"scenario", "title", "summary", "content_note", "today", "words", "people", "vignette", "tasks", "known", "index", "siblings", "key", "traps"}

// place gives the scenario's key a value: a new one after those that stand before it.
func place(root *source.Node, key string, value *source.Node) {
	if root.Get(key) == nil {
		at := 0
		for i, e := range root.Entries {
			if slices.Index(keyOrder, e.Key.Value) < slices.Index(keyOrder, key) {
				at = i + 1
			}
		}
		root.Entries = slices.Insert(root.Entries, at, source.Entry{Key: source.NewScalar(key)})
		root.Entries[at].Value = value
		return
	}
	root.Set(key, value)
}

func peopleNode(people []Person) *source.Node {
	out := &source.Node{Kind: source.List}
	for _, p := range people {
		row := &source.Node{Kind: source.Map}
		row.Set("name", source.NewScalar(source.Tidy(p.Name)))
		if line := source.Tidy(p.Line); line != "" {
			row.Set("line", source.NewScalar(line))
		}
		out.Items = append(out.Items, row)
	}
	if len(people) == 0 {
		return source.NewScalar("")
	}
	return out
}

// storyNode is a story whose paragraphs are parted by blank lines.
func storyNode(all []string) *source.Node {
	var out []string
	for _, p := range all {
		if p = source.Tidy(p); p != "" {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return source.NewScalar("")
	}
	return source.NewScalar(strings.Join(out, "\n\n") + "\n")
}

func (t *DraftTask) write(node *source.Node, was *DraftTask) {
	if t.ID != was.ID {
		node.Set("task", source.NewScalar(source.Tidy(t.ID)))
	}
	if t.Title != was.Title {
		node.Set("title", source.NewScalar(source.Tidy(t.Title)))
	}
	if t.Minutes != was.Minutes {
		node.Set("minutes", source.NewScalar(strconv.Itoa(t.Minutes)))
		if t.Minutes == 0 {
			node.Set("minutes", nil)
		}
	}
	if !slices.Equal(t.Success, was.Success) {
		node.Set("success", texts(t.Success))
		if len(t.Success) == 0 {
			node.Set("success", nil)
		}
	}
}

func texts(words []string) *source.Node {
	out := &source.Node{Kind: source.List}
	for _, w := range words {
		out.Items = append(out.Items, &source.Node{Kind: source.Scalar, Value: w})
	}
	return out
}

// writeKey writes the entities and cells that are not as they were read.
func (d *Draft) writeKey(root *source.Node) {
	if sameEntities(d.Entities, d.read.Entities) && slices.EqualFunc(d.Cells, d.read.Cells, sameCell) {
		return
	}
	key := root.Get("key")
	if key == nil || key.Kind != source.Map {
		key = &source.Node{Kind: source.Map}
		place(root, "key", key)
	}
	if !sameEntities(d.Entities, d.read.Entities) {
		entities := &source.Node{Kind: source.Map}
		for _, e := range d.Entities {
			one := &source.Node{Kind: source.Map}
			one.Set("type", source.NewScalar(string(e.Type)))
			if e.Parent != "" {
				one.Set("parent", source.NewScalar(e.Parent))
			}
			entities.Set(e.Alias, one)
		}
		key.Set("entities", entities)
		if len(d.Entities) == 0 {
			key.Set("entities", nil)
		}
	}
	old := key.Get("answers")
	answers := &source.Node{Kind: source.Map}
	for _, c := range d.Cells {
		about := answers.Get(c.Alias)
		if about == nil {
			about = &source.Node{Kind: source.Map}
			answers.Set(c.Alias, about)
		}
		value := cellNode(&c)
		was := slices.IndexFunc(d.read.Cells, func(o KeyCell) bool { return o.KeyRef == c.KeyRef })
		if was >= 0 && sameCell(c, d.read.Cells[was]) && old.Get(c.Alias).Get(string(c.Question)) != nil {
			value = old.Get(c.Alias).Get(string(c.Question)) // as somebody wrote it
		}
		about.Set(string(c.Question), value)
	}
	key.Set("answers", answers)
	if len(d.Cells) == 0 {
		key.Set("answers", source.NewScalar(""))
	}
}

func sameEntities(a, b []KeyEntity) bool {
	return slices.EqualFunc(a, b, func(x, y KeyEntity) bool { return x.Alias == y.Alias && x.Type == y.Type && x.Parent == y.Parent })
}

func sameCell(a, b KeyCell) bool {
	return a.KeyRef == b.KeyRef && slices.Equal(a.Values, b.Values) && slices.Equal(a.States, b.States) && a.Days == b.Days &&
		a.Blank == b.Blank && slices.Equal(a.Facts, b.Facts) && a.NotScored == b.NotScored
}

// cellNode is a right answer as a file has it: one word where that says all.
func cellNode(c *KeyCell) *source.Node {
	scalar := func(w string) *source.Node { return &source.Node{Kind: source.Scalar, Value: w} }
	if len(c.Values) == 1 && len(c.States)+len(c.Facts)+c.Days == 0 && !c.NotScored && !c.Blank {
		return scalar(c.Values[0])
	}
	out := &source.Node{Kind: source.Map}
	if c.NotScored {
		out.Set("not_scored", scalar("true"))
	}
	switch {
	case len(c.Values) == 1:
		out.Set("value", scalar(c.Values[0]))
	case len(c.Values) > 1:
		out.Set("any_of", texts(c.Values))
	}
	var states, facts []string
	for _, s := range c.States {
		states = append(states, s.String())
	}
	for _, f := range c.Facts {
		facts = append(facts, strconv.Itoa(f))
	}
	switch {
	case len(states) == 1:
		out.Set("state", scalar(states[0]))
	case len(states) > 1:
		out.Set("state", texts(states))
	}
	if c.Blank {
		out.Set("blank", scalar("true"))
	}
	if c.Days > 0 {
		out.Set("within_days", scalar(strconv.Itoa(c.Days)))
	}
	if len(facts) > 0 {
		out.Set("facts", texts(facts))
	}
	return out
}

// Cell returns the right answer to a question as the file calls it, or nil.
func (d *Draft) Cell(ref KeyRef) *KeyCell {
	for i := range d.Cells {
		if d.Cells[i].KeyRef == ref {
			return &d.Cells[i]
		}
	}
	return nil
}

// Sets are the newest forms of each task, linked; nil for a task whose forms are not
// all there.
func (d *Draft) Sets(lib *Library) []*form.Set {
	out := make([]*form.Set, len(d.Tasks))
	newest := func(ids []string) (defs []*form.Definition, all bool) {
		for _, id := range ids {
			if lib.Forms[id] == nil {
				return nil, false
			}
			defs = append(defs, lib.Forms[id])
		}
		return defs, true
	}
	for i, t := range d.Tasks {
		forms, all := newest(t.Forms)
		behind, known := newest(t.Background)
		if !all || !known {
			continue
		}
		if set, err := form.LinkTask(forms, behind); err == nil {
			out[i] = set
		}
	}
	return out
}

// Question is what a place of the key means in the forms of the tasks, or nil.
func (d *Draft) Question(sets []*form.Set, ref KeyRef) *form.Question {
	var found *form.Question
	for _, set := range sets {
		if set == nil {
			continue
		}
		for _, q := range questions(set, d.types[ref.Alias], string(ref.Question)) {
			if found != nil && found.ID != q.ID {
				return nil // it can mean two
			}
			if found == nil || found.Form.Background {
				found = q
			}
		}
	}
	return found
}

// Copy returns a scenario of its own with the same story and key. Its tasks have names
// of their own, so that a round can have both; taken says which names are in use.
func (d *Draft) Copy(id, title string, taken func(task string) bool) *Draft {
	out := d.Clone()
	out.ID, out.Title = id, title
	for i := range out.Tasks {
		t := &out.Tasks[i]
		base := t.ID
		for n := 2; taken(t.ID); n++ {
			t.ID = base + "-" + strconv.Itoa(n)
		}
	}
	return out
}
