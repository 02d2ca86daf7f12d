// Package quality says how good a finished record is: what is missing, what
// breaks a rule and, where the scenario has an answer key, what is wrong. It
// follows the six dimensions of the Government Data Quality Framework;
// docs/measures.md prints the rules of comparison.
//
// [Assess] judges one submission; a [Study] adds submissions up. Neither gives
// back anything that a participant typed: only ids, classes and counts leave
// this package.
package quality
