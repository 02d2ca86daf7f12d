package form

import "fmt"

// parser is a precedence climber over XLSForm's expressions.
type parser struct {
	lexer lexer
	tok   token
	depth int
	// attributes allows bare names, which a choice_filter uses for the
	// attributes of a choice.
	attributes bool
}

// maxDepth keeps a file from exhausting the stack.
const maxDepth = 200

func parse(src string, attributes bool) (node, *exprError) {
	p := &parser{lexer: lexer{src: []rune(src)}, attributes: attributes}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == endToken {
		return nil, &exprError{message: "The expression is empty"}
	}
	n, err := p.expression(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != endToken {
		return nil, &exprError{at: p.tok.at, message: fmt.Sprintf("Expected an operator, but found %s", p.found())}
	}
	return n, nil
}

func (p *parser) advance() *exprError {
	t, err := p.lexer.next()
	p.tok = t
	return err
}

func (p *parser) found() string {
	switch p.tok.kind {
	case endToken:
		return "the end"
	case refToken:
		return "${" + p.tok.text + "}"
	case stringToken:
		return "'" + p.tok.text + "'"
	}
	return p.tok.text
}

// expression reads operators that bind more tightly than least.
func (p *parser) expression(least int) (node, *exprError) {
	if p.depth++; p.depth > maxDepth {
		return nil, &exprError{at: p.tok.at, message: "The expression is nested too deeply"}
	}
	defer func() { p.depth-- }()
	left, err := p.operand()
	for err == nil {
		op, ok := operators[p.tok.text]
		if !ok || p.tok.kind != opToken && p.tok.kind != nameToken || op.binds() <= least {
			return left, nil
		}
		at := p.tok.at
		if err = p.advance(); err != nil {
			break
		}
		var right node
		if right, err = p.expression(op.binds()); err == nil {
			left = &binary{op, left, right, at}
		}
	}
	return nil, err
}

func (p *parser) operand() (node, *exprError) {
	t := p.tok
	switch {
	case t.kind == opToken && t.text == "-":
		if err := p.advance(); err != nil {
			return nil, err
		}
		x, err := p.expression(signBinds)
		if err != nil {
			return nil, err
		}
		return &negation{x, t.at}, nil
	case t.kind == opToken && t.text == "(":
		if err := p.advance(); err != nil {
			return nil, err
		}
		x, err := p.expression(0)
		if err != nil {
			return nil, err
		}
		return x, p.expect(")")
	case t.kind == nameToken:
		return p.name()
	}
	var n node
	switch t.kind {
	case numberToken:
		f, ok := parseDecimal(t.text)
		if !ok {
			return nil, &exprError{at: t.at, message: "This number is too long to be one. Write fewer figures"}
		}
		n = &literal{value: NumberValue(f), at: t.at}
	case stringToken:
		n = &literal{value: TextValue(t.text), quoted: true, text: t.text, at: t.at}
	case refToken:
		n = &reference{name: t.text, at: t.at}
	case thisToken:
		n = &this{at: t.at}
	default:
		return nil, &exprError{at: t.at, message: fmt.Sprintf("Expected a value, but found %s", p.found())}
	}
	return n, p.advance()
}

// name reads a function with its arguments, or an attribute.
func (p *parser) name() (node, *exprError) {
	t := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind != opToken || p.tok.text != "(" {
		if p.attributes {
			return &attribute{t.text, t.at}, nil
		}
		return nil, bareName(t)
	}
	fn, ok := functions[t.text]
	if !ok {
		return nil, unknownFunction(t)
	}
	args, err := p.arguments()
	if err != nil {
		return nil, err
	}
	c := &call{fn: fn, args: args, at: t.at}
	if len(args) < fn.least || fn.most >= 0 && len(args) > fn.most {
		return nil, &exprError{at: t.at, message: fmt.Sprintf("%s() takes %s, not %d", fn.name, fn.takes(), len(args))}
	}
	if fn.prepare != nil {
		if err := fn.prepare(c); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func bareName(t token) *exprError {
	e := &exprError{at: t.at, message: fmt.Sprintf("%s stands alone. A question is written ${%s}, text is written '%s'", t.text, t.text, t.text)}
	if _, ok := functions[t.text]; ok {
		e.message, e.suggestion = fmt.Sprintf("The function %s needs brackets", t.text), t.text+"()"
	} else if _, ok := operators[t.text]; ok {
		e.message = fmt.Sprintf("Expected a value before %s", t.text)
	}
	return e
}

func (p *parser) arguments() ([]node, *exprError) {
	if err := p.advance(); err != nil {
		return nil, err
	}
	var args []node
	if p.tok.kind == opToken && p.tok.text == ")" {
		return nil, p.advance()
	}
	for {
		x, err := p.expression(0)
		if err != nil {
			return nil, err
		}
		args = append(args, x)
		if p.tok.kind != opToken || p.tok.text != "," {
			return args, p.expect(")")
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
}

func (p *parser) expect(sign string) *exprError {
	if p.tok.kind != opToken || p.tok.text != sign {
		return &exprError{at: p.tok.at, message: fmt.Sprintf("Expected %s, but found %s", sign, p.found())}
	}
	return p.advance()
}
