package form

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// around is where a row stands.
type around struct {
	section *Section
	repeat  *Repeat
	within  []*Expr
	path    string
	read    ReadBack
}

func (a around) inside(name string, relevant *Expr) around {
	a.path += "/" + name
	if relevant != nil {
		a.within = append(slices.Clip(a.within), relevant)
	}
	return a
}

var (
	groupKeys  = []string{"type", "name", "label", "hint", "relevant", "read_back", "survey"}
	repeatKeys = append([]string{"entity", "ask", "add_label", "end_label", "title", "line", "one_title", "when", "when_if", "shared_unless", "min", "max"}, groupKeys...)
	noteKeys   = []string{"type", "name", "label", "hint", "relevant", "appearance", "help"}
	calcKeys   = []string{"type", "name", "label", "short", "relevant", "calculate", "item", "why", "same_as"}
	askedKeys  = []string{"type", "name", "label", "hint", "short", "thing", "required", "required_message", "relevant",
		"constraint", "constraint_message", "query", "query_message", "query_ask", "query_rule", "appearance", "validate", "states",
		"item", "why", "help", "same_as", "shared", "read_back"}
	selectKeys = append([]string{"choices", "choice_filter"}, askedKeys...)
	textKeys   = append([]string{"max_length"}, askedKeys...)
)

// rowKeys are the types of rows and the keys that each may have.
var rowKeys = map[string][]string{
	"group": groupKeys, "repeat": repeatKeys,
	string(TypeNote): noteKeys, string(TypeCalculate): calcKeys, string(TypeText): textKeys,
	string(TypeInteger): askedKeys, string(TypeDecimal): askedKeys, string(TypeDate): askedKeys, string(TypeTime): askedKeys,
	string(TypeSelectOne): selectKeys, string(TypeSelectMultiple): selectKeys,
}

// RowKeys are the keys that a row of a type may have; nil for no type there is.
func RowKeys(kind string) []string { return rowKeys[kind] }

// rowType reads a row's type, and the list behind select_one.
func (b *builder) rowType(row *source.Node) (kind, list string, keys []string) {
	if row.Kind != source.Map {
		b.Errorf(row, "A row is written as keys and values, but this is %s", row.Kind)
		return "", "", nil
	}
	f := b.OpenFields(row, "a row")
	kind = f.Need("type", "a row")
	if first, rest, found := strings.Cut(kind, " "); found && strings.HasPrefix(first, "select_") {
		kind, list = first, strings.TrimSpace(rest)
	}
	keys, ok := rowKeys[kind]
	if !ok && kind != "" {
		b.Unknown(f.Place("type"), kind, slices.Sorted(maps.Keys(rowKeys)), "There is no type %q", kind)
	}
	return kind, list, keys
}

func (b *builder) section(row *source.Node) {
	kind, _, keys := b.rowType(row)
	if keys == nil {
		return
	}
	if kind != "group" {
		b.Errorf(row, "A row at the top is a section, written type: group. Put this %s inside one", kind)
		return
	}
	f := b.Fields(row, "a section", keys...)
	s := &Section{Form: b.def, Name: b.name(f, "name", "a section"), node: row}
	s.ID = b.def.ID + "/" + s.Name
	for _, other := range b.def.Sections {
		if other.Name == s.Name && s.Name != "" {
			b.Errorf(f.Place("name"), "The name %q stands here twice. It is on line %d too", s.Name, other.node.Line)
		}
	}
	s.Label, s.Hint = b.text(f, "label", nil), b.text(f, "hint", nil)
	s.Relevant = b.expr(f, "relevant", pending{condition: true})
	b.def.Sections = append(b.def.Sections, s)
	at := around{section: s, path: b.def.ID}
	s.ReadTitle, at.read = b.readBack(f, b.def.read, nil).titles(b.def.read)
	s.Items = b.rows(f, at.inside(s.Name, s.Relevant))
}

// rows reads the survey of a section, group or repeat.
func (b *builder) rows(f source.Fields, at around) []Item {
	rows := f.List("survey")
	if len(rows) == 0 {
		b.Errorf(f.Place("survey"), "A group needs a survey with at least one row")
	}
	siblings := make(map[string]int)
	var items []Item
	for _, row := range rows {
		kind, list, keys := b.rowType(row)
		if keys == nil {
			continue
		}
		f := b.Fields(row, rowWord(kind), keys...)
		name := b.name(f, "name", "a row")
		if line, twice := siblings[name]; twice && name != "" {
			b.Errorf(f.Place("name"), "The name %q stands here twice. It is on line %d too", name, line)
			continue
		}
		siblings[name] = row.Line
		switch kind {
		case "group":
			items = append(items, b.group(f, name, at))
		case "repeat":
			items = append(items, b.repeat(f, name, at))
		default:
			items = append(items, b.question(f, Type(kind), name, list, at))
		}
	}
	return items
}

