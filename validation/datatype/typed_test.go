package datatype

import (
	"strconv"
	"strings"
	"testing"
)

// readers turn a text into its canonical form, for every type that people type.
var readers = map[string]func(string) (string, error){
	"integer": func(s string) (string, error) { n, err := ParseInteger(s); return strconv.FormatInt(n, 10), err },
	"decimal": func(s string) (string, error) { v, err := ParseDecimal(s); return string(v), err },
	"time":    func(s string) (string, error) { v, err := ParseTime(s); return v.String(), err },
	"nhs":     func(s string) (string, error) { v, err := ParseNHSNumber(s); return string(v), err },
	"post":    func(s string) (string, error) { v, err := ParsePostcode(s); return string(v), err },
	"child":   func(s string) (string, error) { v, err := ParseLAChildID(s); return string(v), err },
	"urn":     func(s string) (string, error) { v, err := ParseSchoolURN(s); return string(v), err },
	"la":      func(s string) (string, error) { v, err := ParseLACode(s); return string(v), err },
	"phone":   func(s string) (string, error) { v, err := ParsePhone(s); return string(v), err },
	"name":    func(s string) (string, error) { v, err := ParsePersonName(s); return string(v), err },
	"email":   func(s string) (string, error) { v, err := ParseEmail(s); return string(v), err },
	"upn":     func(s string) (string, error) { v, err := ReadUPN(s); return string(v), err },
	"partial": func(s string) (string, error) { v, err := ParsePartial(s); return v.String(), err },
	"iso":     func(s string) (string, error) { v, err := ParseISO(s); return v.String(), err },
}

func TestWhatIsReadHasOneForm(t *testing.T) {
	for _, c := range []struct{ reader, in, want string }{
		{"integer", " 12 ", "12"}, {"integer", "+007", "7"}, {"integer", "-3", "-3"}, {"integer", "\u22123", "-3"},
		{"decimal", "2.50", "2.5"}, {"decimal", ".5", "0.5"}, {"decimal", "-0.0", "0"}, {"decimal", "100", "100"}, {"decimal", "-07.10", "-7.1"},
		{"time", "10:47", "10:47"}, {"time", "10.47", "10:47"}, {"time", "1047", "10:47"}, {"time", "947", "09:47"},
		{"time", "10:47am", "10:47"}, {"time", "10:47 PM", "22:47"}, {"time", "12am", "00:00"}, {"time", "12 pm", "12:00"}, {"time", "7 p.m.", "19:00"},
		{"nhs", "943 476 5919", "9434765919"}, {"nhs", "943-476-5919", "9434765919"}, {"nhs", "943\u00a0476\u00a05919", "9434765919"},
		{"post", "sw1a2aa", "SW1A 2AA"}, {"post", " m1 1ae ", "M1 1AE"}, {"post", "B33 8TH", "B33 8TH"}, {"post", "CR26XH", "CR2 6XH"},
		{"post", "dn55 1pt", "DN55 1PT"}, {"post", "w1a 0ax", "W1A 0AX"}, {"post", "ec1a-1bb", "EC1A 1BB"}, {"post", "GIR0AA", "GIR 0AA"},
		{"child", " Ab123 ", "Ab123"}, {"child", strings.Repeat("9", 20), strings.Repeat("9", 20)},
		{"urn", "100 001", "100001"}, {"la", "201", "201"}, {"la", "001", "001"}, {"la", "943", "943"},
		{"phone", "020 7946 0018", "+442079460018"}, {"phone", "(01632) 960 123", "+441632960123"}, {"phone", "+44 7700 900123", "+447700900123"},
		{"phone", "+44 (0)7700 900123", "+447700900123"}, {"phone", "0044 7700-900123", "+447700900123"}, {"phone", "0800 1111", "+448001111"},
		{"phone", "01632 960123 ext 12", "+441632960123;ext=12"}, {"phone", "101", "101"}, {"phone", "+351 912 345 678", "+351912345678"}, {"phone", "00351912345678", "+351912345678"},
		{"name", "  Joana   Carvalho ", "Joana Carvalho"}, {"name", "O’Brien-Smith", "O’Brien-Smith"}, {"name", "O'Brien", "O'Brien"},
		{"name", "Tomás", "Tomás"}, {"name", "Toma\u0301s", "Toma\u0301s"}, {"name", "Łukasz", "Łukasz"}, {"name", "李小龍", "李小龍"},
		{"name", "محمد", "محمد"}, {"name", "प्रिया", "प्रिया"}, {"name", "Gal·la", "Gal·la"},
		{"email", " Records@Example.ORG ", "Records@example.org"}, {"email", "o'brien+x@a.b-c.uk", "o'brien+x@a.b-c.uk"},
	} {
		got, err := readers[c.reader](c.in)
		if err != nil || got != c.want {
			t.Errorf("%s %q = %q, %v, want %q", c.reader, c.in, got, err, c.want)
		}
		if again, err := readers[c.reader](got); err != nil || again != got {
			t.Errorf("%s: its own form %q was read as %q, %v", c.reader, got, again, err)
		}
	}
}

