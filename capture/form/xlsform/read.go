package xlsform

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

// Form is what came of a spreadsheet.
type Form struct {
	// Root is the form as a file of ours has it, to be written with [source.Node.YAML].
	// Whether it can be used is for lint to say.
	Root *source.Node
	// Left says what of the spreadsheet is not in it and what was changed, a sentence
	// each without its full stop, in the order of the spreadsheet.
	Left []string
}

// largest is more than any spreadsheet of a form takes when it is unpacked, in bytes.
const largest = 64 << 20

// Read reads a spreadsheet of a form (.xlsx). What Recordwell has no place for is left
// out and said. The error says why there is no form in it, in words for people.
func Read(r io.Reader) (made *Form, err error) {
	defer func() {
		// The library is not made for damaged files.
		if r := recover(); r != nil {
			made, err = nil, errors.New("this spreadsheet is damaged. Open it in a spreadsheet program and save it again")
		}
	}()
	book, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: largest, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("this is not a spreadsheet that can be read. Save it as .xlsx: %w", err)
	}
	defer book.Close() //nolint:errcheck // only read from
	in := &reader{out: &Form{}, lists: map[string]*source.Node{}, names: map[string]string{}}
	survey, err := in.sheet(book, surveySheet)
	if err != nil {
		return nil, err
	}
	if survey == nil {
		return nil, fmt.Errorf("there is no sheet %q. A form in a spreadsheet has the sheets survey, choices and settings", surveySheet)
	}
	for _, need := range []string{"type", "name"} {
		if !survey.has[need] {
			return nil, fmt.Errorf("the sheet %q has no column %q in its first row", surveySheet, need)
		}
	}
	choices, err := in.sheet(book, choicesSheet)
	if err != nil {
		return nil, err
	}
	about, err := in.sheet(book, settingsSheet)
	if err != nil {
		return nil, err
	}
	words, err := in.sheet(book, wordsSheet)
	if err != nil {
		return nil, err
	}
	in.rename(survey)
	root := in.about(about)
	if words != nil {
		all := &source.Node{Kind: source.Map}
		for _, row := range words.rows {
			put(all, row.cells["name"], row.cells["label"])
		}
		if len(all.Entries) > 0 {
			set(root, "words", all)
		}
	}
	in.choices(choices)
	rows, err := in.survey(survey)
	if err != nil {
		return nil, err
	}
	if used := in.usedLists(); len(used.Entries) > 0 {
		set(root, "choices", used)
	}
	set(root, "survey", &source.Node{Kind: source.List, Items: sections(rows)})
	in.out.Root = root
	return in.out, nil
}

type reader struct {
	out   *Form
	lists map[string]*source.Node // choices by list
	order []string                // of the lists
	used  []string                // lists that questions name
	names map[string]string       // what names of the spreadsheet became
}

// line is one row of a sheet; n counts from 1 as the spreadsheet does.
type line struct {
	n     int
	cells map[string]string
}

type lines struct {
	name string
	has  map[string]bool // columns
	rows []line
}

func (in *reader) left(format string, args ...any) {
	if words := fmt.Sprintf(format, args...); !slices.Contains(in.out.Left, words) {
		in.out.Left = append(in.out.Left, words)
	}
}

// otherHeads are heads that programs accept for others, by sheet.
var otherHeads = map[string]map[string]string{
	surveySheet: {"relevance": "relevant", "constraint_msg": "constraint_message", "required_msg": "required_message",
		"calculate": "calculation", "value": "name", "caption": "label", "guidance_hint": "help"},
	choicesSheet:  {"list": listColumn, "value": "name", "caption": "label"},
	settingsSheet: {"title": "form_title", "id_string": "form_id"},
}

// sheet reads a sheet by its head; nil where there is none of the name.
func (in *reader) sheet(book *excelize.File, name string) (*lines, error) {
	for _, s := range book.GetSheetList() {
		if !strings.EqualFold(strings.TrimSpace(s), name) {
			continue
		}
		rows, err := book.GetRows(s)
		if err != nil {
			return nil, fmt.Errorf("the sheet %q cannot be read: %w", s, err)
		}
		out := &lines{name: name, has: map[string]bool{}}
		if len(rows) == 0 {
			return out, nil
		}
		heads := in.heads(name, rows[0])
		for n, cells := range rows[1:] {
			l := line{n + 2, map[string]string{}}
			for i, c := range cells {
				if c = strings.TrimSpace(c); c != "" && i < len(heads) && heads[i] != "" {
					l.cells[heads[i]] = c
				}
			}
			if len(l.cells) > 0 {
				out.rows = append(out.rows, l)
			}
		}
		for _, h := range heads {
			out.has[h] = true
		}
		return out, nil
	}
	return nil, nil
}

// heads names the columns; one in another language than the first is "".
func (in *reader) heads(sheet string, row []string) []string {
	out := make([]string, len(row))
	for i, raw := range row {
		head, language, many := strings.Cut(raw, "::")
		head = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(head)))
		if other := otherHeads[sheet][head]; other != "" {
			head = other
		}
		if slices.Contains(out[:i], head) && head != "" {
			if many {
				in.left("Words in %s are left out: a form has one language", strings.TrimSpace(language))
			} else {
				in.left("%s: the second column %q is left out", sheet, raw)
			}
			head = ""
		}
		out[i] = head
	}
	return out
}

