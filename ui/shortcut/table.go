package shortcut

import (
	"fmt"
	"maps"
	"strings"

	"fyne.io/fyne/v2"
)

// Entry is one line of the table.
type Entry struct {
	ID    ID
	Words string
	// Chord is the first choice; Also is another that does the same and cannot be
	// changed.
	Chord, Also Chord
	// Listed is false for lines that the settings page shows together.
	Listed bool
}

// defaults are the shortcuts as they come.
var defaults = func() []Entry {
	ctrl := func(k fyne.KeyName) Chord { return Chord{Main: true, Key: k} }
	key := func(k fyne.KeyName) Chord { return Chord{Key: k} }
	shift := func(k fyne.KeyName) Chord { return Chord{Shift: true, Key: k} }
	list := []Entry{
		{Help, "Help for this question", key(fyne.KeyF1), Chord{}, true},
		{Continue, "Save and continue", ctrl(fyne.KeyReturn), Chord{}, true},
		{NextRegion, "Next part of the window", key(fyne.KeyF6), Chord{}, true},
		{PreviousRegion, "Previous part of the window", shift(fyne.KeyF6), Chord{}, true},
		{NextError, "Next thing to fix", key(fyne.KeyF4), Chord{}, true},
		{PreviousError, "Previous thing to fix", shift(fyne.KeyF4), Chord{}, true},
		{Story, "Show or hide the family", key(fyne.KeyF7), Chord{}, true},
		{ReadAloud, "Read this aloud, stop", key(fyne.KeyF8), Chord{}, true},
		{Break, "Take a break", key(fyne.KeyF9), Chord{}, true},
		{Bigger, "Bigger text", ctrl(fyne.KeyPlus), Chord{Main: true, Shift: true, Key: fyne.KeyPlus}, true},
		{Smaller, "Smaller text", ctrl(fyne.KeyMinus), Chord{}, true},
		{NormalSize, "Text at 100%", ctrl(fyne.Key0), Chord{}, true},
		{Looks, "Text and colours", ctrl(fyne.KeyComma), Chord{}, true},
		{Undo, "Undo", ctrl(fyne.KeyZ), Chord{}, true},
		{Redo, "Redo", Chord{Main: true, Shift: true, Key: fyne.KeyZ}, ctrl(fyne.KeyY), true},
		{FindInStory, "Find in the story", ctrl(fyne.KeyF), Chord{}, true},
		{Timeline, "Timeline of the case", ctrl(fyne.KeyT), Chord{}, true},
		{Spelling, "Words that may be misspelt", key(fyne.KeyF3), Chord{}, true},
		{Print, "Print", ctrl(fyne.KeyP), Chord{}, true},
		{Lock, "Cover the screen", ctrl(fyne.KeyL), Chord{}, true},
		{Back, "Back", Chord{Alt: true, Key: fyne.KeyLeft}, Chord{}, true},
	}
	for n := 1; n <= sections; n++ {
		list = append(list, Entry{SectionID(n), fmt.Sprintf("Section %d", n), ctrl(fyne.KeyName(fmt.Sprint(n))), Chord{}, n == 1})
	}
	return list
}()

// Table is the shortcuts of one person. The zero Table is as it comes.
type Table struct {
	own map[ID]Chord
}

// Entries returns every line with the keys in force.
func (t *Table) Entries() []Entry {
	out := append([]Entry(nil), defaults...)
	for i := range out {
		if c, ok := t.own[out[i].ID]; ok {
			out[i].Chord = c
		}
	}
	return out
}

// Chord returns the keys in force for what a shortcut does.
func (t *Table) Chord(id ID) Chord {
	for _, e := range t.Entries() {
		if e.ID == id {
			return e.Chord
		}
	}
	return Chord{}
}

// Find returns what a chord does, or "".
func (t *Table) Find(c Chord) ID {
	if c.IsZero() {
		return ""
	}
	for _, e := range t.Entries() {
		if e.Chord == c || e.Also == c {
			return e.ID
		}
	}
	return ""
}

// Set gives a shortcut other keys; the zero Chord turns it off. The error says
// why keys cannot be used, and what uses them.
func (t *Table) Set(id ID, c Chord) error {
	if why := taken(c); why != "" {
		return fmt.Errorf("%s is for %s. Choose other keys", c, why)
	}
	for _, e := range t.Entries() {
		if e.ID != id && !c.IsZero() && (e.Chord == c || e.Also == c) {
			return fmt.Errorf("%s is for “%s”. Choose other keys, or turn that off first", c, e.Words)
		}
	}
	t.own = maps.Clone(t.own)
	if t.own == nil {
		t.own = map[ID]Chord{}
	}
	t.own[id] = c
	return nil
}

// Reset puts every shortcut back.
func (t *Table) Reset() { t.own = nil }

// editing are chords that text boxes, printing in place and screen readers need.
var editing = map[string]string{
	"A": "selecting all text", "C": "copying", "V": "pasting", "X": "cutting",
	"Left": "moving by words", "Right": "moving by words", "Home": "going to the start", "End": "going to the end",
	"BackSpace": "deleting a word", "Delete": "deleting a word",
}

// taken says what needs a chord; "" when it is free to use.
func taken(c Chord) string {
	switch {
	case c.IsZero():
		return ""
	case !c.Main && !c.Alt && !isFunction(c.Key):
		return "typing"
	case c.Alt && c.Main:
		return "typing accents and a screen reader"
	case c.Main && !c.Alt && editing[string(c.Key)] != "":
		return editing[string(c.Key)]
	case c.Alt && !c.Shift && c.Key == fyne.KeyDown:
		return "opening a list"
	case c.Alt && c.Key == fyne.KeyF4:
		return "closing the window"
	case c.Key == fyne.KeyInsert || c.Key == "CapsLock":
		return "a screen reader"
	}
	return ""
}

func isFunction(k fyne.KeyName) bool {
	return len(k) >= 2 && k[0] == 'F' && strings.Trim(string(k[1:]), "0123456789") == ""
}

// Save writes a person's own keys as one text, Load reads it back; what cannot
// be read is left as it comes.
func (t *Table) Save() string {
	var lines []string
	for _, e := range defaults {
		if c, ok := t.own[e.ID]; ok {
			lines = append(lines, string(e.ID)+"="+c.String())
		}
	}
	return strings.Join(lines, "\n")
}

// Load reads what Save writes.
func Load(s string) *Table {
	t := &Table{}
	for _, line := range strings.Split(s, "\n") {
		if id, keys, ok := strings.Cut(line, "="); ok {
			if c, err := Parse(keys); err == nil {
				_ = t.Set(ID(id), c) // a clash leaves the line as it comes
			}
		}
	}
	return t
}