// withCheckLetter puts the right first letter, small, before twelve characters.
func withCheckLetter(rest string) string {
	return strings.ToLower(string(UPN("A"+rest).CheckLetter())) + " " + rest
}

func TestWhatCannotBeReadSaysWhy(t *testing.T) {
	for _, c := range []struct {
		reader, in string
		want       Kind
	}{
		{"integer", "", Missing}, {"integer", "twelve", NotNumber}, {"integer", "1,836", Comma}, {"integer", "1.5", NotWhole},
		{"integer", "5.", NotNumber}, {"integer", "-", NotNumber}, {"integer", "1 2", NotNumber}, {"integer", "99999999999999999999", OutOfRange},
		{"decimal", "2,5", Comma}, {"decimal", "1.2.3", NotNumber}, {"decimal", "1e5", NotNumber}, {"decimal", "1234567890.1234567", OutOfRange}, {"decimal", " ", Missing},
		{"time", "", Missing}, {"time", "10", WrongShape}, {"time", "25:00", NotReal}, {"time", "10:60", NotReal}, {"time", "13am", NotReal},
		{"time", "0pm", NotReal}, {"time", "ten", WrongShape}, {"time", "10:4", WrongShape}, {"time", "10:47:30", WrongShape}, {"time", "12345", WrongShape},
		{"nhs", "", Missing}, {"nhs", "9434765918", WrongCheck}, {"nhs", "943476591", WrongShape}, {"nhs", "94347659190", WrongShape},
		{"nhs", "943476591O", WrongLetters}, {"nhs", "1111111111", WrongCheck}, {"nhs", "0000000000", WrongCheck},
		{"post", "", Missing}, {"post", "SW1A", WrongShape}, {"post", "SW1A 2AC", WrongShape}, {"post", "Q1 1AA", WrongShape}, {"post", "AI1 1AA", WrongShape},
		{"post", "M1 1AE!", WrongLetters}, {"post", "12345", WrongShape}, {"post", "AB1C2 3DE", WrongShape}, {"post", "W1I 0AX", WrongShape}, {"post", "EC1C 1BB", WrongShape},
		{"child", "", Missing}, {"child", "AB-12", WrongLetters}, {"child", "A B", WrongLetters}, {"child", strings.Repeat("9", 21), TooLong}, {"child", "é1", WrongLetters},
		{"urn", "10000", WrongShape}, {"urn", "200001", WrongShape}, {"urn", "SC1234", WrongLetters}, {"urn", "", Missing},
		{"la", "20", WrongShape}, {"la", "2O1", WrongLetters}, {"la", "000", NotOnList}, {"la", "999", NotOnList}, {"la", "", Missing},
		{"phone", "", Missing}, {"phone", "020 7946", WrongShape}, {"phone", "01632 960 1234 5", WrongShape}, {"phone", "ring mum", WrongLetters},
		{"phone", "7700900123", WrongShape}, {"phone", "+44 1", WrongShape}, {"phone", "+12", WrongShape}, {"phone", "0", WrongShape}, {"phone", "07700+900123", WrongLetters}, {"phone", "01632 960123 ext mum", WrongLetters},
		{"name", "", Missing}, {"name", "R2D2", WrongLetters}, {"name", "a@b", WrongLetters}, {"name", "--", WrongShape}, {"name", "Smith, John", WrongLetters},
		{"email", "", Missing}, {"email", "a b@example.org", WrongLetters}, {"email", "example.org", WrongShape}, {"email", "a@b", WrongShape},
		{"email", "a@b@c.org", WrongShape}, {"email", ".a@c.org", WrongShape}, {"email", "a@-c.org", WrongShape}, {"email", "a@c..org", WrongShape}, {"email", "a@1.2.3.4", WrongShape},
		{"upn", "", Missing}, {"upn", "A82343211201?", WrongLetters}, {"upn", "A82343211201", WrongShape}, {"upn", "A000432112014", NotOnList},
	} {
		if got, err := readers[c.reader](c.in); FaultOf(err).Kind != c.want {
			t.Errorf("%s %q = %q, %v, want %v", c.reader, c.in, got, err, c.want)
		}
	}
}

