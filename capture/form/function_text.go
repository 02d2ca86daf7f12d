package form

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"unicode/utf8"
)

// text returns an argument as text; null is "".
func (n *call) text(env Env, i int) string { return n.args[i].eval(env).String() }

var textFunctions = []function{
	{name: "string", least: 1, most: 1, gives: textType,
		eval: func(env Env, c *call) Value { return TextValue(c.text(env, 0)) }},
	{name: "concat", least: 1, most: -1, gives: textType,
		eval: func(env Env, c *call) Value {
			var b strings.Builder
			for i := range c.args {
				b.WriteString(c.text(env, i))
			}
			return TextValue(b.String())
		}},
	{name: "string-length", least: 1, most: 1, gives: numberType,
		eval: func(env Env, c *call) Value { return NumberValue(float64(utf8.RuneCountInString(c.text(env, 0)))) }},
	{name: "substr", least: 2, most: 3, params: []baseType{textType, numberType}, gives: textType, eval: substr},
	{name: "upper-case", least: 1, most: 1, gives: textType,
		eval: func(env Env, c *call) Value { return TextValue(strings.ToUpper(c.text(env, 0))) }},
	{name: "lower-case", least: 1, most: 1, gives: textType,
		eval: func(env Env, c *call) Value { return TextValue(strings.ToLower(c.text(env, 0))) }},
	{name: "normalize-space", least: 1, most: 1, gives: textType,
		eval: func(env Env, c *call) Value { return TextValue(strings.Join(strings.Fields(c.text(env, 0)), " ")) }},
	{name: "contains", least: 2, most: 2, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(strings.Contains(c.text(env, 0), c.text(env, 1))) }},
	{name: "starts-with", least: 2, most: 2, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(strings.HasPrefix(c.text(env, 0), c.text(env, 1))) }},
	{name: "ends-with", least: 2, most: 2, gives: boolType,
		eval: func(env Env, c *call) Value { return BoolValue(strings.HasSuffix(c.text(env, 0), c.text(env, 1))) }},
	{name: "regex", least: 2, most: 2, gives: boolType, prepare: compilePattern,
		eval: func(env Env, c *call) Value { return BoolValue(c.pattern.MatchString(c.text(env, 0))) }},
}

func substr(env Env, c *call) Value {
	letters := []rune(c.text(env, 0))
	from, to := toNumber(c.args[1].eval(env)), NumberValue(float64(len(letters)))
	if len(c.args) == 3 {
		to = toNumber(c.args[2].eval(env))
	}
	if from.IsNull() || to.IsNull() {
		return Value{}
	}
	last := min(math.Trunc(to.number), float64(len(letters)))
	first := max(math.Trunc(from.number), 0)
	if first >= last {
		return Value{}
	}
	return TextValue(string(letters[int(first):int(last)]))
}

// compilePattern reads regex()'s pattern, which has to match the whole text.
func compilePattern(c *call) *exprError {
	pattern, ok := c.args[1].(*literal)
	if !ok || !pattern.quoted {
		return &exprError{at: c.args[1].place(), message: "The pattern of regex() stands in quotes"}
	}
	re, err := regexp.Compile(`^(?:` + pattern.text + `)$`)
	if err != nil {
		return &exprError{at: pattern.at, message: fmt.Sprintf("The pattern cannot be read: %v", err)}
	}
	c.pattern = re
	return nil
}
