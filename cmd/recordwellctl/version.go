package main

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"

	"recordwell/capture/event"
	"recordwell/capture/sqlite"
	"recordwell/cmd/internal/program"
)

// runVersion says which program this is, and what it reads and writes.
func runVersion(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("version", "", stderr)
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	if len(rest) > 0 {
		return failed(stderr, "version", fmt.Errorf("%q is not a flag", rest[0]))
	}
	info, _ := debug.ReadBuildInfo()
	fmt.Fprintf(stdout, "recordwellctl %s%s\nfile of records: version %d\njournal: version %d\n",
		program.Version, commit(info), sqlite.LatestVersion(), event.SchemaVersion)
	return exitClean
}

// commit names the commit that was built, where the build knows it.
func commit(info *debug.BuildInfo) string {
	if info == nil {
		return ""
	}
	var commit, changed string
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = ", changed since"
		}
	}
	if commit == "" {
		return ""
	}
	return " (commit " + commit + changed + ")"
}
