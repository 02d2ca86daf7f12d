package message

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recordwell/validation/datatype"
)

// dateWords writes a canonical date or partial date as people read it, and
// leaves everything else as it is.
func dateWords(s string) string {
	if p, err := datatype.ParsePartial(s); err == nil && len(s) > 4 { // a bare "2015" may be a number
		return p.Words()
	}
	return s
}

func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

func uncapital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func cut(s string) (string, string, bool) { return strings.Cut(s, " ") }
