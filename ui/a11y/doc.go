// Package a11y is a toolkit-neutral tree of what is on the screen, made for
// people who cannot see it. Every control describes itself as a [Node]; a page
// arranges the nodes in reading order; a back end of the platform (AT-SPI on
// Linux) serves the newest tree and carries actions back.
//
// The tree is built from the same state as the pixels, on the UI goroutine, and
// is immutable once published: back ends read it from their own goroutines and
// never wait for the window.
package a11y