// rowWord names a type of row in messages.
func rowWord(kind string) string {
	if strings.ContainsRune("aeiou", rune(kind[0])) {
		return "an " + kind + " row"
	}
	return "a " + kind + " row"
}

func (b *builder) group(f source.Fields, name string, at around) *Group {
	g := &Group{Name: name, ID: at.path + "/" + name, node: f.Node}
	g.Label, g.Hint = b.text(f, "label", at.repeat), b.text(f, "hint", at.repeat)
	g.Relevant = b.expr(f, "relevant", pending{from: at.repeat, condition: true})
	_, at.read = b.readBack(f, at.read, at.repeat).titles(at.read)
	g.Items = b.rows(f, at.inside(name, g.Relevant))
	return g
}

func (b *builder) repeat(f source.Fields, name string, at around) *Repeat {
	r := &Repeat{Name: name, ID: at.path + "/" + name, Form: b.def, Section: at.section, Parent: at.repeat, node: f.Node}
	b.def.repeats = append(b.def.repeats, r)
	r.Entity = capture.EntityType(b.name(f, "entity", "a repeat"))
	r.Label, r.Hint = b.text(f, "label", at.repeat), b.text(f, "hint", at.repeat)
	r.Ask, r.AddLabel, r.EndLabel = b.text(f, "ask", at.repeat), b.text(f, "add_label", at.repeat), b.text(f, "end_label", at.repeat)
	r.Title, r.Line, r.OneTitle = b.text(f, "title", r), b.text(f, "line", r), b.text(f, "one_title", r)
	r.Relevant = b.expr(f, "relevant", pending{from: at.repeat, condition: true})
	r.Min, r.Max = f.Int("min"), f.Int("max")
	if r.Max > 0 && r.Min > r.Max {
		b.Errorf(f.Place("min"), "min is %d, which is more than max, %d", r.Min, r.Max)
	}
	_, at.read = b.readBack(f, at.read, at.repeat).titles(at.read)
	at = at.inside(name, r.Relevant)
	at.repeat = r
	r.Items = b.rows(f, at)
	r.When = b.when(f, r)
	r.SharedUnless = b.sharedUnless(f, r)
	r.WhenIf = b.expr(f, "when_if", pending{from: r, condition: true})
	if r.WhenIf != nil && len(r.When) == 0 {
		b.Errorf(f.Place("when_if"), "%q decides about %q, which is not there", "when_if", "when")
	}
	return r
}

func (b *builder) question(f source.Fields, kind Type, name, list string, at around) *Question {
	q := &Question{
		ID: capture.QuestionID(at.path + "/" + name), Name: name, Type: kind, Line: f.Node.Line,
		Form: b.def, Section: at.section, Repeat: at.repeat, Within: at.within, node: f.Node,
	}
	b.remember(q, f)
	words := map[string]*Text{
		"label": &q.Label, "hint": &q.Hint, "short": &q.Short, "thing": &q.Thing, "why": &q.Why, "help": &q.Help,
		"required_message": &q.RequiredMessage, "constraint_message": &q.ConstraintMessage,
		"query_message": &q.QueryMessage, "query_ask": &q.QueryAsk,
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		*words[key] = b.text(f, key, at.repeat)
	}
	here := pending{from: at.repeat, self: q, condition: true}
	q.Required = b.expr(f, "required", here)
	q.Relevant = b.expr(f, "relevant", here)
	q.Constraint = b.expr(f, "constraint", here)
	q.Query = b.expr(f, "query", here)
	q.ChoiceFilter = b.expr(f, "choice_filter", here)
	here.condition = false
	q.Calculate = b.expr(f, "calculate", here)
	if kind == TypeCalculate && q.Calculate == nil {
		b.Errorf(f.Place("calculate"), "A calculate row needs %q", "calculate")
	}
	q.Appearance = strings.Fields(f.Text("appearance"))
	q.Validate = tagList(f.Text("validate"))
	q.SameAs = capture.QuestionID(f.Text("same_as"))
	q.MaxLength, q.QueryRule = f.Int("max_length"), f.Text("query_rule")
	for _, n := range f.Texts("item") {
		q.Items = append(q.Items, strings.TrimSpace(n.Value))
	}
	q.Shared = b.shared(f, q)
	q.ReadBack = b.readBack(f, at.read, at.repeat)
	b.choices(q, f, list)
	b.states(q, f, at)
	return q
}

