package datatype_test

import (
	"strings"
	"testing"

	. "recordwell/validation/datatype"
)

func TestUPNShape(t *testing.T) {
	for _, s := range []string{"A950000178301", "H243278544154", "X98765432123B", "Z000000000000"} {
		if u, ok := ParseUPN(s); !ok || u.LA() != s[1:4] {
			t.Errorf("%s was refused", s)
		}
	}
	for _, s := range []string{"", "A95000017830", "A9500001783011", "I950000178301", "a950000178301", "A95000017830S", "A950000178O01", "A95000017830b", "Ä50000178301"} {
		if _, ok := ParseUPN(s); ok {
			t.Errorf("%q was accepted", s)
		}
	}
}

func TestUPNCheckLetter(t *testing.T) {
	for _, s := range []string{"A950000178301", "H243278544154", "X845212818005"} {
		if u, _ := ParseUPN(s); u.CheckLetter() != s[0] {
			t.Errorf("%s: %c", s, u.CheckLetter())
		}
	}
	// One wrong digit or two swapped neighbours change the letter, since 23 is prime
	// and larger than every weight.
	const good = "A950000178301"
	for i := 1; i < 13; i++ {
		for _, c := range "0123456789" {
			if changed := good[:i] + string(c) + good[i+1:]; changed != good {
				if u, _ := ParseUPN(changed); u.CheckLetter() == 'A' {
					t.Errorf("%s passes", changed)
				}
			}
		}
	}
	// A temporary number ends with a letter that counts as its place among the
	// check letters: B is 1, so it stands for a 1.
	u, ok := ParseUPN(strings.TrimSuffix(good, "1") + "B")
	if !ok || u.CheckLetter() != 'A' {
		t.Errorf("%s: %c", u, u.CheckLetter())
	}
}
