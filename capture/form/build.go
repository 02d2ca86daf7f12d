package form

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// Load reads one form. Its code sets are looked for in the folder codesets
// beside the form's own folder. The error is a [source.Problems] with everything
// that makes the form unusable. Names of other forms are resolved by [Link].
func Load(fsys fs.FS, path string) (*Definition, error) {
	d, problems := Read(fsys, path)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return d, nil
}

// Read is Load for those who want every problem, warnings too. The definition
// is nil when the file is not a form at all; with errors it is incomplete.
func Read(fsys fs.FS, name string) (*Definition, source.Problems) {
	return ReadFrom(source.NewFiles(fsys), name)
}

// ReadFrom is Read for those who read more of the same files.
func ReadFrom(files *source.Files, name string) (*Definition, source.Problems) {
	root, problems := files.Read(name)
	if root == nil {
		return nil, problems
	}
	codesets := make(map[string]*source.Node)
	folder := path.Join(path.Dir(path.Dir(name)), "codesets")
	for _, e := range root.Get("choices").EntriesOrNone() {
		if set := e.Value.Get("codeset"); set != nil && set.Kind == source.Scalar {
			codesets[e.Key.Value] = readCodeset(files, folder, set, &problems)
		}
	}
	d := build(root, codesets, &problems)
	bindAll([]*Definition{d}, false, &problems)
	d.Hash = contentHash(root, codesets)
	return d, problems.Sorted()
}

// CheckCodeset reads one shared list by itself and reports what is wrong.
func CheckCodeset(files *source.Files, file string) source.Problems {
	var problems source.Problems
	name := strings.TrimSuffix(path.Base(file), ".yaml")
	ref := &source.Node{File: file, Kind: source.Scalar, Value: name}
	rows := readCodeset(files, path.Dir(file), ref, &problems)
	if rows == nil {
		return problems
	}
	b := &builder{Problems: &problems, def: &Definition{Lists: map[string]*ChoiceList{}}}
	b.list(source.Entry{Key: ref, Value: rows})
	l := &linter{}
	for i, c := range b.def.Lists[name].Choices {
		l.at = rows.Items[min(i, len(rows.Items)-1)]
		l.words("label", c.Label, true)
		l.words("hint", c.Hint, true)
	}
	return append(problems, l.Problems...).Sorted()
}

// readCodeset returns the choices of a shared list.
func readCodeset(files *source.Files, folder string, ref *source.Node, problems *source.Problems) *source.Node {
	file := path.Join(folder, ref.Value+".yaml")
	if _, err := fs.Stat(files, file); err != nil {
		problems.Unknown(ref, ref.Value, filesIn(files, folder), "There is no code set %q (%s)", ref.Value, file)
		return nil
	}
	root, found := files.Read(file)
	*problems = append(*problems, found...)
	if root == nil {
		return nil
	}
	f := problems.Fields(root, "a code set", "codeset", "title", "source", "choices")
	if id := f.Need("codeset", "a code set"); id != "" && id != ref.Value {
		problems.Errorf(f.Place("codeset"), "The code set says that it is %q, but its file is %s", id, path.Base(file))
	}
	if len(f.List("choices")) == 0 {
		problems.Errorf(root, "The code set has no choices")
	}
	return f.Get("choices")
}

func filesIn(fsys fs.FS, folder string) []string {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return out
}

// builder makes a Definition from a file. Names in expressions and words are
// left pending.
type builder struct {
	*source.Problems
	def *Definition
	// asked holds the questions' names of the form (nil) and of each repeat.
	asked map[*Repeat]map[string]*source.Node
}

// pending is an expression or words whose names are to be resolved.
type pending struct {
	node      *source.Node
	expr      *Expr
	text      Text
	from      *Repeat   // where it stands
	self      *Question // whose "." it reads
	condition bool      // it has to be true or false
}

func build(root *source.Node, codesets map[string]*source.Node, problems *source.Problems) *Definition {
	d := &Definition{
		Words: map[string]string{}, Lists: map[string]*ChoiceList{}, byID: map[capture.QuestionID]*Question{},
		file: root, codesets: codesets,
	}
	b := &builder{Problems: problems, def: d, asked: map[*Repeat]map[string]*source.Node{}}
	f := b.Fields(root, "a form", "form", "version", "title", "entity", "parent", "when", "words", "choices", "read_back", "survey")
	if f.Node.Kind != source.Map {
		return d
	}
	d.ID = b.name(f, "form", "a form")
	d.Version = f.Need("version", "a form")
	d.Title = strings.Join(strings.Fields(f.Need("title", "a form")), " ")
	d.Entity = capture.EntityType(b.name(f, "entity", "a form"))
	d.Parent = capture.EntityType(f.Text("parent"))
	if d.Parent == "" && d.Entity != capture.CaseEntity {
		d.Parent = capture.CaseEntity
	}
	for _, e := range f.Entries("words") {
		words := b.OpenFields(f.Get("words"), "words")
		if !IsName(e.Key.Value) {
			b.Errorf(e.Key, "A word’s name is small letters, figures and _, not %q", e.Key.Value)
		}
		d.Words[e.Key.Value] = words.Words(e.Key.Value)
	}
	for _, e := range f.Entries("choices") {
		b.list(e)
	}
	_, d.read = b.readBack(f, carersOnly, nil).titles(carersOnly)
	rows := f.List("survey")
	if len(rows) == 0 {
		b.Errorf(f.Place("survey"), "A form needs a survey with at least one section")
	}
	for _, row := range rows {
		b.section(row)
	}
	d.When = b.when(f, nil)
	return d
}

