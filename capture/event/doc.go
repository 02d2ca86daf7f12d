// Package event is the schema of the journal, the usability log. An event says
// what a person did, where and when; there is no place in it for what was
// typed. It holds numbers, closed lists and [ID]s, and an ID can only be drawn
// from a [Vocabulary] of form, question, rule and setting ids, which is filled
// from definitions before anyone types.
//
// Programs that write build an [Event]; programs that read get a [Record].
// Sequence numbers run without gaps within a session. Where events could not be
// kept, one [Gap] takes the number of the last of them and counts them all.
package event
