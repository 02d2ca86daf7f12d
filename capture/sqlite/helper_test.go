package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"recordwell/capture"
)

// helper is another program, when the test binary is started as one.
func helper(*testing.M) bool {
	dir := os.Getenv("RECORDWELL_TEST_DIR")
	if dir == "" {
		return false
	}
	if os.Getenv("RECORDWELL_TEST_NOBODY") != "" && os.Geteuid() == 0 {
		if err := becomeNobody(); err != nil {
			fmt.Println(err)
			return true
		}
	}
	s, err := Open(context.Background(), dir, Options{Clock: &stopped{noon}})
	for name, kind := range map[string]error{"in use": capture.ErrInUse, "read-only": capture.ErrReadOnly} {
		if errors.Is(err, kind) {
			fmt.Printf("%s: %v\n", name, err)
			return true
		}
	}
	if err != nil {
		fmt.Println("other:", err)
		return true
	}
	fmt.Println("opened")
	s.Close()
	return true
}

// inAnotherProgram opens dir in a program of its own and returns what it says.
func inAnotherProgram(t *testing.T, dir string, env ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(append(os.Environ(), "RECORDWELL_TEST_DIR="+dir), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}
