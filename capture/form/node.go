package form

import (
	"regexp"
	"strings"
)

// node is a part of an expression.
type node interface {
	eval(env Env) Value
	// print writes the node so that parsing it gives the same node again.
	print(b *strings.Builder)
	place() int // in letters from the start of the expression
}

type (
	literal struct {
		value  Value
		quoted bool
		text   string // as written, when quoted
		at     int
	}
	// this is ".", the question's own answer.
	this struct{ at int }
	// reference is ${name}.
	reference struct {
		name string
		at   int
		// question is set once the name is resolved to one. every means that
		// all items of its repeat are meant.
		question *Question
		every    bool
		// word is set when the name is one of the form's words; the default
		// stands where the scenario does not replace it.
		word     bool
		fallback string
	}
	// attribute is a column of a choice.
	attribute struct {
		name string
		at   int
	}
	negation struct {
		x  node
		at int
	}
	binary struct {
		op          operator
		left, right node
		at          int
	}
	call struct {
		fn   *function
		args []node
		at   int
		// pattern is regex()'s, compiled once.
		pattern *regexp.Regexp
	}
)

type operator uint8

const (
	opOr operator = iota
	opAnd
	opEqual
	opDiffers
	opLess
	opLessEqual
	opMore
	opMoreEqual
	opPlus
	opMinus
	opTimes
	opDiv
	opMod
)

var operatorSigns = [...]string{"or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"}

var operators = func() map[string]operator {
	m := make(map[string]operator, len(operatorSigns))
	for i, s := range operatorSigns {
		m[s] = operator(i)
	}
	return m
}()

func (op operator) String() string { return operatorSigns[op] }

// binds returns how tightly an operator binds; XPath's order.
func (op operator) binds() int {
	switch op {
	case opOr:
		return 1
	case opAnd:
		return 2
	case opEqual, opDiffers:
		return 3
	case opPlus, opMinus:
		return 5
	case opTimes, opDiv, opMod:
		return 6
	}
	return 4
}

const signBinds = 7

func (n *literal) place() int   { return n.at }
func (n *this) place() int      { return n.at }
func (n *reference) place() int { return n.at }
func (n *attribute) place() int { return n.at }
func (n *negation) place() int  { return n.at }
func (n *binary) place() int    { return n.left.place() }
func (n *call) place() int      { return n.at }

func (n *literal) print(b *strings.Builder) {
	if !n.quoted {
		b.WriteString(n.value.String())
		return
	}
	quote := "'"
	if strings.Contains(n.text, quote) {
		quote = `"`
	}
	b.WriteString(quote + n.text + quote)
}

func (n *this) print(b *strings.Builder)      { b.WriteByte('.') }
func (n *reference) print(b *strings.Builder) { b.WriteString("${" + n.name + "}") }
func (n *attribute) print(b *strings.Builder) { b.WriteString(n.name) }

func (n *negation) print(b *strings.Builder) {
	b.WriteByte('-')
	printWithin(b, n.x, signBinds)
}

func (n *binary) print(b *strings.Builder) {
	printWithin(b, n.left, n.op.binds())
	b.WriteString(" " + n.op.String() + " ")
	printWithin(b, n.right, n.op.binds()+1)
}

func (n *call) print(b *strings.Builder) {
	b.WriteString(n.fn.name + "(")
	for i, a := range n.args {
		if i > 0 {
			b.WriteString(", ")
		}
		a.print(b)
	}
	b.WriteByte(')')
}

// printWithin puts brackets around an operator that binds less tightly.
func printWithin(b *strings.Builder, n node, least int) {
	if inner, ok := n.(*binary); ok && inner.op.binds() < least {
		b.WriteByte('(')
		n.print(b)
		b.WriteByte(')')
		return
	}
	n.print(b)
}

// walk visits a node and everything below it.
func walk(n node, visit func(node)) {
	visit(n)
	switch n := n.(type) {
	case *negation:
		walk(n.x, visit)
	case *binary:
		walk(n.left, visit)
		walk(n.right, visit)
	case *call:
		for _, a := range n.args {
			walk(a, visit)
		}
	}
}
