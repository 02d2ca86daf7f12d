package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// careOf exports a study and returns the folder of its first files of SSDA903.
func careOf(t *testing.T, dir, study string) string {
	t.Helper()
	out := t.TempDir()
	if code, _, errs := call(t, "export", "--to", "ssda903", "--data", dir, "--study", study, "--out", out); code != exitClean {
		t.Fatal(errs)
	}
	return filepath.Join(out, "ssda903")
}

func importCare(t *testing.T, files, dir string) (in takenIn) {
	t.Helper()
	code, out, errs := call(t, "import", "--from", "ssda903", files, "--year", "2025-26", "--data", dir, "--format", "json")
	if code == exitFailed {
		t.Fatal(errs)
	}
	if err := json.Unmarshal([]byte(out), &in); err != nil {
		t.Fatal(err)
	}
	return in
}

// rowsOfCare are the rows of every file of a folder, in order, as they are written.
func rowsOfCare(t *testing.T, folder string) (all []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
			all = append(all, filepath.Base(name)+" "+strings.TrimSpace(line))
		}
	}
	slices.Sort(all)
	return all
}

// Children looked after are exported again as they came; taking the files in again
// changes nothing, and what they say otherwise is told.
func TestTheFilesOfCareGoInAndComeOut(t *testing.T) {
	files, dir := careOf(t, madeUp(t, "2"), everyday), t.TempDir()
	in := importCare(t, files, dir)
	if in.Study != "ssda903-2025-26" || in.Added == 0 || in.Added != in.Children || in.Known+len(in.Differ)+len(in.Twice) > 0 {
		t.Errorf("%+v", in)
	}
	went, came := rowsOfCare(t, files), rowsOfCare(t, careOf(t, dir, in.Study))
	// A child of whom the files have nothing but nights away gets a header all the same.
	if headers := in.WorkedOut["Header.CHILD"]; len(came) != len(went)+headers || len(in.NotTaken) > 0 || headers != in.Added/2 || len(in.WorkedOut) > 1 {
		t.Errorf("%d rows went in, %d came out; not taken %v, worked out %v", len(went), len(came), in.NotTaken, in.WorkedOut)
	}
	for _, row := range went {
		if !slices.Contains(came, row) {
			t.Errorf("did not come out as it went in: %s", row)
		}
	}
	again := importCare(t, files, dir)
	if again.Added > 0 || again.Known != in.Added || len(again.Differ) > 0 {
		t.Errorf("the second time: %+v", again)
	}
	header := filepath.Join(files, "header.csv")
	data, err := os.ReadFile(header)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(header, []byte(strings.Replace(string(data), ",M,", ",F,", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if other := importCare(t, files, dir); other.Added > 0 || len(other.Differ) != 1 {
		t.Errorf("with another sex: %+v", other)
	}
}

func TestFilesOfCareThatCannotBeTakenIn(t *testing.T) {
	empty := t.TempDir()
	for want, args := range map[string][]string{
		"the files of SSDA903 are one folder, and 0 were given":         {"--year", "2025-26"},
		"say which collection year the files are of: --year 2023-24 or": {empty},
		"there is no file": {filepath.Join(empty, "none"), "--year", "2025-26"},
	} {
		dir := t.TempDir()
		code, _, errs := call(t, append([]string{"import", "--data", dir, "--from", "ssda903"}, args...)...)
		if code != exitFailed || !strings.Contains(errs, want) {
			t.Errorf("exit %d, %s; want %q", code, errs, want)
		}
		if made, _ := filepath.Glob(filepath.Join(dir, "stud*")); len(made) > 0 {
			t.Errorf("%s: made %v", want, made)
		}
	}
}
