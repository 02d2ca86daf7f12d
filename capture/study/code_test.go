package study

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recordwell/capture"
)

func replaceOnce(t *testing.T, data, old, new []byte) []byte {
	t.Helper()
	if bytes.Count(data, old) != 1 {
		t.Fatalf("%s stands there %d times", old, bytes.Count(data, old))
	}
	return bytes.Replace(data, old, new, 1)
}

func TestCodesAreRepeatable(t *testing.T) {
	codes := GenerateCodes(20251016, 500)
	if !slices.Equal(codes[:24], GenerateCodes(20251016, 24)) {
		t.Error("more codes changed the first ones")
	}
	if slices.Equal(codes[:24], GenerateCodes(20251017, 24)) {
		t.Error("two seeds gave the same codes")
	}
	seen := map[string]bool{}
	for _, c := range codes {
		if seen[c] || len(c) != CodeLength || strings.ContainsAny(c, "0O1ILAEU") {
			t.Errorf("code %q", c)
		}
		seen[c] = true
		if parsed, err := ParseCode(c); err != nil || parsed != c {
			t.Errorf("%q: %q, %v", c, parsed, err)
		}
	}
	// Written down once, so that a change of the generator cannot pass unseen.
	if got := GenerateCodes(1, 3); !slices.Equal(got, []string{"7XJQBR", "VWSTCK", "RB8RK7"}) {
		t.Errorf("%q", got)
	}
}

// The check character catches every single wrong character and every swap of
// neighbours, in every code that is tried.
func TestCodesCatchSlips(t *testing.T) {
	for _, code := range append(GenerateCodes(7, 300), "K7M4QX") {
		for i := range code {
			for _, r := range codeLetters {
				if byte(r) == code[i] {
					continue
				}
				if wrong := code[:i] + string(r) + code[i+1:]; checksOut(wrong) {
					t.Fatalf("%s passes for %s", wrong, code)
				}
			}
			if i == 0 || code[i] == code[i-1] {
				continue
			}
			if swapped := code[:i-1] + string(code[i]) + string(code[i-1]) + code[i+1:]; checksOut(swapped) {
				t.Fatalf("%s passes for %s", swapped, code)
			}
		}
	}
}

func TestParseCode(t *testing.T) {
	for _, s := range []string{"K7M4QX", "k7m 4qx", " K7M-4QX ", "K 7 M 4 Q X", "k7m\u00a04qx"} {
		if got, err := ParseCode(s); err != nil || got != "K7M4QX" {
			t.Errorf("%q: %q, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "K7M4Q", "K7M4QXX", "K7M4QY", "O7M4QX", "K7M4Q\u212a", "Jane Doe"} {
		_, err := ParseCode(s)
		if !errors.Is(err, capture.ErrBadCode) {
			t.Errorf("%q: %v", s, err)
		} else if s != "" && strings.Contains(err.Error(), s) {
			t.Errorf("the error repeats what was typed: %v", err)
		}
	}
	if got := FormatCode("K7M4QX"); got != "K7M 4QX" {
		t.Error(got)
	}
}

func TestAllocationIsBalanced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Int64().Draw(t, "seed")
		conditions := rapid.SampledFrom([]int{1, 2, 3, 4, 8}).Draw(t, "conditions")
		first := rapid.IntRange(0, 30).Draw(t, "first")
		counts := make([]int, conditions)
		for _, code := range GenerateCodes(seed, first+8)[first:] {
			c := Allocate(seed, code, conditions)
			if c != Allocate(seed, code, conditions) {
				t.Fatal("the same code got two conditions")
			}
			counts[c]++
		}
		if slices.Max(counts)-slices.Min(counts) > 1 || 8%conditions == 0 && slices.Max(counts) != slices.Min(counts) {
			t.Fatalf("eight codes from number %d on are spread %v", first, counts)
		}
	})
}

func TestACodeOfNobodyGetsACondition(t *testing.T) {
	for _, seed := range []int64{1, 2, 3} {
		if c := Allocate(seed, "ZZZZZZ", 3); c < 0 || c > 2 || c != Allocate(seed, "ZZZZZZ", 3) {
			t.Error(c)
		}
	}
	if Allocate(1, "K7M4QX", 0) != 0 || Allocate(1, "K7M4QX", 1) != 0 {
		t.Error("one condition leaves no choice")
	}
}

func TestTheSeedDecidesTheOrder(t *testing.T) {
	first := map[int]bool{}
	for seed := range int64(20) {
		first[Allocate(seed, GenerateCodes(seed, 1)[0], 2)] = true
	}
	if len(first) != 2 {
		t.Error("the first code of every study has the same condition")
	}
}
