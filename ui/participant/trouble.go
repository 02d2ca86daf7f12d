package participant

import "strings"

// NewTrouble says why the program cannot start, and what to do.
func NewTrouble(host Host, why error) *Message {
	return newMessage(host, "trouble", frameStart, "Recordwell cannot start", strings.Split(why.Error(), "\n"), "Close", host.Quit)
}
