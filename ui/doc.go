// Package ui is the window: it shows one page at a time, dresses it in the
// person's colours and size of text, routes keys to what they mean, and keeps
// the accessibility tree up to date.
package ui
