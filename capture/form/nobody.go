package form

import "recordwell/validation/datatype"

// Nobody is a record without answers: names in labels take the forms' own words.
type Nobody struct{}

var _ Env = Nobody{}

// Value is none.
func (Nobody) Value(*Question) Value { return Value{} }

// All is none.
func (Nobody) All(*Question) []Value { return nil }

// This is none.
func (Nobody) This() Value { return Value{} }

// Today is none.
func (Nobody) Today() (none datatype.Date) { return none }

// Word is none.
func (Nobody) Word(string) string { return "" }
