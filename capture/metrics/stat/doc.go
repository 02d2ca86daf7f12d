// Package stat holds the statistics behind every figure of a report: intervals,
// comparisons of two groups, agreement, questionnaire scores and the rules for
// what may be shared. It knows nothing of records, and nothing in it reads a
// clock or draws a number that cannot be drawn again.
//
// Intervals are 95% throughout ("likely range" on screen). None is given for
// fewer than [MinPeople] people, where it would mislead: the callers ask
// [Enough] first, because only they know how many people stand behind a figure.
package stat
