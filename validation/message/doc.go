// Package message turns an issue into plain words: what happened, and what to
// do about it. An issue carries the name of a template and its arguments, never
// a sentence, so that the same issue can be said in another language or in
// another wording of a trial. A statutory rule brings its own words, with the
// values of the record put in: dates as people read them, codes by their label.
package message
