package form

import (
	"fmt"
	"regexp"
	"strings"

	"recordwell/capture/form/source"
)

// baseType is what is known about a value before there is one.
type baseType uint8

const (
	anyType baseType = iota
	nullType
	textType
	numberType
	dateType
	timeType
	oneType // the name of one choice
	setType
	boolType
	noteType
)

var baseWords = [...]string{"anything", "nothing", "text", "a number", "a date", "a time", "a choice", "several choices", "true or false", "a note"}

func (b baseType) String() string { return baseWords[b] }

// static is a type, with the choices that the value is one of.
type static struct {
	base baseType
	list *ChoiceList
}

// static returns the type of the question's answers.
func (q *Question) static() static {
	switch q.Type {
	case TypeText:
		return static{base: textType}
	case TypeInteger, TypeDecimal:
		return static{base: numberType}
	case TypeDate:
		return static{base: dateType}
	case TypeTime:
		return static{base: timeType}
	case TypeSelectOne:
		return static{oneType, q.List}
	case TypeSelectMultiple:
		return static{setType, q.List}
	case TypeNote:
		return static{base: noteType}
	}
	return q.calculated
}

// checker finds the type of an expression, and what does not fit together.
type checker struct {
	self   *Question
	report func(at int, suggestion, format string, args ...any)
}

func (c *checker) typeOf(n node) static {
	switch n := n.(type) {
	case *literal:
		switch {
		case !n.quoted:
			return static{base: numberType}
		case n.text == "":
			return static{base: nullType}
		}
	case *this:
		if c.self == nil {
			return static{}
		}
		return c.self.static()
	case *reference:
		if n.question != nil {
			return n.question.static()
		}
		if !n.word {
			return static{}
		}
	case *negation:
		c.number(n.x, c.typeOf(n.x), "-")
		return static{base: numberType}
	case *binary:
		return c.binary(n)
	case *call:
		return c.call(n)
	}
	return static{base: textType}
}

func (c *checker) binary(n *binary) static {
	left, right := c.typeOf(n.left), c.typeOf(n.right)
	switch n.op {
	case opOr, opAnd:
		c.condition(n.left, left)
		c.condition(n.right, right)
		return static{base: boolType}
	case opEqual, opDiffers:
		c.equality(n, left, right)
		return static{base: boolType}
	case opLess, opLessEqual, opMore, opMoreEqual:
		c.ordering(n, left, right)
		return static{base: boolType}
	}
	return static{base: c.arithmetic(n, left.base, right.base)}
}

// condition wants a value that is true or false.
func (c *checker) condition(n node, t static) {
	if t.base == boolType || t.base == anyType {
		return
	}
	c.report(n.place(), "", "%s is %s, which is neither true nor false. Compare it with something", show(n), t.base)
}

func (c *checker) equality(n *binary, left, right static) {
	if left.base == setType && right.base != nullType || right.base == setType && left.base != nullType {
		c.report(n.at, "selected()", "Several choices cannot be compared with %s", n.op)
		return
	}
	if !c.literalFits(n.left, right) || !c.literalFits(n.right, left) || isLiteral(n.left) || isLiteral(n.right) {
		return
	}
	if family(left.base) != family(right.base) && known(left.base) && known(right.base) {
		c.differ(n, left, right)
	}
}

// literalFits checks a literal beside something of type t.
func (c *checker) literalFits(n node, t static) bool {
	l, ok := n.(*literal)
	if !ok || l.quoted && l.text == "" {
		return true
	}
	text := l.value.String()
	switch {
	case t.list != nil:
		return c.onList(l, t.list)
	case t.base == dateType && (!l.quoted || parseDays(text).IsNull()):
		c.report(l.at, "", "A date is compared with a date such as '2025-10-16', not with %s", show(l))
	case t.base == timeType && !clock.MatchString(text):
		c.report(l.at, "", "A time is compared with a time such as '09:30', not with %s", show(l))
	case t.base == numberType && l.quoted:
		if _, ok := parseDecimal(text); ok {
			return true
		}
		c.report(l.at, "", "A number is compared with a number, not with %s", show(l))
	case t.base == textType && !l.quoted:
		c.report(l.at, "'"+text+"'", "Text is compared with text in quotes, not with the number %s", text)
	case t.base == boolType:
		c.report(l.at, "", "True and false are compared with true() and false(), not with %s", show(l))
	default:
		return true
	}
	return false
}

var clock = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

func (c *checker) onList(l *literal, list *ChoiceList) bool {
	name := l.value.String()
	if list.Choice(name) != nil || len(list.Choices) == 0 { // a list that is not there was reported
		return true
	}
	c.report(l.at, source.Nearest(name, list.names()), "'%s' is not on the list %s", name, list.Name)
	return false
}

