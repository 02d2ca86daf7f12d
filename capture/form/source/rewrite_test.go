package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const byHand = `# the family of next door
scenario: s
title: "The Ba family" # once Bah

# kept short
summary: two
words: {child_name: Ada}
people:
  - {name: Ada, line: "7"}
  # her mum
  - name: Bea
    line: mum # 31
vignette: |
  One [1: a].

  # Two is no comment.
tasks:
  - task: t
    # minutes are a guess
    minutes: 20
    forms: [a, b]
key:
  answers:
    # about Ada
    ada:
      born: 2018-06-14
      # nobody knows
      town: {value: no, facts: [1]}
    bea:
      born: {state: not_known}
# the end`

func TestRewriteKeepsTheLinesOfWhatStays(t *testing.T) {
	want := parse(t, byHand).Clone()
	want.Set("title", NewScalar("The Ba: family"))
	want.Set("content_note", NewScalar("none"))
	want.Get("people").Items[1].Set("line", NewScalar("mum, 31"))
	want.Get("tasks").Items[0].Set("minutes", NewScalar("25"))
	ada := want.Get("key").Get("answers").Get("ada")
	ada.Set("born", nil)
	ada.Set("sex", NewScalar("F"))
	want.Set("vignette", NewScalar("One.\n\nTwo, \"three\".\n"))
	got, err := Rewrite([]byte(byHand), want)
	if err != nil {
		t.Fatal(err)
	}
	after := strings.NewReplacer(
		`title: "The Ba family" # once Bah`, `title: "The Ba: family"`,
		"    line: mum # 31\n", "    line: \"mum, 31\"\n",
		"minutes: 20", "minutes: 25",
		"      born: 2018-06-14\n", "",
		"facts: [1]}\n", "facts: [1]}\n      sex: F\n",
		"  One [1: a].\n\n  # Two is no comment.\n", "  One.\n\n  Two, \"three\".\n",
		"    bea:\n      born: {state: not_known}\n", "    bea:\n      born: {state: not_known}\ncontent_note: none\n",
	).Replace(byHand)
	if string(got) != after {
		t.Errorf("it became\n%s\nnot\n%s", got, after)
	}
	if same, err := Rewrite([]byte(byHand), parse(t, byHand)); err != nil || string(same) != byHand {
		t.Errorf("what says the same is another file, %v:\n%s", err, same)
	}
}

func TestWhatCannotBePatchedIsWrittenAnew(t *testing.T) {
	for _, file := range []string{
		"{a: 1, b: two}", "a: &x {k: v}\nb: *x\n", "b: 2\n\na: 1\n", "a:\n  - - 1\n    - 2\n", "a: |-\n  x\n   y\nb: \"a  b\\tc\"\n",
		"a:\n- task: t\n- task: u\n", "a: >-\n  long\n  words\n",
	} {
		want := parse(t, file).Clone()
		want.Set("a", NewScalar("Ada: two"))
		want.Set("c", &Node{Kind: List, Items: []*Node{{Kind: List, Items: []*Node{NewScalar("1")}}, NewScalar("x")}})
		got, err := Rewrite([]byte(file), want)
		if err != nil || !says(got, want) {
			t.Errorf("%q became %q, %v", file, got, err)
		}
	}
}

// TestRewriteSaysWhatIsWanted changes the files that ship anywhere, to anything that
// people type.
func TestRewriteSaysWhatIsWanted(t *testing.T) {
	names, _ := filepath.Glob("../../../assets/scenarios/*.yaml")
	if len(names) == 0 {
		t.Fatal("there are no files")
	}
	var files [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, data)
	}
	typed := rapid.OneOf(rapid.Map(rapid.String(), Tidy), rapid.SampledFrom([]string{"yes", "2025-10-16", "007", "7", "# x", "- a", "a: b", "[1: x]", "---", "~", "x #y", "żółć", ""}))
	rapid.Check(t, func(t *rapid.T) {
		file := files[rapid.IntRange(0, len(files)-1).Draw(t, "file")]
		root, _ := Parse("x.yaml", file)
		want := root.Clone()
		for range rapid.IntRange(1, 4).Draw(t, "changes") {
			change(t, want, typed)
		}
		got, err := Rewrite(file, want)
		if err != nil {
			t.Fatal(err)
		}
		if !says(got, want) {
			t.Fatalf("it became\n%s", got)
		}
	})
}

// change goes down somewhere in a file and changes what is there.
func change(t *rapid.T, n *Node, typed *rapid.Generator[string]) {
	for {
		switch {
		case n.Kind == Map && len(n.Entries) > 0:
			at := rapid.IntRange(0, len(n.Entries)-1).Draw(t, "entry")
			next := n.Entries[at].Value
			switch rapid.IntRange(0, 9).Draw(t, "what") {
			case 0:
				n.Set(n.Entries[at].Key.Value, NewScalar(typed.Draw(t, "words")))
				return
			case 1:
				n.Set(Tidy("key "+typed.Draw(t, "key")), NewScalar(typed.Draw(t, "words")))
				return
			case 2:
				if len(n.Entries) > 1 {
					n.Set(n.Entries[at].Key.Value, nil)
				}
				return
			}
			n = next
		case n.Kind == List && len(n.Items) > 0:
			n = n.Items[rapid.IntRange(0, len(n.Items)-1).Draw(t, "item")]
		default:
			*n = *NewScalar(typed.Draw(t, "words"))
			return
		}
	}
}
