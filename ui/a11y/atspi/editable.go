package atspi

// editableText is org.a11y.atspi.EditableText. What a client writes goes the way
// of typing, so the program treats both alike. The clipboard is the person's: a
// client neither reads nor fills it.
var editableText = table[object]{
	methods: map[string]method[object]{
		"SetTextContents": {in: "s", out: "b", call: func(o object, a []any) ([]any, error) {
			return o.write(a[0].(string)), nil
		}},
		"InsertText": {in: "isi", out: "b", call: func(o object, a []any) ([]any, error) {
			r, at, _, err := o.part(a[0].(int32), a[0].(int32))
			if err != nil {
				return nil, err
			}
			more := []rune(a[1].(string))
			if n := int(a[2].(int32)); n >= 0 && n < len(more) {
				more = more[:n]
			}
			return o.write(string(r[:at]) + string(more) + string(r[at:])), nil
		}},
		"DeleteText": {in: "ii", out: "b", call: func(o object, a []any) ([]any, error) {
			r, from, to, err := o.part(a[0].(int32), a[1].(int32))
			if err != nil {
				return nil, err
			}
			return o.write(string(r[:from]) + string(r[to:])), nil
		}},
		"CopyText": {in: "ii", call: func(object, []any) ([]any, error) {
			return nil, fault{errNotSupported, "the clipboard is not for programs to use"}
		}},
		"CutText":   {in: "ii", out: "b", call: refuse},
		"PasteText": {in: "i", out: "b", call: refuse},
	},
}

// write replaces the text of a box.
func (o object) write(words string) []any {
	n := o.node()
	if !editable(n) {
		return []any{false}
	}
	return []any{o.ui(func() { n.SetText(words) })}
}

// part is a stretch of text to edit. The letters of a secret box are dots, which
// must not be written back as if they were its contents.
func (o object) part(from, to int32) ([]rune, int, int, error) {
	if o.held().Secret {
		return nil, 0, 0, fault{errNotSupported, "secret text can be replaced but not edited"}
	}
	return o.stretch(from, to)
}
