// Package session conducts one participant's session: it turns what the person
// does into changes of a draft, hands answers and events to the journal, and
// gives the window a [View] to draw. It does no input or output on the calling
// goroutine but opening and closing.
package session
