package main

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"

	"recordwell/capture/event"
	"recordwell/capture/sqlite"
)

// version is set by the build of a release: -ldflags "-X main.version=1.2.3".
var version string

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
	fmt.Fprintf(stdout, "recordwellctl %s\nfile of records: version %d\njournal: version %d\n",
		programVersion(version, info), sqlite.LatestVersion(), event.SchemaVersion)
	return exitClean
}

// programVersion is the release, or else the commit that was built.
func programVersion(release string, info *debug.BuildInfo) string {
	if release != "" {
		return release
	}
	if info == nil {
		return "of unknown version"
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
		return "of unknown version"
	}
	return "built from commit " + commit + changed
}
