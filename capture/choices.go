package capture

// Choices are how one person set text, colours and keys. Names and values are
// short texts of the program's own, never anything typed.
type Choices interface {
	// Get returns a choice, or "".
	Get(name string) string
	// Set keeps a choice; "" forgets it.
	Set(name, value string)
}