func TestOneWrongLetterOfAUPNIsCaught(t *testing.T) {
	typed := withCheckLetter("823432112014")
	good, err := ReadUPN(typed)
	if want := strings.ToUpper(strings.ReplaceAll(typed, " ", "")); err != nil || string(good) != want {
		t.Fatalf("%q was read as %q, %v", typed, good, err)
	}
	for _, letter := range checkLetters {
		bad := string(letter) + string(good[1:])
		if _, err := ReadUPN(bad); bad != string(good) && FaultOf(err).Kind != WrongCheck {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestFaultsKeepNothingThatWasTyped(t *testing.T) {
	const marker = "Zanzibar"
	for name, read := range readers {
		if _, err := read(marker + "@@12"); err == nil || strings.Contains(err.Error(), marker) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if FaultOf(nil) != (Fault{}) || FaultOf(ErrDate).Kind != NotReal {
		t.Error("FaultOf should know nil and ErrDate")
	}
	for _, k := range Kinds() {
		if strings.HasPrefix(k.String(), "Kind(") {
			t.Errorf("kind %d has no name", k)
		}
	}
}

func TestWordsOfNumbers(t *testing.T) {
	if got := NHSNumber("9434765919").Words(); got != "943 476 5919" {
		t.Error(got)
	}
	if got := Postcode("SW1A 2AA").Outward(); got != "SW1A" {
		t.Error(got)
	}
	if got := Decimal("-2.5").Float(); got != -2.5 {
		t.Error(got)
	}
}

func FuzzTyped(f *testing.F) {
	for _, s := range []string{"12", "2.50", "10:47pm", "943 476 5919", "sw1a 2aa", "Ab1", "100001", "201", "+44 (0)20 7946 0018 ext 3", "O’Brien", "a@b.org", "2015-06", ";ext=", "−", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, read := range readers {
			got, err := read(s)
			if err != nil {
				continue
			}
			if again, err := read(got); err != nil || again != got {
				t.Errorf("%s: %q was read as %q, and that as %q, %v", name, s, got, again, err)
			}
		}
	})
}

func FuzzDateParts(f *testing.F) {
	f.Add("14", "6", "2018")
	f.Add("", "jun", "2018")
	f.Add("31st", "FEB.", "0001")
	f.Fuzz(func(t *testing.T, day, month, year string) {
		if d, err := ParseDateParts(day, month, year); err == nil {
			if again, err := ParseISO(d.String()); err != nil || again != d {
				t.Errorf("%q %q %q was read as %s, and that as %s, %v", day, month, year, d, again, err)
			}
			cutDay, cutMonth, cutYear, _ := SplitDate(d.Words())
			if again, err := ParseDateParts(cutDay, cutMonth, cutYear); d >= MustDate(1000, 1, 1) && (err != nil || again != d) {
				t.Errorf("%q was read as %s, %v", d.Words(), again, err)
			}
		} else if FaultOf(err).Parts == 0 {
			t.Errorf("%q %q %q: %v names no box", day, month, year, err)
		}
		if p, err := ParsePartialParts(day, month, year); err == nil {
			if again, err := ParsePartial(p.String()); err != nil || again != p || p.First() > p.Last() {
				t.Errorf("%q %q %q was read as %s, and that as %s, %v", day, month, year, p, again, err)
			}
		}
	})
}
