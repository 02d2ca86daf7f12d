// Package metrics turns the journal's events into measures: how long people
// were at a question, how often they came back to it or changed it, what they
// were told was wrong and what that cost. docs/measures.md defines each one.
//
// A [Fold] takes the events of one session after another, in the order of their
// sequence numbers, and hands each finished [Session] on; a [Study] adds
// sessions up by question, section and rule. Memory grows with the number of
// answers, not of events.
//
// Every span is measured twice: Wall, from the first to the last moment, and
// Active, without what interrupted it: breaks, pauses, another window in front,
// idling, sleep of the computer, and the time between two runs of the program.
package metrics
