package form

import (
	"slices"
	"strings"

	"recordwell/validation/datatype"
)

// Expr is a compiled expression of XLSForm's language. Names are resolved when
// its form is loaded and linked; evaluating never fails: what cannot be worked
// out is null.
type Expr struct {
	source string
	root   node
	reads  []*Question
}

// Source returns the expression as written.
func (e *Expr) Source() string { return e.source }

// String returns the expression in canonical spelling: the same expression
// always prints the same, whatever its white space and brackets.
func (e *Expr) String() string {
	var b strings.Builder
	e.root.print(&b)
	return b.String()
}

// Reads returns the questions that the expression refers to by name, each once,
// in the order they are named; not the question itself when written ".".
func (e *Expr) Reads() []*Question { return e.reads }

// Eval returns the expression's value.
func (e *Expr) Eval(env Env) Value { return e.root.eval(env) }

// True reports whether the expression is true; null is not. It is for relevant,
// required and choice_filter.
func (e *Expr) True(env Env) bool { return test(e.root, env) == yes }

// Holds reports whether the expression is not false; null holds, because what
// cannot be told breaks nothing. It is for constraint and query.
func (e *Expr) Holds(env Env) bool { return test(e.root, env) != no }

// parseExpr compiles an expression whose names are still to be resolved.
func parseExpr(src string, attributes bool) (*Expr, *exprError) {
	root, err := parse(src, attributes)
	if err != nil {
		return nil, err
	}
	return &Expr{source: src, root: root}, nil
}

// references returns the ${names} of the expression.
func (e *Expr) references() []*reference {
	var refs []*reference
	walk(e.root, func(n node) {
		if r, ok := n.(*reference); ok {
			refs = append(refs, r)
		}
	})
	return refs
}

// markItems marks the ${names} that stand alone in count(), sum() … and so mean
// the answers of all items.
func (e *Expr) markItems() map[*reference]bool {
	over := make(map[*reference]bool)
	walk(e.root, func(n node) {
		c, ok := n.(*call)
		if !ok || !c.fn.over {
			return
		}
		for _, a := range c.args {
			if r, ok := a.(*reference); ok {
				over[r] = true
			}
		}
	})
	return over
}

func (e *Expr) collectReads() {
	e.reads = nil
	for _, r := range e.references() {
		if r.question != nil && !slices.Contains(e.reads, r.question) {
			e.reads = append(e.reads, r.question)
		}
	}
}

// constant returns the value of an expression that nothing can change.
func (e *Expr) constant() (Value, bool) {
	fixed := true
	walk(e.root, func(n node) {
		switch n := n.(type) {
		case *reference, *this, *attribute:
			fixed = false
		case *call:
			fixed = fixed && n.fn.name != "today"
		}
	})
	if !fixed {
		return Value{}, false
	}
	return e.Eval(emptyEnv{}), true
}

// emptyEnv is a case without answers.
type emptyEnv struct{}

func (emptyEnv) Value(*Question) Value { return Value{} }
func (emptyEnv) All(*Question) []Value { return nil }
func (emptyEnv) This() Value           { return Value{} }
func (emptyEnv) Today() datatype.Date  { return 0 }
func (emptyEnv) Word(string) string    { return "" }
