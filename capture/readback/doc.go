// Package readback turns a record into a sheet that is read out, or given on
// paper, to the child and family it is about, so that they can say what is not
// right. It is worded for a child under 8, of 8 to 12, of 13 and over, or for
// parents and carers.
//
// Which answers stand on the sheet and in which words is the form's to say, in
// its key read_back: see [form.ReadBack]. A child is told only what the form says
// they are told. The package is pure: nothing that it makes is kept.
package readback
