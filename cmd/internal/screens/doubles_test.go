package screens

import (
	"slices"
	"sync"
	"time"
)

// settings are choices kept in memory.
type settings map[string]string

func (s settings) Get(name string) string { return s[name] }
func (s settings) Set(name, value string) { s[name] = value }

// reader is a voice that makes no sound.
type reader struct {
	phrases  []string
	speaking bool
	stopped  int
}

func (r *reader) Available() bool { return true }
func (r *reader) Speaking() bool  { return r.speaking }
func (r *reader) Speak(phrases []string, _ string, _ func(error)) {
	r.phrases, r.speaking = phrases, true
}
func (r *reader) Stop() {
	if r.speaking {
		r.stopped++
	}
	r.speaking = false
}

// clock is a clock that moves when told; what is due then runs.
type clock struct {
	mu      sync.Mutex
	elapsed time.Duration
	later   []*timer
}

type timer struct {
	at time.Duration
	f  func()
}

func (c *clock) Now() time.Time {
	return time.Date(2025, 11, 20, 10, 47, 0, 0, time.UTC).Add(c.Elapsed())
}

func (c *clock) Elapsed() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.elapsed
}

func (c *clock) after(d time.Duration, f func()) (cancel func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &timer{c.elapsed + d, f}
	c.later = append(c.later, t)
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.later = slices.DeleteFunc(c.later, func(o *timer) bool { return o == t })
	}
}

// advance moves the clock and runs what became due, in order.
func (c *clock) advance(d time.Duration) {
	for until := c.Elapsed() + d; ; {
		c.mu.Lock()
		var first *timer
		for _, t := range c.later {
			if t.at <= until && (first == nil || t.at < first.at) {
				first = t
			}
		}
		if first == nil {
			c.elapsed = until
			c.mu.Unlock()
			return
		}
		c.elapsed = max(c.elapsed, first.at)
		c.later = slices.DeleteFunc(c.later, func(o *timer) bool { return o == first })
		c.mu.Unlock()
		first.f()
	}
}

// misspelt is a dictionary that knows every word but two.
var misspelt = words{"recieved": {"received", "relieved"}, "scool": {"school"}}

type words map[string][]string

func (w words) Right(word string) bool       { return w[word] == nil }
func (w words) Suggest(word string) []string { return w[word] }
