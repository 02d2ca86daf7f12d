package participant

import "strings"

// NewTrouble says why the program cannot start, and what to do. Closing is all that
// can be done there, so the title says it all to those who listen.
func NewTrouble(host Host, why error) *Message {
	m := newMessage(host, "trouble", frameStart, "Recordwell cannot start", strings.Split(why.Error(), "\n"), "Close", host.Quit)
	m.heading.SetDescription(strings.ReplaceAll(why.Error(), "\n", " "))
	return m
}
