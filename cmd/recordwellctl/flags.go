package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// newFlags makes the flags of a command; its help starts with the usage line.
func newFlags(command, arguments string, stderr io.Writer) *flag.FlagSet {
	fs := flag.NewFlagSet(command, flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprintf(stderr, "Usage: recordwellctl %s %s\n\nFlags:\n", command, arguments)
		fs.PrintDefaults()
	}
	return fs
}

// parse reads the flags, wherever they stand between the files. It returns the
// exit code to end with when the command must not go on.
func parse(fs *flag.FlagSet, args []string) (rest []string, code int, ok bool) {
	for {
		if err := fs.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, exitClean, false
			}
			return nil, exitFailed, false
		}
		args = fs.Args()
		for len(args) > 0 && !strings.HasPrefix(args[0], "-") {
			rest, args = append(rest, args[0]), args[1:]
		}
		if len(args) == 0 {
			return rest, exitClean, true
		}
	}
}

// failed says why a command could not run.
func failed(stderr io.Writer, command string, err error) int {
	fmt.Fprintf(stderr, "recordwellctl %s: %v\n", command, err)
	return exitFailed
}

// commaList splits "8670Q, 1510" into its parts.
func commaList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
