package ssda903

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Limits of an XML file. A return nests five deep and holds short values.
const (
	maxDepth = 16
	maxName  = 64
	maxText  = 4 << 10
)

type tokenKind uint8

const (
	startToken tokenKind = iota + 1
	endToken
)

// xmlScanner reads the plain part of XML that returns are made of: elements,
// text, comments, CDATA, the five named entities and characters by number. A
// document type, any other entity and anything malformed is an error, so nothing
// outside the file is ever read and nothing expands. It keeps one element's
// text and the open names, whatever the size of the file.
type xmlScanner struct {
	r     *bufio.Reader
	line  int
	read  int64
	stack []string
	names map[string]string
	text  []byte // since the last tag
	buf   []byte
	empty bool // the start tag just read was <name/>
	done  bool // the root is closed
}

func newXMLScanner(r io.Reader) (*xmlScanner, error) {
	s := &xmlScanner{r: unmarked(r), line: 1, names: make(map[string]string)}
	head, _ := s.r.Peek(200)
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return s, nil
	}
	end := bytes.Index(head, []byte("?>"))
	if end < 0 {
		return nil, s.errorf("the first line of the XML is not complete. The file may be cut off")
	}
	decl := string(head[:end])
	_, after, found := strings.Cut(decl, "encoding=")
	if !found || len(after) < 2 {
		return s, nil
	}
	name, _, _ := strings.Cut(after[1:], after[:1])
	switch strings.ToLower(name) {
	case "utf-8", "us-ascii", "ascii", "utf-16":
	case "windows-1252", "cp1252", "iso-8859-1", "latin1":
		s.r = bufio.NewReaderSize(&latin1Reader{r: s.r}, 64<<10)
	default:
		return nil, s.errorf("the encoding %.40q is not known. Save the file as UTF-8", name)
	}
	return s, nil
}

// next returns the next start or end tag and its name without a prefix. At an
// end tag, s.text is the text since the tag before it.
func (s *xmlScanner) next() (tokenKind, string, error) {
	if s.empty {
		s.empty = false
		return s.close()
	}
	for {
		if err := s.readText(); err != nil {
			return 0, "", err
		}
		c, err := s.byte()
		if err != nil {
			return 0, "", s.cutOff(err)
		}
		switch c {
		case '/':
			name, err := s.name(0)
			if err != nil {
				return 0, "", err
			}
			if err := s.tagEnd(false); err != nil {
				return 0, "", err
			}
			if len(s.stack) == 0 || s.stack[len(s.stack)-1] != name {
				return 0, "", s.errorf("</%s> closes an element that is not open", name)
			}
			return s.close()
		case '?':
			err = s.skipTo("?>")
		case '!':
			err = s.declaration()
		default:
			return s.open(c)
		}
		if err != nil {
			return 0, "", err
		}
	}
}

func (s *xmlScanner) open(first byte) (tokenKind, string, error) {
	if s.done {
		return 0, "", s.errorf("a second outer element follows the first")
	}
	name, err := s.name(first)
	if err != nil {
		return 0, "", err
	}
	if len(bytes.TrimSpace(s.text)) > 0 {
		return 0, "", s.errorf("text stands before <%s> where only elements may stand", name)
	}
	if len(s.stack) == maxDepth {
		return 0, "", s.errorf("elements are nested more than %d deep", maxDepth)
	}
	if err := s.tagEnd(true); err != nil {
		return 0, "", err
	}
	s.text = s.text[:0]
	s.stack = append(s.stack, name)
	return startToken, name, nil
}

func (s *xmlScanner) close() (tokenKind, string, error) {
	name := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.done = len(s.stack) == 0
	return endToken, name, nil
}

// readText gathers text up to the next '<'. At the end of the file it returns
// io.EOF when the document is complete.
func (s *xmlScanner) readText() error {
	from := len(s.text)
	for {
		chunk, err := s.r.ReadSlice('<')
		s.read += int64(len(chunk))
		s.line += bytes.Count(chunk, []byte("\n"))
		if s.read > maxFile {
			return s.errorf("the file is larger than 1 GB, more than all of England")
		}
		body := chunk
		if err == nil {
			body = chunk[:len(chunk)-1]
		}
		if s.done || len(s.stack) == 0 {
			if len(bytes.TrimSpace(body)) > 0 {
				return s.errorf("text stands outside the outer element. Check that it is an XML file")
			}
		} else if err := s.appendText(body); err != nil {
			return err
		}
		switch {
		case err == nil:
			return s.checkText(from)
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && s.done:
			return io.EOF
		default:
			return s.cutOff(err)
		}
	}
}

// checkText replaces the entities of the text from a position on.
func (s *xmlScanner) checkText(from int) error {
	if bytes.IndexByte(s.text[from:], '&') < 0 {
		return nil
	}
	plain, err := s.entities(s.text[from:])
	if err != nil {
		return err
	}
	s.text = append(s.text[:from], plain...)
	return nil
}

func (s *xmlScanner) appendText(b []byte) error {
	if len(bytes.TrimSpace(b)) == 0 && len(s.text) == 0 {
		return nil
	}
	if len(s.text)+len(b) > maxText {
		return s.errorf("a value is longer than %d letters", maxText)
	}
	s.text = append(s.text, b...)
	return nil
}

