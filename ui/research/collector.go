package research

import (
	"context"

	"recordwell/capture"
)

// Collector takes results from one computer to another. Its calls run off the UI
// goroutine.
type Collector interface {
	// SealResults writes the results of the study in use into a sealed file in a
	// folder, which it makes.
	SealResults(ctx context.Context, dir, computer, passphrase string) (capture.Sealed, error)
	// Collect takes in one sealed file; what became of it is in the arrival, also where
	// it was refused. Both says that a code which stands for another session here is two
	// people, leave that those sessions stay out.
	Collect(ctx context.Context, path, passphrase string, both, leave bool) (capture.Arrival, error)
	// Collected counts the sessions of the study in use that are here.
	Collected(ctx context.Context) (int, error)
	// NewPassphrase makes one up.
	NewPassphrase() (string, error)
	// SaveArrivals writes the list of files into a folder, which it makes, and returns
	// the path of the table.
	SaveArrivals(dir string, list []capture.Arrival) (string, error)
}
