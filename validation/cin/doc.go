// Package cin is the children in need census: its data, its files and its rules.
//
// A [Child] holds everything that the return says about one child. Most rules
// need no more than that and the census year, so a return is checked as a
// stream: a child is read, checked and dropped ([Check]). The few rules that
// compare children keep only what they count. A form checks one child as it is
// written, and only the rules that read what changed ([Checker.Recheck]).
//
// Field names are the Department's own, so a rule in the rules_*.go files reads
// like its specification. Where the Department's text and other validators part
// ways, docs/rules-cin.md says which way this package goes and why.
//
// Source of names, codes and rules: Department for Education, Children in need
// census, validation rules and data tables, 2024 to 2026.
package cin
