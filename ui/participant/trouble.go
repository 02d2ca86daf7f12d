package participant

import "strings"

// NewTrouble says why the program cannot start, and what to do. Closing is all that
// can be done there.
func NewTrouble(host Host, why error) *Message {
	return newMessage(host, "trouble", frameStart, "Recordwell cannot start", strings.Split(why.Error(), "\n"), "Close", host.Quit)
}