// tagList takes the spaces around commas away; those inside a tag, as in
// between=0 99, are its own.
func tagList(s string) string {
	tags := strings.Split(s, ",")
	for i := range tags {
		tags[i] = strings.TrimSpace(tags[i])
	}
	return strings.Join(tags, ",")
}

// remember files the question by id and name, which have to be its own.
func (b *builder) remember(q *Question, f source.Fields) {
	b.def.inOrder = append(b.def.inOrder, q)
	names := b.asked[q.Repeat]
	if names == nil {
		names = make(map[string]*source.Node)
		b.asked[q.Repeat] = names
	}
	if other := names[q.Name]; other != nil && q.Name != "" {
		b.Errorf(f.Place("name"), "Another question is named %q too, on line %d, so ${%s} would mean both", q.Name, other.Line, q.Name)
		return
	}
	names[q.Name] = f.Node
	b.def.byID[q.ID] = q
}

func (b *builder) choices(q *Question, f source.Fields, list string) {
	if q.Type != TypeSelectOne && q.Type != TypeSelectMultiple {
		return
	}
	place := f.Place("type")
	if written := f.Text("choices"); written != "" {
		if place = f.Place("choices"); list != "" && list != written {
			b.Errorf(place, "The row names two lists, %s and %s", list, written)
		}
		list = written
	}
	if list == "" {
		b.Errorf(f.Node, "A %s row needs %q, the name of a list", q.Type, "choices")
		return
	}
	if q.List = b.def.Lists[list]; q.List == nil {
		b.Unknown(place, list, slices.Sorted(maps.Keys(b.def.Lists)), "There is no list %q under choices", list)
	}
}

func (b *builder) states(q *Question, f source.Fields, at around) {
	entries := f.Entries("states")
	states := b.OpenFields(f.Get("states"), "states")
	for _, e := range entries {
		state, ok := capture.ParseState(e.Key.Value)
		if !ok || state <= capture.Answered {
			b.unknownState(e.Key, e.Key.Value)
			continue
		}
		label := b.text(states, e.Key.Value, at.repeat)
		if label.IsEmpty() {
			b.Errorf(e.Key, "The state %s needs words", state)
		}
		q.States = append(q.States, StateChoice{state, label})
	}
}

// expr reads an expression, and leaves its names pending. The texts true, yes,
// false and no stand for themselves, as in a spreadsheet; false is no condition
// at all for required.
func (b *builder) expr(f source.Fields, key string, at pending) *Expr {
	src := f.Text(key)
	switch src {
	case "":
		return nil
	case "true", "yes":
		src = "true()"
	case "false", "no":
		if key == "required" {
			return nil
		}
		src = "false()"
	}
	at.node = f.Get(key)
	e, err := parseExpr(src, key == "choice_filter")
	if err != nil {
		b.mistake(at.node, err)
		return nil
	}
	at.expr = e
	b.def.pending = append(b.def.pending, at)
	b.attributes(e, f, at)
	return e
}

// attributes checks the bare names of a choice_filter against the list.
func (b *builder) attributes(e *Expr, f source.Fields, at pending) {
	walk(e.root, func(n node) {
		a, ok := n.(*attribute)
		if !ok {
			return
		}
		list := f.Text("choices")
		if list == "" {
			_, list, _ = strings.Cut(f.Text("type"), " ")
		}
		l := b.def.Lists[strings.TrimSpace(list)]
		if l == nil {
			return
		}
		known := map[string]bool{"name": true, "label": true}
		for _, c := range l.Choices {
			for name := range c.Attributes {
				known[name] = true
			}
		}
		if !known[a.name] {
			b.mistake(at.node, &exprError{a.at, "No choice of the list " + l.Name + " has an attribute " + strconv.Quote(a.name), source.Nearest(a.name, slices.Sorted(maps.Keys(known)))})
		}
	})
}

func (b *builder) unknownState(at *source.Node, name string) {
	known := []string{capture.NotKnown.String(), capture.NotYetObtained.String(), capture.Refused.String()}
	b.Unknown(at, name, known, "There is no state %q. Known are %s", name, strings.Join(known, ", "))
}
