package session

import (
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/readback"
)

// ReadBackTo is whom the record in hand is read back to by the child's age.
func (s *Session) ReadBackTo() form.Reader {
	return readback.ReaderOf(s.now.draft, s.now.Set, s.now.Scenario.Today)
}

// ReadBack is the record in hand in plain words for a reader.
func (s *Session) ReadBack(r form.Reader) readback.Sheet { return readback.Make(s.now.draft, r) }

// ReadBackPage is the sheet as an HTML page to print. The journal hears how many
// answers it has.
func (s *Session) ReadBackPage(r form.Reader) []byte {
	sheet := s.ReadBack(r)
	s.log(event.Event{Kind: event.ReadBack, Count: int64(sheet.Lines())})
	return sheet.HTML("Practice only: a made-up family. Story date " + weekdayWords(s.now.Scenario.Today))
}

// Corrections are what was said about the record in hand when it was read back,
// in the order it was noted.
func (s *Session) Corrections() (out []capture.Comment) {
	for _, c := range s.corrected {
		if s.now != nil && c.Task == s.now.Spec.ID {
			out = append(out, c)
		}
	}
	return out
}

// NoteCorrection keeps what a child or family said about an answer, in place of
// what was noted there before; no text takes it back. It stands where comments do.
// The journal hears that the answer was corrected, and no word of it.
func (s *Session) NoteCorrection(ref capture.Ref, text string, agreed capture.Correction) {
	text = strings.TrimSpace(text)
	if !s.open || s.now == nil || agreed == capture.NoCorrection {
		return
	}
	c := capture.Comment{Task: s.now.Spec.ID, Ref: ref, Text: text, ReadBack: agreed, At: s.at()}
	i := slices.IndexFunc(s.corrected, func(x capture.Comment) bool { return x.Task == c.Task && x.Ref == ref })
	switch {
	case i < 0 && text == "":
		return
	case i < 0:
		c.ID = s.setup.IDs.New()
		s.corrected = append(s.corrected, c)
	case text == "":
		c.ID, agreed = s.corrected[i].ID, capture.NoCorrection
		s.corrected = slices.Delete(s.corrected, i, i+1)
	default:
		c.ID = s.corrected[i].ID
		s.corrected[i] = c
	}
	s.keep(capture.Batch{Session: s.id, Comments: []capture.Comment{c}})
	e := s.eventAt(event.ReadBackCorrected, ref)
	e.Code = int32(agreed)
	s.log(e)
}

func (s *Session) isCorrected(ref capture.Ref) bool {
	return slices.ContainsFunc(s.corrected, func(c capture.Comment) bool { return c.Ref == ref })
}

// NameOf is what an answer of the record in hand is to: "Date of birth".
func (s *Session) NameOf(ref capture.Ref) string {
	if q := s.now.Set.Question(ref.Question); q != nil {
		return s.now.draft.Render(q.Short, ref.Entity)
	}
	return "an answer"
}

// AnswerWords is an answer of the record in hand as people read it.
func (s *Session) AnswerWords(ref capture.Ref) string { return s.now.draft.Words(ref) }

// Looking reports that the record in hand is only looked at: see [Session.Look].
func (s *Session) Looking() bool { return s.looking }
