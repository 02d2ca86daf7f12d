// Package statutory is what a record being written has to do with the returns
// that it will be part of. It builds the typed record of a return from a case,
// remembers which answer each value came from, runs the rules that one child
// decides, and says at which question a person can put right what they find.
//
// [New] learns from the forms of a task which questions fill which places
// ("Table.Column" of the census, "ssda903/Table.Column" of the other return).
// [Rules.Check] builds and checks a case; [Record.Update] does it again after a
// change and runs only the rules that read what differs. A [Record] does not
// change after it is made.
//
// # From a case to rows
//
// A question's value belongs to a row of its table. Each entity of a repeat that
// fills the table is a row; so is the one entity of a form, unless an entity
// around it fills the same table already: then it joins that row. Answers about
// an entity around a repeat stand in all its rows, when the repeat does not ask
// for them. Where two questions fill the same column of a row, the one asked later
// counts. Several choices fill a list, or give a row each. The number of a row
// is made of the position of its entity in the case and the number of the
// choice, so it stays the same when other rows come and go.
//
// The two days that rules can ask of, the end of the collection year and the
// story's today, are both asked: what would only be wrong at the end of the year
// is [Finding.Later].
package statutory
