package form

import (
	"cmp"
	"math"
	"strings"

	"recordwell/validation/datatype"
)

// Env is where an expression is evaluated: at one question about one entity.
type Env interface {
	// Value returns the answer to a question seen from here: of the same item
	// for a question of the repeat we are in, else of the form's one entity.
	Value(q *Question) Value
	// All returns the answers to a question for every item of its repeat, in
	// order, null where there is none; for a question outside a repeat, its one.
	All(q *Question) []Value
	// This returns the answer to the question itself.
	This() Value
	// Today returns the story's today.
	Today() datatype.Date
	// Word returns the scenario's own word for a name, or "".
	Word(name string) string
}

// Calendar is what an [Env] may add so that working-days() knows holidays.
// Without it only weekends are not working days.
type Calendar interface {
	IsHoliday(d datatype.Date) bool
}

func (n *literal) eval(Env) Value  { return n.value }
func (n *this) eval(env Env) Value { return env.This() }

func (n *reference) eval(env Env) Value {
	switch {
	case n.question != nil:
		return env.Value(n.question)
	case n.word:
		return TextValue(n.wordIn(env))
	}
	return Value{}
}

func (n *reference) wordIn(env Env) string {
	if env != nil {
		if w := env.Word(n.name); w != "" {
			return w
		}
	}
	return n.fallback
}

func (n *attribute) eval(env Env) Value {
	if c, ok := env.(*choiceEnv); ok {
		return c.choice.attribute(n.name)
	}
	return Value{}
}

func (n *negation) eval(env Env) Value {
	x := toNumber(n.x.eval(env))
	if x.IsNull() {
		return x
	}
	return NumberValue(-x.number)
}

func (n *binary) eval(env Env) Value {
	left := n.left.eval(env)
	switch n.op {
	case opOr:
		if left.Truth() {
			return BoolValue(true)
		}
		return either(left, n.right.eval(env), false)
	case opAnd:
		if !left.IsNull() && !left.Truth() {
			return BoolValue(false)
		}
		return either(left, n.right.eval(env), true)
	}
	right := n.right.eval(env)
	switch n.op {
	case opEqual:
		same, known := equal(left, right)
		if !known && !isLiteral(n.left) && !isLiteral(n.right) {
			return Value{}
		}
		return BoolValue(same)
	case opDiffers:
		same, _ := equal(left, right)
		return BoolValue(!same)
	case opLess, opLessEqual, opMore, opMoreEqual:
		return order(n.op, left, right)
	}
	return arithmetic(n.op, left, right)
}

// either joins the two sides of "and" and "or" once the left has not decided.
// It keeps "cannot be told" apart from false, so that a constraint breaks only
// when it is false; wherever truth is asked, null counts as false.
func either(left, right Value, and bool) Value {
	switch {
	case !right.IsNull() && right.Truth() != and:
		return BoolValue(!and)
	case left.IsNull() || right.IsNull():
		return Value{}
	}
	return BoolValue(and)
}

func isLiteral(n node) bool { _, ok := n.(*literal); return ok }

// equal compares two values. It is not known when exactly one is null, or when
// a partial date may or may not be the day.
func equal(a, b Value) (same, known bool) {
	switch {
	case a.kind == KindBool || b.kind == KindBool:
		return a.Truth() == b.Truth(), true
	case a.IsNull() || b.IsNull():
		return a.IsNull() && b.IsNull(), a.IsNull() == b.IsNull()
	case a.kind == KindDate || b.kind == KindDate:
		a, b = toDate(a), toDate(b)
		if a.IsNull() || b.IsNull() {
			return false, true
		}
		overlap := a.from <= b.to && b.from <= a.to
		exact := a.from == a.to && b.from == b.to
		return overlap && a.from == b.from && a.to == b.to, exact || !overlap
	case a.kind == KindNumber || b.kind == KindNumber:
		x, y := toNumber(a), toNumber(b)
		return !x.IsNull() && !y.IsNull() && x.number == y.number, true
	}
	return a.text == b.text, true
}

// order decides < <= > >=; null where it cannot be told.
func order(op operator, a, b Value) Value {
	if op == opMore || op == opMoreEqual {
		a, b = b, a
		op -= opMore - opLess
	}
	orEqual := op == opLessEqual
	switch {
	case a.IsNull() || b.IsNull():
		return Value{}
	case a.kind == KindDate || b.kind == KindDate:
		a, b = toDate(a), toDate(b)
		if a.IsNull() || b.IsNull() {
			return Value{}
		}
		if a.to < b.from || orEqual && a.to == b.from {
			return BoolValue(true)
		}
		if a.from > b.to || !orEqual && a.from == b.to {
			return BoolValue(false)
		}
		return Value{}
	}
	c := 0
	x, y := toNumber(a), toNumber(b)
	switch {
	case !x.IsNull() && !y.IsNull():
		c = cmp.Compare(x.number, y.number)
	case a.kind == KindText && b.kind == KindText: // times, HH:MM
		c = strings.Compare(a.text, b.text)
	default:
		return Value{}
	}
	return BoolValue(c < 0 || orEqual && c == 0)
}

func arithmetic(op operator, a, b Value) Value {
	if a.kind == KindDate || b.kind == KindDate {
		return dateArithmetic(op, a, b)
	}
	x, y := toNumber(a), toNumber(b)
	if x.IsNull() || y.IsNull() {
		return Value{}
	}
	switch op {
	case opPlus:
		return NumberValue(x.number + y.number)
	case opMinus:
		return NumberValue(x.number - y.number)
	case opTimes:
		return NumberValue(x.number * y.number)
	case opDiv:
		return NumberValue(x.number / y.number)
	}
	return NumberValue(math.Mod(x.number, y.number))
}

// dateArithmetic knows date + days, days + date, date - days and date - date.
func dateArithmetic(op operator, a, b Value) Value {
	day, whole := a.Date()
	switch {
	case op == opPlus && a.kind != KindDate:
		return dateArithmetic(op, b, a)
	case a.kind != KindDate || !whole:
		return Value{}
	case op == opMinus && b.kind == KindDate:
		other, whole := b.Date()
		if !whole {
			return Value{}
		}
		return NumberValue(float64(day - other))
	}
	days := toNumber(b)
	if b.kind == KindDate || days.IsNull() {
		return Value{}
	}
	switch op {
	case opPlus:
		return dayNumber(float64(day) + math.Trunc(days.number))
	case opMinus:
		return dayNumber(float64(day) - math.Trunc(days.number))
	}
	return Value{}
}
