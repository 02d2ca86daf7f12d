// Package ahead lets reading and reckoning take turns on two processors.
package ahead

import "iter"

// Read reads a sequence in a goroutine of its own, some batches before they are
// asked for. The goroutine ends when the loop does.
func Read[T any](in iter.Seq2[T, error], batch int) iter.Seq2[T, error] {
	type read struct {
		values []T
		err    error
	}
	return func(yield func(T, error) bool) {
		full, empty, stop := make(chan read, 2), make(chan []T, 4), make(chan struct{})
		done := make(chan struct{})
		go func() {
			defer close(done)
			defer close(full)
			values := make([]T, 0, batch)
			send := func(r read) bool {
				select {
				case full <- r:
					return true
				case <-stop:
					return false
				}
			}
			for v, err := range in {
				if err != nil {
					if send(read{values, nil}) {
						send(read{nil, err})
					}
					return
				}
				if values = append(values, v); len(values) < batch {
					continue
				}
				if !send(read{values, nil}) {
					return
				}
				select {
				case values = <-empty:
				default:
					values = make([]T, 0, batch)
				}
			}
			send(read{values, nil})
		}()
		defer func() { // nothing of the sequence runs on after the loop
			close(stop)
			<-done
		}()
		for r := range full {
			for _, v := range r.values {
				if !yield(v, nil) {
					return
				}
			}
			if r.err != nil {
				var none T
				yield(none, r.err)
				return
			}
			select {
			case empty <- r.values[:0]:
			default:
			}
		}
	}
}
