package form

import (
	"fmt"
	"math"
	"strings"

	"recordwell/validation/datatype"
)

// date returns an argument as a whole date.
func (n *call) date(env Env, i int) (datatype.Date, bool) { return toDate(n.args[i].eval(env)).Date() }

var dateFunctions = []function{
	{name: "today", gives: dateType, eval: func(env Env, _ *call) Value { return DateValue(env.Today()) }},
	{name: "date", least: 1, most: 1, gives: dateType, prepare: checkDate,
		eval: func(env Env, c *call) Value { return toDate(c.args[0].eval(env)) }},
	{name: "format-date", least: 2, most: 2, params: []baseType{dateType, textType}, gives: textType, prepare: checkFormat,
		eval: func(env Env, c *call) Value {
			d, ok := c.date(env, 0)
			if !ok {
				return Value{}
			}
			return TextValue(formatDate(d, c.text(env, 1)))
		}},
	{name: "age", least: 2, most: 2, params: []baseType{dateType}, gives: numberType,
		eval: func(env Env, c *call) Value {
			born, on := toDate(c.args[0].eval(env)), toDate(c.args[1].eval(env))
			if born.IsNull() || on.IsNull() || born.from.AgeOn(on.to) != born.to.AgeOn(on.from) {
				return Value{}
			}
			return NumberValue(float64(born.from.AgeOn(on.from)))
		}},
	{name: "add-months", least: 2, most: 2, params: []baseType{dateType, numberType}, gives: dateType,
		eval: func(env Env, c *call) Value {
			d, ok := c.date(env, 0)
			n := toNumber(c.args[1].eval(env))
			if !ok || n.IsNull() {
				return Value{}
			}
			year, month, _ := d.Civil()
			months := float64(year*12+int(month)-1) + math.Trunc(n.number)
			if months < 12 || months >= 10_000*12 {
				return Value{}
			}
			return DateValue(d.AddMonths(int(n.number)))
		}},
	{name: "weekday", least: 1, most: 1, params: []baseType{dateType}, gives: numberType,
		eval: func(env Env, c *call) Value {
			d, ok := c.date(env, 0)
			if !ok {
				return Value{}
			}
			return NumberValue(float64((int(d.Weekday())+6)%7 + 1))
		}},
	{name: "working-days", least: 2, most: 2, params: []baseType{dateType}, gives: numberType,
		eval: func(env Env, c *call) Value {
			a, ok := c.date(env, 0)
			b, ok2 := c.date(env, 1)
			if !ok || !ok2 {
				return Value{}
			}
			calendar, _ := env.(Calendar)
			return NumberValue(float64(workingDays(a, b, calendar)))
		}},
}

// workingDays counts the working days after a up to b.
func workingDays(a, b datatype.Date, calendar Calendar) int {
	if b < a {
		return -workingDays(b, a, calendar)
	}
	n := 0
	for d := a + 1; d <= b; d++ {
		if !d.IsWeekend() && (calendar == nil || !calendar.IsHoliday(d)) {
			n++
		}
	}
	return n
}

func checkDate(c *call) *exprError {
	if l, ok := c.args[0].(*literal); ok && l.quoted && parseDays(l.text).IsNull() {
		return &exprError{at: l.at, message: fmt.Sprintf("'%s' is not a real date like '2025-10-16'", l.text)}
	}
	return nil
}

// dateParts write one part of a date each; the names are those of format-date().
var dateParts = map[byte]func(d datatype.Date) string{
	'Y': func(d datatype.Date) string { y, _, _ := d.Civil(); return fmt.Sprintf("%04d", y) },
	'y': func(d datatype.Date) string { y, _, _ := d.Civil(); return fmt.Sprintf("%02d", y%100) },
	'm': func(d datatype.Date) string { _, m, _ := d.Civil(); return fmt.Sprintf("%02d", int(m)) },
	'n': func(d datatype.Date) string { _, m, _ := d.Civil(); return fmt.Sprint(int(m)) },
	'd': func(d datatype.Date) string { _, _, day := d.Civil(); return fmt.Sprintf("%02d", day) },
	'e': func(d datatype.Date) string { _, _, day := d.Civil(); return fmt.Sprint(day) },
	'b': func(d datatype.Date) string { _, m, _ := d.Civil(); return m.String()[:3] },
	'B': func(d datatype.Date) string { _, m, _ := d.Civil(); return m.String() },
	'a': func(d datatype.Date) string { return d.Weekday().String()[:3] },
	'A': func(d datatype.Date) string { return d.Weekday().String() },
}

func formatDate(d datatype.Date, format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] == '%' && i+1 < len(format) {
			if part, ok := dateParts[format[i+1]]; ok {
				b.WriteString(part(d))
				i++
				continue
			}
		}
		b.WriteByte(format[i])
	}
	return b.String()
}

func checkFormat(c *call) *exprError {
	l, ok := c.args[1].(*literal)
	if !ok || !l.quoted {
		return &exprError{at: c.args[1].place(), message: "The format of format-date() stands in quotes"}
	}
	for i := 0; i < len(l.text); i++ {
		if l.text[i] != '%' {
			continue
		}
		i++
		if i == len(l.text) || dateParts[l.text[i]] == nil {
			return &exprError{at: l.at, message: "The format of format-date() has a % that stands for nothing. Known are %Y %y %m %n %d %e %b %B %a %A"}
		}
	}
	return nil
}
