package participant

import (
	"recordwell/ui/shortcut"
)

// Lock covers the screen: it says nothing of the record, nor whose it is.
type Lock struct {
	*Message
	goOn func()
}

// NewLock makes the page; goOn takes it away.
func NewLock(host Host, goOn func()) *Lock {
	return &Lock{newMessage(host, "lock", frameBare, "The screen is covered", []string{
		"Your answers are saved. This time is not counted.",
	}, "Continue", goOn), goOn}
}

// Command does what a shortcut means here: it only goes on.
func (l *Lock) Command(id shortcut.ID) bool {
	if id == shortcut.Continue || id == shortcut.Lock {
		l.goOn()
		return true
	}
	return false
}
