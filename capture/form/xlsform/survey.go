package xlsform

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// types are what programs call types of ours.
var types = map[string]string{
	"string": "text", "int": "integer", "select one": "select_one", "select1": "select_one", "select": "select_multiple",
	"select all that apply": "select_multiple", "add select one prompt using": "select_one",
}

// ownLog are the rows by which other programs keep times and devices: our log is our own.
var ownLog = []string{"start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "username", "email", "audit",
	"start-geopoint", "background-audio"}

// survey reads the rows; groups and repeats hold those inside them.
func (in *reader) survey(sheet *lines) ([]*source.Node, error) {
	top := &source.Node{Kind: source.List}
	open := []opened{{inside: top}}
	for _, row := range sheet.rows {
		kind := strings.Join(strings.Fields(strings.ReplaceAll(row.cells["type"], "_", " ")), " ")
		word, what, _ := strings.Cut(strings.ToLower(kind), " ")
		switch {
		case kind == "":
			in.left("survey, row %d: there is no type, so the row is left out", row.n)
		case word == "begin" && (what == "group" || what == "repeat"):
			n := in.row(row, what)
			inside := &source.Node{Kind: source.List}
			set(n, "survey", inside)
			last := open[len(open)-1].inside
			last.Items = append(last.Items, n)
			open = append(open, opened{what, row.n, inside})
		case word == "end" && (what == "group" || what == "repeat"):
			last := open[len(open)-1]
			if last.kind != what {
				return nil, fmt.Errorf("survey, row %d: this end_%s ends nothing that was begun last. Check the rows before it", row.n, what)
			}
			open = open[:len(open)-1]
		default:
			if n := in.question(row, row.cells["type"]); n != nil {
				last := open[len(open)-1].inside
				last.Items = append(last.Items, n)
			}
		}
	}
	if last := open[len(open)-1]; last.kind != "" {
		return nil, fmt.Errorf("survey, row %d: this begin_%s is not ended. Add an end_%s", last.row, last.kind, last.kind)
	}
	return top.Items, nil
}

// opened is a group or repeat that was begun.
type opened struct {
	kind   string
	row    int
	inside *source.Node
}

// question reads a row that is no group; nil where it is left out.
func (in *reader) question(row line, written string) *source.Node {
	written = strings.Join(strings.Fields(written), " ")
	kind, list := written, ""
	for _, way := range []string{"select_one", "select one", "select1", "select_multiple", "select multiple", "select all that apply", "select"} {
		if rest, ok := strings.CutPrefix(strings.ToLower(written), way+" "); ok {
			kind, list = strings.ReplaceAll(way, " ", "_"), strings.TrimPrefix(rest, "from ")
			if other := types[way]; other != "" {
				kind = other
			}
			break
		}
	}
	kind = strings.ToLower(kind)
	if other := types[kind]; other != "" {
		kind = other
	}
	if slices.Contains(ownLog, kind) {
		in.left("survey, row %d: %s is left out: Recordwell keeps a log of its own", row.n, kind)
		return nil
	}
	if list != "" {
		var other bool
		if list, other = strings.CutSuffix(list, " or_other"); other {
			in.left("survey, row %d: or_other is left out. Add a choice, and a question that asks what it is", row.n)
		}
		list = name(list)
		if in.lists[list] == nil {
			in.left("survey, row %d: there are no choices for the list %s", row.n, list)
		}
		in.used = append(in.used, list)
	}
	if form.RowKeys(kind) == nil || kind == "group" || kind == "repeat" {
		in.left("survey, row %d: Recordwell does not ask for %s, so the row is left out", row.n, kind)
		return nil
	}
	n := in.row(row, kind)
	if list != "" {
		n.Entries[0].Value.Value += " " + list
	}
	return n
}

// row reads the cells of a row, the keys in the order in which a form has them.
func (in *reader) row(row line, kind string) *source.Node {
	n := &source.Node{Kind: source.Map}
	put(n, "type", kind)
	keys := form.RowKeys(kind)
	given := row.cells["name"]
	if to := in.names[given]; to != "" {
		given = to
	}
	put(n, "name", given)
	for _, key := range keys {
		column := key
		if other := columns[key]; other != "" {
			column = other
		}
		v := row.cells[column]
		switch {
		case v == "" || key == "type" || key == "name" || key == "survey":
			continue
		case key == "required":
			if v = yes(v); v == "" {
				continue
			}
		case key == "entity":
			v = name(v)
		}
		set(n, key, in.value(key, in.renamed(v)))
	}
	if kind == "repeat" && row.cells["entity"] == "" {
		put(n, "entity", given)
	}
	for _, column := range slices.Sorted(maps.Keys(row.cells)) {
		key := column
		if column == columns["calculate"] {
			key = "calculate"
		}
		if key == "type" || key == "name" || slices.Contains(keys, key) {
			continue
		}
		if media(column) {
			in.left("survey: the column %s is left out: pictures and sounds are not shown", column)
		} else {
			in.left("survey: the column %s is left out where the type is %s", column, kind)
		}
	}
	return n
}

// yes makes XLSForm's ways of saying whether something is required ours; "" is no.
func yes(v string) string {
	switch strings.ToLower(v) {
	case "yes", "true", "true()", "1":
		return "true"
	case "no", "false", "false()", "0":
		return ""
	}
	return v
}

// sections puts rows at the top that are in no group into groups, since each group at
// the top is a page.
func sections(rows []*source.Node) []*source.Node {
	var out []*source.Node
	taken := map[string]bool{}
	for _, n := range rows {
		taken[words(n, "name")] = true
	}
	var loose *source.Node // the survey of the group that is being filled
	for _, n := range rows {
		switch words(n, "type") {
		case "group":
			loose = nil
			out = append(out, n)
		case "repeat":
			loose = nil
			inside := &source.Node{Kind: source.List, Items: []*source.Node{n}}
			out = append(out, page(words(n, "name"), words(n, "label"), inside))
		default:
			if loose == nil {
				id := "questions"
				for i := 2; taken[id]; i++ {
					id = fmt.Sprintf("questions_%d", i)
				}
				taken[id] = true
				loose = &source.Node{Kind: source.List}
				out = append(out, page(id, "Questions", loose))
			}
			loose.Items = append(loose.Items, n)
		}
	}
	return out
}

func page(id, label string, inside *source.Node) *source.Node {
	n := &source.Node{Kind: source.Map}
	put(n, "type", "group")
	put(n, "name", id)
	put(n, "label", label)
	set(n, "survey", inside)
	return n
}

// words are those of a key, or none.
func words(n *source.Node, key string) string {
	if v := n.Get(key); v != nil {
		return v.Value
	}
	return ""
}
