package form

import "math"

// number makes a function of one number; null stays null.
func onNumber(f func(float64) float64) func(Env, *call) Value {
	return func(env Env, c *call) Value {
		x := toNumber(c.args[0].eval(env))
		if x.IsNull() {
			return x
		}
		return NumberValue(f(x.number))
	}
}

var numberFunctions = []function{
	{name: "number", least: 1, most: 1, gives: numberType,
		eval: func(env Env, c *call) Value { return toNumber(c.args[0].eval(env)) }},
	{name: "int", least: 1, most: 1, gives: numberType, eval: onNumber(math.Trunc)},
	{name: "abs", least: 1, most: 1, params: []baseType{numberType}, gives: numberType, eval: onNumber(math.Abs)},
	{name: "round", least: 1, most: 2, params: []baseType{numberType}, gives: numberType,
		eval: func(env Env, c *call) Value {
			x, places := toNumber(c.args[0].eval(env)), NumberValue(0)
			if len(c.args) == 2 {
				places = toNumber(c.args[1].eval(env))
			}
			if x.IsNull() || places.IsNull() {
				return Value{}
			}
			scale := math.Pow(10, math.Trunc(places.number))
			return NumberValue(math.Round(x.number*scale) / scale)
		}},
}
