// Package draft is the pure reducer under the record page: [Draft.Apply] takes
// what a person did and returns a new draft with what must be written down. A
// draft is an immutable snapshot; the one before stays usable. Nothing here
// reads a clock, a file or a random number: actions carry their time and the
// identifiers of what they add.
//
// Every answer is checked when it is committed, in every condition of a study.
// The condition ([Timing]) decides only when a person is shown an issue, which
// is why detected and shown are logged apart.
package draft
