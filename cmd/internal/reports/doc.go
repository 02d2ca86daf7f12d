// Package reports makes the report of a data folder and writes it as files. The
// window and the command line make the same call.
package reports
