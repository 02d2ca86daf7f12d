package main

import (
	"context"
	"fmt"
	"io"
)

func runRules(_ context.Context, args []string, _ io.Reader, _, stderr io.Writer) int {
	all, err := statutory()
	if err != nil || len(all) == 0 {
		fmt.Fprintln(stderr, "recordwellctl rules: there is no return to list the rules of.", err, args)
	}
	return exitFailed
}
