// Package found keeps what a check of a return found, a million findings and
// more, so that a window can show, sort and filter them at once. Findings are
// kept in columns, not as records; the words of one are made when it is looked at.
package found
