package program

import (
	"context"
	"sync"

	"recordwell/capture"
)

// choices are the settings of one person: reading is from memory, writing goes
// on in the background, in order.
type choices struct {
	program *Program
	id      capture.SessionID
	mu      sync.Mutex
	values  map[string]string
	turn    sync.Mutex
}

// Choices reads the settings of a session's person.
func (p *Program) Choices(ctx context.Context, id capture.SessionID) (capture.Choices, error) {
	values, err := p.Store.PersonSettings(ctx, id)
	return &choices{program: p, id: id, values: values}, err
}

// Get returns a choice, or "".
func (c *choices) Get(name string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.values[name]
}

// Set keeps a choice.
func (c *choices) Set(name, value string) {
	c.mu.Lock()
	same := c.values[name] == value
	c.values[name] = value
	c.mu.Unlock()
	if same {
		return
	}
	c.program.background.Add(1)
	go func() {
		defer c.program.background.Done()
		c.turn.Lock()
		defer c.turn.Unlock()
		// A choice that is lost can be made again; that of a session that was
		// withdrawn finds no row to belong to.
		_ = c.program.Store.SetPersonSetting(context.Background(), c.id, name, c.Get(name))
	}()
}
