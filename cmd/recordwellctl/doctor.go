package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"recordwell/capture"
	"recordwell/capture/sqlite"
)

// diagnosis is what doctor found, as "doctor --format json" writes it.
type diagnosis struct {
	sqlite.Inspection
	Backup string `json:"backup,omitempty"` // the copy that was made first
}

// runDoctor copies the records of a data folder and says how they are. It
// changes nothing but the folder of backups.
func runDoctor(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) int {
	fs := newFlags("doctor", "--data DIR [flags]", stderr)
	data := fs.String("data", "", "the data folder, which holds "+sqlite.FileName)
	format := fs.String("format", "text", "text or json")
	rest, code, ok := parse(fs, args)
	if !ok {
		return code
	}
	switch {
	case len(rest) > 0:
		return failed(stderr, "doctor", fmt.Errorf("%q is not a flag", rest[0]))
	case *data == "":
		return failed(stderr, "doctor", errors.New("say which folder to look at: --data DIR"))
	case *format != "text" && *format != "json":
		return failed(stderr, "doctor", fmt.Errorf("there is no format %q. Choose text or json", *format))
	}
	found, err := diagnose(ctx, *data, time.Now())
	if err != nil {
		return failed(stderr, "doctor", err)
	}
	write := writeDiagnosis
	if *format == "json" {
		write = writeDiagnosisJSON
	}
	if err := write(stdout, found); err != nil {
		return failed(stderr, "doctor", err)
	}
	if len(found.Problems) > 0 {
		return exitFindings
	}
	return exitClean
}

// diagnose makes a copy and inspects. Damage is a finding, not an error.
func diagnose(ctx context.Context, dir string, at time.Time) (diagnosis, error) {
	r, err := sqlite.OpenReader(ctx, dir)
	if errors.Is(err, capture.ErrCorrupt) {
		return diagnosis{Inspection: sqlite.Inspection{
			Path: dir, LatestVersion: sqlite.LatestVersion(), Problems: []string{err.Error()},
		}}, nil
	}
	if err != nil {
		return diagnosis{}, err
	}
	defer r.Close()
	backup, copying := r.BackUp(ctx, "doctor", at)
	if copying != nil && !errors.Is(copying, capture.ErrCorrupt) {
		return diagnosis{}, copying
	}
	found, err := r.Inspect(ctx)
	if err != nil {
		return diagnosis{}, err
	}
	if copying != nil {
		found.Problems = append(found.Problems, copying.Error())
	}
	return diagnosis{found, backup}, nil
}

func writeDiagnosisJSON(w io.Writer, found diagnosis) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(found)
}

func writeDiagnosis(w io.Writer, found diagnosis) error {
	var lines []string
	say := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	say("Records   %s, %s, version %d of %d", found.Path, size(found.Bytes), found.Version, found.LatestVersion)
	if found.Backup != "" {
		say("Copy      %s", found.Backup)
	}
	say("Sessions  %d, of which %d simulated; %d withdrawn", found.Sessions, found.Simulated, found.Withdrawn)
	if !found.FirstSession.IsZero() {
		say("          the first on %s, the latest on %s", day(found.FirstSession), day(found.LatestSession))
	}
	say("Answers   %d changes, %d finished tasks", found.Changes, found.Submissions)
	say("Journal   %d events; %d could not be kept and are counted", found.Events, found.EventsNotKept)
	say("Backups   %d, in the folder %q", found.Backups, sqlite.BackupFolder)
	switch {
	case found.InUse:
		say("Recordwell is open on these records now. What it has not saved yet is not looked at.")
	case found.LogBytes > 0:
		say("The last close was cut short: %s wait in the log beside the file. They were read here and are part of the records; "+
			"Recordwell folds them in when it starts next. Keep the files together.", size(found.LogBytes))
	}
	for _, p := range found.Problems {
		say("Problem   %s", p)
	}
	if len(found.Problems) == 0 {
		say("All is well.")
	} else {
		say("Keep the whole folder as it is, with its backups, and ask for help before you go on with it.")
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

func day(t time.Time) string { return t.Format("2 January 2006") }

// size writes a number of bytes for people.
func size(bytes int64) string {
	switch {
	case bytes < 1<<10:
		return fmt.Sprintf("%d bytes", bytes)
	case bytes < 1<<20:
		return fmt.Sprintf("%d kB", (bytes+1<<9)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}
