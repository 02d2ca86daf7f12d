// Package a11ytest helps tests that look at accessibility trees: a back end that
// records, a search by role and name, an outline to compare, and a sample page
// with every role in it.
package a11ytest
