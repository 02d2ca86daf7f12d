package ahead

import (
	"errors"
	"iter"
	"slices"
	"testing"
)

func numbers(n int, then error, ended *bool) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		defer func() { *ended = true }()
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
		if then != nil {
			yield(0, then)
		}
	}
}

// What is read ahead is what is there, in order, with the error where it came;
// and a loop that stops leaves nothing running.
func TestReadingAhead(t *testing.T) {
	broken := errors.New("disk")
	for _, n := range []int{0, 1, 9, 10, 11, 95} {
		for _, then := range []error{nil, broken} {
			var got []int
			var failed error
			ended := false
			for v, err := range Read(numbers(n, then, &ended), 10) {
				if err != nil {
					failed = err
					continue
				}
				got = append(got, v)
			}
			if len(got) != n || !slices.IsSorted(got) || failed != then || !ended {
				t.Errorf("%d numbers, then %v: got %v, %v, ended %v", n, then, got, failed, ended)
			}
		}
	}
	ended := false
	for v := range Read(numbers(1000, nil, &ended), 10) {
		if v == 25 {
			break
		}
	}
	if !ended {
		t.Error("the sequence goes on after the loop has stopped")
	}
}
