// Package theme holds the look of the program: colours by purpose in four schemes,
// type styles, spaces, corners and edges, and what a person may change about them
// (size of text, letters, spacing, movement). A [Theme] is immutable; a change of
// settings makes a new one, which is then set as Fyne's theme.
//
// Sizes are in Fyne's device-independent pixels at 100% text.
package theme
