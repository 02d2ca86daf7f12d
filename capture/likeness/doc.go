// Package likeness says whether two sets of details could be one person's: names
// and a date of birth, compared as people who type them get them wrong. It takes
// letters and dates only, and keeps nothing.
package likeness