func (c *checker) ordering(n *binary, left, right static) {
	for _, side := range []struct {
		n    node
		t, o static
	}{{n.left, left, right}, {n.right, right, left}} {
		if l, ok := side.n.(*literal); ok && l.quoted && (side.o.base == dateType || side.o.base == timeType) {
			c.literalFits(l, side.o)
			return
		}
		switch side.t.base {
		case textType, oneType:
			c.report(side.n.place(), "number("+show(side.n)+")", "%s is %s, which has no order", show(side.n), side.t.base)
			return
		case setType, boolType, noteType, nullType:
			c.report(side.n.place(), "", "%s is %s, which has no order", show(side.n), side.t.base)
			return
		}
	}
	if left.base != right.base && known(left.base) && known(right.base) {
		c.differ(n, left, right)
	}
}

func (c *checker) differ(n *binary, left, right static) {
	c.report(n.at, "", "%s is %s, but %s is %s. Only things of one kind can be compared", show(n.left), left.base, show(n.right), right.base)
}

func (c *checker) arithmetic(n *binary, left, right baseType) baseType {
	switch {
	case left == dateType && right == dateType && n.op == opMinus:
		return numberType
	case left == dateType && (n.op == opPlus || n.op == opMinus) && right != dateType:
		c.number(n.right, static{base: right}, n.op.String())
		return dateType
	case right == dateType && n.op == opPlus && left != dateType:
		c.number(n.left, static{base: left}, n.op.String())
		return dateType
	case left == anyType && (right == dateType || right == anyType) || right == anyType && left == dateType:
		return anyType
	}
	c.number(n.left, static{base: left}, n.op.String())
	c.number(n.right, static{base: right}, n.op.String())
	return numberType
}

func (c *checker) number(n node, t static, sign string) {
	switch t.base {
	case numberType, anyType:
	case textType, oneType:
		c.report(n.place(), "number("+show(n)+")", "%s is %s, but %s works with numbers", show(n), t.base, sign)
	default:
		c.report(n.place(), "", "%s is %s, but %s works with numbers", show(n), t.base, sign)
	}
}

func (c *checker) call(n *call) static {
	types := make([]static, len(n.args))
	for i, a := range n.args {
		types[i] = c.typeOf(a)
		c.argument(n, i, types[i])
	}
	switch n.fn.name {
	case "if":
		return unify(types[1:])
	case "coalesce":
		return unify(types)
	case "min", "max":
		for _, t := range types {
			ordered := t.base == numberType || t.base == dateType || t.base == timeType
			if known(t.base) && (!ordered || t.base != unify(types).base) {
				c.report(n.at, "", "%s() takes numbers only, or dates only", n.fn.name)
				return static{}
			}
		}
		return unify(types)
	case "selected":
		if l, ok := n.args[1].(*literal); ok && types[0].list != nil {
			c.onList(l, types[0].list)
		}
	case "selected-at":
		return static{oneType, types[0].list}
	}
	return static{base: n.fn.gives}
}

func (c *checker) argument(n *call, i int, t static) {
	arg := n.args[i]
	switch want := n.fn.param(i); want {
	case boolType:
		c.condition(arg, t)
	case numberType:
		c.number(arg, t, n.fn.name+"()")
	case dateType:
		if t.base == dateType || t.base == anyType {
			return
		}
		if l, ok := arg.(*literal); ok && l.quoted && !parseDays(l.text).IsNull() {
			return
		}
		c.report(arg.place(), "date("+show(arg)+")", "%s is %s, but %s() takes a date", show(arg), t.base, n.fn.name)
	case setType:
		if t.base != setType && t.base != oneType && t.base != anyType {
			c.report(arg.place(), "", "%s is %s, but %s() takes the answer to a question with choices", show(arg), t.base, n.fn.name)
		}
	}
}

// unify returns the one type of several values, or any.
func unify(types []static) static {
	var out static
	first := true
	for _, t := range types {
		switch {
		case t.base == nullType:
		case first:
			out, first = t, false
		case t.base != out.base:
			return static{}
		case t.list != out.list:
			out.list = nil
		}
	}
	return out
}

// family puts types together that can be equal.
func family(b baseType) baseType {
	if b == oneType {
		return textType
	}
	return b
}

func known(b baseType) bool { return b != anyType && b != nullType }

func show(n node) string {
	if _, ok := n.(*this); ok {
		return "This answer"
	}
	var b strings.Builder
	n.print(&b)
	if s := b.String(); len(s) <= 60 {
		return s
	}
	return fmt.Sprintf("%.57s…", b.String())
}
