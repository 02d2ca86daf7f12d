// Package program puts the parts together: the library of forms and studies, the
// store, the journal and sessions. The window and the command line share it.
package program
