package atspi

// actionRow is what GetActions tells of one action.
type actionRow struct{ Name, Description, Key string }

// action is org.a11y.atspi.Action.
var action = table[object]{
	props: map[string]property[object]{
		"NActions": {typ: "i", get: func(o object) any { return int32(len(o.node().Actions)) }},
	},
	methods: map[string]method[object]{
		"GetName": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			row, err := o.action(a[0].(int32))
			return []any{row.Name}, err
		}},
		"GetLocalizedName": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			row, err := o.action(a[0].(int32))
			return []any{row.Name}, err
		}},
		"GetDescription": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			_, err := o.action(a[0].(int32))
			return []any{""}, err
		}},
		"GetKeyBinding": {in: "i", out: "s", call: func(o object, a []any) ([]any, error) {
			row, err := o.action(a[0].(int32))
			return []any{row.Key}, err
		}},
		"GetActions": {out: "a(sss)", call: func(o object, _ []any) ([]any, error) {
			rows := []actionRow{}
			for i := range o.node().Actions {
				row, _ := o.action(int32(i))
				rows = append(rows, row)
			}
			return []any{rows}, nil
		}},
		"DoAction": {in: "i", out: "b", call: func(o object, a []any) ([]any, error) {
			i := a[0].(int32)
			if _, err := o.action(i); err != nil {
				return nil, err
			}
			return []any{o.ui(o.node().Actions[i].Do)}, nil
		}},
	},
}

func (o object) action(i int32) (actionRow, error) {
	if i < 0 || int(i) >= len(o.node().Actions) {
		return actionRow{}, outOfRange("action", i)
	}
	a := o.node().Actions[i]
	return actionRow{Name: a.Name, Key: a.Key}, nil
}
