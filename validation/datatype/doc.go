// Package datatype turns text into typed values and back, strictly: what cannot
// be read stays unreadable, and nothing is guessed.
package datatype
