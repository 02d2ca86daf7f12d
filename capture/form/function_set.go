package form

import "strings"

var setFunctions = []function{
	{name: "selected", least: 2, most: 2, params: []baseType{setType, textType}, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(c.args[0].eval(env).Has(c.text(env, 1))) }},
	{name: "count-selected", least: 1, most: 1, params: []baseType{setType}, gives: numberType,
		eval: func(env Env, c *call) Value { return NumberValue(float64(len(c.args[0].eval(env).Names()))) }},
	{name: "selected-at", least: 2, most: 2, params: []baseType{setType, numberType}, gives: textType,
		eval: func(env Env, c *call) Value {
			names, n := c.args[0].eval(env).Names(), toNumber(c.args[1].eval(env))
			if n.IsNull() || n.number < 0 || n.number >= float64(len(names)) {
				return Value{}
			}
			return TextValue(names[int(n.number)])
		}},
	{name: "answer-state", least: 1, most: 1, gives: textType, prepare: needsReference,
		eval: func(env Env, c *call) Value { return TextValue(c.args[0].eval(env).state.String()) }},
}

func needsReference(c *call) *exprError {
	switch c.args[0].(type) {
	case *reference, *this:
		return nil
	}
	return &exprError{at: c.args[0].place(), message: c.fn.name + "() takes one ${name}"}
}

// itemFunctions read the answers of all items of a repeat.
var itemFunctions = []function{
	{name: "count", least: 1, most: 1, gives: numberType, over: true, prepare: needsReference,
		eval: func(env Env, c *call) Value { return NumberValue(float64(len(c.values(env, 0)))) }},
	{name: "count-non-empty", least: 1, most: 1, gives: numberType, over: true, prepare: needsReference,
		eval: func(env Env, c *call) Value {
			n := 0
			for _, v := range c.values(env, 0) {
				if !v.IsNull() {
					n++
				}
			}
			return NumberValue(float64(n))
		}},
	{name: "sum", least: 1, most: 1, params: []baseType{numberType}, gives: numberType, over: true,
		eval: func(env Env, c *call) Value {
			sum := 0.0
			for _, v := range c.values(env, 0) {
				sum += toNumber(v).number
			}
			return NumberValue(sum)
		}},
	{name: "min", least: 1, most: -1, gives: anyType, over: true,
		eval: func(env Env, c *call) Value { return c.extreme(env, opLess) }},
	{name: "max", least: 1, most: -1, gives: anyType, over: true,
		eval: func(env Env, c *call) Value { return c.extreme(env, opMore) }},
	{name: "join", least: 2, most: -1, params: []baseType{textType, anyType}, gives: anyType, over: true,
		eval: func(env Env, c *call) Value {
			var parts []string
			for i := 1; i < len(c.args); i++ {
				for _, v := range c.values(env, i) {
					if !v.IsNull() {
						parts = append(parts, v.String())
					}
				}
			}
			return TextValue(strings.Join(parts, c.args[0].eval(env).String()))
		}},
}

// values returns the answers an argument stands for: those of all items when it
// is a ${name} of a repeat, else its one value.
func (n *call) values(env Env, i int) []Value {
	if r, ok := n.args[i].(*reference); ok && r.every {
		return env.All(r.question)
	}
	return []Value{n.args[i].eval(env)}
}

// extreme returns the value that is before (opLess) or after all others.
func (n *call) extreme(env Env, op operator) Value {
	best := Value{}
	for i := range n.args {
		for _, v := range n.values(env, i) {
			if !v.IsNull() && (best.IsNull() || order(op, &v, &best) == yes) {
				best = v
			}
		}
	}
	return best
}
