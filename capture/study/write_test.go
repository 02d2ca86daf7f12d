package study

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/form/source"
	"recordwell/validation/datatype"
)

// asWritten forgets where in a file things stood.
func asWritten(s *Study) *Study {
	out := s.Clone()
	out.node = nil
	for i := range out.Rounds {
		out.Rounds[i].node = nil
	}
	return out
}

func readBack(t testing.TB, s *Study) *Study {
	t.Helper()
	root, problems := source.Parse("studies/s.yaml", s.YAML())
	if root == nil || len(problems) > 0 {
		t.Fatalf("not YAML: %v\n%s", problems, s.YAML())
	}
	var found source.Problems
	return readStudy(root, &found)
}

// words are what people type into a box, and what trips a YAML reader.
var words = []string{
	"Northmere Council", "it’s: a test", "#1", "- a", "[x]", "{y}", `say "yes"`, `C:\temp\`, "100 %", "yes", "No", "~", "null", "0x1F", "1_000", "2025-10-16",
	"a # b", "a: b", "&a *b", "!tag", "|", ">", "%d", "@home", "`tick`", "ends with:", "żółć", "日本語", "🙂", "'quoted'", "${contact}", "tab\there", "line\nbreak", "? question", "---", "...", "<<", "",
}

func randomStudy(r *rand.Rand) *Study {
	pick := func() string {
		var parts []string
		for range r.IntN(3) + 1 {
			parts = append(parts, words[r.IntN(len(words))])
		}
		return strings.Join(parts, " ")
	}
	day := func() datatype.Date { return datatype.Date(r.IntN(60000) + 60000) }
	s := &Study{
		ID: "s", Title: pick(), Collection: Collection{"cin", pick(), day(), 0}, Controller: pick(), Contact: pick(),
		Retention: day(), Seed: r.Int64() - r.Int64(), Surveys: []string{SEQ, End}[:r.IntN(3)], PlainStory: r.IntN(2) == 0,
		Targets: Targets{float64(r.IntN(101)), float64(r.IntN(10001)) / 100, 99.5, 0, 100, 12.25},
		Consent: &Consent{Version: fmt.Sprint(r.IntN(9)), Title: pick(), Lead: pick(), Closing: pick()},
		Codes:   GenerateCodes(1, r.IntN(20)),
	}
	s.Collection.End = s.Collection.Start + datatype.Date(r.IntN(400))
	for i := range r.IntN(4) {
		s.Consent.Facts = append(s.Consent.Facts, ConsentFact{"eye", pick(), pick()})
		s.Consent.Items = append(s.Consent.Items, ConsentItem{fmt.Sprint("item", i), pick(), r.IntN(2) == 0})
		if p := source.Tidy(pick()); p != "" {
			s.Consent.Debrief = append(s.Consent.Debrief, p)
		}
		s.Rounds = append(s.Rounds, Round{
			ID: fmt.Sprint("round ", i), Title: pick(), Open: r.IntN(2) == 0, Scenarios: []string{"carvalho", "hadley"}[:r.IntN(3)],
			Forms:      []capture.FormVersion{{Form: "a", Version: "1.10", Hash: "00e1"}, {Form: "b", Version: "2"}}[:r.IntN(3)],
			Conditions: []Condition{{"one", OnContinue, "standard"}, {"two", WhileTyping, "short words"}}[:r.IntN(2)+1],
		})
	}
	if len(s.Codes) > 2 {
		s.Void = s.Codes[1:2]
	}
	return s
}

// TestWhatIsWrittenReadsBackEqual writes studies with the words of the world and
// reads them back: nothing is lost and nothing turns into something else.
func TestWhatIsWrittenReadsBackEqual(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		s := randomStudy(r)
		once := asWritten(readBack(t, s))
		if want := source.Tidy(s.Title); once.Title != want || once.Consent.Title != source.Tidy(s.Consent.Title) || len(once.Rounds) != len(s.Rounds) || once.Targets != s.Targets || len(once.Codes) != len(s.Codes) {
			t.Fatalf("study %d: the title %q became %q\n%s", n, want, once.Title, s.YAML())
		}
		tidied := s.Clone()
		tidied.eachWord(func(w *string) { *w = source.Tidy(*w) })
		tidied.Consent.sign(tidied.promises())
		if a, b := flat(once), flat(asWritten(tidied)); a != b {
			t.Fatalf("study %d was\n%s\nand became\n%s\n%s", n, b, a, s.YAML())
		}
	}
}

// flat writes a study so that nil and empty lists are one.
func flat(s *Study) string {
	consent := *s.Consent
	copied := *s
	copied.Consent = nil
	return fmt.Sprintf("%+v %+v", copied, consent)
}

// eachWord gives every text that people write.
func (s *Study) eachWord(do func(*string)) {
	for _, w := range []*string{&s.Title, &s.Collection.Year, &s.Controller, &s.Contact, &s.Consent.Title, &s.Consent.Lead, &s.Consent.Closing} {
		do(w)
	}
	for i := range s.Consent.Facts {
		do(&s.Consent.Facts[i].Title)
		do(&s.Consent.Facts[i].Words)
	}
	for i := range s.Consent.Items {
		do(&s.Consent.Items[i].Words)
	}
	for i := range s.Rounds {
		do(&s.Rounds[i].Title)
	}
}

// TestAWrittenLibraryLoads writes the study of a library that loads, and loads it.
func TestAWrittenLibraryLoads(t *testing.T) {
	files := os.DirFS("testdata/good")
	first, err := Load(files)
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Studies) == 0 {
		t.Fatal("there is no study to write")
	}
	for id, s := range first.Studies {
		memory := fstest.MapFS{}
		for _, name := range Files(files) {
			data, err := os.ReadFile("testdata/good/" + name)
			if err != nil {
				t.Fatal(err)
			}
			memory[name] = &fstest.MapFile{Data: data}
		}
		for name, f := range memory {
			if root, _ := source.Parse(name, f.Data); root.Get("study") != nil && root.Get("study").Value == id {
				f.Data = s.YAML()
			}
		}
		second, problems := Read(memory, Files(memory), form.Known{})
		if len(problems) > 0 {
			t.Fatalf("%v\n%s", problems, s.YAML())
		}
		if a, b := asWritten(second.Studies[id]), asWritten(s); !reflect.DeepEqual(a, b) {
			t.Errorf("%s was %+v and became %+v", id, b, a)
		}
	}
}

func TestLocate(t *testing.T) {
	s := randomStudy(rand.New(rand.NewPCG(3, 4)))
	s.Rounds = []Round{{ID: "first", Conditions: []Condition{{"one", "sometimes", "standard"}}}, {Forms: []capture.FormVersion{{Form: "a", Version: "1"}}, Scenarios: []string{"s"}}}
	s.Controller, s.Void, s.Consent.Items = "", nil, []ConsentItem{{ID: Understood, Words: "yes"}}
	file := s.YAML()
	root, _ := source.Parse("studies/s.yaml", file)
	var problems source.Problems
	readStudy(root, &problems)
	found := map[string]bool{}
	for _, p := range problems {
		found[Locate(file, p)] = true
	}
	for _, path := range []string{"controller", "withdrawal", "consent", "consent/items", "consent/items/0", "rounds/0", "rounds/0/conditions/0/when", "rounds/1/round"} {
		if !found[path] {
			t.Errorf("nothing is located at %s: %v\n%v", path, found, problems)
		}
	}
}

func TestNewCodesLeaveOutWhatIsTaken(t *testing.T) {
	all := GenerateCodes(7, 10)
	got := NewCodes(7, 3, func(c string) bool { return c == all[0] || c == all[2] })
	if want := []string{all[1], all[3], all[4]}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, not %v", got, want)
	}
}

func TestPercent(t *testing.T) {
	for words, right := range map[string]bool{"95": true, "0": true, "100": true, "99.5": true, "12.25": true, "101": false, "-1": false, "NaN": false, "1e1": false, "12.125": false, "": false, "many": false} {
		v, err := ParsePercent(words)
		if (err == nil) != right || right && FormatPercent(v) != words {
			t.Errorf("%q is %v, %v", words, v, err)
		}
	}
}
