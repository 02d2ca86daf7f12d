// Package form reads form definitions and gives them meaning. A definition is
// YAML in XLSForm's vocabulary, one row a question, so that it converts to and
// from a spreadsheet one to one. The package loads it strictly, checks it
// (lint), hashes it, and compiles its expressions.
package form
