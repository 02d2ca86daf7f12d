// Package screens tests every screen of the program as a whole: the window over
// the real sessions and a store of the test's own, drawn into memory and worked by
// keys and through the accessibility tree.
//
// What is a screen stands in one table, [screens]; a new one is a line there. The
// tests go through the table from top to bottom as a person would, because most
// screens are reached from the one before.
package screens
