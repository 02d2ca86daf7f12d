package readback

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/draft"
	"recordwell/capture/form"
	"recordwell/validation/datatype"
)

// Sheet is a record in plain words for one reader.
type Sheet struct {
	Reader form.Reader
	Title  string
	Parts  []Part
	// Unknown names what was asked and nobody knows yet.
	Unknown []string
}

// Part is some lines under a heading.
type Part struct {
	Title string
	Lines []Line
}

// Line is one answer. Words are the answer, or a Sentence that says it all; Name
// is what the answer is to.
type Line struct {
	Ref         capture.Ref
	Name, Words string
	Sentence    bool
}

// Text writes the line as one text: "Date of birth: 14 June 2018".
func (l Line) Text() string {
	if l.Sentence {
		return l.Words
	}
	return l.Name + ": " + l.Words
}

// Lines counts the answers on the sheet.
func (s Sheet) Lines() (n int) {
	for _, p := range s.Parts {
		n += len(p.Lines)
	}
	return n
}

// Make writes the sheet of a record. It has the answers that were given and can
// be read, in the order of the forms; what is hidden is left out.
func Make(d *draft.Draft, r form.Reader) Sheet {
	m := maker{d: d, sheet: Sheet{Reader: r, Title: title(d, r)}}
	for _, sec := range d.Schema().Sections() {
		if !d.SectionRelevant(sec) {
			continue
		}
		at := d.Single(sec.Form.Entity)
		m.head = d.Render(sec.Label, at)
		if own := sec.ReadTitle[r]; !own.IsEmpty() {
			m.head = d.Render(own, at)
		}
		m.add(m.collect(at, sec.Items), m.head)
		if rep := draft.RepeatOf(sec); rep != nil {
			m.items(rep)
		}
	}
	return m.sheet
}

type maker struct {
	d     *draft.Draft
	sheet Sheet
	head  string // of the section in hand
}

// items puts each item of a list under its own name, or, where all of it is in
// sentences, with the section.
func (m *maker) items(rep *form.Repeat) {
	for _, e := range m.d.Entities(rep.Entity) {
		lines := m.collect(e.ID, rep.Items)
		head := m.head
		if slices.ContainsFunc(lines, func(l Line) bool { return !l.Sentence }) {
			if name := m.d.Render(rep.Title, e.ID); name != "" {
				head += ": " + name
			}
		}
		m.add(lines, head)
	}
}

func (m *maker) add(lines []Line, head string) {
	if len(lines) == 0 {
		return
	}
	if n := len(m.sheet.Parts); n > 0 && m.sheet.Parts[n-1].Title == head {
		m.sheet.Parts[n-1].Lines = append(m.sheet.Parts[n-1].Lines, lines...)
		return
	}
	m.sheet.Parts = append(m.sheet.Parts, Part{head, lines})
}

func (m *maker) collect(at capture.EntityID, items []form.Item) (lines []Line) {
	for _, it := range items {
		switch it := it.(type) {
		case *form.Group:
			lines = append(lines, m.collect(at, it.Items)...)
		case *form.Question:
			if line, ok := m.line(it, capture.Ref{Entity: at, Question: it.ID}); ok {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func (m *maker) line(q *form.Question, ref capture.Ref) (Line, bool) {
	told := q.ReadBack[m.sheet.Reader]
	if told.How == form.Untold || !q.IsAsked() || !m.d.Relevant(ref) {
		return Line{}, false
	}
	a, name := m.d.Answer(ref), m.d.Render(q.Short, ref.Entity)
	if c := q.List.Choice(a.Value); c != nil && a.State == capture.Answered {
		a.State = c.State
	}
	switch {
	case a.State == capture.NotKnown || a.State == capture.NotYetObtained:
		if told.How == form.Named && !slices.Contains(m.sheet.Unknown, name) {
			m.sheet.Unknown = append(m.sheet.Unknown, name)
		}
		return Line{}, false
	case a.State != capture.Answered || !a.Readable:
		return Line{}, false
	case told.How == form.Sentence:
		return Line{Ref: ref, Name: name, Words: m.d.Render(told.Words, ref.Entity), Sentence: true}, true
	}
	words := strings.TrimSpace(m.d.Words(ref))
	return Line{Ref: ref, Name: name, Words: words}, words != ""
}

// birthDate is the statutory place of a child's date of birth.
const birthDate = "ChildIdentifiers.PersonBirthDate"

// ReaderOf is the child of the record by their age on a day; a child whose date
// of birth the record does not hold has it read back to their carers.
func ReaderOf(d *draft.Draft, set *form.Set, today datatype.Date) form.Reader {
	for _, f := range slices.Concat(set.Forms, set.Background) {
		for _, q := range f.Questions() {
			if !slices.Contains(q.Items, birthDate) {
				continue
			}
			a := d.Answer(d.Ref(q))
			born, err := datatype.ParseISO(a.Value)
			if a.State != capture.Answered || err != nil || born > today {
				continue
			}
			switch age := born.AgeOn(today); {
			case age < 8:
				return form.Under8
			case age < 13:
				return form.From8
			}
			return form.From13
		}
	}
	return form.Carers
}
