package reports_test

import (
	"slices"
	"testing"

	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// Progress only goes on, up to all there is, also while records are judged between
// two sessions.
func TestProgressOnlyGoesOn(t *testing.T) {
	dir := t.TempDir()
	reportstest.MakeUp(t, dir, 3)
	lib, s := library(t)
	var told []int64
	_, err := reports.Build(t.Context(), reportstest.Reader(t, dir), reports.Request{Library: lib, Study: s, Progress: func(events, of int64) {
		if told = append(told, events); events > of {
			t.Errorf("%d of %d", events, of)
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if all := int64(reportstest.Count(t, dir)); len(told) < 3 || !slices.IsSorted(told) || told[len(told)-1] != all {
		t.Errorf("progress of %d events was told as %v", all, told)
	}
}
