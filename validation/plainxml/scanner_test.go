package plainxml

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

// outline writes tags and texts as one line.
func outline(r io.Reader) (string, error) {
	s, err := NewScanner(r)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for {
		kind, err := s.Next()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		if kind == Start {
			b.WriteString(string(s.Text()) + "<" + string(s.Name()) + ">")
		} else {
			b.WriteString(string(s.Text()) + "</" + string(s.Name()) + ">")
		}
	}
}

func TestPlainXMLIsRead(t *testing.T) {
	for in, want := range map[string]string{
		`<a/>`: "<a></a>",
		"<?xml version=\"1.0\"?>\n<!-- x > y -->\n<a>\n <b> v </b>\n</a>\n<!-- end -->\n": "<a><b>v</b></a>",
		`<n:a xmlns:n="urn:x" q='>'><n:b n:c="1"/></n:a>`:                                 "<a><b></b></a>",
		`<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a>`:                                     `<a><&>"'AB</a>`,
		`<a><![CDATA[<b> & ]]]]></a>`:                                                     "<a><b> & ]]</a>",
		`<a>x<b/>y</a >`:                                                                  "<a>x<b></b>y</a>",
		"\xEF\xBB\xBF<a>é</a>":                                                            "<a>é</a>",
		"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>":                          "<a>é</a>",
		`<?xml version="1.0" encoding="Windows-1252"?><a>` + "\x80</a>":                   "<a>€</a>",
	} {
		for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in)), iotest.DataErrReader(strings.NewReader(in))} {
			if got, err := outline(r); got != want || err != nil {
				t.Errorf("%q became %q, %v", in, got, err)
			}
		}
	}
}

func TestUTF16(t *testing.T) {
	text := `<?xml version="1.0" encoding="UTF-16"?><a>é 😀</a>`
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		for _, mark := range []string{"", "\uFEFF"} {
			var raw []byte
			for _, u := range utf16.Encode([]rune(mark + text)) {
				raw = append(raw, 0, 0)
				order.PutUint16(raw[len(raw)-2:], u)
			}
			if got, err := outline(iotest.OneByteReader(strings.NewReader(string(raw)))); got != "<a>é 😀</a>" || err != nil {
				t.Errorf("%v %q: %q, %v", order, mark, got, err)
			}
			if _, err := outline(strings.NewReader(string(raw[:len(raw)-1]))); err == nil {
				t.Error("half a character was accepted")
			}
		}
	}
}

func TestFaultsNameTheLineAndTheCause(t *testing.T) {
	for in, want := range map[string]string{
		"":            "line 1: the file is empty",
		"hello":       "line 1: text stands outside",
		"<a>\n<b>":    "line 2: the file ends inside <b>",
		"<a><b></a>":  "</a> closes an element that is not open",
		"<a":          "before any element is complete",
		"<a></a><b/>": "a second outer element <b>",
		"<a></a>x":    "text stands outside",
		"<a>&x;</a>":  "the entity &x; is not known",
		"<a>& </a>":   "& stands alone",
		"<a>&#0;</a>": "is not known",
		"<a>\x01</a>": "control character 1",
		"<a>\xff</a>": "not written in the encoding",
		"<a><1/></a>": "no proper name",
		"<a b=c/>":    "no quotes",
		"<a b/>":      "an attribute has no value",
		"<a <b>":      "a tag is not closed",
		"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///x\">]><a>&x;</a>": "declares a document type",
		"<a><!ENTITY x \"y\"></a>":                                  "declares a document type or an entity",
		"<a><!ELEMENT></a>":                                         "a declaration stands",
		"<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>":           "written in \"EBCDIC\"",
		strings.Repeat("<a>", MaxDepth+1):                           "nested more than 32 deep",
		"<a>" + strings.Repeat("x", MaxText+1) + "</a>":             "a value is longer than",
		"<" + strings.Repeat("x", MaxName+1) + "/>":                 "a name longer than",
		"<a b=\"" + strings.Repeat("x", 200_000) + "\"/>":           "a tag is longer than",
		"<a><!-- ": "the file ends inside <a>",
	} {
		_, err := outline(strings.NewReader(in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", in, err, want)
		}
	}
}

func TestErrorsOfTheReaderBelowComeThrough(t *testing.T) {
	broken := errors.New("the disk is broken")
	if _, err := outline(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Error(err)
	}
}

func FuzzScanner(f *testing.F) {
	for _, s := range []string{"<a>x<b/></a>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe9&amp;</a>", "<a><![CDATA[x]]></a>", "<!DOCTYPE a>", "\xff\xfe<\x00a\x00/\x00>\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		whole, err1 := outline(strings.NewReader(string(data)))
		bytewise, err2 := outline(iotest.OneByteReader(strings.NewReader(string(data))))
		if whole != bytewise || (err1 == nil) != (err2 == nil) {
			t.Errorf("read whole: %q, %v\nbyte by byte: %q, %v", whole, err1, bytewise, err2)
		}
	})
}
