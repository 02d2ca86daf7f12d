// Package plainxml reads the plain part of XML that statutory returns are made
// of: elements, text, comments, CDATA, the five named entities and characters
// by number.
//
// A document type, any other entity and anything malformed is an error with its
// line, so nothing outside the file is read and nothing expands. What is held in
// memory does not grow with the file: a buffer, the open names and one value.
package plainxml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// Limits of what a return may hold; real ones stay far below.
const (
	MaxDepth = 32
	MaxName  = 128
	MaxText  = 64 << 10 // bytes of one value
	bufSize  = 128 << 10
)

// Kind is what [Scanner.Next] found.
type Kind uint8

const (
	Start Kind = iota + 1 // a start tag
	End                   // an end tag, also the second half of <a/>
)

// Scanner reads tags one by one.
type Scanner struct {
	r        io.Reader
	buf      []byte // unread bytes are buf[pos:end]
	pos, end int
	err      error // from r, after buf
	line     int
	names    []byte // open element names, one after the other
	starts   []int  // where each begins in names
	name     []byte
	text     []byte
	selfEnd  bool // the start tag was <a/>
	done     bool // the root element is closed
}

// NewScanner starts reading; it looks at the first bytes for the encoding:
// UTF-8, UTF-16, Windows-1252 or ISO-8859-1.
func NewScanner(r io.Reader) (*Scanner, error) {
	decoded, err := decode(r)
	if err != nil {
		return nil, err
	}
	return &Scanner{r: decoded, buf: make([]byte, bufSize), line: 1}, nil
}

// Line is the line that was read last, from 1.
func (s *Scanner) Line() int { return s.line }

// Name is the tag's name without a namespace prefix, good until the next call.
func (s *Scanner) Name() []byte { return s.name }

// Text is the text since the tag before, without the spaces around it, good
// until the next call.
func (s *Scanner) Text() []byte { return bytes.TrimSpace(s.text) }

// Depth counts the elements that are open, the one just started included.
func (s *Scanner) Depth() int { return len(s.starts) }

// Error is a fault of the file, in words for people.
type Error struct {
	Line   int
	Reason string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Reason) }

func (s *Scanner) fault(format string, args ...any) error {
	return &Error{Line: s.line, Reason: fmt.Sprintf(format, args...)}
}

// Next returns the next tag, and io.EOF after the root element and what may
// follow it.
func (s *Scanner) Next() (Kind, error) {
	s.text = s.text[:0]
	if s.selfEnd {
		s.selfEnd = false
		return s.close()
	}
	for {
		if err := s.readText(); err != nil {
			return 0, err
		}
		if err := s.want(2); err != nil {
			return 0, s.cutOff(err)
		}
		switch s.buf[s.pos+1] {
		case '?':
			if err := s.skipPast("?>"); err != nil {
				return 0, err
			}
		case '!':
			if err := s.declaration(); err != nil {
				return 0, err
			}
		case '/':
			return s.endTag()
		default:
			return s.startTag()
		}
	}
}

// more reads on, keeping buf[from:end]. It is an error when nothing comes.
func (s *Scanner) more() error {
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		return s.fault("a tag is longer than %d bytes", bufSize)
	}
	for tries := 0; s.err == nil && tries < 100; tries++ {
		var n int
		n, s.err = s.r.Read(s.buf[s.end:])
		s.end += n
		if n > 0 {
			return nil
		}
	}
	switch {
	case s.err == nil:
		return io.ErrNoProgress
	case !errors.Is(s.err, io.EOF):
		return s.encodingFault()
	case len(s.starts) > 0:
		open := s.names[s.starts[len(s.starts)-1]:]
		return s.fault("the file ends inside <%s>. It may be cut off", open)
	case !s.done:
		return s.fault("the file ends before any element is complete. It may be cut off, or not XML")
	}
	return io.EOF
}

func (s *Scanner) encodingFault() error {
	if errors.Is(s.err, errHalf) {
		return s.fault("%v", s.err)
	}
	return s.err
}

