// Package formview draws the questions of a session's view as controls, and
// sends what happens in the controls back. It keeps the controls of questions
// that stay, so that the caret and the focus stay where they are.
package formview
