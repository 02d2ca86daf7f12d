// Package arrows holds the promise of docs/architecture.md that imports point
// one way: cmd to ui to capture to validation. It has nothing but its test.
package arrows
