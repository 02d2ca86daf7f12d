package research

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"recordwell/capture/study"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
	"recordwell/validation/datatype"
)

// sheet is a page of questions about a draft. What is changed is saved at once,
// finished or not; the page says what is missing.
type sheet[T any] struct {
	*frame
	draft   T
	fields  map[string]*field
	faults  []study.Fault
	doubts  []study.Fault // worth a second look; they keep nobody from anything
	told    bool          // what is missing is shown
	status  *widgets.StatusLine
	missing *widgets.Button
	summary *widgets.ErrorSummary

	saving, dirty bool
	after         []func() // to be done once all is saved

	// What the page itself knows: what is said of a fault, where the focus goes for a
	// part, how a copy of the draft is written, and what follows once that is done.
	words func(study.Fault) string
	to    func(path string)
	write func() func() error
	saved func()
}

// field is one part of a draft on the page: its question, and what is wrong with
// what stands there now and cannot be saved.
type field struct {
	ask   *widgets.Question
	focus func()
	wrong string
}

func newSheet[T any](f *frame, draft T) *sheet[T] {
	p := &sheet[T]{frame: f, draft: draft, fields: map[string]*field{}}
	p.status = widgets.NewStatusLine(p.id + "/status")
	p.summary = widgets.NewErrorSummary(p.id + "/problem")
	p.missing = p.act("missing", "Show what is missing", widgets.Secondary, "list", p.showMissing).SetCompact()
	return p
}

// change changes the draft and saves it.
func (p *sheet[T]) change(do func(T)) {
	do(p.draft)
	p.save(nil)
}

// save writes the draft; then is done once all that was changed is saved.
func (p *sheet[T]) save(then func()) {
	if then != nil {
		p.after = append(p.after, then)
	}
	if p.saving {
		p.dirty = true
		return
	}
	p.saving, p.dirty = true, false
	p.status.Set(widgets.StatusSaving, "Saving…")
	write := p.write()
	p.run(func(*work) error { return write() }, func(int64, int64) {}, func(err error, _ bool) {
		p.saving = false
		p.unsaved = err != nil // what was changed stays on the page
		if err != nil {
			p.status.Set(widgets.StatusFailed, "Not saved. "+sentence(err.Error()))
			p.tell(false, "Not saved. "+sentence(err.Error()))
			p.after = nil
			return
		}
		if p.dirty {
			p.save(nil)
			return
		}
		p.status.Set(widgets.StatusSaved, "Saved on this computer")
		p.room.shelved()
		p.room.outdated()
		p.saved()
		after := p.after
		p.after = nil
		for _, f := range after {
			f()
		}
	})
}

// showMissing lists what keeps people from taking part, with links to the fields.
func (p *sheet[T]) showMissing() {
	p.told = true
	p.summarise()
	p.mark()
	p.summary.TakeFocus()
}

// amiss reports that something is missing, or stands in a box and cannot be saved.
func (p *sheet[T]) amiss() bool { return len(p.faults) > 0 || len(p.wrong()) > 0 }

func (p *sheet[T]) summarise() {
	var items []widgets.SummaryItem
	if p.told {
		add := func(path, words string, check bool) {
			if !slices.ContainsFunc(items, func(i widgets.SummaryItem) bool { return i.Words == words }) {
				items = append(items, widgets.SummaryItem{ID: p.id + "/problem/" + path + "/" + words, Words: words, Check: check, Go: func() { p.to(path) }})
			}
		}
		wrong := p.wrong()
		for _, path := range wrong {
			add(path, p.fields[path].wrong, false)
		}
		for _, f := range p.faults {
			if !slices.Contains(wrong, f.Path) { // of what cannot be saved nothing is missing
				add(f.Path, p.words(f), false)
			}
		}
		for _, f := range p.doubts {
			add(f.Path, p.words(f), true)
		}
	}
	p.summary.SetItems(items)
}

