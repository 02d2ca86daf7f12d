package session

import (
	"errors"
	"slices"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/study"
)

// ErrNotAgreed is returned when a needed item of consent is not agreed to.
var ErrNotAgreed = errors.New("a needed item is not agreed to")

// Past is what earlier runs of a session left besides its record.
type Past struct {
	Surveys  []capture.SurveyAnswer
	Comments []capture.Comment
}

// Consent returns what the person is told and asked, with the study's promises
// in its words; nil where the study asks nothing.
func (s *Session) Consent() *study.Consent {
	if s.setup.Study.Consent == nil {
		return nil
	}
	return s.setup.Study.Consent.Render(s.setup.Study.Promises(s.setup.Library, s.round, s.code))
}

// Where names the study and its round, as it stands over the consent.
func (s *Session) Where() string {
	if s.round.Title == "" {
		return s.setup.Study.Title
	}
	return s.setup.Study.Title + " · " + s.round.Title
}

// Open reports that the person has agreed in this run. Until then no task can be
// entered, nothing is handed to the journal and nothing is counted.
func (s *Session) Open() bool { return s.open }

// Agree begins the session: it keeps what was agreed to and refused, each with
// the exact wording, and logs the start. A session that is taken up again asks
// anew. Without a needed item nothing happens but [ErrNotAgreed].
func (s *Session) Agree(items []string) error {
	if s.open {
		return nil
	}
	said := map[string]bool{}
	var rows []capture.Consent
	if c := s.setup.Study.Consent; c != nil {
		for _, i := range c.Items {
			said[i.ID] = slices.Contains(items, i.ID)
			if i.Needed && !said[i.ID] {
				return ErrNotAgreed
			}
			rows = append(rows, capture.Consent{Item: i.ID, Wording: c.Wording(), Agreed: said[i.ID], At: s.at()})
		}
	}
	s.open, s.agreed = true, said
	if len(rows) > 0 {
		s.keep(capture.Batch{Session: s.id, Consents: rows})
	}
	kind := event.SessionStarted
	if s.seq > 0 {
		kind = event.SessionResumed
	}
	s.log(event.Event{Kind: kind, Code: int32(s.setup.Timing)})
	return nil
}

// May reports whether an item was agreed to in this run.
func (s *Session) May(item string) bool { return s.agreed[item] }

// keep hands a batch to the journal, once someone has agreed to that.
func (s *Session) keep(b capture.Batch) {
	if s.open {
		s.setup.Journal.Save(b)
	}
}
