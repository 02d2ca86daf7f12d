// Command recordwellctl checks statutory returns and works on Recordwell's forms
// and records without a window.
//
// Every command ends with exit code 0 when all is well, 1 when it has findings
// to report and 2 when it could not run.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes, the same for every command.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailed   = 2
)

// command is one entry of the table. Its run function parses its own flags.
type command struct {
	name    string
	summary string // one line, for the list of commands
	run     func(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int
}

// commands is every command, in the order of the help text. A command lives in
// a file of its own and adds one line here.
var commands = []command{
	{"validate", "check a statutory return against the Department for Education's rules", runValidate},
	{"rules", "list the rules of a statutory return", runRules},
	{"lint", "check forms, scenarios and studies before they are used", runLint},
	{"convert", "make a spreadsheet (XLSForm) of a form, or a form of a spreadsheet", runConvert},
	{"simulate", "add made-up people to a study, marked as simulated", runSimulate},
	{"report", "write the data-quality report of a study", runReport},
	{"export", "write the records of a study as files for other programs", runExport},
	{"import", "take in the records of another computer, or an older copy", runImport},
	{"doctor", "copy the records of a data folder and say how they are", runDoctor},
	{"version", "say which program this is", runVersion},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		usage(stderr)
		return exitFailed
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(stdout)
		return exitClean
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(ctx, args[1:], stdin, stdout, stderr)
		}
	}
	fmt.Fprintf(stderr, "recordwellctl: there is no command called %q. Run \"recordwellctl help\" for the list.\n", args[0])
	return exitFailed
}

func usage(w io.Writer) {
	fmt.Fprint(w, "Usage: recordwellctl COMMAND [flags] [files]\n\nCommands:\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.summary)
	}
	fmt.Fprint(w, "\nRun \"recordwellctl COMMAND --help\" for the flags of a command.\n")
}
