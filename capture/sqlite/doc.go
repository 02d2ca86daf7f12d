// Package sqlite keeps sessions, answers and the journal in one file,
// recordwell.db, in the data folder.
//
// A [Store] writes; only one program at a time holds it. A [Reader] reads, also
// while another program writes. Everything that is written together is one
// transaction and is on the disk when the call returns. The history of answers
// and the journal are only ever added to: triggers in the file see to it, and
// let go only while [Store.Withdraw] or [Store.RemoveDetails] is at work.
//
// Errors are [*Error]: their text is for the person at the screen and never
// holds what was typed; errors.Is tells them apart by the errors of package
// capture.
//
// The tables are described in docs/store.md.
package sqlite
