// Package research holds the researcher's pages behind the second door: how the
// study goes, question by question, data quality, and the check of a statutory
// return. Every page has the dark side menu, which a participant never sees, and
// says so where results are made up. Long work runs beside the window with its
// progress and a way to stop it.
package research
