// Package bundle is the file in which the results of one computer travel to
// another: sealed, so that whoever finds the stick reads nothing and whoever changes
// a byte is found out.
//
// A bundle is a file of the age format, version 1, sealed with a passphrase (scrypt).
// Inside is a tar archive, compressed with gzip, of two files in this order:
//
//	manifest.json   what the bundle holds, see [Manifest]
//	recordwell.db   a file of records with the sessions of one study, and who withdrew
//
// The package knows neither the records nor the studies: it is handed a stream and
// gives one back. docs/collecting.md describes the format for other programs.
//
// Source of the outer format: age-encryption.org/v1, by way of filippo.io/age.
package bundle
