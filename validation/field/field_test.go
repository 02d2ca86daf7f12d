package field

import (
	"strings"
	"testing"

	"recordwell/validation/datatype"
)

func TestCheckSaysWhichTagFailedAndHow(t *testing.T) {
	for _, c := range []struct {
		tags, value string
		want        Failure // the zero Failure means that the answer passes
	}{
		{"max=35,personname", "Joana", Failure{}},
		{"max=5,personname", "Tomás", Failure{}}, // letters, not bytes
		{"max=4,personname", "Tomás", Failure{Tag: "max", Param: "4", Kind: datatype.TooLong}},
		{"max=35,personname", "R2D2", Failure{Tag: "personname", Kind: datatype.WrongLetters}},
		{"min=3", "ab", Failure{Tag: "min", Param: "3", Kind: datatype.TooShort}},
		{"len=6", "ab", Failure{Tag: "len", Param: "6", Kind: datatype.WrongShape}},
		{"oneof=a b", "c", Failure{Tag: "oneof", Param: "a b", Kind: datatype.NotOnList}},
		{"integer,between=0 99", "99", Failure{}},
		{"integer,between=0 99", "100", Failure{Tag: "between", Param: "0 99", Kind: datatype.OutOfRange}},
		{"integer,between=0 99", "-1", Failure{Tag: "between", Param: "0 99", Kind: datatype.OutOfRange}},
		{"integer,between=0 99", "1.5", Failure{Tag: "integer", Kind: datatype.NotWhole}},
		{"decimal,between=-0.5 0.5", "0,4", Failure{Tag: "decimal", Kind: datatype.Comma}},
		{"isodate", "2025-02-30", Failure{Tag: "isodate", Kind: datatype.NotReal, Parts: datatype.AllParts}},
		{"partialdate", "2025-02", Failure{}},
		{"partialdate", "2025-2", Failure{Tag: "partialdate", Kind: datatype.NotReal, Parts: datatype.AllParts}},
		{"time", "25:00", Failure{Tag: "time", Kind: datatype.NotReal}},
		{"nhsnumber", "943 476 5918", Failure{Tag: "nhsnumber", Kind: datatype.WrongCheck}},
		{"postcode", "SW1A", Failure{Tag: "postcode", Kind: datatype.WrongShape}},
		{"lachildid", strings.Repeat("x", 21), Failure{Tag: "lachildid", Kind: datatype.TooLong}},
		{"ukphone", "020 7946 0018", Failure{}},
		{"emailaddr", "a@b", Failure{Tag: "emailaddr", Kind: datatype.WrongShape}},
		{"schoolurn", "200000", Failure{Tag: "schoolurn", Kind: datatype.WrongShape}},
		{"lacode", "999", Failure{Tag: "lacode", Kind: datatype.NotOnList}},
		{"upn", "B823432112014", Failure{Tag: "upn", Kind: datatype.WrongCheck}},
		{"upn", "", Failure{}},
		{"", "anything", Failure{}},
	} {
		if c.tags != "" {
			if err := Lint(c.tags); err != nil {
				t.Errorf("%q: %v", c.tags, err)
			}
		}
		var got Failure
		if failures := Check(c.tags, c.value); len(failures) > 0 {
			got = failures[0]
		}
		if got != c.want {
			t.Errorf("%q of %q: %+v, want %+v", c.tags, c.value, got, c.want)
		}
	}
}

func TestEveryTagOfATypeReadsItsOwnForm(t *testing.T) {
	for tags, raw := range map[string]string{
		"nhsnumber": "943 476 5919", "postcode": "sw1a2aa", "lachildid": " A1 ", "lacode": "201", "schoolurn": "100 001",
		"max=35,personname": " Joana  Carvalho ", "ukphone": "020 7946 0018", "emailaddr": "a@B.org", "decimal": "2.50",
		"integer": "007", "isodate": "2025-10-16", "partialdate": "2015-06", "time": "9.05pm",
	} {
		value, ok := Canonical(tags, raw)
		if again, _ := Canonical(tags, value); !ok || again != value || len(Check(tags, raw)) > 0 || len(Check(tags, value)) > 0 {
			t.Errorf("%s: %q became %q and then %q, %v", tags, raw, value, again, ok)
		}
	}
	if value, ok := Canonical("max=35,postcode", " sw1a "); ok || value != "sw1a" {
		t.Errorf("what cannot be read stays as typed: %q, %v", value, ok)
	}
	if value, ok := Canonical("max=35", " as typed "); !ok || value != "as typed" {
		t.Errorf("got %q, %v", value, ok)
	}
}

func TestLintKnowsEveryTag(t *testing.T) {
	for _, name := range Tags() {
		list := name
		if example, ok := paramExample[name]; ok {
			list = example
		}
		if err := Lint(list); err != nil {
			t.Errorf("%s: %v", list, err)
		}
		Check(list, "x") // a tag that the validator does not know would panic
	}
	for _, list := range []string{"", "postcod", "max", "max=x", "max=0", "between=9", "between=9 1", "upn=3", "oneof=", "upn,", "required"} {
		if err := Lint(list); err == nil {
			t.Errorf("%q passed", list)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, c := range []struct{ name, tags, value string }{
		{"name", "max=35,personname", "Joana Carvalho"},
		{"postcode", "postcode", "SW1A 2AA"},
		{"nhs", "nhsnumber", "943 476 5919"},
		{"failing", "max=35,personname", "R2D2"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Check(c.tags, c.value)
			}
		})
	}
}
