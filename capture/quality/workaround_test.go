package quality

import (
	"testing"

	"recordwell/capture"
	"recordwell/capture/form"
)

// Twenty answers that stand in for one and twenty that only look a little like it.
func TestTwentyWorkaroundsAndTwentyHonestAnswers(t *testing.T) {
	text, date := form.TypeText, form.TypeDate
	for _, c := range []struct {
		kind form.Type
		says string
		want Workaround
	}{
		{text, "n/a", StandIn}, {text, "N.A.", StandIn}, {text, "TBC", StandIn}, {text, "to be confirmed", StandIn},
		{text, "Unknown", StandIn}, {text, "not known", StandIn}, {text, "don't know", StandIn}, {text, "see notes", StandIn},
		{text, "As above", StandIn}, {text, "test", StandIn}, {text, "not recorded", StandIn}, {text, "asdf", StandIn},
		{text, "-", OnlySigns}, {text, "...", OnlySigns}, {text, "??", OnlySigns},
		{text, "xxx", OneLetter}, {text, "0000", OneLetter}, {text, "X X X", OneLetter},
		{date, "1900-01-01", StandInDate}, {date, "9999-12-31", StandInDate},

		{text, "Nan", ""}, {text, "None of the neighbours knew", ""}, {text, "Testwood School", ""}, {text, "Xavier", ""},
		{text, "Ng", ""}, {text, "O", ""}, {text, "Anna", ""}, {text, "Bob", ""}, {text, "He is not known to the police", ""},
		{text, "The date will be confirmed on Monday", ""}, {text, "See", ""}, {text, "AA", ""}, {text, "12", ""},
		{text, "No", ""}, {text, "None", ""}, {text, "Unknown Avenue 3", ""},
		{date, "2000-01-01", ""}, {date, "2009-01-01", ""}, {date, "1999-12-31", ""}, {date, "1970-01-02", ""},
	} {
		a := capture.Answer{State: capture.Answered, Readable: true, Raw: c.says, Value: c.says}
		if got := workaround(&form.Question{Type: c.kind}, a); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.kind, c.says, got, c.want)
		}
	}
}

// The same long words in two boxes count once in a record, and once more in the
// record of the person's next child; short ones and other people's never.
func TestLongWordsWrittenTwice(t *testing.T) {
	const said = "She was clean, happy and dressed for the weather."
	write := func(session string, texts ...string) (a Assessment, found map[Workaround]int) {
		a.Session = capture.SessionID(session)
		c := QuestionCounts{Question: "f/s/q"}
		for _, text := range texts {
			a.addText(&c, &form.Question{ID: "f/s/q", Type: form.TypeText}, capture.Answer{State: capture.Answered, Raw: text})
		}
		return a, c.Workarounds
	}
	first, found := write("one", said, "Fernbeck Primary School", "Fernbeck Primary School", "she was CLEAN happy and dressed for the weather")
	if found[SameText] != 1 || len(found) != 1 {
		t.Errorf("found %v in the first record, want one text twice", found)
	}
	second, _ := write("one", said, "He told me about his football and the dog.")
	other, _ := write("two", said)
	s := NewStudy(func(capture.QuestionID) string { return "f/s" })
	for _, a := range []Assessment{first, second, other} {
		s.Add(a)
	}
	if got := s.all.Workarounds; got[OtherRecord] != 1 || len(got) != 1 {
		t.Errorf("found %v over the study, want one text of another record", got)
	}
}
