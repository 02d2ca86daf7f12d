// Package source reads the YAML files of authors, strictly. Every value keeps
// its line and column, text stays text whatever it looks like, and mistakes are
// collected as [Problems] rather than stopping at the first.
package source
