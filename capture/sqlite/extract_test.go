package sqlite

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// TestExtractTakesOneStudyAlong copies a study out of records that hold more, takes the
// copy in elsewhere, and finds there exactly what was here.
func TestExtractTakesOneStudyAlong(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	wanted, other, made := newPerson(1), newPerson(2), newPerson(3)
	other.row.Study, made.row.Simulated = "another", true
	full(t, here, wanted, "wanted words")
	full(t, here, other, "zqxother words")
	full(t, here, made, "zqxmade words")
	must(t, here.SetSetting(t.Context(), "research_lock", "zqxsetting"))
	gone := newPerson(4)
	full(t, here, gone, "zqxgone words")
	must(t, here.Withdraw(t.Context(), gone.row.ID, noon))

	x, err := here.Extract(t.Context(), "carvalho", false)
	must(t, err)
	if len(x.Sessions) != 1 || x.Sessions[0].ID != wanted.row.ID || x.Sessions[0].Code != wanted.row.Code || x.Records != 1 || x.Entries == 0 {
		t.Errorf("it holds %+v", x)
	}
	file, err := os.ReadFile(x.Path)
	must(t, err)
	for _, words := range []string{"zqxother", "zqxmade", "zqxsetting", "zqxgone"} {
		if bytes.Contains(file, []byte(words)) {
			t.Errorf("%q is in the copy", words)
		}
	}
	if !bytes.Contains(file, []byte("wanted words")) {
		t.Error("what was wanted is not in the copy")
	}

	want := allOf(t, here, wanted)
	done, err := there.Import(t.Context(), x.Path)
	must(t, err)
	if !reflect.DeepEqual(done, Imported{Added: 1}) {
		t.Errorf("came in: %+v", done)
	}
	if got := allOf(t, there, wanted); !reflect.DeepEqual(got, want) {
		t.Errorf("there it is\n%+v\nand not\n%+v", got, want)
	}
	// Who withdrew here cannot come in there any more.
	if _, err := there.Session(t.Context(), gone.row.ID); err == nil {
		t.Error("who withdrew is there")
	}
	must(t, x.Drop())
	sound(t, here)
	sound(t, there)
	if left, _ := filepath.Glob(filepath.Join(here.Dir(), BackupFolder, "*")); len(left) > 0 {
		t.Errorf("%v is left", left)
	}

	all, err := here.Extract(t.Context(), "carvalho", true)
	must(t, err)
	if len(all.Sessions) != 2 {
		t.Errorf("with made-up people it holds %+v", all)
	}
	must(t, all.Drop())
}

func TestImportLeavesWhatIsToBeLeft(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	one, two := newPerson(1), newPerson(2)
	full(t, there, one, "one")
	full(t, there, two, "two")
	done, err := here.Import(t.Context(), there.Dir(), one.row.ID)
	must(t, err)
	if !reflect.DeepEqual(done, Imported{Added: 1}) {
		t.Errorf("came in: %+v", done)
	}
	// It was not refused for ever.
	done, err = here.Import(t.Context(), there.Dir())
	must(t, err)
	if !reflect.DeepEqual(done, Imported{Added: 1, Known: 1}) {
		t.Errorf("came in later: %+v", done)
	}
	if _, err := here.Session(t.Context(), one.row.ID); err != nil {
		t.Error(err)
	}
}