func (s *xmlScanner) entities(in []byte) ([]byte, error) {
	var out []byte
	for len(in) > 0 {
		i := bytes.IndexByte(in, '&')
		if i < 0 {
			return append(out, in...), nil
		}
		out = append(out, in[:i]...)
		in = in[i+1:]
		end := bytes.IndexByte(in, ';')
		if end < 0 || end > 10 {
			return nil, s.errorf("& must be written &amp;")
		}
		r, ok := entity(string(in[:end]))
		if !ok {
			return nil, s.errorf("the entity &%s; is not allowed", in[:end])
		}
		out = utf8.AppendRune(out, r)
		in = in[end+1:]
	}
	return out, nil
}

func entity(name string) (rune, bool) {
	switch name {
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
	base, digits := 10, strings.TrimPrefix(name, "#")
	if digits == name {
		return 0, false
	}
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		base, digits = 16, hex
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) || n == 0 {
		return 0, false
	}
	return rune(n), true
}

// name reads an element name and leaves its prefix out. The byte after it is
// unread.
func (s *xmlScanner) name(first byte) (string, error) {
	s.buf = s.buf[:0]
	if first != 0 {
		s.buf = append(s.buf, first)
	}
	for {
		c, err := s.byte()
		if err != nil {
			return "", s.cutOff(err)
		}
		if c == '>' || c == '/' || c <= ' ' {
			_ = s.r.UnreadByte()
			if c == '\n' {
				s.line--
			}
			s.read--
			break
		}
		if s.buf = append(s.buf, c); len(s.buf) > maxName {
			return "", s.errorf("an element has a name of more than %d letters", maxName)
		}
	}
	local := s.buf
	if i := bytes.IndexByte(local, ':'); i >= 0 {
		local = local[i+1:]
	}
	if !isName(local) {
		return "", s.errorf("an element has no proper name. Write < as &lt; inside a value")
	}
	if known, ok := s.names[string(local)]; ok {
		return known, nil
	}
	name := string(local)
	if len(s.names) < 256 {
		s.names[name] = name
	}
	return name, nil
}

func isName(b []byte) bool {
	for i, c := range b {
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.') {
			return false
		}
	}
	return len(b) > 0
}

// tagEnd passes attributes, which returns use for namespaces alone, and reads
// the end of the tag.
func (s *xmlScanner) tagEnd(mayBeEmpty bool) error {
	quote := byte(0)
	for n := 0; ; n++ {
		c, err := s.byte()
		if err != nil {
			return s.cutOff(err)
		}
		switch {
		case n > maxText:
			return s.errorf("a tag is longer than %d letters", maxText)
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '>':
			return nil
		case c == '/' && mayBeEmpty:
			if c, err = s.byte(); err != nil {
				return s.cutOff(err)
			}
			if c != '>' {
				return s.errorf("a tag has / in the middle")
			}
			s.empty = true
			return nil
		case (c == '"' || c == '\'') && mayBeEmpty:
			quote = c
		case c == '<' || !mayBeEmpty && c > ' ':
			return s.errorf("a tag is not closed")
		}
	}
}

// declaration passes a comment, takes CDATA and refuses everything else.
func (s *xmlScanner) declaration() error {
	head, err := s.r.Peek(7)
	switch {
	case bytes.HasPrefix(head, []byte("--")):
		_, _ = s.r.Discard(2)
		return s.skipTo("-->")
	case string(head) == "[CDATA[" && len(s.stack) > 0:
		_, _ = s.r.Discard(7)
		return s.cdata()
	case bytes.HasPrefix(head, []byte("DOCTYPE")), bytes.HasPrefix(head, []byte("ENTITY")):
		return s.errorf("the file declares a document type or an entity, which no return needs. It is refused")
	case err != nil:
		return s.cutOff(err)
	}
	return s.errorf("a declaration stands where it may not")
}

func (s *xmlScanner) cdata() error {
	from := len(s.text)
	for {
		c, err := s.byte()
		if err != nil {
			return s.cutOff(err)
		}
		if s.text = append(s.text, c); len(s.text) > maxText {
			return s.errorf("a value is longer than %d letters", maxText)
		}
		if bytes.HasSuffix(s.text[from:], []byte("]]>")) {
			s.text = s.text[:len(s.text)-3]
			return nil
		}
	}
}

func (s *xmlScanner) skipTo(end string) error {
	matched := 0
	for matched < len(end) {
		c, err := s.byte()
		if err != nil {
			return s.cutOff(err)
		}
		switch {
		case c == end[matched]:
			matched++
		case matched == 2 && len(end) == 3 && c == '-': // "--" then "-" still ends "--"
		case c == end[0]:
			matched = 1
		default:
			matched = 0
		}
		if s.read > maxFile {
			return s.errorf("the file is larger than 1 GB, more than all of England")
		}
	}
	return nil
}

func (s *xmlScanner) byte() (byte, error) {
	c, err := s.r.ReadByte()
	if err == nil {
		s.read++
		if c == '\n' {
			s.line++
		}
	}
	return c, err
}

func (s *xmlScanner) cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		if len(s.stack) > 0 {
			return s.errorf("the file ends inside <%s>. It may be cut off", s.stack[len(s.stack)-1])
		}
		return s.errorf("the file ends before its outer element is complete. It may be cut off")
	}
	return err
}

func (s *xmlScanner) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: %s", s.line, fmt.Sprintf(format, args...))
}