// name reads a key that names something: small letters, figures and _.
func (b *builder) name(f source.Fields, key, what string) string {
	s := f.Need(key, what)
	if s != "" && !IsName(s) {
		b.Errorf(f.Place(key), "%q is small letters, figures and _, and begins with a letter; not %q", key, s)
	}
	return s
}

func (b *builder) list(e source.Entry) {
	list := &ChoiceList{Name: e.Key.Value, byName: map[string]int{}}
	b.def.Lists[list.Name] = list
	if !IsName(list.Name) {
		b.Errorf(e.Key, "A list’s name is small letters, figures and _, not %q", list.Name)
	}
	rows := e.Value
	if rows.Kind == source.Map {
		f := b.Fields(rows, "a list of choices", "codeset")
		f.Need("codeset", "a list of choices")
		if rows = b.def.codesets[list.Name]; rows == nil {
			return
		}
	}
	if rows.Kind != source.List || len(rows.Items) == 0 {
		b.Errorf(rows, "The list %s needs choices, or the name of a codeset", list.Name)
		return
	}
	for _, row := range rows.Items {
		b.choice(list, row)
	}
}

var choiceKeys = []string{"name", "label", "hint", "other", "exclusive", "state"}

func (b *builder) choice(list *ChoiceList, row *source.Node) {
	f := b.OpenFields(row, "a choice")
	if row.Kind != source.Map {
		b.Errorf(row, "A choice is written {name: …, label: …}")
		return
	}
	c := Choice{Name: f.Need("name", "a choice"), Exclusive: f.Bool("exclusive"), State: capture.Answered}
	if s := f.Text("state"); s != "" {
		var ok bool
		if c.State, ok = capture.ParseState(s); !ok || c.State <= capture.Answered {
			b.unknownState(f.Place("state"), s)
		}
	}
	c.Label, c.Hint = b.text(f, "label", nil), b.text(f, "hint", nil)
	if c.Label.IsEmpty() {
		b.Errorf(row, "A choice needs %q", "label")
	}
	if strings.ContainsAny(c.Name, " \t\n'\"") {
		b.Errorf(f.Place("name"), "A choice’s name has no spaces or quotes: %q", c.Name)
	}
	for _, n := range f.Texts("other") {
		c.Other = append(c.Other, strings.Join(strings.Fields(n.Value), " "))
	}
	for _, e := range row.Entries {
		if slices.Contains(choiceKeys, e.Key.Value) {
			continue
		}
		if c.Attributes == nil {
			c.Attributes = make(map[string]string)
		}
		c.Attributes[e.Key.Value] = f.Words(e.Key.Value)
	}
	if _, twice := list.byName[c.Name]; twice && c.Name != "" {
		b.Errorf(f.Place("name"), "The choice %q stands twice on the list %s", c.Name, list.Name)
		return
	}
	list.byName[c.Name] = len(list.Choices)
	list.Choices = append(list.Choices, c)
}

// text reads words, and leaves their names pending.
func (b *builder) text(f source.Fields, key string, from *Repeat) Text {
	s := f.Words(key)
	t, err := parseText(s)
	if err != nil {
		b.mistake(f.Get(key), err)
		return Words(s)
	}
	if t.segments != nil {
		b.def.pending = append(b.def.pending, pending{node: f.Get(key), text: t, from: from})
	}
	return t
}

// mistake reports an error of an expression at its letter.
func (b *builder) mistake(n *source.Node, err *exprError) { report(b.Problems, n, err) }

func report(problems *source.Problems, n *source.Node, err *exprError) {
	place := n.At(err.at)
	message := err.message
	if place == n && err.at > 0 {
		message += fmt.Sprintf(" (at letter %d)", err.at+1)
	}
	*problems = append(*problems, source.Problem{File: n.File, Line: place.Line, Column: place.Column, Message: message, Suggestion: err.suggestion})
}
