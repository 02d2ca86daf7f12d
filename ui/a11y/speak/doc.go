// Package speak reads a page aloud with the voice that the computer has:
// speech-dispatcher or eSpeak on Linux, SAPI on Windows, say on macOS. It is for
// people who see the page and would rather listen; who uses a screen reader has
// a better voice already, so the program offers it only while none is connected.
//
// What is read is [recordwell/ui/a11y.Reading] of the tree that is on the screen.
// The words go to the voice through its standard input, never on its command
// line, where every other user of the computer could see them.
package speak
