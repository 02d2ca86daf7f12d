package research

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/ui/shortcut"
)

func TestFilesAreSavedAsAskedFor(t *testing.T) {
	w, _, d := atQuality(t)
	p := openFiles(t, w)
	if w.focused() != "files/title" || w.node("files/la") != nil {
		t.Fatalf("the page opens at %q", w.focused())
	}
	w.press(t, "files/save/go")
	if w.focused() != "files/kinds/answers-csv" || len(d.wanted) > 0 || !strings.Contains(w.node("files/kinds/answers-csv").Description, "Select what should be saved") {
		t.Fatalf("with nothing ticked the focus is on %q, and %d were asked for", w.focused(), len(d.wanted))
	}
	w.press(t, "files/kinds/answers-csv")
	w.press(t, "files/kinds/"+census)
	p.authority.SetValue("E09000027")
	w.press(t, "files/save/go")
	if w.focused() != "files/la" || len(d.wanted) > 0 {
		t.Fatalf("a wrong number of an authority leaves the focus on %q", w.focused())
	}
	p.authority.SetValue("330")
	before := len(p.room.report.Asked)
	w.press(t, "files/save/go")
	w.press(t, "files/save/go") // it goes on already
	w.run()
	want := capture.FilesWanted{Formats: []string{"answers-csv", census}, Authority: "330", Dir: "/home/researcher/files"}
	if len(d.wanted) != 1 || !slices.Equal(d.wanted[0].Formats, want.Formats) || d.wanted[0].Authority != want.Authority || d.wanted[0].Dir != want.Dir {
		t.Fatalf("asked for %+v", d.wanted)
	}
	names := strings.Join(w.names(), "|")
	for _, words := range []string{"Saved 2 files in /home/researcher/files. Begin with answers.csv", "Left out: 2 records of looked-after children are not in the census"} {
		if !strings.Contains(names, words) {
			t.Errorf("%q is not on the page: %s", words, names)
		}
	}
	if got := p.room.report.Asked; len(got) != before+1 || got[before].What != capture.AskedFiles || got[before].Shown != 90 {
		t.Errorf("the list of who asked is %+v", got)
	}
	w.page.Command(shortcut.Escape)
	if w.focused() != toFiles {
		t.Errorf("Esc goes to %q", w.focused())
	}
}

// What fails or is stopped is said, and what was typed stays.
func TestFilesThatCannotBeSaved(t *testing.T) {
	w, _, d := atQuality(t)
	p := openFiles(t, w)
	w.press(t, "files/kinds/"+census)
	p.authority.SetValue("330")
	d.fails = errors.New("the disk is full")
	w.press(t, "files/save/go")
	w.run()
	if w.focused() != "files/save/folder" || p.authority.Value() != "330" || !slices.Equal(p.kinds.Value(), []string{census}) {
		t.Errorf("focus %q, %q, %q", w.focused(), p.authority.Value(), p.kinds.Value())
	}
	if a := p.room.report.Asked; len(a) == 0 || a[len(a)-1].What != capture.AskedFiles {
		t.Error("that answers were asked for is not in the list")
	}
	d.fails = context.Canceled
	w.press(t, "files/save/go")
	p.stopper.TakeFocus()
	w.press(t, "files/stop")
	w.run()
	if w.focused() != "files/save/go" || w.said[len(w.said)-1] != "Stopped" || w.node("files/stop") != nil {
		t.Errorf("stopped: focus %q, said %q", w.focused(), w.said)
	}
	if w.node("files/save/said") != nil {
		t.Error("it says that files were saved")
	}
}
