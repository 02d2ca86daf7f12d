package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/assets"
	"recordwell/capture/form"
	"recordwell/capture/study"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
)

// knownFiles are what ships with a study whose story tells of a child who is known
// already.
var knownFiles = study.Layers(os.DirFS("testdata/known"), assets.Content)

func TestTheStoryOfAKnownChildIsSound(t *testing.T) {
	_, problems := study.Read(knownFiles, study.Files(knownFiles), form.Known{})
	for _, p := range problems {
		if p.File == "scenarios/ash.yaml" || p.File == "studies/winter.yaml" {
			t.Log(p)
		}
	}
	if problems.Errors() > 0 {
		t.Error(problems)
	}
}

// knownScreens are the pages of a record that holds something from the start.
var knownScreens = []screen{
	{"known answers", func(w *world) bool {
		w.begin("K7M4QX")
		w.title("Ivy’s details")
		if v := w.named("What is Ivy’s family name?", a11y.RoleTextBox).Text.Content; v != "Ash" {
			w.Errorf("the family name stands as %q", v)
		}
		return true
	}},
	{"known timeline", func(w *world) bool {
		w.key(fyne.KeyT, ctrl)
		w.title("Timeline")
		return true
	}},
	{"known form", func(w *world) bool {
		w.press("Read Contact and referral")
		w.title("Contact and referral")
		return true
	}},
	{"known item", func(w *world) bool {
		w.key(fyne.KeyReturn, ctrl)
		w.title("Timeline")
		w.press("Open A visit to Ivy, 29 October 2025")
		w.title("A visit to Ivy")
		return true
	}},
	{"children who are alike", func(w *world) bool {
		for range 4 {
			w.key(fyne.KeyLeft, fyne.KeyModifierAlt)
		}
		w.title("Your tasks")
		w.press("Start, The Oakes family: who Rowan is")
		w.until("the record is open", func() bool { return w.seek("Save and continue") != nil })
		w.named("What are Rowan’s given names?").Focus()
		w.enter("Rowan")
		w.named("What is Rowan’s family name?").Focus()
		w.enter("Oaks")
		w.clock.advance(time.Second)
		w.app.pump()
		w.until("children are offered", func() bool { return w.seek("None of these", a11y.RoleButton) != nil })
		if f := w.focus(); f == nil || f.Name != "What is Rowan’s family name?" {
			w.Errorf("the focus went to %v", f)
		}
		if said := strings.Join(w.heard.Said(), "|"); !strings.Contains(said, "2 children on the system look like this one") {
			w.Error("a screen reader does not hear of them")
		}
		return true
	}},
	{"the same child", func(w *world) bool {
		w.press("This is the same child, Rowan James Oakes")
		if v := w.named("What is Rowan’s family name?", a11y.RoleTextBox).Text.Content; v != "Oakes" {
			w.Errorf("the family name stands as %q", v)
		}
		if w.seek("None of these", a11y.RoleButton) != nil {
			w.Error("children are still offered")
		}
		w.key(fyne.KeyZ, ctrl)
		if v := w.named("What is Rowan’s family name?", a11y.RoleTextBox).Text.Content; v != "Oaks" {
			w.Errorf("one undo leaves %q", v)
		}
		w.press("None of these")
		return true
	}},
	{"what a sister’s record has", func(w *world) bool {
		w.key(fyne.Key2, ctrl)
		w.title("Rowan’s background")
		w.press("Copy this from the record of Ivy, 7")
		if v := w.named("What is Rowan’s first language?", a11y.RoleComboBox).Text.Content; v != "English" {
			w.Errorf("the first language stands as %q", v)
		}
		if v := w.named("What is Rowan’s ethnic background?", a11y.RoleComboBox).Text.Content; v != "" {
			w.Errorf("the ethnic background was copied too: %q", v)
		}
		if said := strings.Join(w.heard.Said(), "|"); !strings.Contains(said, "Copied from the record of Ivy, 7. Press Ctrl and Z to undo") {
			w.Error("a screen reader does not hear of it")
		}
		w.key(fyne.KeyZ, ctrl)
		if w.seek("Copy this from the record of Ivy, 7", a11y.RoleButton) == nil {
			w.Error("what was taken back is not offered again")
		}
		return true
	}},
	{"a sister’s address", func(w *world) bool {
		w.key(fyne.Key4, ctrl)
		w.title("Where does Rowan live?")
		return w.seek("Copy this from the record of Ivy, 7", a11y.RoleButton) != nil
	}},
	{"a copied address", func(w *world) bool {
		w.press("Copy this from the record of Ivy, 7")
		w.title("An address of Rowan")
		if v := w.named("What is the postcode?", a11y.RoleTextBox).Text.Content; v != "FB2 9AW" {
			w.Errorf("the postcode stands as %q", v)
		}
		return true
	}},
}

func TestKnownTree(t *testing.T) {
	all := []look{{theme.Light, 200, 1280, 800}, {theme.Light, 400, 1024, 800}}
	for _, scheme := range theme.Schemes() {
		all = append(all, look{scheme, 100, 1280, 800})
	}
	for _, l := range all {
		t.Run(l.String(), func(t *testing.T) {
			w := openOn(t, l, knownFiles)
			for _, s := range knownScreens {
				if !s.reach(w) {
					continue
				}
				w.audit(s.name)
				if dir := os.Getenv("SCREENS"); dir != "" {
					if err := w.program.Sync(context.Background()); err != nil {
						t.Fatal(err)
					}
					w.app.pump()
					write(t, filepath.Join(dir, strings.ReplaceAll(s.name, " ", "-")+"-"+l.String()+".png"), w.picture())
				}
			}
		})
	}
}
