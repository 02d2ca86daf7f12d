package program

import (
	"context"
	"sync"
)

// Settings are the choices of this computer, kept in the store. Reading is from
// memory; writing goes on in the background, in order.
type Settings struct {
	program *Program
	mu      sync.Mutex
	values  map[string]string
	turn    sync.Mutex
}

// Settings returns the choices of this computer.
func (p *Program) Settings() *Settings {
	return &Settings{program: p, values: map[string]string{}}
}

// Get returns a choice, or "".
func (s *Settings) Get(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.values[name]; ok {
		return v
	}
	v, _ := s.program.Store.Setting(context.Background(), name) // as it comes when it cannot be read
	s.values[name] = v
	return v
}

// Set keeps a choice.
func (s *Settings) Set(name, value string) {
	s.mu.Lock()
	same := s.values[name] == value
	s.values[name] = value
	s.mu.Unlock()
	if same {
		return
	}
	s.program.background.Add(1)
	go func() {
		defer s.program.background.Done()
		s.turn.Lock()
		defer s.turn.Unlock()
		s.mu.Lock()
		newest := s.values[name]
		s.mu.Unlock()
		_ = s.program.Store.SetSetting(context.Background(), name, newest) // a choice that is lost can be made again
	}()
}
