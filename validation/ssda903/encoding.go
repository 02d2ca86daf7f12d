package ssda903

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// windows1252 is what bytes 0x80 to 0x9F mean; the rest is as in Latin 1. Five
// of them mean nothing and become the replacement character.
var windows1252 = [32]rune{
	'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ',
}

func fromWindows1252(raw []byte) string {
	var s strings.Builder
	for _, b := range raw {
		if b >= 0x80 && b < 0xA0 {
			s.WriteRune(windows1252[b-0x80])
			continue
		}
		s.WriteRune(rune(b))
	}
	return s.String()
}

// unmarked skips a UTF-8 byte order mark and turns UTF-16, which always starts
// with one, into UTF-8.
func unmarked(r io.Reader) *bufio.Reader {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, _ = br.Discard(3)
	case bytes.HasPrefix(head, []byte("\xFF\xFE")):
		_, _ = br.Discard(2)
		return bufio.NewReaderSize(&utf16Reader{r: br, low: 0, high: 1}, 64<<10)
	case bytes.HasPrefix(head, []byte("\xFE\xFF")):
		_, _ = br.Discard(2)
		return bufio.NewReaderSize(&utf16Reader{r: br, low: 1, high: 0}, 64<<10)
	}
	return br
}

var errHalfCharacter = errors.New("it ends in the middle of a character. The file may be cut off")

// utf16Reader reads UTF-16 as UTF-8.
type utf16Reader struct {
	r         io.Reader
	low, high int
	out       []byte
	lead      rune
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 {
		var buf [4096]byte
		n, err := io.ReadFull(u.r, buf[:])
		if n%2 != 0 {
			return 0, errHalfCharacter
		}
		for i := 0; i < n; i += 2 {
			c := rune(buf[i+u.low]) | rune(buf[i+u.high])<<8
			switch {
			case u.lead != 0:
				u.out = utf8.AppendRune(u.out, utf16.DecodeRune(u.lead, c))
				u.lead = 0
			case utf16.IsSurrogate(c):
				u.lead = c
			default:
				u.out = utf8.AppendRune(u.out, c)
			}
		}
		if n == 0 {
			if u.lead != 0 {
				return 0, errHalfCharacter
			}
			if errors.Is(err, io.ErrUnexpectedEOF) {
				err = io.EOF
			}
			return 0, err
		}
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

// latin1Reader reads Windows-1252 (and so Latin 1) as UTF-8.
type latin1Reader struct {
	r   io.Reader
	out []byte
}

func (l *latin1Reader) Read(p []byte) (int, error) {
	if len(l.out) == 0 {
		var buf [4096]byte
		n, err := l.r.Read(buf[:])
		if n == 0 {
			return 0, err
		}
		l.out = append(l.out[:0], fromWindows1252(buf[:n])...)
	}
	n := copy(p, l.out)
	l.out = l.out[n:]
	return n, nil
}
