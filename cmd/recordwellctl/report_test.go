package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"recordwell/capture"
	"recordwell/capture/sqlite"
)

// A report about nothing is written, says so, and ends with findings.
func TestAReportWithoutARecordIsAFinding(t *testing.T) {
	dir := t.TempDir()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{Clock: fixed{}})
	if err != nil {
		t.Fatal(err)
	}
	err = s.CreateSession(t.Context(), capture.SessionRow{ID: doctorSession, Code: "K7M4QX", Study: "autumn-2025", Started: fixed{}.Now()})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{"report", "--data", dir, "--out", filepath.Join(dir, "out")}, nil, &stdout, &stderr)
	if code != exitFindings || !bytes.Contains(stdout.Bytes(), []byte("No record has been finished yet")) {
		t.Errorf("exit %d, %s%s", code, stdout.String(), stderr.String())
	}
}
