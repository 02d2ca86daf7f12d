package study

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"recordwell/capture"
)

// codeLetters are the characters of codes: none that is taken for another when
// it is read aloud or copied (0 and O, 1, I and L). There are 31, a prime, so
// that the check character catches what it should.
const codeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// CodeLength is the number of characters of a code, the last one a check.
const CodeLength = 6

// checkTotal is what the weighted sum of a code leaves when divided by 31.
const checkTotal = 27

// checksOut reports whether the characters of a code belong together. The
// weights 6 to 1 differ from each other and from 0, and 31 is prime, so any one
// wrong character and any two that changed places change the sum.
func checksOut(code string) bool {
	if len(code) != CodeLength {
		return false
	}
	sum := 0
	for i := range CodeLength {
		n := strings.IndexByte(codeLetters, code[i])
		if n < 0 {
			return false
		}
		sum += (CodeLength - i) * n
	}
	return sum%len(codeLetters) == checkTotal
}

// GenerateCodes returns n different codes. The same seed always gives the same
// codes in the same order, and a larger n only adds to them. Codes hold no
// vowels, so that they spell nothing.
func GenerateCodes(seed int64, n int) []string {
	draw := drawCodes(seed)
	codes := make([]string, 0, n)
	for len(codes) < n {
		codes = append(codes, draw())
	}
	return codes
}

// drawCodes returns a function that gives the seed's next code.
func drawCodes(seed int64) func() string {
	random := rand.New(rand.NewPCG(uint64(seed), 0x636f6465))
	seen := make(map[string]bool)
	return func() string {
		for {
			code := make([]byte, CodeLength)
			sum := 0
			for i := range CodeLength - 1 {
				n := random.IntN(len(codeLetters))
				code[i] = codeLetters[n]
				sum += (CodeLength - i) * n
			}
			check := ((checkTotal-sum)%len(codeLetters) + len(codeLetters)) % len(codeLetters)
			code[CodeLength-1] = codeLetters[check]
			if c := string(code); !strings.ContainsAny(c, "AEUY") && !seen[c] {
				seen[c] = true
				return c
			}
		}
	}
}

// ParseCode reads a code as people type it, in any case, with spaces or
// hyphens. The error wraps [capture.ErrBadCode] and does not repeat the text.
func ParseCode(s string) (string, error) {
	code := strings.ToUpper(strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\u00a0-–", r) {
			return -1
		}
		return r
	}, s))
	if !checksOut(code) {
		return "", fmt.Errorf("%w: a code is 6 letters and numbers, like K7M 4QX. Check it with the one you were given", capture.ErrBadCode)
	}
	return code, nil
}

// FormatCode writes a code as people read it: "K7M 4QX".
func FormatCode(code string) string {
	if len(code) != CodeLength {
		return code
	}
	return code[:3] + " " + code[3:]
}

// Has reports whether a code, as ParseCode returns it, is one of the study's,
// also one that was taken back.
func (s *Study) Has(code string) bool { return slices.Contains(s.Codes, code) }

// Voided reports whether a code of the study was taken back.
func (s *Study) Voided(code string) bool { return slices.Contains(s.Void, code) }

// NewCodes returns the next n codes of a seed that are not taken, in the order in
// which the seed gives them.
func NewCodes(seed int64, n int, taken func(code string) bool) []string {
	draw := drawCodes(seed)
	codes := make([]string, 0, n)
	for len(codes) < n {
		if c := draw(); !taken(c) {
			codes = append(codes, c)
		}
	}
	return codes
}
