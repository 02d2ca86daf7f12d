package a11y

import (
	"strings"
	"unicode/utf8"
)

// Role is what a thing is. The names follow WAI-ARIA where it has one.
type Role string

// The roles in use. Each back end maps them to its platform's own.
const (
	RoleApplication  Role = "application" // holds the windows
	RoleWindow       Role = "window"
	RoleRegion       Role = "region" // a landmark: has a name, F6 goes round them
	RoleDialog       Role = "dialog"
	RoleDocument     Role = "document"
	RoleGroup        Role = "group"
	RoleHeading      Role = "heading" // Level is set
	RoleText         Role = "text"    // static words, one paragraph a node
	RoleButton       Role = "button"
	RoleLink         Role = "link"
	RoleTextBox      Role = "textbox"
	RoleCheckBox     Role = "checkbox"
	RoleRadioGroup   Role = "radiogroup"
	RoleRadio        Role = "radio"
	RoleComboBox     Role = "combobox"
	RoleListBox      Role = "listbox"
	RoleOption       Role = "option"
	RoleList         Role = "list"
	RoleListItem     Role = "listitem"
	RoleTable        Role = "table"
	RoleRow          Role = "row"
	RoleColumnHeader Role = "columnheader"
	RoleRowHeader    Role = "rowheader"
	RoleCell         Role = "cell"
	RoleTabList      Role = "tablist"
	RoleTab          Role = "tab"
	RoleSwitch       Role = "switch"
	RoleSlider       Role = "slider"
	RoleProgress     Role = "progressbar"
	RoleImage        Role = "img" // charts: the name says what it shows
	RoleStatus       Role = "status"
	RoleAlert        Role = "alert"
)

// Roles are all roles, so that a back end can prove that it knows each.
func Roles() []Role {
	return []Role{
		RoleApplication, RoleWindow, RoleRegion, RoleDialog, RoleDocument, RoleGroup, RoleHeading,
		RoleText, RoleButton, RoleLink, RoleTextBox, RoleCheckBox, RoleRadioGroup, RoleRadio,
		RoleComboBox, RoleListBox, RoleOption, RoleList, RoleListItem, RoleTable, RoleRow,
		RoleColumnHeader, RoleRowHeader, RoleCell, RoleTabList, RoleTab, RoleSwitch, RoleSlider,
		RoleProgress, RoleImage, RoleStatus, RoleAlert,
	}
}

// State is a set of conditions a node is in.
type State uint32

// The states in use.
const (
	Focusable State = 1 << iota
	Focused
	Checked  // radio, tick box, switch
	Selected // option, tab, row
	Current  // the current item of a list of places (section list, menu)
	Expanded
	Expandable // has something to expand (combo box, fold)
	Required
	Invalid
	ReadOnly
	Disabled
	MultiLine
	Busy
	Modal
	Offscreen // scrolled out of view; still in the tree
	MultiSelectable
	Active // the window that has the keyboard; Publisher.SetActive sets it
	Inline // a link inside a sentence, which need not be 44 pixels high
)

// Live says how a change of a node's name or value is announced.
type Live uint8

// How changes are spoken.
const (
	LiveOff       Live = iota
	LivePolite         // when the reader is next idle
	LiveAssertive      // at once
)

// Rect is in units of the window, from its top left corner. A unit is a pixel of the
// screen, or several where the desktop shows everything larger: see [Node].Scale.
type Rect struct{ X, Y, W, H float32 }

// Extent is a width and a height in units of the window.
type Extent struct{ W, H float32 }

// Text is what a text box holds, counted in letters (runes).
type Text struct {
	Content          string
	Caret            int
	SelStart, SelEnd int // equal when nothing is selected
	MaxLength        int // 0: no limit
	Secret           bool

	// Lines holds where each line begins as it is wrapped on the screen; nil
	// means that only line ends in the content begin a line.
	Lines []int
	// Letters holds where each letter stands in the window, and last where the next
	// would; nil in a box that has not the focus, where nobody follows the caret.
	Letters []Rect
}

