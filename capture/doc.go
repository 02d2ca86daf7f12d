// Package capture holds the nouns of a trial record: a case with its entities,
// answers that are only ever added to, and what a finished task leaves behind.
//
// A [Case] is the made-up family's record. A form is a view over it, a task an
// ordered list of forms over one case. Everything here is plain data; what may
// be done to it is in package draft, who does it in package session, and where
// it is kept in package sqlite.
package capture
