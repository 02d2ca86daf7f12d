// Package native picks the accessibility back end of the system the program was
// built for: AT-SPI on Linux and the BSDs, none yet on Windows and macOS.
package native
