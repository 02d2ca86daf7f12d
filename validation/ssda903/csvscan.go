package ssda903

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Limits of a CSV file. The longest row of a real return is under 300 letters.
const (
	maxRecord = 64 << 10
	maxFile   = 1 << 30
)

// csvScanner reads the rows of a CSV file strictly and without copies: a row is
// valid until the next one is read.
type csvScanner struct {
	r      *bufio.Reader
	line   int // of the row just read, from 1
	lines  int // read so far
	read   int64
	record []byte
	fields [][]byte
}

func newCSVScanner(r io.Reader) *csvScanner {
	return &csvScanner{r: unmarked(r)}
}

// next returns the fields of the next row, or io.EOF. Empty lines are skipped.
func (s *csvScanner) next() ([][]byte, error) {
	for {
		line, err := s.readLine()
		if err != nil {
			return nil, err
		}
		s.line = s.lines
		if len(line) == 0 {
			continue
		}
		if bytes.IndexByte(line, 0) >= 0 {
			return nil, s.errorf("it holds bytes that no text has. Save it as CSV again")
		}
		if bytes.IndexByte(line, '"') >= 0 {
			return s.quoted(line)
		}
		s.fields = s.fields[:0]
		for {
			i := bytes.IndexByte(line, ',')
			if i < 0 {
				s.fields = append(s.fields, line)
				return s.fields, nil
			}
			s.fields = append(s.fields, line[:i])
			line = line[i+1:]
		}
	}
}

// quoted splits a row that has quotes; a quoted value may go over lines.
func (s *csvScanner) quoted(line []byte) ([][]byte, error) {
	s.record = append(s.record[:0], line...)
	var ends []int // of each field in out
	out := make([]byte, 0, len(line))
	for i := 0; ; {
		if i < len(s.record) && s.record[i] == '"' {
			i++
			for {
				if i == len(s.record) {
					more, err := s.readLine()
					if errors.Is(err, io.EOF) {
						return nil, s.errorf("a quotation mark is opened and never closed")
					}
					if err != nil {
						return nil, err
					}
					if len(s.record)+len(more) > maxRecord {
						return nil, s.errorf("a row is longer than 65,536 letters")
					}
					s.record = append(append(s.record, '\n'), more...)
				}
				if s.record[i] != '"' {
					out = append(out, s.record[i])
					i++
					continue
				}
				i++
				if i == len(s.record) || s.record[i] != '"' {
					break
				}
				out = append(out, '"')
				i++
			}
			if i < len(s.record) && s.record[i] != ',' {
				return nil, s.errorf("text follows a closing quotation mark")
			}
		} else {
			for i < len(s.record) && s.record[i] != ',' {
				if s.record[i] == '"' {
					return nil, s.errorf("a quotation mark stands in the middle of a value")
				}
				out = append(out, s.record[i])
				i++
			}
		}
		ends = append(ends, len(out))
		if i == len(s.record) {
			break
		}
		i++
	}
	s.fields = s.fields[:0]
	start := 0
	for _, end := range ends {
		s.fields = append(s.fields, out[start:end])
		start = end
	}
	return s.fields, nil
}

// readLine returns a line without its end.
func (s *csvScanner) readLine() ([]byte, error) {
	line, err := s.r.ReadSlice('\n')
	s.lines++
	s.read += int64(len(line))
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, s.errorAt(s.lines, "a row is longer than 65,536 letters")
	case s.read > maxFile:
		return nil, s.errorAt(s.lines, "the file is larger than 1 GB, more than all of England")
	case errors.Is(err, io.EOF) && len(line) > 0:
		err = nil
	case err != nil:
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	return bytes.TrimSuffix(line, []byte("\r")), err
}

func (s *csvScanner) errorf(format string, args ...any) error {
	return s.errorAt(s.line, format, args...)
}

func (s *csvScanner) errorAt(line int, format string, args ...any) error {
	return fmt.Errorf("line %d: %s", line, fmt.Sprintf(format, args...))
}
