package program

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/cmd/internal/reports"
)

// The desk saves the files that the command line writes, and writes down first that
// answers leave.
func TestFilesForOtherSystems(t *testing.T) {
	d := open(t, t.TempDir())
	if err := d.Simulate(t.Context(), 3, 7, func(int) {}); err != nil {
		t.Fatal(err)
	}
	r := d.Research(d.Settings(), t.TempDir())
	asked := func() []capture.Asked {
		all, err := r.Store.Asked(t.Context(), r.Study().ID)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	save := func(formats ...string) (capture.FilesSaved, string) {
		dir := filepath.Join(t.TempDir(), "made")
		saved, err := r.SaveFiles(t.Context(), capture.FilesWanted{Formats: formats, Authority: "330", Dir: dir}, func(done, of int64) {
			if done > of {
				t.Errorf("%d of %d done", done, of)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range saved.Names {
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				t.Error(err)
			}
		}
		return saved, dir
	}

	saved, _ := save("audit-csv")
	if !slices.Contains(saved.Names, "audit.csv") || !saved.Asked.At.IsZero() || len(asked()) > 0 {
		t.Errorf("the log alone: %+v, and %d lines were written", saved, len(asked()))
	}
	var all []string
	for _, f := range reports.Formats() {
		all = append(all, f.Name)
	}
	saved, dir := save(all...)
	for _, name := range []string{"answers.csv", "audit.csv", "corrections.csv", "cin.xml"} {
		if !slices.Contains(saved.Names, name) {
			t.Errorf("%s is not among %q", name, saved.Names)
		}
	}
	rows, err := os.ReadFile(filepath.Join(dir, "answers.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if lines := asked(); len(lines) != 1 || lines[0] != saved.Asked || lines[0].What != capture.AskedFiles || lines[0].Shown == 0 || lines[0].Shown > strings.Count(string(rows), "\n") {
		t.Errorf("written down is %+v, for %d lines", lines, strings.Count(string(rows), "\n"))
	}
	if xml, err := os.ReadFile(filepath.Join(dir, "cin.xml")); err != nil || !strings.Contains(string(xml), "<LEA>330</LEA>") {
		t.Errorf("the census does not name its authority, %v", err)
	}

	if _, err := r.SaveFiles(t.Context(), capture.FilesWanted{Formats: []string{"xls"}, Dir: t.TempDir()}, nil); err == nil {
		t.Error("a format that nobody knows was saved")
	}
}
