// Package widgets is the one set of controls that screens are made of. The controls
// know no domain: they are handed words and call back.
//
// # Making one
//
// A control is made with its id and its name, so none can exist without them. The
// id is a place in the program, stays the same as long as the thing is the same
// thing, and is never made of what somebody typed. Callbacks are exported fields;
// nil ones are left out. Setters change only what differs, are cheap when nothing
// does, never move the caret and never call back.
//
// # Where they stand
//
// A window holds a [Root]. Below it stand the containers of this package, which lay
// out by width ([Stack], [Row], [Columns], [Scroll] …): a thing's height follows
// from its width, so text wraps and pages re-flow without the window growing. Each
// thing knows what it stands in. That carries keys upwards that a control did not
// want, keeps the focused control in sight, gives places in the window for the
// accessibility tree, and lays a page out at once when something on it changed.
//
// # Keys and focus
//
// Tab order is reading order. Enter and Space activate; Space acts on the letter
// and not on the key, or the letter would be typed into whatever gets the focus.
// A group of radio buttons, a list, a row of tabs and a table are one stop, with
// arrows inside. Pressing a control with the pointer focuses it, and a press on
// nothing leaves the focus where it was.
//
// All of it belongs to the UI goroutine.
package widgets
