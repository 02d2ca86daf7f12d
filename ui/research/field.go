package research

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

// field is one part of a study on the page: its question, and what is wrong with
// what stands there now and cannot be saved.
type field struct {
	ask   *widgets.Question
	focus func()
	wrong string
}

// own is what is said where something is missing, for the parts that people miss.
var own = map[string]string{
	"title": "Enter the name of the study", "controller": "Enter who answers for the data", "contact": "Enter whom people can ask",
	"withdrawal": "Enter the last day on which people can withdraw", "retention": "Enter the day on which everything is deleted",
	"collection/year": "Enter the collection year", "collection/start": "Enter the first day of the collection", "collection/end": "Enter the last day of the collection",
	"collection/return": "Select the return", "seed": "Enter the number that codes and conditions are made from",
	"consent/title": "Enter the title of the consent page", "consent/debrief": "Enter what people are told at the end", "consent/version": "Enter the version of the consent",
	"rounds": "Add a round",
}

// wordsOf says what is missing or wrong in a part.
func (p *setup) wordsOf(f study.Fault) string {
	if words, known := own[f.Path]; known && p.empty(f.Path) {
		return words
	}
	parts := strings.Split(f.Path, "/")
	if len(parts) > 1 && parts[0] == "rounds" {
		return "Rounds: " + capital(f.Words)
	}
	if parts[0] == "consent" {
		if words := p.blank(parts); words != "" {
			return words
		}
		words := f.Words
		for id, name := range itemNames {
			words = strings.ReplaceAll(words, strconv.Quote(id), "“"+name+"”")
		}
		return "Consent: " + capital(words)
	}
	return capital(f.Words)
}

// blank is what is said where a fact or an item of consent has no words yet, or "".
func (p *setup) blank(path []string) string {
	if len(path) != 4 {
		return ""
	}
	c := p.study.Consent
	switch n, err := strconv.Atoi(path[2]); {
	case err != nil:
	case path[1] == "facts" && path[3] == "title" && n < len(c.Facts) && c.Facts[n].Title == "":
		return fmt.Sprintf("Enter the short title of what people are told, %d of %d", n+1, len(c.Facts))
	case path[1] == "facts" && path[3] == "words" && n < len(c.Facts) && c.Facts[n].Words == "":
		return fmt.Sprintf("Enter in full what people are told, %d of %d", n+1, len(c.Facts))
	case path[1] == "items" && path[3] == "words" && n < len(c.Items) && c.Items[n].Words == "":
		return "Enter what people agree to"
	}
	return ""
}

// empty reports that nothing stands in a part.
func (p *setup) empty(path string) bool {
	s := p.study
	switch path {
	case "title":
		return s.Title == ""
	case "controller":
		return s.Controller == ""
	case "contact":
		return s.Contact == ""
	case "withdrawal":
		return s.Withdrawal.IsZero()
	case "retention":
		return s.Retention.IsZero()
	case "collection/start":
		return s.Collection.Start.IsZero()
	case "collection/end":
		return s.Collection.End.IsZero()
	case "consent/title":
		return s.Consent.Title == ""
	case "consent/debrief":
		return len(s.Consent.Debrief) == 0
	case "rounds":
		return len(s.Rounds) == 0
	}
	return true
}

// mark shows beside the fields of this tab what is wrong with them.
func (p *setup) mark() {
	for path, f := range p.fields {
		if f.ask == nil {
			continue
		}
		words := f.wrong
		if words == "" && p.told {
			for _, fault := range p.faults {
				if fault.Path == path {
					words = p.wordsOf(fault)
					break
				}
			}
		}
		f.ask.SetError(words)
	}
}

// wrong are the parts whose boxes hold what cannot be saved.
func (p *setup) wrong() (paths []string) {
	for _, path := range slices.Sorted(maps.Keys(p.fields)) {
		if p.fields[path].wrong != "" {
			paths = append(paths, path)
		}
	}
	return paths
}

// refuse says why what stands in a box is not saved.
func (p *setup) refuse(f *field, words string) {
	f.wrong = words
	f.ask.SetError(words)
	p.summarise()
}

// add puts a question on the page for a part of the study.
func (p *setup) add(path, ask, hint string, control widgets.Field) *widgets.Question {
	q := widgets.NewQuestion(p.id+"/in/"+path+"/ask", ask, control)
	if hint != "" {
		q.SetHint(hint)
	}
	p.fields[path] = &field{ask: q, focus: q.TakeFocus}
	return q
}

// line asks for one line of words.
func (p *setup) line(path, ask, hint, value string, letters int, set func(s *study.Study, words string)) *widgets.Question {
	box := widgets.NewTextBox(p.id+"/in/"+path, ask)
	box.SetLetters(letters)
	box.SetValue(value)
	box.OnCommit = func(raw string) {
		p.change(func(s *study.Study) { set(s, strings.Join(strings.Fields(raw), " ")) })
	}
	return p.add(path, ask, hint, box)
}

// words asks for words of several lines.
func (p *setup) words(path, ask, hint, value string, set func(s *study.Study, words string)) *widgets.Question {
	box := widgets.NewLongText(p.id+"/in/"+path, ask)
	box.SetLines(2, 8)
	box.SetValue(value)
	box.OnCommit = func(raw string) { p.change(func(s *study.Study) { set(s, strings.TrimSpace(raw)) }) }
	return p.add(path, ask, hint, box)
}

// date asks for a day. One that is none is not saved.
func (p *setup) date(path, ask, hint, thing string, value datatype.Date, set func(s *study.Study, d datatype.Date)) *widgets.Question {
	boxes := widgets.NewDateBoxes(p.id+"/in/"+path, ask)
	if !value.IsZero() {
		y, m, d := value.Civil()
		boxes.SetValue(widgets.Date{Day: number(d), Month: number(int(m)), Year: plainNumber(y)})
	}
	q := p.add(path, ask, hint, boxes)
	boxes.OnCommit = func(v widgets.Date) {
		f := p.fields[path]
		if v == (widgets.Date{}) {
			f.wrong = ""
			p.change(func(s *study.Study) { set(s, 0) })
			return
		}
		day, err := datatype.ParseDateParts(v.Day, v.Month, v.Year)
		if err != nil {
			p.refuse(f, thing+" must be a real date, such as 31 3 2027")
			return
		}
		f.wrong = ""
		q.SetError("")
		p.change(func(s *study.Study) { set(s, day) })
	}
	return q
}

// panel is a card of questions under a heading, which readers say when the focus
// comes in: many panels ask the same.
func (p *setup) panel(id, title string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.NewHeading(p.id+"/"+id, title, 2)
	stack := widgets.NewStack(theme.Space5, append([]fyne.CanvasObject{head}, parts...)...)
	return widgets.NewGroup(p.id+"/"+id+"/panel", title, widgets.NewMeasure(widgets.NewCard(stack)).SetMax(760))
}
