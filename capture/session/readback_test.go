package session_test

import (
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
)

func TestWhatAFamilyCorrectsIsKeptApart(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	ref := d.ref(t, "contact_date")
	d.LeaveComment(ref, "Which day counts?")
	d.NoteCorrection(ref, " It was a SECRETDAY ", capture.Disagreed)
	d.NoteCorrection(ref, "It was a SECRETDAY", capture.Agreed)
	if got := d.Corrections(); len(got) != 1 || got[0].Text != "It was a SECRETDAY" || got[0].ReadBack != capture.Agreed {
		t.Errorf("noted: %+v", got)
	}
	if d.Comment(ref) != "Which day counts?" {
		t.Error("the person's own comment went")
	}
	d.NoteCorrection(ref, "", capture.Agreed)
	var said []capture.Comment
	for _, b := range d.batches {
		for _, c := range b.Comments {
			if c.ReadBack != capture.NoCorrection {
				said = append(said, c)
			}
		}
	}
	if len(said) != 3 || said[0].ID != said[2].ID || said[2].Text != "" || len(d.Corrections()) != 0 {
		t.Errorf("kept: %+v", said)
	}
	var codes []int32
	for _, e := range d.events {
		if e.Kind == event.ReadBackCorrected {
			codes = append(codes, e.Code)
		}
	}
	if !slices.Equal(codes, []int32{2, 1, 0}) {
		t.Errorf("the journal hears %v", codes)
	}
	d.NoteCorrection(ref, "It was a SECRETDAY", capture.Agreed)
	d.Forget(ref)
	if len(d.Corrections()) != 0 {
		t.Error("a correction stays when its details are removed")
	}
}

func TestTheSheetToReadBackIsCounted(t *testing.T) {
	d := newDesk(t, capture.SessionRow{}, capture.SavedCase{})
	d.Commit(d.ref(t, "referrer_role"), "WORDSOFTHEREFERRER", capture.Typed)
	d.Go("contact_referral/referral")
	d.Commit(d.ref(t, "working_well"), "She loves drawing", capture.Typed)
	page := string(d.ReadBackPage(form.From8))
	if !strings.Contains(page, "She loves drawing") || strings.Contains(page, "WORDSOFTHEREFERRER") || !strings.Contains(page, "16 October 2025") {
		t.Errorf("the sheet is\n%s", page)
	}
	for _, e := range d.events {
		if e.Kind == event.ReadBack && e.Count == 1 {
			return
		}
	}
	t.Error("nobody hears that a sheet with one answer was opened")
}
