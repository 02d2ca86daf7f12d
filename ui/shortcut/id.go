package shortcut

import "strconv"

// ID names what a shortcut does. It is stored with a person's own keys.
type ID string

// What shortcuts do. Section 1 to 9 are made by [SectionID].
const (
	Help           ID = "help"
	NextRegion     ID = "next_region"
	PreviousRegion ID = "previous_region"
	ReadAloud      ID = "read_aloud"
	Bigger         ID = "bigger"
	Smaller        ID = "smaller"
	NormalSize     ID = "normal_size"
	Break          ID = "break"
	Print          ID = "print"
	Undo           ID = "undo"
	Redo           ID = "redo"
	Continue       ID = "continue"
	NextError      ID = "next_error"
	PreviousError  ID = "previous_error"
	Story          ID = "story"
	Looks          ID = "text_and_colours"
	FindInStory    ID = "find_in_story"
	Timeline       ID = "timeline"
	Spelling       ID = "spelling"
	Back           ID = "back"
	Lock           ID = "lock"

	// Escape closes the nearest open thing and gives the focus back. Its key is
	// Esc, everywhere, so it does not stand in the table.
	Escape ID = "escape"
)

// sections is how many sections have a shortcut.
const sections = 9

// SectionID is the shortcut to the n-th section, from 1 to 9.
func SectionID(n int) ID { return ID("section_" + strconv.Itoa(n)) }

// Section tells which section a shortcut goes to.
func Section(id ID) (n int, ok bool) {
	for n := 1; n <= sections; n++ {
		if id == SectionID(n) {
			return n, true
		}
	}
	return 0, false
}
