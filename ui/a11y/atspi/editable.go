package atspi

import "recordwell/ui/a11y"

// editableText is org.a11y.atspi.EditableText. What a client writes goes the way
// of typing, and its copy, cut and paste the way of those keys, so the program treats
// both alike. What is secret is not copied, and what cannot be changed is not cut.
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
		"CopyText": {in: "ii", call: func(o object, a []any) ([]any, error) {
			_, err := o.clip(a11y.Copy, a[0].(int32), a[1].(int32))
			return nil, err
		}},
		"CutText": {in: "ii", out: "b", call: func(o object, a []any) ([]any, error) {
			return o.clip(a11y.Cut, a[0].(int32), a[1].(int32))
		}},
		"PasteText": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
			return o.clip(a11y.Paste, a[0].(int32), a[0].(int32))
		}},
	},
}

// clip does something with the clipboard at a stretch of text.
func (o object) clip(do a11y.Clip, from, to int32) ([]any, error) {
	n := o.node()
	_, f, t, err := o.stretch(from, to)
	switch {
	case err != nil:
		return nil, err
	case do != a11y.Paste && o.held().Secret:
		return nil, fault{errNotSupported, "secret text is not copied"}
	case n.Clip == nil, do != a11y.Copy && !editable(n):
		return []any{false}, nil
	}
	return []any{o.ui(func() { n.Clip(do, f, t) })}, nil
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
