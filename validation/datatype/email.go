package datatype

import (
	"strings"
	"unicode"
)

// Email is an e-mail address with its domain in small letters.
type Email string

// ParseEmail reads an address as people write it: something, one @, and a
// domain with a point. It does not try to know all of RFC 5322.
func ParseEmail(s string) (Email, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", fault(Missing)
	}
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>()[]\,;:"`, r) {
			return "", fault(WrongLetters)
		}
	}
	local, domain, ok := strings.Cut(s, "@")
	if !ok || strings.Contains(domain, "@") || local == "" || len(local) > 64 || len(s) > 254 ||
		strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") || !isDomain(domain) {
		return "", fault(WrongShape)
	}
	return Email(local + "@" + strings.ToLower(domain)), nil
}

func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	for _, label := range labels {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, r := range label {
			if r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
				return false
			}
		}
	}
	last := labels[len(labels)-1]
	return len(labels) > 1 && len(last) >= 2 && !isDigit(last[0])
}
