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
	if n.op <= opMoreEqual {
		return n.test(env).value()
	}
	return arithmetic(n.op, n.left.eval(env), n.right.eval(env))
}

// truth is the outcome of a condition. It keeps "cannot be told" apart from no,
// so that a constraint breaks only when it is false; wherever truth is asked,
// what cannot be told counts as no.
type truth uint8

const (
	untold truth = iota
	no
	yes
)

func told(b bool) truth {
	if b {
		return yes
	}
	return no
}

func (t truth) value() Value {
	if t == untold {
		return Value{}
	}
	return BoolValue(t == yes)
}

// test evaluates a condition without making values of its parts.
func test(n node, env Env) truth {
	if b, ok := n.(*binary); ok && b.op <= opMoreEqual {
		return b.test(env)
	}
	v := n.eval(env)
	if v.IsNull() {
		return untold
	}
	return told(v.Truth())
}

// test evaluates the operators that say yes or no, up to opMoreEqual.
func (n *binary) test(env Env) truth {
	switch n.op {
	case opOr:
		return either(n, env, yes)
	case opAnd:
		return either(n, env, no)
	}
	left, right := n.left.eval(env), n.right.eval(env)
	switch n.op {
	case opEqual:
		same, known := equal(&left, &right)
		if !known && !isLiteral(n.left) && !isLiteral(n.right) {
			return untold
		}
		return told(same)
	case opDiffers:
		same, _ := equal(&left, &right)
		return told(!same)
	}
	return order(n.op, &left, &right)
}

// either is "or" when yes decides, and "and" when no does.
func either(n *binary, env Env, decides truth) truth {
	left := test(n.left, env)
	if left == decides {
		return left
	}
	right := test(n.right, env)
	if right == decides || left != untold {
		return right
	}
	return untold
}

func isLiteral(n node) bool { _, ok := n.(*literal); return ok }

// equal compares two values. It is not known when exactly one is null, or when
// a partial date may or may not be the day.
func equal(a, b *Value) (same, known bool) {
	switch {
	case a.kind == KindBool || b.kind == KindBool:
		return a.Truth() == b.Truth(), true
	case a.IsNull() || b.IsNull():
		return a.IsNull() && b.IsNull(), a.IsNull() == b.IsNull()
	case a.kind == KindDate || b.kind == KindDate:
		a, b = asDate(a), asDate(b)
		if a.IsNull() || b.IsNull() {
			return false, true
		}
		overlap := a.from <= b.to && b.from <= a.to
		exact := a.from == a.to && b.from == b.to
		return overlap && a.from == b.from && a.to == b.to, exact || !overlap
	case a.kind == KindNumber || b.kind == KindNumber:
		x, y := toNumber(*a), toNumber(*b)
		return !x.IsNull() && !y.IsNull() && x.number == y.number, true
	}
	return a.text == b.text, true
}

// asDate is toDate without copying what is a date already.
func asDate(v *Value) *Value {
	if v.kind == KindDate {
		return v
	}
	d := toDate(*v)
	return &d
}

// order decides < <= > >=; untold where one is null.
func order(op operator, a, b *Value) truth {
	if op == opMore || op == opMoreEqual {
		a, b = b, a
		op -= opMore - opLess
	}
	orEqual := op == opLessEqual
	switch {
	case a.IsNull() || b.IsNull():
		return untold
	case a.kind == KindDate || b.kind == KindDate:
		a, b = asDate(a), asDate(b)
		if a.IsNull() || b.IsNull() {
			return untold
		}
		if a.to < b.from || orEqual && a.to == b.from {
			return yes
		}
		if a.from > b.to || !orEqual && a.from == b.to {
			return no
		}
		return untold
	}
	c := 0
	x, y := toNumber(*a), toNumber(*b)
	switch {
	case !x.IsNull() && !y.IsNull():
		c = cmp.Compare(x.number, y.number)
	case a.kind == KindText && b.kind == KindText: // times, HH:MM
		c = strings.Compare(a.text, b.text)
	default:
		return untold
	}
	return told(c < 0 || orEqual && c == 0)
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
