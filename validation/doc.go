// Package validation is the one engine behind every check: a field rule of a
// form, a statutory rule of the Department for Education on a whole return, and
// the same statutory rule at the moment of entry are all a [Rule], and all
// report an [Issue].
//
// A rule is generic over the record it reads. The two statutory returns bring
// typed records (a child with everything of its own below it); a form brings
// its draft. The engine knows no database, no screen and no session: it is
// handed a record and gives back issues.
package validation
