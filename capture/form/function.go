package form

import (
	"fmt"
	"maps"
	"slices"

	"recordwell/capture/form/source"
)

// function is one row of the table of functions.
type function struct {
	name        string
	least, most int // arguments; most is -1 for any number
	// params are the types of the arguments; the last stands for the rest.
	params []baseType
	gives  baseType
	eval   func(env Env, c *call) Value
	// over says that a lone ${name} means the answers of all items.
	over bool
	// prepare checks what only literal arguments can be, once.
	prepare func(c *call) *exprError
}

func (n *call) eval(env Env) Value { return n.fn.eval(env, n) }

func (f *function) param(i int) baseType {
	if len(f.params) == 0 {
		return anyType
	}
	return f.params[min(i, len(f.params)-1)]
}

func (f *function) takes() string {
	plural := func(n int) string {
		if n == 1 {
			return "1 value"
		}
		return fmt.Sprintf("%d values", n)
	}
	switch {
	case f.most < 0:
		return plural(f.least) + " or more"
	case f.least == f.most && f.least == 0:
		return "nothing in its brackets"
	case f.least == f.most:
		return plural(f.least)
	}
	return fmt.Sprintf("%d or %s", f.least, plural(f.most))
}

// functions is the table, by name. It is filled in init because evaluating a
// call leads back to it.
var functions map[string]*function

func init() {
	functions = make(map[string]*function)
	for _, group := range [][]function{logicFunctions, textFunctions, numberFunctions, dateFunctions, setFunctions, itemFunctions} {
		for i := range group {
			functions[group[i].name] = &group[i]
		}
	}
}

// absent are functions that authors look for, and what to do instead.
var absent = map[string]string{
	"now":            "There is no now(): the computer’s clock is not the story’s. Use today()",
	"position":       "There is no position(): order is not an identity. Ask for what tells the items apart",
	"pulldata":       "There is no pulldata(): put the list into a code set with attributes",
	"once":           "There is no once(): a calculate row is always worked out again",
	"indexed-repeat": "There is no indexed-repeat(): use join(), count(), sum(), min() or max()",
	"random":         "There is no random(): the same answers must give the same record",
}

func unknownFunction(t token) *exprError {
	if words, ok := absent[t.text]; ok {
		return &exprError{at: t.at, message: words}
	}
	e := &exprError{at: t.at, message: fmt.Sprintf("There is no function %s()", t.text)}
	if near := source.Nearest(t.text, slices.Sorted(maps.Keys(functions))); near != "" {
		e.suggestion = near + "()"
	}
	return e
}

var logicFunctions = []function{
	{name: "true", gives: boolType, eval: func(Env, *call) Value { return BoolValue(true) }},
	{name: "false", gives: boolType, eval: func(Env, *call) Value { return BoolValue(false) }},
	{name: "not", least: 1, most: 1, params: []baseType{boolType}, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(!c.args[0].eval(env).Truth()) }},
	{name: "boolean", least: 1, most: 1, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(c.args[0].eval(env).Truth()) }},
	{name: "if", least: 3, most: 3, params: []baseType{boolType, anyType}, gives: anyType,
		eval: func(env Env, c *call) Value {
			if c.args[0].eval(env).Truth() {
				return c.args[1].eval(env)
			}
			return c.args[2].eval(env)
		}},
	{name: "coalesce", least: 2, most: -1, gives: anyType,
		eval: func(env Env, c *call) Value {
			for _, a := range c.args {
				if v := a.eval(env); !v.IsNull() {
					return v
				}
			}
			return Value{}
		}},
}
