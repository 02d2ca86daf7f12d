package atspi

// application is org.a11y.atspi.Application, which the root object alone has.
var application = table[object]{
	props: map[string]property[object]{
		"ToolkitName":  {typ: "s", get: func(object) any { return "Recordwell" }},
		"Version":      {typ: "s", get: func(o object) any { return o.s.prog.Version }},
		"AtspiVersion": {typ: "s", get: func(object) any { return "2.1" }},
		"Id": {
			typ: "i",
			get: func(o object) any { return o.s.id.Load() },
			set: func(o object, v any) error { o.s.id.Store(v.(int32)); return nil },
		},
	},
	methods: map[string]method[object]{
		"GetLocale": {in: "u", out: "s", call: func(o object, _ []any) ([]any, error) {
			return []any{o.locale()}, nil
		}},
	},
}
