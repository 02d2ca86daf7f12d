package study

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture/form"
	"recordwell/capture/form/source"
)

func spring(t *testing.T, change func(string) string) *Study {
	t.Helper()
	l, problems := springs(t, change)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	return l.Studies["spring"]
}

// springs reads the library with its study changed.
func springs(t *testing.T, change func(string) string) (*Library, source.Problems) {
	t.Helper()
	fsys := fstest.MapFS{}
	good := os.DirFS("testdata/good")
	for _, name := range Files(good) {
		content, err := os.ReadFile("testdata/good/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "studies/") {
			content = []byte(change(string(content)))
		}
		fsys[name] = &fstest.MapFile{Data: content}
	}
	return Read(fsys, Files(fsys), form.Known{})
}

// A page with a title that is blank cannot be shown.
func TestAFactHasATitleAndWords(t *testing.T) {
	for _, blank := range []string{`title: ""`, `words: ""`} {
		whole := map[string]string{`title: ""`: "title: What we never record", `words: ""`: `words: "Your name, your screen, your voice or your real cases."`}[blank]
		_, problems := springs(t, func(s string) string {
			if !strings.Contains(s, whole) {
				t.Fatalf("%q is not in the study", whole)
			}
			return strings.Replace(s, whole, blank, 1)
		})
		if problems.Errors() != 1 || !strings.Contains(problems[0].Message, "A fact needs") {
			t.Errorf("%s: %v", blank, problems)
		}
	}
}

func same(s string) string { return s }

func TestAConsentSaysWhatTheStudyPromises(t *testing.T) {
	s := spring(t, same)
	l, err := Load(os.DirFS("testdata/good"))
	if err != nil {
		t.Fatal(err)
	}
	c := s.Consent.Render(s.Promises(l, &s.Rounds[0], "K7M4QX"))
	var all strings.Builder
	all.WriteString(c.Lead + c.Closing + strings.Join(c.Debrief, " "))
	for _, f := range c.Facts {
		all.WriteString(f.Title + f.Words)
	}
	for _, want := range []string{"K7M 4QX", "31 December 2026", "31 March 2026", "Northmere Council", "trial@example.org"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("nobody is told %q", want)
		}
	}
	if strings.Contains(all.String(), "${") {
		t.Errorf("a name was not replaced: %s", all.String())
	}
	if len(c.Needed()) != 3 || len(c.Optional()) != 3 {
		t.Errorf("%d needed, %d optional", len(c.Needed()), len(c.Optional()))
	}
}

func TestAnotherPromiseIsAnotherWording(t *testing.T) {
	before := spring(t, same).Consent.Wording()
	if again := spring(t, same).Consent.Wording(); again != before {
		t.Errorf("the same words are %q and %q", before, again)
	}
	for name, change := range map[string][2]string{
		"retention date": {"retention: 2026-12-31", "retention: 2026-12-30"},
		"item":           {"You may quote my comments", "You can quote my comments"},
		"what is needed": {"{item: quotes, words", "{item: other, needed: true, words"},
		"debrief":        {"had traps on purpose", "had traps"},
	} {
		got := spring(t, func(s string) string {
			if !strings.Contains(s, change[0]) {
				t.Fatalf("%q is not in the study", change[0])
			}
			return strings.Replace(s, change[0], change[1], 1)
		}).Consent.Wording()
		if got == before {
			t.Errorf("another %s is the same wording", name)
		}
	}
	if got := spring(t, func(s string) string { return "# a remark\n" + s }).Consent.Wording(); got != before {
		t.Error("a remark is another wording")
	}
}