// whenSound does something once all is saved and nothing is missing, or shows what
// is.
func (p *sheet[T]) whenSound(do func()) {
	p.whenSaved(func() {
		if p.amiss() {
			p.showMissing()
			return
		}
		do()
	})
}

// whenSaved does something once all is saved. What is asked for while something else
// waits is passed by.
func (p *sheet[T]) whenSaved(ready func()) {
	p.room.host.Root().Commit()
	if len(p.after) > 0 {
		return
	}
	switch {
	case p.saving:
		p.after = append(p.after, ready)
	case p.unsaved:
		p.save(ready)
	default:
		ready()
	}
}

// mark shows beside the fields of this tab what is wrong with them.
func (p *sheet[T]) mark() {
	for path, f := range p.fields {
		if f.ask == nil {
			continue
		}
		words := f.wrong
		if words == "" && p.told {
			for _, fault := range p.faults {
				if fault.Path == path {
					words = p.words(fault)
					break
				}
			}
		}
		f.ask.SetError(words)
	}
}

// wrong are the parts whose boxes hold what cannot be saved.
func (p *sheet[T]) wrong() (paths []string) {
	for _, path := range slices.Sorted(maps.Keys(p.fields)) {
		if p.fields[path].wrong != "" {
			paths = append(paths, path)
		}
	}
	return paths
}

// refuse says why what stands in a box is not saved.
func (p *sheet[T]) refuse(f *field, words string) {
	f.wrong = words
	f.ask.SetError(words)
	p.summarise()
}

// add puts a question on the page for a part of the study.
func (p *sheet[T]) add(path, ask, hint string, control widgets.Field) *widgets.Question {
	q := widgets.NewQuestion(p.id+"/in/"+path+"/ask", ask, control)
	if hint != "" {
		q.SetHint(hint)
	}
	p.fields[path] = &field{ask: q, focus: q.TakeFocus}
	return q
}

// line asks for one line of words.
func (p *sheet[T]) line(path, ask, hint, value string, letters int, set func(draft T, words string)) *widgets.Question {
	box := widgets.NewTextBox(p.id+"/in/"+path, ask)
	box.SetLetters(letters)
	box.SetValue(value)
	box.OnCommit = func(raw string) {
		p.change(func(draft T) { set(draft, strings.Join(strings.Fields(raw), " ")) })
	}
	return p.add(path, ask, hint, box)
}

// lines asks for words of several lines.
func (p *sheet[T]) lines(path, ask, hint, value string, set func(draft T, words string)) *widgets.Question {
	box := widgets.NewLongText(p.id+"/in/"+path, ask)
	box.SetLines(2, 8)
	box.SetValue(value)
	box.OnCommit = func(raw string) { p.change(func(draft T) { set(draft, strings.TrimSpace(raw)) }) }
	return p.add(path, ask, hint, box)
}

// date asks for a day. One that is none is not saved.
func (p *sheet[T]) date(path, ask, hint, thing string, value datatype.Date, set func(draft T, d datatype.Date)) *widgets.Question {
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
			p.change(func(draft T) { set(draft, 0) })
			return
		}
		day, err := datatype.ParseDateParts(v.Day, v.Month, v.Year)
		if err != nil {
			p.refuse(f, thing+" must be a real date, such as 31 3 2027")
			return
		}
		f.wrong = ""
		q.SetError("")
		p.change(func(draft T) { set(draft, day) })
	}
	return q
}

// panel is a card of questions under a heading, which readers say when the focus
// comes in: many panels ask the same.
func (p *sheet[T]) panel(id, title string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.NewHeading(p.id+"/"+id, title, 2)
	stack := widgets.NewStack(theme.Space5, append([]fyne.CanvasObject{head}, parts...)...)
	return widgets.NewGroup(p.id+"/"+id+"/panel", title, widgets.NewMeasure(widgets.NewCard(stack)).SetMax(760))
}
