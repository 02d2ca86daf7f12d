package plainxml

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

var errHalf = errors.New("the file ends in the middle of a character. It may be cut off")

var declared = regexp.MustCompile(`^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']`)

// decode turns the bytes into UTF-8. A byte order mark, or zero bytes around
// the first '<', say more than the declaration.
func decode(r io.Reader) (io.Reader, error) {
	br := bufio.NewReaderSize(r, 4<<10)
	head, err := br.Peek(512)
	if len(head) == 0 {
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		return nil, &Error{Line: 1, Reason: "the file is empty"}
	}
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, _ = br.Discard(3)
		return br, nil
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		_, _ = br.Discard(2)
		return newRecoder(br, decodeUTF16(binary.LittleEndian)), nil
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		_, _ = br.Discard(2)
		return newRecoder(br, decodeUTF16(binary.BigEndian)), nil
	case bytes.HasPrefix(head, []byte("<\x00")):
		return newRecoder(br, decodeUTF16(binary.LittleEndian)), nil
	case bytes.HasPrefix(head, []byte("\x00<")):
		return newRecoder(br, decodeUTF16(binary.BigEndian)), nil
	}
	m := declared.FindSubmatch(head)
	if m == nil {
		return br, nil
	}
	switch name := strings.ToLower(string(m[1])); name {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return br, nil
	case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1":
		return newRecoder(br, decodeWindows1252), nil
	default:
		return nil, &Error{Line: 1, Reason: fmt.Sprintf("the file is written in %q, which is not known. Save it as UTF-8", m[1])}
	}
}

// recoder reads bytes of one encoding as UTF-8. convert returns how many bytes
// it used; what is left comes again with the bytes that follow.
type recoder struct {
	r       io.Reader
	convert func(out, in []byte) ([]byte, int)
	raw     []byte
	held    int // unused bytes at the start of raw
	out     []byte
	rest    []byte // of out, not handed out yet
}

func newRecoder(r io.Reader, convert func(out, in []byte) ([]byte, int)) *recoder {
	return &recoder{r: r, convert: convert, raw: make([]byte, 16<<10)}
}

func (c *recoder) Read(p []byte) (int, error) {
	for len(c.rest) == 0 {
		n, err := c.r.Read(c.raw[c.held:])
		n += c.held
		var used int
		c.out, used = c.convert(c.out[:0], c.raw[:n])
		c.rest = c.out
		c.held = copy(c.raw, c.raw[used:n])
		if err != nil {
			if len(c.rest) > 0 {
				break
			}
			if errors.Is(err, io.EOF) && c.held > 0 {
				return 0, errHalf
			}
			return 0, err
		}
	}
	n := copy(p, c.rest)
	c.rest = c.rest[n:]
	return n, nil
}

func decodeUTF16(order binary.ByteOrder) func(out, in []byte) ([]byte, int) {
	return func(out, in []byte) ([]byte, int) {
		i := 0
		for ; i+1 < len(in); i += 2 {
			c := rune(order.Uint16(in[i:]))
			if !utf16.IsSurrogate(c) {
				out = utf8.AppendRune(out, c)
				continue
			}
			if i+3 >= len(in) {
				break
			}
			out = utf8.AppendRune(out, utf16.DecodeRune(c, rune(order.Uint16(in[i+2:]))))
			i += 2
		}
		return out, i
	}
}

// windows1252 is what bytes 0x80 to 0x9F mean there; in ISO-8859-1 they mean
// nothing that a return holds. Five of them mean nothing in either.
var windows1252 = [32]rune{
	'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
}

func decodeWindows1252(out, in []byte) ([]byte, int) {
	for _, b := range in {
		switch {
		case b < utf8.RuneSelf:
			out = append(out, b)
		case b < 0xA0:
			out = utf8.AppendRune(out, windows1252[b-0x80])
		default:
			out = utf8.AppendRune(out, rune(b))
		}
	}
	return out, len(in)
}
