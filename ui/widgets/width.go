package widgets

// Class is how much room a page has, by effective width.
type Class int

// The classes, from most room to least. Each is named for what a page does there.
const (
	Wide   Class = iota // 1180 and more: everything side by side
	Medium              // 900 to 1179: the story behind a button
	Narrow              // 600 to 899: one column, sections and story behind buttons
	Thin                // 400 to 599: buttons and radio rows one over the other
	Least               // under 400: bars scroll with the page, date boxes stack
)

// EffectiveWidth is a window's width divided by the size of text: what a page has
// room for.
func EffectiveWidth(window, textScale float32) float32 {
	if textScale <= 0 {
		return window
	}
	return window / textScale
}

// ClassOf is the class of an effective width.
func ClassOf(effective float32) Class {
	switch {
	case effective >= 1180:
		return Wide
	case effective >= 900:
		return Medium
	case effective >= 600:
		return Narrow
	case effective >= 400:
		return Thin
	}
	return Least
}