// Clip is what a reader asks of a stretch of text and the clipboard.
type Clip uint8

// The uses of the clipboard.
const (
	Copy Clip = iota
	Cut
	Paste // in place of the stretch, which may be empty
)

// Shown is what may be told of the content: dots, where it is secret.
func (t *Text) Shown() string {
	if t.Secret {
		return strings.Repeat("\u2022", utf8.RuneCountInString(t.Content))
	}
	return t.Content
}

// Range is the position of a slider or progress bar.
type Range struct {
	Min, Max, Now, Step float64
	Words               string // "6 minutes of 22"; empty means the number
	Quiet               bool   // it follows what the person does, and is told when it is asked for
}

// Action is something a reader can do to a node. Do runs on the UI goroutine.
type Action struct {
	Name string // "press", "toggle", "open", "show menu" …
	Key  string // the shortcut that does the same, or empty
	Do   func()
}

// RelationKind joins a node to others.
type RelationKind string

// The relations in use.
const (
	LabelledBy   RelationKind = "labelledby"
	DescribedBy  RelationKind = "describedby"
	ErrorMessage RelationKind = "errormessage"
	Controls     RelationKind = "controls"
	MemberOf     RelationKind = "memberof"
	ActiveChild  RelationKind = "activedescendant"
	Details      RelationKind = "details"
)

// Relation points to nodes by their ids.
type Relation struct {
	Kind RelationKind
	IDs  []string
}

// Node is one thing on the screen, as a reader meets it. Name, role and value
// are what is announced; Description is the hint and then the error.
//
// ID is unique in the window and stays the same as long as the thing is the
// same thing (UI Automation's automation id, AT-SPI's accessible id). It is made
// of places in the program, never of what somebody typed.
//
// Focused is on one node, the innermost: the radio button rather than its group.
// A list that moves a mark while the focus stays in its text box says so with an
// [ActiveChild] relation of the text box.
type Node struct {
	ID          string
	Role        Role
	Name        string
	Description string
	Value       string // what a combo box, switch or date shows, in words
	States      State
	Live        Live
	Level       int // of a heading, from 1
	Pos, Size   int // position in a set, from 1, and the size of the set
	Row, Col    int // of a cell, from 0
	Rows, Cols  int // of a table
	Bounds      Rect
	Scale       float32 // of a window: pixels of the screen for each unit of a Rect; 0 is 1
	Scrolls     bool    // what stands in it may be higher than it, and is scrolled
	Lang        string  // of the words, as in BCP 47; empty means the parent's
	Text        *Text
	Range       *Range
	Actions     []Action
	Relations   []Relation
	Children    []*Node // nil ones are left out

	// SetText replaces the whole text of a text box, as if typed; SetCaret and
	// SetValue likewise; Focus moves the focus here. Nil where it makes no sense.
	// All run on the UI goroutine.
	SetText  func(string)
	SetCaret func(start, end int)
	Clip     func(do Clip, start, end int) // as the keys of the clipboard do
	SetValue func(float64)
	Focus    func()

	// Measure gives the room that the words need and the room they have, so that
	// an audit finds text which is cut off. It is called on the UI goroutine and
	// by tests alone; nil where there are no words.
	Measure func() (needed, given Extent)
}

// Has reports whether all the given states are set.
func (n *Node) Has(s State) bool { return n.States&s == s }

// Walk visits the node and everything below it, parents first. Where visit
// returns false, the children of that node are left out; nil children always are.
func (n *Node) Walk(visit func(n, parent *Node) bool) { walk(n, nil, visit) }

func walk(n, parent *Node, visit func(n, parent *Node) bool) {
	if !visit(n, parent) {
		return
	}
	for _, c := range n.Children {
		if c != nil {
			walk(c, n, visit)
		}
	}
}

// Describer is what every control and every structured container implements:
// it says what it is, with its children's nodes in reading order. It is called
// on the UI goroutine, often, and must be quick and free of side effects.
type Describer interface {
	Describe() *Node
}
