// Package stories holds what docs/scenarios.md promises of every story that ships:
// its key, entered as a person would, is a perfect record, and each of its traps
// raises what it says. It has nothing but its tests.
package stories
