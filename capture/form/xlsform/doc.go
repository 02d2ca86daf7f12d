// Package xlsform turns forms into spreadsheets and back, so that they can be
// written where people who know XLSForm write theirs, and go to other programs that
// read it.
//
// A spreadsheet has the sheets of the XLSForm reference (https://xlsform.org):
// survey, choices and settings. What only our forms have stands in columns of its own,
// which other programs pass over, and the words of a form in a sheet "words". What
// comes back from [Write] through [Read] is the same form, by its content hash.
package xlsform

import "regexp"

// The sheets and the columns that both ways know by name.
const (
	surveySheet, choicesSheet, settingsSheet, wordsSheet = "survey", "choices", "settings", "words"

	listColumn    = "list_name"
	codesetColumn = "codeset" // in choices: the shared list that a list is
)

// columns are what XLSForm calls keys of ours.
var columns = map[string]string{"calculate": "calculation"}

// settings are what XLSForm's settings call the keys of a form.
var settings = [][2]string{{"title", "form_title"}, {"form", "form_id"}, {"version", "version"}}

// structured are the keys of rows whose cells may hold a list or keys and values, in
// brackets as in YAML.
var structured = map[string]bool{"states": true, "read_back": true, "item": true, "when": true, "other": true}

// reference is a name in an expression or in words.
var reference = regexp.MustCompile(`\$\{\s*([^}]*[^}\s])\s*\}`)
