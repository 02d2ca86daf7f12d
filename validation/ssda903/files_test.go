package ssda903

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

const episodesHead = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n"

// writeAll writes every table that was given.
func writeAll(t testing.TB, r *Return, year Table) map[Table]string {
	t.Helper()
	out := make(map[Table]string)
	for table := range tableCount {
		if r.Has(table + year) {
			var b bytes.Buffer
			if err := r.WriteCSV(&b, table+year); err != nil {
				t.Fatal(err)
			}
			out[table] = b.String()
		}
	}
	return out
}

func readAll(t testing.TB, tables map[Table]string) *Return {
	t.Helper()
	var readers []io.Reader
	for table := range tableCount {
		if s, ok := tables[table]; ok {
			readers = append(readers, strings.NewReader(s))
		}
	}
	r, err := ReadCSV(readers...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCSVReadThenWrittenIsTheSame(t *testing.T) {
	r, _, _ := samples[1].read(t)
	for year, folder := range map[Table]string{0: "this", Last: "prev"} {
		for table, got := range writeAll(t, r, year) {
			want, err := os.ReadFile("testdata/samples/synthetic/" + folder + "/" + schema[table].file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s of %s is not what was read", schema[table].file, folder)
			}
		}
	}
}

func TestXMLReadThenWrittenIsTheSame(t *testing.T) {
	r, _, _ := samples[0].read(t)
	var first bytes.Buffer
	if err := r.WriteXML(&first); err != nil {
		t.Fatal(err)
	}
	again, err := ReadXML(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	before, after := writeAll(t, r, 0), writeAll(t, again, 0)
	for table, want := range before {
		if after[table] != want {
			t.Errorf("%s changed on the way through XML", table)
		}
	}
	for i, c := range r.Children {
		if got, want := again.Children[i].Header[0].UASC.Text(), c.Header[0].UASC.Text(); got != want {
			t.Fatalf("child %s: UASC %q became %q", c.ID, want, got)
		}
	}
}

func TestXMLSaysWhatItCannotHold(t *testing.T) {
	r := readAll(t, map[Table]string{
		HeaderTable:     "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/01/2015,WBRI,UN1,,\n",
		SWEpisodesTable: "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,01/01/2015,SW1234,01/04/2026,,FCONTA\n",
	})
	if err := r.WriteXML(io.Discard); err == nil || !strings.Contains(err.Error(), "SWEpisodes") {
		t.Errorf("got %v", err)
	}
}

func TestRowsOfAnyOrderMeetTheirChild(t *testing.T) {
	r := readAll(t, map[Table]string{
		HeaderTable:   "UPN,CHILD,SEX,DOB,ETHNIC,MOTHER,MC_DOB\nUN1,b,M,01/01/2015,WBRI,,\nUN2,a,F,32/01/2015,,,\n",
		EpisodesTable: episodesHead + "a,01/04/2026,S,,,,,,,,,,\r\nb,,,,,,,,,,,,\r\na,\"02/04/2026\",P,\"a \"\"b\"\",\nc\",,,,,,,,,\r\n",
	})
	if len(r.Children) != 2 || r.Children[0].ID != "b" {
		t.Fatalf("children: %+v", r.Children)
	}
	a := r.Children[1]
	if h := a.Header[0]; !h.DOB.NotDate() || h.DOB.Text() != "32/01/2015" || !h.ETHNIC.Missing() || !h.UASC.Missing() {
		t.Errorf("header: %+v", h)
	}
	second := a.Episodes[1]
	if place := second.LS.At(); place.Row != 2 || place.Table != "Episodes" || place.Field != "LS" || place.Value != "a \"b\",\nc" {
		t.Errorf("place: %+v", place)
	}
	if second.DECOM.Day().String() != "2026-04-02" {
		t.Errorf("date: %s", second.DECOM.Day())
	}
}

func TestRowsWithoutAChildStayApart(t *testing.T) {
	r := readAll(t, map[Table]string{ReviewsTable: "CHILD,DOB,REVIEW,REVIEW_CODE\n,,01/05/2026,PN0\n,,02/05/2026,PN0\n"})
	if len(r.Children) != 2 || r.Children[0].ID != "" || len(r.Children[0].Reviews) != 1 {
		t.Errorf("children: %+v", r.Children)
	}
}

func TestCSVErrorsSayWhatToDo(t *testing.T) {
	header := "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
	for name, c := range map[string]struct{ in, want string }{
		"empty":           {"", "The first line must name the columns"},
		"other":           {"a,b,c\n1,2,3\n", "not the columns of any table"},
		"lacks a column":  {"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\n", "looks like header.csv but has no MC_DOB"},
		"one too many":    {"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,AGE\n", `has "AGE"`},
		"twice":           {"CHILD,SEX,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n", "has SEX twice"},
		"short row":       {header + "1,M,01/01/2015,WBRI,UN1,,\n2,F\n", "line 3: the row has 2 values"},
		"open quote":      {header + "1,\"M,01/01/2015\n,,\n", "line 2: a quotation mark is opened"},
		"quote inside":    {header + "1,M\"x,\"a\",,,,\n", "in the middle of a value"},
		"after the quote": {header + "1,\"M\"x,,,,,\n", "follows a closing"},
		"bytes":           {header + "1,M\x00,,,,,\n", "bytes that no text has"},
		"endless line":    {header + strings.Repeat("x", 100_000), "line 2: a row is longer"},
	} {
		_, err := ReadCSV(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	csv := "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nZo\u00eb\u2019s,M,,,,,\n"
	wide := func(low bool) string {
		var b strings.Builder
		for _, r := range "\uFEFF" + csv {
			if low {
				b.Write([]byte{byte(r), byte(r >> 8)})
			} else {
				b.Write([]byte{byte(r >> 8), byte(r)})
			}
		}
		return b.String()
	}
	for name, in := range map[string]string{
		"utf-8": csv, "with a mark": "\uFEFF" + csv, "utf-16 le": wide(true), "utf-16 be": wide(false),
		"windows-1252": strings.NewReplacer("\u00eb", "\xEB", "\u2019", "\x92").Replace(csv),
	} {
		r, err := ReadCSV(strings.NewReader(in))
		if err != nil || r.Children[0].ID != "Zo\u00eb\u2019s" {
			t.Errorf("%s: %v %+v", name, err, r.Children)
		}
	}
	for name, in := range map[string]string{
		"declared 1252": "<?xml version='1.0' encoding='windows-1252'?><EXPSSDA903><CHILD><HEADER><CHILDID>Zo\xEB</CHILDID></HEADER></CHILD></EXPSSDA903>",
		"utf-8":         "<?xml version='1.0' encoding='UTF-8'?><a:EXPSSDA903 xmlns:a='urn:x'><a:CHILD><a:HEADER><a:CHILDID>Zo\u00eb</a:CHILDID></a:HEADER></a:CHILD></a:EXPSSDA903>",
		"by number":     "<EXPSSDA903><CHILD><!-- x --><HEADER><CHILDID>Z<!-- - -- --->o&#xEB;</CHILDID></HEADER></CHILD></EXPSSDA903>\n",
		"cdata":         "<EXPSSDA903><CHILD><HEADER><CHILDID><![CDATA[Zo\u00eb]]></CHILDID></HEADER></CHILD></EXPSSDA903>\n",
	} {
		r, err := ReadXML(strings.NewReader(in))
		if err != nil || r.Children[0].ID != "Zo\u00eb" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestHostileXMLIsRefused(t *testing.T) {
	wrap := func(s string) string { return "<EXPSSDA903><CHILD><HEADER>\n" + s + "</HEADER></CHILD></EXPSSDA903>" }
	for name, c := range map[string]struct{ in, want string }{
		"document type":  {"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><EXPSSDA903/>", "document type"},
		"entity":         {wrap("<SEX>&a;</SEX>"), "line 2: the entity &a; is not allowed"},
		"ampersand":      {wrap("<SEX>M & F</SEX>"), "&amp;"},
		"deep":           {strings.Repeat("<EXPSSDA903>", 100), "has no place here"},
		"cut off":        {wrap("<SEX>M</SEX>")[:40], "may be cut off"},
		"no end":         {"<EXPSSDA903><CHILD>", "ends inside <CHILD>"},
		"crossed":        {wrap("<SEX>M</DOB>"), "</DOB> closes an element that is not open"},
		"other root":     {"<Message></Message>", "<EXPSSDA903>"},
		"unknown":        {wrap("<AGE>7</AGE>"), "<AGE> has no place here"},
		"nested leaf":    {wrap("<SEX><DOB>x</DOB></SEX>"), "<DOB> has no place here"},
		"group in group": {wrap("<OC2><AREVIEW></AREVIEW></OC2>"), "<AREVIEW> has no place here"},
		"twice":          {wrap("<SEX>M</SEX><SEX>F</SEX>"), "<SEX> stands twice"},
		"text around":    {wrap("M<SEX>M</SEX>"), "text stands before <SEX>"},
		"second root":    {"<EXPSSDA903/><EXPSSDA903/>", "second outer element"},
		"encoding":       {"<?xml version='1.0' encoding='utf-7'?><EXPSSDA903/>", "not known"},
		"wrong bytes":    {wrap("<SEX>\xEB</SEX>"), "<SEX> is not written in the encoding"},
		"not xml":        {"CHILD,SEX\n", "outside the outer element"},
		"empty":          {"", "ends before its outer element"},
		"long value":     {wrap("<SEX>" + strings.Repeat("M", 5000) + "</SEX>"), "longer than 4096"},
	} {
		_, err := ReadXML(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestTablesFileKeepsEmptyAndMissingApart(t *testing.T) {
	r, err := ReadTables(strings.NewReader(`{"inputs":{"Header":{"columns":["CHILD","SEX","UASC_STATUS","index"],
		"rows":[{"CHILD":7,"SEX":"","UASC_STATUS":1,"index":3},{"CHILD":"7","SEX":null,"_row":"12"}]},
		"OC3_last":{"columns":["CHILD"],"rows":[]}},"metadata":{"collectionYear":"2026","localAuthority":"X1"}}`))
	if err != nil {
		t.Fatal(err)
	}
	h := r.Children[0].Header
	if len(r.Children) != 1 || !h[0].SEX.Present() || h[0].SEX.Text() != "" || !h[1].SEX.Missing() || !h[0].UASC.Is("1") || h[1].CHILD.At().Row != 12 {
		t.Errorf("read %+v", h)
	}
	if !r.Has(OC3Table+Last) || r.Has(OC3Table) || r.HasColumn(HeaderTable, "DOB") || r.Given.Year != "2025-26" || r.Given.Authority != "X1" {
		t.Errorf("given %+v", r.Given)
	}
	for _, bad := range []string{`{`, `{}`, `{"inputs":{"Foo":{}}}`, `{"inputs":{"Header":{"columns":["SEX"],"rows":[{"SEX":[1]}]}}}`, `{"inputs":{},"metadata":{"collection_end":"31/03/2020"}}`} {
		if _, err := ReadTables(strings.NewReader(bad)); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

func FuzzReadXML(f *testing.F) {
	raw, err := os.ReadFile("testdata/samples/fake_903.xml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw[:2000])
	f.Add([]byte("<EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><OC2><SDQ_SCORE>1</SDQ_SCORE></OC2></HEADER><EPISODE><PL>K1</PL></EPISODE></CHILD></EXPSSDA903>"))
	f.Add([]byte("<EXPSSDA903><CHILD><HEADER><CHILDID><![CDATA[&]]>&#60;</CHILDID><UASC/></HEADER></CHILD></EXPSSDA903>"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadXML(bytes.NewReader(in))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := r.WriteXML(&out); err != nil {
			return
		}
		again, err := ReadXML(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, out.Bytes())
		}
		if before, after := writeAll(t, r, 0), writeAll(t, again, 0); fmt.Sprint(before) != fmt.Sprint(after) {
			t.Fatalf("%v became %v", before, after)
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/01/2015,,PN0\n\"a\"\"\nb\",,,\xEB\n"))
	f.Add([]byte("\uFEFFCHILD,DOB,DOLO_START,DOLO_END\r\n1,,,\r\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadCSV(bytes.NewReader(in))
		if err != nil {
			return
		}
		first := writeAll(t, r, 0)
		if second := writeAll(t, readAll(t, first), 0); fmt.Sprint(first) != fmt.Sprint(second) {
			t.Fatalf("%q became %q", first, second)
		}
	})
}

func FuzzReadTables(f *testing.F) {
	files := fixtures(f)
	for _, code := range []string{"205D", "1008", "392c"} {
		f.Add([]byte(files[code].Cases[0].Inputs))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := ReadTables(bytes.NewReader(slices.Concat([]byte(`{"inputs":`), in, []byte(`}`))))
		if err == nil && len(r.Children) > len(in) {
			t.Fatal("more children than bytes")
		}
	})
}