// put adds a key with words, if there are any.
func put(n *source.Node, key, words string) {
	if words != "" {
		set(n, key, &source.Node{Kind: source.Scalar, Value: words})
	}
}

func set(n *source.Node, key string, value *source.Node) {
	n.Entries = append(n.Entries, source.Entry{Key: &source.Node{Kind: source.Scalar, Value: key}, Value: value})
}

var notAName = regexp.MustCompile(`[^a-z0-9]+`)

// name makes a name of ours from any.
func name(s string) string {
	if form.IsName(s) {
		return s
	}
	s = strings.Trim(notAName.ReplaceAllString(strings.ToLower(s), "_"), "_")
	if s == "" || s[0] < 'a' {
		s = "q_" + s
	}
	return s
}

// rename finds names that ours cannot be, and one for each that nobody has.
func (in *reader) rename(survey *lines) {
	taken := map[string]bool{}
	for _, row := range survey.rows {
		taken[row.cells["name"]] = true
	}
	for _, row := range survey.rows {
		old := row.cells["name"]
		if old == "" || form.IsName(old) || in.names[old] != "" {
			continue
		}
		to := name(old)
		for n := 2; taken[to]; n++ {
			to = fmt.Sprintf("%s_%d", name(old), n)
		}
		taken[to] = true
		in.names[old] = to
		in.left("survey, row %d: the name %s is %s, because names are small letters, figures and _", row.n, old, to)
	}
}

// renamed puts the new names into an expression or words.
func (in *reader) renamed(s string) string {
	return reference.ReplaceAllStringFunc(s, func(m string) string {
		old := reference.FindStringSubmatch(m)[1]
		if to := in.names[old]; to != "" {
			old = to
		}
		return "${" + old + "}"
	})
}

// about makes the head of the form.
func (in *reader) about(sheet *lines) *source.Node {
	cells := map[string]string{}
	if sheet != nil && len(sheet.rows) > 0 {
		cells = maps.Clone(sheet.rows[0].cells)
	}
	take := func(key, without string) string {
		v := cells[key]
		delete(cells, key)
		if v == "" {
			return without
		}
		return v
	}
	root := &source.Node{Kind: source.Map}
	title := take("form_title", "")
	id := take("form_id", title)
	if title == "" {
		title = id
	}
	if id == "" {
		title, id = "Form", "form"
		in.left("settings: there is no form_title and no form_id; the form is called %q", id)
	}
	put(root, "form", name(id))
	put(root, "version", take("version", "1"))
	put(root, "title", title)
	if cells["entity"] == "" {
		in.left("settings: there is no entity, the kind of thing that the form is about; it is the case")
	}
	put(root, "entity", take("entity", "case"))
	put(root, "parent", take("parent", ""))
	for _, key := range []string{"when", "read_back"} {
		if v := take(key, ""); v != "" {
			set(root, key, in.value(key, v))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(cells)) {
		in.left("settings: %s is left out", key)
	}
	return root
}

// value reads a cell: what stands in brackets may be a list or keys and values.
func (in *reader) value(key, v string) *source.Node {
	if structured[key] && strings.ContainsAny(v[:1], "[{") {
		if n, problems := source.Parse("", []byte(v)); n != nil && problems.Errors() == 0 && n.Kind != source.Scalar {
			return n
		}
	}
	return &source.Node{Kind: source.Scalar, Value: v}
}

// choices reads the lists. A list whose rows name a code set is that code set.
func (in *reader) choices(sheet *lines) {
	if sheet == nil {
		return
	}
	for _, row := range sheet.rows {
		list := name(row.cells[listColumn])
		if row.cells[listColumn] == "" {
			in.left("choices, row %d: there is no %s, so the row is left out", row.n, listColumn)
			continue
		}
		n := in.lists[list]
		if n == nil {
			n = &source.Node{Kind: source.List}
			if from := row.cells[codesetColumn]; from != "" {
				n = &source.Node{Kind: source.Map}
				put(n, "codeset", from)
			}
			in.lists[list] = n
			in.order = append(in.order, list)
		}
		if n.Kind == source.Map {
			continue
		}
		choice := &source.Node{Kind: source.Map}
		for _, key := range []string{"name", "label"} {
			put(choice, key, row.cells[key])
		}
		for _, key := range slices.Sorted(maps.Keys(row.cells)) {
			switch {
			case slices.Contains([]string{listColumn, "name", "label", codesetColumn}, key):
			case media(key):
				in.left("choices: the column %s is left out: pictures and sounds are not shown", key)
			default:
				set(choice, key, in.value(key, row.cells[key]))
			}
		}
		n.Items = append(n.Items, choice)
	}
}

func media(column string) bool {
	return column == "image" || column == "audio" || column == "video" || column == "big_image" || strings.HasPrefix(column, "media")
}

// usedLists are the lists in their order; XLSForm lets them stand unused.
func (in *reader) usedLists() *source.Node {
	out := &source.Node{Kind: source.Map}
	for _, list := range in.order {
		if slices.Contains(in.used, list) {
			set(out, list, in.lists[list])
		} else {
			in.left("choices: no question uses the list %s, so it is left out", list)
		}
	}
	return out
}
