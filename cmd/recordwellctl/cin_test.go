package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// line is one line of validate --format json.
type line struct {
	Rule, Severity, Child, Table, Field, Message string
	Row                                          *int
	Group                                        int
}

// validateJSON runs the command as a person would and reads its lines.
func validateJSON(t *testing.T, args ...string) ([]line, int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), append([]string{"validate", "--format", "json"}, args...), nil, &stdout, &stderr)
	if code == exitFailed {
		t.Fatalf("%v: %s", args, stderr.String())
	}
	var lines []line
	for sc := bufio.NewScanner(&stdout); sc.Scan(); {
		var l line
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, l)
	}
	return lines, code
}

// cinDepartures are places of fixtures that we do not report; the tests of the
// package say why.
var cinDepartures = map[string][]string{
	"8670Q": {"Assessments.AssessmentActualStartDate[3]", "Assessments.AssessmentAuthorisationDate[3]"},
}

// Every fixture of the census goes through the command line as well.
func TestCINFixturesOnTheCommandLine(t *testing.T) {
	files, _ := filepath.Glob("../../validation/cin/testdata/fixtures/*.json")
	if len(files) < 60 {
		t.Fatalf("%d fixtures", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f struct {
			Code, Type string
			Cases      []struct {
				Inputs, Metadata json.RawMessage
				Expected         struct {
					Locations []struct {
						Table, Field string
						Row          int
					}
					ReturnLevel bool `json:"return_level"`
				}
			}
		}
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatal(err)
		}
		for n, c := range f.Cases {
			t.Run(fmt.Sprintf("%s/%d", f.Code, n), func(t *testing.T) {
				tables := filepath.Join(t.TempDir(), "tables.json")
				if err := os.WriteFile(tables, fmt.Appendf(nil, `{"inputs": %s, "metadata": %s}`, c.Inputs, c.Metadata), 0o600); err != nil {
					t.Fatal(err)
				}
				lines, code := validateJSON(t, "--return", "cin", "--rules", f.Code, tables)
				var want, got []string
				for _, l := range c.Expected.Locations {
					if at := fmt.Sprintf("%s.%s[%d]", l.Table, l.Field, l.Row); !slices.Contains(cinDepartures[f.Code], at) {
						want = append(want, at)
					}
				}
				for _, l := range lines {
					if l.Rule != f.Code || l.Severity != f.Type || l.Message == "" {
						t.Errorf("%+v", l)
					}
					if l.Table != "" {
						got = append(got, fmt.Sprintf("%s.%s[%d]", l.Table, l.Field, *l.Row))
					}
				}
				slices.Sort(want)
				slices.Sort(got)
				if got = slices.Compact(got); !slices.Equal(got, slices.Compact(want)) {
					t.Errorf("got %v\nwant %v", got, want)
				}
				if whole := len(lines) == 1 && lines[0].Table == ""; whole != c.Expected.ReturnLevel {
					t.Errorf("whole return: %v", lines)
				}
				if (code == exitFindings) != (len(lines) > 0) {
					t.Errorf("exit code %d with %d lines", code, len(lines))
				}
			})
		}
	}
}

func TestAnInterruptedCheckSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"validate", "--return", "cin", "../../validation/cin/testdata/samples/made-up-200.xml"}, nil, &stdout, &stderr)
	if code != exitFailed || !strings.Contains(stderr.String(), "stopped before the end") {
		t.Errorf("code %d, %s", code, stderr.String())
	}
}
