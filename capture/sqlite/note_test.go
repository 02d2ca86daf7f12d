package sqlite

import (
	"errors"
	"testing"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
)

func noteOf(p person, text string) capture.Note {
	return capture.Note{
		ID: "note of " + p.row.Code, Task: "maya", At: noon.Add(time.Minute), Tag: capture.TagProblem, Severity: 2, Text: text,
		Outcome: capture.Completed, Reason: text, Written: noon.Add(time.Hour),
	}
}

func TestNotesAreKeptReplacedDeletedAndBroughtBack(t *testing.T) {
	s := openIn(t, t.TempDir())
	one, two := newPerson(1), newPerson(2)
	one.enter(t, s, "Maya")
	two.enter(t, s, "Maya")
	n := noteOf(one, "first words")
	must(t, s.SaveNote(t.Context(), one.row.ID, n))
	n.Text, n.Severity = "other words", 3
	must(t, s.SaveNote(t.Context(), one.row.ID, n))
	notes := func(p person) []capture.Note {
		t.Helper()
		all, err := s.Notes(t.Context(), p.row.ID)
		must(t, err)
		return all
	}
	if got := notes(one); len(got) != 1 || got[0] != n {
		t.Errorf("the notes are %+v, not %+v", got, n)
	}
	if err := s.SaveNote(t.Context(), two.row.ID, n); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("a note moved to another session: %v", err)
	}
	must(t, s.RemoveNote(t.Context(), two.row.ID, n.ID))
	if len(notes(one)) != 1 {
		t.Error("a note was deleted as another session's")
	}
	must(t, s.RemoveNote(t.Context(), one.row.ID, n.ID))
	if len(notes(one)) != 0 {
		t.Error("a deleted note is there")
	}
	must(t, s.SaveNote(t.Context(), one.row.ID, n))
	if got := notes(one); len(got) != 1 || got[0] != n {
		t.Errorf("what came back is %+v", got)
	}
	for said, err := range s.StudyNotes(t.Context(), "carvalho") {
		must(t, err)
		if said.Session != one.row.ID || said.What != n {
			t.Errorf("%+v", said)
		}
	}
}

func TestAnOutcomeNeedsItsReasonAndItsTask(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	without, nowhere, back := noteOf(p, "words"), noteOf(p, "words"), noteOf(p, "words")
	without.Reason, nowhere.Task, back.Outcome = "", "", ""
	for _, n := range []capture.Note{without, nowhere, back} {
		if s.SaveNote(t.Context(), p.row.ID, n) == nil {
			t.Errorf("kept %+v", n)
		}
	}
}

// A session that has gone on elsewhere keeps what was noted of it here, and takes
// in what was noted there.
func TestNotesOfBothComputersStandAfterAnImport(t *testing.T) {
	here, there := openIn(t, t.TempDir()), openIn(t, t.TempDir())
	known, grown := newPerson(1), newPerson(2)
	for _, p := range []person{known, grown} {
		p.enter(t, here, "Maya")
		p.enter(t, there, "Maya")
		mine, theirs := noteOf(p, "noted here"), noteOf(p, "noted there")
		mine.ID, theirs.ID = "here "+p.row.Code, "there "+p.row.Code
		must(t, here.SaveNote(t.Context(), p.row.ID, mine))
		must(t, there.SaveNote(t.Context(), p.row.ID, theirs))
	}
	row, err := there.Session(t.Context(), grown.row.ID)
	must(t, err)
	must(t, there.SaveBatch(t.Context(), capture.Batch{Session: grown.row.ID, Events: []event.Event{grown.event(row.LastSeq+1, event.HelpOpened)}}))
	done, err := here.Import(t.Context(), there.Dir())
	must(t, err)
	if done.Known != 1 || done.Grown != 1 {
		t.Errorf("%+v", done)
	}
	for _, p := range []person{known, grown} {
		all, err := here.Notes(t.Context(), p.row.ID)
		must(t, err)
		if len(all) != 2 {
			t.Errorf("%s has the notes %+v", p.row.Code, all)
		}
	}
}

func TestNotesGoWithTheSession(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	gone, stays := newPerson(1), newPerson(2)
	for _, p := range []person{gone, stays} {
		p.enter(t, s, "Maya")
	}
	must(t, s.SaveNote(t.Context(), gone.row.ID, noteOf(gone, marker)))
	must(t, s.SaveNote(t.Context(), stays.row.ID, noteOf(stays, "stays")))
	if _, err := s.BackUp(t.Context(), "before", noon); err != nil {
		t.Fatal(err)
	}
	if len(filesWith(t, dir, marker)) < 2 {
		t.Fatal("the note is not in the file and its copy")
	}
	must(t, s.Withdraw(t.Context(), gone.row.ID, noon))
	if found := filesWith(t, dir, marker); len(found) > 0 {
		t.Errorf("the note can be dug up in %v", found)
	}
	if all, err := s.Notes(t.Context(), stays.row.ID); err != nil || len(all) != 1 {
		t.Errorf("of the other person there is %+v, %v", all, err)
	}
}
