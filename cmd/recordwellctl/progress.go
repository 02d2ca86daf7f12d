package main

import (
	"fmt"
	"io"
	"os"
)

// progress shows how far a long work is, on a terminal only.
type progress struct {
	w     io.Writer // nil when there is no terminal to show it on
	shown int64     // per cent
}

func newProgress(stderr io.Writer) *progress {
	f, ok := stderr.(*os.File)
	if !ok {
		return &progress{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &progress{}
	}
	return &progress{w: stderr}
}

// show writes the share of the work that is done, when it has grown.
func (p *progress) show(done, total int64) {
	if p.w == nil || total <= 0 {
		return
	}
	if percent := 100 * done / total; percent > p.shown {
		p.shown = percent
		fmt.Fprintf(p.w, "\rChecking: %d%%", percent)
	}
}

// clear removes the line.
func (p *progress) clear() {
	if p.w != nil && p.shown > 0 {
		fmt.Fprint(p.w, "\r\033[K")
	}
}
