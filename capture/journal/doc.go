// Package journal carries what a session leaves to the store, on one goroutine
// of its own, so that the window never waits for a disk.
//
// Answers come as batches ([Journal.Save]) and are never dropped. Events
// ([Journal.Append]) wait in a queue with a bound; what finds it full is counted
// and written later as one [event.Gap], so that the sequence still has no hole
// that nobody knows of. Both go into one transaction, 250 ms after the first of
// them, or at once when there are many, a field was left or a task finished. A
// write that fails is tried again, ever more slowly, until it succeeds; [Status]
// says how it goes.
package journal