// want makes sure of n unread bytes.
func (s *Scanner) want(n int) error {
	for s.end-s.pos < n {
		if err := s.more(); err != nil {
			return err
		}
	}
	return nil
}

// take moves on by n bytes and counts their lines.
func (s *Scanner) take(n int) []byte {
	b := s.buf[s.pos : s.pos+n]
	s.line += bytes.Count(b, newline)
	s.pos += n
	return b
}

var newline = []byte{'\n'}

// readText gathers the text before the next '<' and stops at it.
func (s *Scanner) readText() error {
	for {
		rest := s.buf[s.pos:s.end]
		i := bytes.IndexByte(rest, '<')
		n := i
		if i < 0 {
			n = len(rest)
			// Keep an entity whole that the end of the buffer cuts.
			if amp := bytes.LastIndexByte(rest, '&'); amp >= 0 && n-amp < 12 && s.err == nil {
				n = amp
			}
		}
		if err := s.addText(s.take(n)); err != nil {
			return err
		}
		if i >= 0 {
			return nil
		}
		if err := s.more(); err != nil {
			return err
		}
	}
}

func (s *Scanner) addText(b []byte) error {
	if len(s.text) == 0 {
		b = bytes.TrimLeft(b, " \t\r\n")
	}
	if len(b) == 0 {
		return nil
	}
	if len(s.starts) == 0 {
		return s.fault("text stands outside the outer element. Check that this is an XML file")
	}
	if bytes.IndexByte(b, '&') < 0 {
		return s.keep(b)
	}
	plain, err := s.entities(b)
	if err != nil {
		return err
	}
	return s.keep(plain)
}

func (s *Scanner) keep(b []byte) error {
	if len(bytes.TrimSpace(b)) == 0 && len(s.text) > 0 && len(s.text)+len(b) > MaxText {
		return nil // a long run of spaces after a value
	}
	if len(s.text)+len(b) > MaxText {
		return s.fault("a value is longer than %d bytes", MaxText)
	}
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return s.fault("a value holds the control character %d", c)
		}
	}
	s.text = append(s.text, b...)
	return nil
}

func (s *Scanner) startTag() (Kind, error) {
	tag, err := s.tag()
	if err != nil {
		return 0, err
	}
	tag = tag[1 : len(tag)-1]
	if n := len(tag); n > 0 && tag[n-1] == '/' {
		tag, s.selfEnd = tag[:n-1], true
	}
	name := tag
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		name = tag[:i]
		if err := s.attributes(tag[i:]); err != nil {
			return 0, err
		}
	}
	if err := s.setName(name); err != nil {
		return 0, err
	}
	switch {
	case s.done:
		return 0, s.fault("a second outer element <%s> follows the first", s.name)
	case len(s.starts) == MaxDepth:
		return 0, s.fault("elements are nested more than %d deep", MaxDepth)
	case !utf8.Valid(s.text):
		return 0, s.badBytes()
	}
	s.starts = append(s.starts, len(s.names))
	s.names = append(s.names, s.name...)
	return Start, nil
}

func (s *Scanner) endTag() (Kind, error) {
	tag, err := s.tag()
	if err != nil {
		return 0, err
	}
	if err := s.setName(bytes.TrimRight(tag[2:len(tag)-1], " \t\r\n")); err != nil {
		return 0, err
	}
	if len(s.starts) == 0 || !bytes.Equal(s.names[s.starts[len(s.starts)-1]:], s.name) {
		return 0, s.fault("</%s> closes an element that is not open", s.name)
	}
	if !utf8.Valid(s.text) {
		return 0, s.badBytes()
	}
	return s.close()
}

func (s *Scanner) close() (Kind, error) {
	last := len(s.starts) - 1
	s.name = append(s.name[:0], s.names[s.starts[last]:]...)
	s.names = s.names[:s.starts[last]]
	s.starts = s.starts[:last]
	s.done = last == 0
	return End, nil
}

func (s *Scanner) badBytes() error {
	return s.fault("a value is not written in the encoding that the file says. Save the file as UTF-8")
}
