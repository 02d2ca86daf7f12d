package reports_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/capture/report"
	"recordwell/cmd/internal/reports"
	"recordwell/cmd/internal/reports/reportstest"
)

// The version for others is never written beside the full one.
func TestAFolderWithAFullReportIsNotShared(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	reportstest.MakeUp(t, dir, 2)
	r := build(t, dir)
	if _, err := reports.Write(out, r); err != nil {
		t.Fatal(err)
	}
	if _, err := reports.WriteShared(out, report.Share(r)); err == nil || !strings.Contains(err.Error(), "full report") {
		t.Errorf("error %v", err)
	}
	names, err := reports.WriteShared(filepath.Join(out, "shareable"), report.Share(r))
	if err != nil || slices.Contains(names, "failing-places.csv") {
		t.Errorf("files %v, %v", names, err)
	}
}
