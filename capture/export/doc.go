// Package export writes a report as tables for other programs: CSV files with a
// data dictionary that names every column, its type, unit and meaning. Columns
// are declared once, so that a file and its dictionary cannot disagree. Every
// row says whether there is simulated data behind it.
package export
