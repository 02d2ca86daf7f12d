package main

import (
	"context"
	"fmt"
	"io"
)

func runValidate(_ context.Context, args []string, _ io.Reader, _, stderr io.Writer) int {
	all, err := statutory()
	if err != nil || len(all) == 0 {
		fmt.Fprintln(stderr, "recordwellctl validate: there is no return to check.", err, args)
	}
	return exitFailed
}
