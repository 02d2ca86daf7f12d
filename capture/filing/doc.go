// Package filing turns finished records into statutory returns.
//
// A [Filer] opens a submission with the very forms that it was filled in on and
// the rules of its collection, so that what it finds is what the person was told.
// A [Case] gives the rows for a file, the findings of its rules, and the reasons
// that were given for queries. An [Intake] goes the other way, from the children of
// a return to finished records.
package filing
