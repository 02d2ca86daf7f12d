package likeness_test

import (
	"testing"

	"pgregory.net/rapid"

	"recordwell/capture/likeness"
)

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"maya", "maya", 0}, {"", "ivy", 3}, {"maya", "mya", 1}, {"maya", "amya", 1}, {"daniel", "danile", 1},
		{"joana", "joanna", 1}, {"smith", "smyth", 1}, {"ella", "emma", 2}, {"ca", "abc", 3}, {"zoë", "zoe", 1},
	} {
		if got := likeness.Edits(c.a, c.b); got != c.want {
			t.Errorf("%q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestEditsIsTheSameBothWays(t *testing.T) {
	word := rapid.StringMatching(`[a-dé]{0,7}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		n := likeness.Edits(a, b)
		if n != likeness.Edits(b, a) || (n == 0) != (a == b) || n > max(len([]rune(a)), len([]rune(b))) {
			t.Fatalf("%q to %q: %d, back %d", a, b, n, likeness.Edits(b, a))
		}
	})
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		what  func(a, b string) likeness.Degree
		a, b  string
		want  likeness.Degree
		which string
	}{
		{likeness.Given, "Maya", "MAYA", likeness.Same, "capitals"},
		{likeness.Given, "Tomás", "Tomas", likeness.Same, "accents"},
		{likeness.Given, "Anne-Marie", "Anne Marie", likeness.Same, "a hyphen"},
		{likeness.Given, "Annemarie", "Anne-Marie", likeness.Same, "joined"},
		{likeness.Given, "Maya", "Mya", likeness.Near, "a letter left out"},
		{likeness.Given, "Jayden", "Jaydne", likeness.Near, "letters swapped"},
		{likeness.Given, "M", "Maya", likeness.Near, "an initial"},
		{likeness.Given, "Sam", "Samuel", likeness.Near, "a short form"},
		{likeness.Given, "Rose", "Lily Rose", likeness.Near, "a middle name"},
		{likeness.Given, "Maya Grace", "Maya", likeness.Near, "a second name"},
		{likeness.Given, "Al", "Alison", likeness.Unlike, "two letters are too few"},
		{likeness.Given, "Ella", "Emma", likeness.Unlike, "sisters"},
		{likeness.Given, "Jo", "Bo", likeness.Unlike, "short names"},
		{likeness.Given, "", "Maya", likeness.Blank, "nothing"},
		{likeness.Given, "-", "Maya", likeness.Blank, "a sign"},
		{likeness.Family, "O'Neill", "ONeill", likeness.Same, "an apostrophe"},
		{likeness.Family, "Mc Donald", "McDonald", likeness.Same, "apart"},
		{likeness.Family, "Wiśniewski", "Wisniewski", likeness.Same, "signs"},
		{likeness.Family, "Carvalho", "Carvallo", likeness.Near, "a letter wrong"},
		{likeness.Family, "Reid", "Reed", likeness.Near, "another spelling"},
		{likeness.Family, "Ash", "Ash-Reed", likeness.Near, "a double name"},
		{likeness.Family, "Reed-Ash", "Ash Reed", likeness.Near, "the other way round"},
		{likeness.Family, "de Souza", "de Lima", likeness.Unlike, "only the small word"},
		{likeness.Family, "Carvalho", "Pryce", likeness.Unlike, "others"},
	} {
		for _, got := range []likeness.Degree{c.what(c.a, c.b), c.what(c.b, c.a)} {
			if got != c.want {
				t.Errorf("%s: %q and %q are %d, want %d", c.which, c.a, c.b, got, c.want)
			}
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		want  likeness.Degree
		which string
	}{
		{"2018-06-14", "2018-06-14", likeness.Same, "the day"},
		{"2018-06", "2018-06-14", likeness.Same, "as far as known"},
		{"2018", "2018-06-14", likeness.Same, "the year"},
		{"2018-06-14", "2018-06-16", likeness.Near, "two days"},
		{"2018-06-14", "2018-06-24", likeness.Near, "another day of the month"},
		{"2018-06-14", "2018-07-14", likeness.Near, "a month out"},
		{"2018-06-14", "2008-06-14", likeness.Near, "a figure of the year"},
		{"2018-06-05", "2018-05-06", likeness.Near, "the other way round"},
		{"2018-12-31", "2019-01-02", likeness.Near, "over new year"},
		{"2018-06-14", "2016-03-02", likeness.Unlike, "another child"},
		{"2018-06-14", "2003-06-14", likeness.Unlike, "the same birthday"},
		{"2018-06", "2018-07", likeness.Unlike, "other months"},
		{"", "2018-06-14", likeness.Blank, "nothing"},
	} {
		for _, got := range []likeness.Degree{likeness.Born(c.a, c.b), likeness.Born(c.b, c.a)} {
			if got != c.want {
				t.Errorf("%s: %q and %q are %d, want %d", c.which, c.a, c.b, got, c.want)
			}
		}
	}
}

func TestWhoIsLikely(t *testing.T) {
	maya := likeness.Person{Given: "Maya", Family: "Carvalho", Born: "2018-06-14"}
	for _, c := range []struct {
		typed likeness.Person
		want  bool
		which string
	}{
		{maya, true, "the same"},
		{likeness.Person{Given: "Mya", Family: "Carvalho", Born: "2018-06-16"}, true, "two slips"},
		{likeness.Person{Given: "Maya", Family: "Carvalho"}, true, "no date yet"},
		{likeness.Person{Given: "Maya"}, false, "a given name alone"},
		{likeness.Person{Family: "Carvalho"}, false, "a family name alone"},
		{likeness.Person{Family: "Carvalho", Born: "2018-06-14"}, true, "no given name yet"},
		{likeness.Person{Given: "Maya", Family: "Pryce", Born: "2018-06-14"}, true, "the family name changed"},
		{likeness.Person{Given: "Maya", Family: "Pryce", Born: "2016-03-02"}, false, "a given name in common"},
		{likeness.Person{Given: "Tomás", Family: "Carvalho", Born: "2022-05-05"}, false, "her brother"},
		{likeness.Person{Given: "Luisa", Family: "Carvalho", Born: "2018-06-14"}, false, "her twin"},
		{likeness.Person{Given: "Maya", Family: "Carvalho", Born: "2015-01-30"}, true, "a namesake, to be told apart"},
		{likeness.Person{Given: "Carvalho", Family: "Maya", Born: "2018-06-14"}, true, "names the other way round"},
		{likeness.Person{}, false, "nothing"},
	} {
		if got := likeness.Compare(c.typed, maya).Likely(); got != c.want {
			t.Errorf("%s: likely %v", c.which, got)
		}
	}
	same := likeness.Compare(maya, maya)
	near := likeness.Compare(likeness.Person{Given: "Mya", Family: "Carvalho", Born: "2018-06-16"}, maya)
	if same.Score() <= near.Score() {
		t.Error("the same child does not come first")
	}
}
