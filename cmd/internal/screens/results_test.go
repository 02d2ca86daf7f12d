package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/cmd/internal/program"
	"recordwell/cmd/internal/reports"
	"recordwell/ui/a11y"
)

// results are the screens of the research desk that show something only when people
// have taken part.
var results = []screen{
	{"study overview", func(w *world) bool {
		w.press("Go to the research desk")
		w.until("the results are shown", func() bool { return w.seek("In short") != nil })
		return true
	}},
	{"study overview as a table", func(w *world) bool {
		w.press("Show these figures as a table")
		return true
	}},
	{"questions", func(w *world) bool {
		w.menu("Questions")
		w.until("the questions are shown", func() bool { return w.cell() != nil })
		return true
	}},
	{"one question", func(w *world) bool {
		w.cell().Focus()
		w.app.pump()
		w.key(fyne.KeyDown, 0)
		before := w.focus().ID
		w.key(fyne.KeyReturn, 0)
		w.until("a question is open", func() bool { f := w.focus(); return f != nil && f.ID != before })
		return true
	}},
	{"replay of the session where it cost most", func(w *world) bool {
		table := func(n *a11y.Node) bool { return n.ID == "questions/dearest/table" }
		w.until("the sessions are listed", func() bool { return w.node(table) != nil })
		w.node(table).Focus()
		w.app.pump()
		w.key(fyne.KeyReturn, 0)
		w.until("the session is laid out", func() bool { return w.seek("Play", a11y.RoleButton) != nil })
		return true
	}},
	{"a note", func(w *world) bool { w.press("Write a note"); return true }},
	{"a note, nothing written", func(w *world) bool { w.press("Save the note"); return true }},
	{"notes", func(w *world) bool {
		w.write("What did you notice?", "Did not see the hint")
		w.press("Save the note")
		w.until("the note is kept", func() bool { return w.seek("Did not see the hint") != nil && w.seek("Save the note") == nil })
		return true
	}},
	{"sessions", func(w *world) bool {
		w.press("All sessions")
		w.until("the sessions are listed", func() bool { return w.cell() != nil })
		return true
	}},
	{"data quality", func(w *world) bool {
		w.menu("Data quality")
		w.until("the dimensions are shown", func() bool {
			return w.node(func(n *a11y.Node) bool { return strings.HasPrefix(n.Name, "Completeness") }) != nil
		})
		return true
	}},
	{"every rule", func(w *world) bool { w.press("Show every rule with its cost"); return true }},
	{"failing places", func(w *world) bool {
		w.node(func(n *a11y.Node) bool { return n.ID == "quality/dimension-3" }).Actions[0].Do()
		w.until("the places are listed", func() bool { return w.seek("Failing places", a11y.RoleTable) != nil })
		return true
	}},
	{"answers are asked for", func(w *world) bool { w.press("Show the answers"); return true }},
	{"answers shown", func(w *world) bool {
		n := w.node(func(n *a11y.Node) bool { return n.ID == "failing/sure/main" })
		w.press(n.Name)
		w.until("answers are shown", func() bool { return w.seek("Hide the answers") != nil })
		return true
	}},
	{"what was shown is listed", func(w *world) bool {
		w.press("Data quality")
		w.press("Answers were shown or saved at a desk 1 time")
		return true
	}},
	{"files for other systems", func(w *world) bool {
		w.press("Files for other systems")
		w.title("Files for other systems")
		for _, f := range reports.Formats() {
			if w.node(func(n *a11y.Node) bool { return n.ID == "files/kinds/"+f.Name }) == nil {
				w.Errorf("%s cannot be asked for", f.Name)
			}
		}
		return true
	}},
	{"files, nothing selected", func(w *world) bool { w.press("Save the files"); return true }},
	{"files, saved", func(w *world) bool {
		w.press("Answers")
		w.press("Children in need census")
		w.write("In which folder?", filepath.Join(w.TempDir(), "files"))
		w.named("Save the files", a11y.RoleButton).Focus()
		w.key(fyne.KeyReturn, 0)
		w.until("they are saved", func() bool {
			return w.node(func(n *a11y.Node) bool {
				return strings.HasPrefix(n.Name, "Saved ") && strings.Contains(n.Name, "Begin with answers.csv")
			}) != nil
		})
		return true
	}},
	{"collect results", func(w *world) bool { return w.menu("Collect results") }},
	{"collect results, nothing named", func(w *world) bool { w.press("Add results"); return true }},
	{"results that came in", func(w *world) bool {
		dir, err := os.MkdirTemp(w.TempDir(), "stick")
		if err != nil {
			w.Fatal(err)
		}
		sealed, err := program.Seal(context.Background(), w.program.Store.Reader, program.SealRequest{
			Study: w.program.Study(), Dir: dir, Computer: "Laptop 2", Passphrase: "quiet-lamp-over-there", Simulated: true, Made: w.clock.Now(),
		})
		if err != nil {
			w.Fatal(err)
		}
		w.write("Which files?", sealed.Path+"\n"+filepath.Join(dir, "laptop-4.rwbundle"))
		w.write("Which passphrase were they saved with?", "quiet-lamp-over-there")
		w.press("Add results")
		w.until("the files are listed", func() bool { f := w.focus(); return f != nil && f.ID == "collect/arrivals" })
		return true
	}},
	{"a person found by code", func(w *world) bool {
		w.menu("Withdraw a person")
		rows, err := w.program.Store.Sessions(context.Background(), w.program.Study().ID)
		if err != nil || len(rows) == 0 {
			w.Fatalf("%d sessions, %v", len(rows), err)
		}
		w.write("What is their code?", rows[0].Code)
		w.press("Look it up")
		w.until("the person is found", func() bool { return w.seek("Delete all of it") != nil })
		return true
	}},
	{"delete a person asks", func(w *world) bool { w.ask("withdraw/", "delete"); return true }},
	{"a person is deleted", func(w *world) bool {
		w.press("Delete everything")
		w.until("the receipt is there", func() bool { return w.seek("Everything is deleted") != nil })
		return true
	}},
}

// cell is a cell of a table that can have the focus, or nil.
func (w *world) cell() *a11y.Node {
	return w.node(func(n *a11y.Node) bool {
		return (n.Role == a11y.RoleCell || n.Role == a11y.RoleRowHeader || n.Role == a11y.RoleColumnHeader) && n.Focus != nil
	})
}

// made is a data folder in which made-up people have finished.
func made(t *testing.T) string {
	dir := t.TempDir()
	t.Run("people", func(t *testing.T) {
		w := openIn(t, plain, assets.Content, dir)
		if err := w.program.Simulate(t.Context(), 8, 7, func(int) {}); err != nil {
			t.Fatal(err)
		}
	})
	return dir
}

// openMade starts the program with its own copy of a data folder.
func openMade(t *testing.T, l look, dir string) *world {
	own := t.TempDir()
	if err := os.CopyFS(own, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return openIn(t, l, assets.Content, own)
}

// TestDeskWithResults does for the research desk with results in it what TestDesk
// does for the empty one.
func TestDeskWithResults(t *testing.T) {
	dir := made(t)
	for _, l := range looks() {
		t.Run(l.String(), func(t *testing.T) {
			w := openMade(t, l, dir)
			for _, s := range results {
				if s.reach(w) {
					w.audit(s.name)
				}
			}
		})
	}
}
