// Package atspi serves the accessibility tree on Linux's accessibility bus, so
// that Orca and every other AT-SPI2 client can read and work the program. It is
// pure Go over D-Bus and knows no toolkit.
//
// # Who runs where
//
// The UI goroutine hands over an immutable tree and returns: it never waits for
// the bus. Each call from a client runs on a goroutine of its own and reads the
// newest tree through an atomic pointer; it never waits for the UI, so a window
// that is busy still answers. What a client wants done goes to the UI goroutine
// through [a11y.Program].Run, and the answer does not wait for it. One goroutine
// tells clients what changed, in order; another keeps the connection.
//
// # Connection
//
// Nothing is served until org.a11y.Status says that somebody wants it. The
// reader may start before or after the program; the bus may go away and come
// back. A desktop without a bus costs one look every half minute.
//
// # Objects
//
// A node's object path is made of its role and key and of nothing else, so the
// same thing keeps its path from tree to tree, and a path to something that is
// gone leads to an error rather than to something else. Interfaces and their
// members follow the XML files of at-spi2-core 2.46.
package atspi
