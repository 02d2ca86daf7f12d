package plainxml

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// tag returns the bytes from '<' to the '>' that ends it, passing any '>'
// within quotes.
func (s *Scanner) tag() ([]byte, error) {
	from := 0
	quote := byte(0)
	for {
		rest := s.buf[s.pos:s.end]
		for i := from; i < len(rest); i++ {
			switch c := rest[i]; {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return s.take(i + 1), nil
			case c == '<' && i > 0:
				return nil, s.fault("a tag is not closed before the next one. Write < as &lt; inside a value")
			}
		}
		from = len(rest)
		if err := s.more(); err != nil {
			return nil, s.cutOff(err)
		}
	}
}

func (s *Scanner) cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return s.fault("the file ends inside a tag. It may be cut off")
	}
	return err
}

// setName keeps the part of a name after its namespace prefix.
func (s *Scanner) setName(b []byte) error {
	if i := bytes.IndexByte(b, ':'); i > 0 {
		b = b[i+1:]
	}
	if len(b) > MaxName {
		return s.fault("an element has a name longer than %d bytes", MaxName)
	}
	for i, c := range b {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= utf8.RuneSelf
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.') {
			return s.fault("an element has no proper name. Write < as &lt; inside a value")
		}
	}
	if len(b) == 0 || !utf8.Valid(b) {
		return s.fault("an element has no proper name. Write < as &lt; inside a value")
	}
	s.name = append(s.name[:0], b...)
	return nil
}

// attributes checks name="value" pairs; returns use them for namespaces alone.
func (s *Scanner) attributes(b []byte) error {
	for {
		b = bytes.TrimLeft(b, " \t\r\n")
		if len(b) == 0 {
			return nil
		}
		eq := bytes.IndexByte(b, '=')
		if eq <= 0 {
			return s.fault("an attribute has no value")
		}
		b = bytes.TrimLeft(b[eq+1:], " \t\r\n")
		if len(b) < 2 || b[0] != '"' && b[0] != '\'' {
			return s.fault("an attribute has no quotes around its value")
		}
		end := bytes.IndexByte(b[1:], b[0])
		if end < 0 {
			return s.fault("an attribute has no quotes around its value")
		}
		b = b[end+2:]
	}
}

// declaration passes a comment, takes CDATA and refuses everything else.
func (s *Scanner) declaration() error {
	if err := s.want(4); err != nil {
		return s.cutOff(err)
	}
	if bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<!--")) {
		s.take(4)
		return s.skipPast("-->")
	}
	if err := s.want(9); err != nil {
		return s.cutOff(err)
	}
	rest := s.buf[s.pos:s.end]
	switch {
	case bytes.HasPrefix(rest, []byte("<![CDATA[")) && len(s.starts) > 0:
		s.take(9)
		return s.cdata()
	case bytes.HasPrefix(rest, []byte("<!DOCTYPE")), bytes.HasPrefix(rest, []byte("<!ENTITY")):
		return s.fault("the file declares a document type or an entity, which no return needs. It was not read further")
	}
	return s.fault("a declaration stands where none may stand")
}

// skipPast drops everything up to and with the mark.
func (s *Scanner) skipPast(mark string) error {
	for {
		rest := s.buf[s.pos:s.end]
		if i := bytes.Index(rest, []byte(mark)); i >= 0 {
			s.take(i + len(mark))
			return nil
		}
		s.take(max(0, len(rest)-len(mark)+1))
		if err := s.more(); err != nil {
			return s.cutOff(err)
		}
	}
}

func (s *Scanner) cdata() error {
	mark := []byte("]]>")
	for {
		rest := s.buf[s.pos:s.end]
		if i := bytes.Index(rest, mark); i >= 0 {
			if err := s.keep(s.take(i)); err != nil {
				return err
			}
			s.take(len(mark))
			return nil
		}
		if err := s.keep(s.take(max(0, len(rest)-len(mark)+1))); err != nil {
			return err
		}
		if err := s.more(); err != nil {
			return s.cutOff(err)
		}
	}
}

// entities replaces &amp; and its like.
func (s *Scanner) entities(in []byte) ([]byte, error) {
	out := make([]byte, 0, len(in))
	for {
		i := bytes.IndexByte(in, '&')
		if i < 0 {
			return append(out, in...), nil
		}
		out = append(out, in[:i]...)
		in = in[i+1:]
		end := bytes.IndexByte(in, ';')
		if end < 0 || end > 10 {
			return nil, s.fault("& stands alone in a value. Write it as &amp;")
		}
		r, ok := entity(in[:end])
		if !ok {
			return nil, s.fault("the entity &%s; is not known. Only the five of XML and characters by number are", in[:end])
		}
		out = utf8.AppendRune(out, r)
		in = in[end+1:]
	}
}

func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := bytes.CutPrefix(name, []byte("#"))
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := bytes.CutPrefix(digits, []byte("x")); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) || n < ' ' && n != '\t' && n != '\n' && n != '\r' {
		return 0, false
	}
	return rune(n), true
}
