package program

import (
	"bytes"
	"testing"

	"recordwell/capture"
	"recordwell/capture/study"
	"recordwell/validation/cin"
)

// A child of a file is a record like any other: its code opens it, with what the
// file says, and the study in use stays in use.
func TestAChildOfAFileIsOpenedByACode(t *testing.T) {
	var file bytes.Buffer
	w, err := cin.NewWriter(&file, &cin.Header{Year: cin.NewText("2026"), ReferenceDate: cin.ParseDate("2026-03-31")})
	if err == nil {
		err = w.Write(&cin.Child{
			Identifiers: []cin.Identifiers{{LAchildID: cin.NewText("4071188"), PersonBirthDate: cin.ParseDate("2018-06-14"), Sex: cin.NewText("F")}},
			Details:     []cin.Details{{CINreferralDate: cin.ParseDate("2025-10-07"), ReferralSource: cin.NewText("2A")}},
		})
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, t.TempDir())
	inUse := d.Study().ID
	done, err := d.Research(d.Settings(), "").TakeCensus(t.Context(), &file, func(int, int) {})
	if err != nil || done.Added != 1 || done.Children != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if d.Study().ID != inUse {
		t.Errorf("the study in use is %s", d.Study().ID)
	}
	codes := d.Library().Studies[done.Study].Codes
	s, err := d.Begin(t.Context(), codes[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Agree([]string{study.Understood, study.Log, study.MayStop}); err != nil {
		t.Fatal(err)
	}
	task := s.Tasks()[0]
	saved, err := d.Load(t.Context(), s.ID(), task.Spec.ID)
	if err != nil || task.State != capture.TaskFinished {
		t.Fatalf("the task is %v, %v", task.State, err)
	}
	s.Enter(task.Spec.ID, saved)
	s.Go("check")
	said := map[string]bool{}
	for _, section := range s.View().Page.Check.Sections {
		for _, row := range section.Rows {
			said[row.Words] = true
		}
	}
	for _, want := range []string{"4071188", "14 June 2018", "7 October 2025", "Female"} {
		if !said[want] {
			t.Errorf("%q does not stand on the page: %v", want, said)
		}
	}
}
