// Package spelling tells words that a dictionary does not know, and what was
// perhaps meant. It reads the dictionaries of Hunspell, which Linux distributions
// and LibreOffice install: a list of words, and the beginnings and endings that
// each can have. What is checked stays in memory: nothing is sent, kept or logged.
//
// Format: man 5 hunspell. Compound words and endings of endings are left out;
// British English has neither.
package spelling
