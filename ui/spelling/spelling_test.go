package spelling

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func small(t testing.TB) *Dictionary {
	t.Helper()
	d := Find("small", t.TempDir(), "testdata")
	if d == nil {
		t.Fatal("the dictionary of the test cannot be read")
	}
	return d
}

func TestWordsThatAreRight(t *testing.T) {
	d := small(t)
	for _, w := range []string{
		"told", "Told", "receive", "receives", "received", "receiving", "worries", "worried", "plays", "played", "replay",
		"child's", "child’s", "children's", "unsettled", "unplayed", "unfriends", "Maya", "Maya's", "Birmingham",
		"UPN", "UPNs", "NHS", "16", "2nd", "SW1A", "a", "‘told’", "'told'", "",
	} {
		if !d.Right(w) {
			t.Errorf("%q is called wrong", w)
		}
	}
}

func TestWordsThatAreNot(t *testing.T) {
	d := small(t)
	for _, w := range []string{
		"recieve", "recieved", "worrys", "plaies", "tolded", "maya", "birmingham", "childrens", "settles", "replays", "hapy", "unchild", "tOLD",
	} {
		if d.Right(w) {
			t.Errorf("%q is called right", w)
		}
	}
}

func TestSuggestions(t *testing.T) {
	d := small(t)
	for word, want := range map[string]string{
		"recieved":   "received", // what is often mistaken
		"Recieved":   "Received",
		"tleling":    "telling", // two letters in the wrong order
		"scool":      "school",
		"schoool":    "school",
		"schopl":     "school",
		"fone":       "phone",
		"maya":       "Maya",
		"theschool":  "the school",
		"birmingamm": "",
		"recve":      "receive", // two mistakes
	} {
		got := d.Suggest(word)
		if want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%q: suggested %q, want %q", word, got, want)
		}
		if len(got) > most {
			t.Errorf("%q: %d suggestions", word, len(got))
		}
		for _, s := range got {
			for _, part := range strings.Fields(s) {
				if !d.Right(part) {
					t.Errorf("%q: %q is suggested and wrong", word, s)
				}
			}
		}
	}
	if got := d.Suggest("bun"); slices.Contains(got, "bum") {
		t.Error("a word that is not to be suggested is")
	}
	if got := d.Suggest(strings.Repeat("a", 5000)); got != nil {
		t.Errorf("%d suggestions for no word", len(got))
	}
}

func TestOtherWaysOfWritingADictionary(t *testing.T) {
	for name, files := range map[string][2]string{
		"pairs":   {"SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n", "1\ncat/BbAa\n"},
		"numbers": {"SET UTF-8\nFLAG num\nSFX 17 Y 1\nSFX 17 0 s .\n", "1\ncat/3,17\tpo:noun\n"},
		"latin":   {"SET ISO8859-1\nSFX A Y 1\nSFX A 0 s .\n", "2\ncat/A\ncaf\xe9/A\n"},
	} {
		d, err := Read(strings.NewReader(files[0]), strings.NewReader(files[1]))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !d.Right("cats") || d.Right("cates") || name == "latin" && !d.Right("cafés") {
			t.Errorf("%s is not understood", name)
		}
	}
}

func TestWhereThereIsNoDictionaryThereIsNone(t *testing.T) {
	dir := t.TempDir()
	if Find("en_GB", dir, filepath.Join(dir, "nowhere")) != nil {
		t.Error("a dictionary was found in an empty folder")
	}
	for _, files := range [][2]string{{"SET KOI8-R\n", "1\ncat\n"}, {"SET UTF-8\n", "0\n"}} {
		write(t, filepath.Join(dir, "en_GB.aff"), files[0])
		write(t, filepath.Join(dir, "en_GB.dic"), files[1])
		if Find("en_GB", dir) != nil {
			t.Errorf("%q and %q were taken for a dictionary", files[0], files[1])
		}
	}
}

func TestFoldersOfTheDesktop(t *testing.T) {
	got := Folders("/a", "/b")
	want := []string{"/a/hunspell", "/a/myspell", "/a/myspell/dicts", "/b/hunspell", "/b/myspell", "/b/myspell/dicts"}
	for i := range want {
		want[i] = filepath.FromSlash(want[i])
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func write(t *testing.T, path, words string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
}

func FuzzReadAndCheck(f *testing.F) {
	f.Add("SFX A Y 1\nSFX A y ies [^aeiou]y\n", "1\nstory/A\n", "stories")
	f.Add("PFX U Y 1\nPFX U 0 un [a\nFLAG num", "1\nx/1,,2\n", "’")
	f.Fuzz(func(t *testing.T, rules, words, word string) {
		d, err := Read(strings.NewReader(rules), strings.NewReader(words))
		if err != nil {
			return
		}
		d.Right(word)
		if len(word) < 40 {
			d.Suggest(word)
		}
	})
}

func BenchmarkRight(b *testing.B) {
	d := small(b)
	for b.Loop() {
		d.Right("unsettledness")
	}
}
