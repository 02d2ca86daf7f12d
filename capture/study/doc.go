// Package study holds what a researcher sets up: a study with its rounds,
// scenarios with their answer keys, and the codes handed to participants. It
// reads them from YAML, strictly, and checks them against the forms.
package study
