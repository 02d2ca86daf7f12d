package form

import (
	"fmt"
	"strings"
	"unicode"
)

// exprError is what is wrong with an expression, and at which letter.
type exprError struct {
	at         int // in letters, from 0
	message    string
	suggestion string
}

func (e *exprError) Error() string { return e.message }

type tokenKind uint8

const (
	endToken tokenKind = iota
	numberToken
	stringToken
	refToken  // ${name}
	nameToken // a function, a word operator, or a choice's attribute
	thisToken // .
	opToken   // an operator of signs, a bracket or a comma
)

type token struct {
	kind tokenKind
	text string // what stands in the quotes or braces, else the token itself
	at   int
}

type lexer struct {
	src []rune
	at  int
}

// elsewhere are spellings of other languages, with XLSForm's.
var elsewhere = map[string]string{"==": "=", "&&": "and", "||": "or", "<>": "!=", "!": "not()", "/": "div", "%": "mod", "≤": "<=", "≥": ">=", "≠": "!=", "..": "${name}", "×": "*", "–": "-", "−": "-"}

func (l *lexer) next() (token, *exprError) {
	for l.at < len(l.src) && unicode.IsSpace(l.src[l.at]) {
		l.at++
	}
	if l.at == len(l.src) {
		return token{endToken, "", l.at}, nil
	}
	start, c := l.at, l.src[l.at]
	switch {
	case c == '$':
		return l.reference()
	case c == '\'' || c == '"':
		return l.quoted(c)
	case isDigit(c) || c == '.' && start+1 < len(l.src) && isDigit(l.src[start+1]):
		return l.number()
	case isNameStart(c):
		l.skip(isNamePart)
		return token{nameToken, string(l.src[start:l.at]), start}, nil
	}
	two := string(l.src[start:min(start+2, len(l.src))])
	switch two {
	case "<=", ">=", "!=":
		l.at += 2
		return token{opToken, two, start}, nil
	}
	for _, other := range []string{two, string(c)} {
		if ours, ok := elsewhere[other]; ok {
			return token{}, &exprError{start, fmt.Sprintf("XLSForm has no %s", other), ours}
		}
	}
	l.at++
	if c == '.' {
		return token{thisToken, ".", start}, nil
	}
	if strings.ContainsRune("=<>+-*(),", c) {
		return token{opToken, string(c), start}, nil
	}
	if strings.ContainsRune("‘’“”", c) {
		return token{}, &exprError{start, "Text stands in straight quotes", "'"}
	}
	return token{}, &exprError{at: start, message: fmt.Sprintf("%q has no meaning here", c)}
}

func (l *lexer) reference() (token, *exprError) {
	start := l.at
	rest := string(l.src[start:])
	if !strings.HasPrefix(rest, "${") {
		name := string(l.src[start+1:])
		if i := strings.IndexFunc(name, func(r rune) bool { return !isNamePart(r) }); i >= 0 {
			name = name[:i]
		}
		return token{}, &exprError{start, "A question's name stands in braces", "${" + name + "}"}
	}
	end := strings.IndexByte(rest, '}')
	if end < 0 {
		return token{}, &exprError{at: start, message: "The brace after ${ is not closed"}
	}
	name := strings.TrimSpace(rest[2:end])
	if !IsName(name) {
		return token{}, &exprError{at: start, message: fmt.Sprintf("%q cannot be a question's name", name)}
	}
	l.at += len([]rune(rest[:end+1]))
	return token{refToken, name, start}, nil
}

func (l *lexer) quoted(quote rune) (token, *exprError) {
	start := l.at
	for i := start + 1; i < len(l.src); i++ {
		if l.src[i] == quote {
			l.at = i + 1
			return token{stringToken, string(l.src[start+1 : i]), start}, nil
		}
	}
	return token{}, &exprError{at: start, message: "The quote is not closed"}
}

func (l *lexer) number() (token, *exprError) {
	start := l.at
	l.skip(isDigit)
	if l.at < len(l.src) && l.src[l.at] == '.' {
		l.at++
		l.skip(isDigit)
	}
	if l.at < len(l.src) && isNameStart(l.src[l.at]) {
		return token{}, &exprError{at: start, message: "A number and a name stand together. Text stands in quotes"}
	}
	return token{numberToken, string(l.src[start:l.at]), start}, nil
}

func (l *lexer) skip(is func(rune) bool) {
	for l.at < len(l.src) && is(l.src[l.at]) {
		l.at++
	}
}

func isDigit(r rune) bool     { return r >= '0' && r <= '9' }
func isNameStart(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' }
func isNamePart(r rune) bool  { return isNameStart(r) || isDigit(r) || r == '-' }

// IsName reports whether s can name a question, section, list or word.
func IsName(s string) bool {
	for i, r := range s {
		if (r < 'a' || r > 'z') && r != '_' && (i == 0 || !isDigit(r)) {
			return false
		}
	}
	return s != ""
}
