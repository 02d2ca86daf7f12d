package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// ssda903Departures are the cases ("CODE/n") in which we follow the Department's
// text and not the fixture; docs/rules-ssda903.md says why, the tests of the
// package what we find instead.
var ssda903Departures = []string{"635/0", "702/0", "706/0", "SW11bSTG2/0", "SW12STG2/0", "234/0", "241/0"}

// Every fixture of SSDA903 goes through the command line as well.
func TestSSDA903FixturesOnTheCommandLine(t *testing.T) {
	files, _ := filepath.Glob("../../validation/ssda903/testdata/fixtures/*.json")
	if len(files) < 200 {
		t.Fatalf("%d fixtures", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f struct {
			Code  string
			Cases []struct {
				Inputs, Metadata json.RawMessage
				Expected         struct {
					Locations []struct {
						Table string
						Row   any // a number, or a label of the case
					}
				}
			}
		}
		if err := json.Unmarshal(data, &f); err != nil {
			t.Fatal(err)
		}
		for n, c := range f.Cases {
			name := fmt.Sprintf("%s/%d", f.Code, n)
			t.Run(name, func(t *testing.T) {
				tables := filepath.Join(t.TempDir(), "tables.json")
				if err := os.WriteFile(tables, fmt.Appendf(nil, `{"inputs": %s, "metadata": %s}`, c.Inputs, c.Metadata), 0o600); err != nil {
					t.Fatal(err)
				}
				lines, code := validateJSON(t, "--return", "ssda903", "--rules", f.Code, tables)
				var want, got []string
				for _, l := range c.Expected.Locations {
					want = append(want, fmt.Sprintf("%s[%v]", l.Table, l.Row))
				}
				for _, l := range lines {
					if l.Rule != f.Code || l.Message == "" || l.Row == nil {
						t.Fatalf("%+v", l)
					}
					got = append(got, fmt.Sprintf("%s[%d]", l.Table, *l.Row))
				}
				slices.Sort(want)
				slices.Sort(got)
				same := slices.Equal(slices.Compact(got), slices.Compact(want))
				if departs := slices.Contains(ssda903Departures, name); same == departs {
					t.Errorf("got %v, the fixture has %v, and it is listed as a departure: %v", got, want, departs)
				}
				if (code == exitFindings) != (len(lines) > 0) {
					t.Errorf("exit code %d with %d lines", code, len(lines))
				}
			})
		}
	}
}
