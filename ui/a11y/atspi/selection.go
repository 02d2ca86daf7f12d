package atspi

import "recordwell/ui/a11y"

// selection is org.a11y.atspi.Selection, of lists to choose from and tabs.
var selection = table[object]{
	props: map[string]property[object]{
		"NSelectedChildren": {typ: "i", get: func(o object) any { return int32(len(o.selected())) }},
	},
	methods: map[string]method[object]{
		"GetSelectedChild": {in: "i", out: "(so)", call: func(o object, a []any) ([]any, error) {
			list, i := o.selected(), a[0].(int32)
			if i < 0 || int(i) >= len(list) {
				return nil, outOfRange("selected child", i)
			}
			return []any{o.refAt(list[i])}, nil
		}},
		"IsChildSelected": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
			c := o.t.Child(o.i, int(a[0].(int32)))
			if c < 0 {
				return nil, outOfRange("child", a[0].(int32))
			}
			return []any{o.t.Node(c).Has(a11y.Selected)}, nil
		}},
		"SelectChild": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
			c := o.t.Child(o.i, int(a[0].(int32)))
			if c < 0 {
				return nil, outOfRange("child", a[0].(int32))
			}
			n := o.t.Node(c)
			if n.Has(a11y.Selected) {
				return []any{true}, nil
			}
			if len(n.Actions) == 0 {
				return []any{false}, nil
			}
			return []any{o.ui(n.Actions[0].Do)}, nil
		}},
		"DeselectSelectedChild": {in: "i", out: "b", call: refuse},
		"DeselectChild":         {in: "i", out: "b", call: refuse},
		"SelectAll":             {out: "b", call: refuse},
		"ClearSelection":        {out: "b", call: refuse},
	},
}

func (o object) selected() []int {
	var list []int
	for _, c := range o.t.Children(o.i) {
		if o.t.Node(c).Has(a11y.Selected) {
			list = append(list, c)
		}
	}
	return list
}
