package main

import (
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// quiet is how long nothing happens before memory is looked at, and worthwhile how
// many bytes have to be got back for it.
const quiet, worthwhile = 2 * time.Second, 4 << 20

// rest gives memory that pages left behind back to the computer while nobody does
// anything. Left alone the runtime keeps it until the next pages need it, which on
// an office computer other programs could use.
type rest struct {
	timer *time.Timer
	free  func()
}

// newRest makes a rest that waits to be stirred.
func newRest() *rest {
	r := &rest{free: debug.FreeOSMemory}
	r.timer = time.AfterFunc(time.Hour, r.tidy)
	r.timer.Stop()
	return r
}

// stirred says that somebody does something. It is quick, on any goroutine.
func (r *rest) stirred() { r.timer.Reset(quiet) }

// tidy runs on a goroutine of its own.
func (r *rest) tidy() {
	if toGain() >= worthwhile {
		r.free()
	}
}

// toGain is how many bytes the runtime holds that nothing uses, as far as it knows
// without looking: what was free, and what was allocated since it last looked.
func toGain() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/free:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	free, objects, live := sample[0].Value.Uint64(), sample[1].Value.Uint64(), sample[2].Value.Uint64()
	if objects > live {
		free += objects - live
	}
	return free
}
