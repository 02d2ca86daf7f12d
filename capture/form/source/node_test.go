package source

import (
	"encoding/json"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

func parse(t *testing.T, src string) *Node {
	t.Helper()
	root, problems := Parse("x.yaml", []byte(src))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return root
}

func TestTextStaysText(t *testing.T) {
	root := parse(t, "a: yes\nb: 007\nc: 1e3\nd: 2025-10-16\ne: true\nf: 12:30\ng: 0x1F\nh: 'it''s'\ni: .5\n")
	for i, want := range []string{"yes", "007", "1e3", "2025-10-16", "true", "12:30", "0x1F", "it's", ".5"} {
		if got := root.Entries[i].Value; got.Kind != Scalar || got.Value != want {
			t.Errorf("%s: %s %q, want %q", root.Entries[i].Key.Value, got.Kind, got.Value, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	root := parse(t, "a: ${x} = 1\nb: 'quoted one'\nc: >-\n  folded\n  words\nd:\n  - {é: two}\n")
	for _, c := range []struct {
		n            *Node
		offset       int
		line, column int
	}{
		{root, 0, 1, 1}, {root.Get("a"), 5, 1, 9}, {root.Get("b"), 7, 2, 12}, {root.Get("c"), 3, 3, 4},
		{root.Get("d").Items[0], 0, 7, 5}, {root.Get("d").Items[0].Get("é"), 0, 7, 9},
	} {
		if at := c.n.At(c.offset); at.Line != c.line || at.Column != c.column {
			t.Errorf("letter %d of %q is at %d:%d, want %d:%d", c.offset, c.n.Value, at.Line, at.Column, c.line, c.column)
		}
	}
}

func TestAnchorsAndMerges(t *testing.T) {
	root := parse(t, "a: &one {k: v, l: w}\nb: *one\nc:\n  <<: *one\n  l: own\nd:\n  l: own\n  <<: [*one]\n")
	if root.Get("b").Get("k").Value != "v" {
		t.Error("an alias has its anchor's content")
	}
	for _, key := range []string{"c", "d"} {
		n := root.Get(key)
		if n.Get("k").Value != "v" || n.Get("l").Value != "own" || len(n.Entries) != 2 {
			t.Errorf("%s: own keys go before merged ones", key)
		}
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 9; i++ {
		prev, here := string(rune('0'+i-1)), string(rune('0'+i))
		bomb += "a" + here + ": &a" + here + " [" + strings.Repeat("*a"+prev+", ", 9) + "*a" + prev + "]\n"
	}
	for src, want := range map[string]string{
		"":             "x.yaml: error: The file is empty",
		"a: 1\nb: [":   "x.yaml:2:4: error: The file is not YAML that can be read: sequence end token ']' not found",
		"a: 1\na: 2":   `x.yaml:2:1: error: The key "a" stands here twice. It is on line 1 too`,
		"a: ~":         "x.yaml:1:4: error: Leave the value out, or write '~' in quotes",
		"a: !!int 3":   "x.yaml:1:4: error: Tags such as !!int are not used",
		"a: *b":        "x.yaml:1:4: error: No &b stands above this *b",
		"a: &b [*b]":   "x.yaml:1:8: error: No &b stands above this *b",
		"<<: x":        "x.yaml:1:5: error: <<: takes the *name of keys and values",
		"a: 1\n---\nb": "x.yaml:1:1: error: The file has several documents. Keep one, without ---",
		bomb:           "x.yaml: error: The file becomes too large when its aliases are written out",
	} {
		if _, problems := Parse("x.yaml", []byte(src)); problems.Error() != want {
			t.Errorf("%.40q: %s, want %s", src, problems.Error(), want)
		}
	}
	_, problems := Read(fstest.MapFS{}, "gone.yaml")
	if problems.Error() != "gone.yaml: error: The file cannot be read: "+fs.ErrNotExist.Error() {
		t.Error(problems)
	}
}

func TestFields(t *testing.T) {
	root := parse(t, "name: a  b \nflag: perhaps\nn: -1\nday: 2025-02-30\nlist: x\nmap: [1]\ntext: {a: b}\nnane: typo\nwhole: 12\non: 2025-10-16\nyes: true\nboth: [a, b]\nempty:\n")
	var ps Problems
	f := ps.Fields(root, "a thing", "name", "flag", "n", "day", "list", "map", "text", "whole", "on", "yes", "both", "empty")
	if f.Words("name") != "a b" || f.Int("whole") != 12 || f.Int64("n") != -1 || f.Date("on").String() != "2025-10-16" || !f.Bool("yes") || f.Has("empty") {
		t.Error("values are read as they are written")
	}
	if n := f.Texts("both"); len(n) != 2 || n[1].Value != "b" {
		t.Error("a list of texts")
	}
	f.Bool("flag")
	f.Int("n")
	f.Date("day")
	f.List("list")
	f.Entries("map")
	f.Text("text")
	f.Need("empty", "a thing")
	f.Need("gone", "a thing")
	want := []string{
		`x.yaml:8:1: error: A thing has no key "nane". Did you mean "name"?`,
		`x.yaml:2:7: error: "flag" is true or false, not "perhaps"`,
		`x.yaml:3:4: error: "n" takes a whole number, 0 or more, not "-1"`,
		`x.yaml:4:6: error: "day" takes a real date like 2025-10-16, not "2025-02-30"`,
		`x.yaml:5:7: error: "list" takes a list, but this is text`,
		`x.yaml:6:6: error: "map" takes keys and values, but this is a list`,
		`x.yaml:7:7: error: "text" takes text, but this is keys and values`,
		`x.yaml:13:8: error: A thing needs "empty"`,
		`x.yaml:1:1: error: A thing needs "gone"`,
	}
	if got := ps.Error(); got != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(want, "\n"))
	}
}

func TestNearest(t *testing.T) {
	known := []string{"relevant", "required", "name", "constraint", "Upn"}
	for word, want := range map[string]string{
		"relevnat": "relevant", "requird": "required", "nmae": "name", "constrain": "constraint", "upn": "Upn", "x": "", "calculate": "", "": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestProblems(t *testing.T) {
	ps := Problems{{File: "b", Line: 2}, {File: "a", Line: 9, Severity: Warning, Message: "m"}, {File: "b", Line: 2}}
	sorted := ps.Sorted()
	if len(sorted) != 2 || sorted[0].File != "a" || ps.Errors() != 2 {
		t.Errorf("%v", sorted)
	}
	var asProblems Problems
	if !errors.As(ps.Err(), &asProblems) || (Problems{{Severity: Warning}}).Err() != nil {
		t.Error("warnings are no error")
	}
	out, err := json.Marshal(sorted[0])
	if err != nil || string(out) != `{"file":"a","line":9,"column":0,"severity":"warning","message":"m"}` {
		t.Errorf("%s, %v", out, err)
	}
}
