package widgets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// tens measures ten pixels a letter.
func tens(words string, _ int) float32 { return float32(10 * utf8.RuneCountInString(words)) }

func shown(lines [][]placed) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		for _, p := range line {
			out[i] += p.words
		}
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		runs  []Run
		width float32
		want  string
	}{
		{"fits", []Run{{Words: "one two"}}, 70, "one two"},
		{"breaks between words", []Run{{Words: "one two"}}, 69, "one|two"},
		{"drops the space at the break", []Run{{Words: "one   two"}}, 40, "one|two"},
		{"keeps spaces inside a line", []Run{{Words: "a  b"}}, 100, "a  b"},
		{"bold word with a full stop stays whole", []Run{{Words: "see "}, {Words: "Maya", Bold: true}, {Words: "."}}, 80, "see|Maya."},
		{"a word too long is broken, not cut", []Run{{Words: "abcdefgh"}}, 30, "abc|def|gh"},
		{"line ends stay", []Run{{Words: "one\n\ntwo"}}, 100, "one||two"},
		{"no break at a hard space", []Run{{Words: "14\u00a0June now"}}, 70, "14\u00a0June|now"},
		{"nothing", nil, 10, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(shown(wrap(c.runs, c.width, 0, tens)), "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapPutsWordsFurtherApart(t *testing.T) {
	line := wrap([]Run{{Words: "one two"}}, 100, 5, tens)[0]
	if last := line[len(line)-1]; last.words != "two" || last.x != 45 {
		t.Errorf("%q stands at %v, want two at 45", last.words, last.x)
	}
}

// Nothing is lost, nothing is wider than the line unless it is one letter, and
// letters are counted from the right place.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var runs []Run
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			runs = append(runs, Run{Words: rapid.StringMatching(`[a-zé ]{0,20}`).Draw(t, "words")})
		}
		width := rapid.Float32Range(10, 200).Draw(t, "width")
		var all string
		for _, r := range runs {
			all += r.Words
		}
		letters := []rune(all)
		lines := wrap(runs, width, 0, tens)
		for _, line := range lines {
			for _, p := range line {
				if p.x+p.w > width+0.01 {
					t.Errorf("%q ends at %v of %v", p.words, p.x+p.w, width)
				}
				if got := string(letters[p.from : p.from+len([]rune(p.words))]); got != p.words {
					t.Errorf("letters from %d are %q, not %q", p.from, got, p.words)
				}
			}
		}
		if got, want := strings.Join(shown(lines), ""), all; strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func TestParseRuns(t *testing.T) {
	got := ParseRuns("born **14 June** in Lisbon")
	if len(got) != 3 || !got[1].Bold || got[1].Words != "14 June" || got[2].Bold {
		t.Errorf("got %+v", got)
	}
}
