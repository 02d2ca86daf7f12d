// Package report turns what was measured into one report: how complete, valid
// and accurate the records are, and where people's time went. [Build] streams
// events and submissions through packages metrics and quality and gives plain
// data; [Text] and [HTML] render it, package export writes it as tables.
//
// A report holds ids and labels of definitions, counts, times and ranges. It
// has no place for anything that a participant typed. Every figure carries how
// many people, and how many answers or tasks, stand behind it.
package report
