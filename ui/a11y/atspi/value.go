package atspi

// value is org.a11y.atspi.Value, of sliders and progress bars.
var value = table[object]{
	props: map[string]property[object]{
		"MinimumValue":     {typ: "d", get: func(o object) any { return o.node().Range.Min }},
		"MaximumValue":     {typ: "d", get: func(o object) any { return o.node().Range.Max }},
		"MinimumIncrement": {typ: "d", get: func(o object) any { return o.node().Range.Step }},
		"Text":             {typ: "s", get: func(o object) any { return o.rangeWords() }},
		"CurrentValue": {
			typ: "d",
			get: func(o object) any { return o.node().Range.Now },
			set: func(o object, v any) error {
				n, to := o.node(), v.(float64)
				if n.SetValue == nil || !(to >= n.Range.Min && to <= n.Range.Max) {
					return fault{errInvalidArgs, "the value cannot be set to that"}
				}
				o.ui(func() { n.SetValue(to) })
				return nil
			},
		},
	},
}

func (o object) rangeWords() string {
	if n := o.node(); n.Range.Words != "" {
		return n.Range.Words
	}
	return o.node().Value
}
