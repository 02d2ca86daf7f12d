package study

import (
	"slices"

	"recordwell/validation/datatype"
)

// Clone returns a study that can be changed without changing this one.
func (s *Study) Clone() *Study {
	out := *s
	if s.Consent != nil {
		c := *s.Consent
		c.Facts, c.Items, c.Debrief = slices.Clone(c.Facts), slices.Clone(c.Items), slices.Clone(c.Debrief)
		out.Consent = &c
	}
	out.Rounds = slices.Clone(s.Rounds)
	for i := range out.Rounds {
		r := &out.Rounds[i]
		r.Forms, r.Scenarios, r.Conditions = slices.Clone(r.Forms), slices.Clone(r.Scenarios), slices.Clone(r.Conditions)
	}
	out.Surveys, out.Codes, out.Void = slices.Clone(s.Surveys), slices.Clone(s.Codes), slices.Clone(s.Void)
	return &out
}

// Copy returns a study of its own with the same set-up: its rounds are closed, and
// it has no codes, because a code belongs to one study.
func (s *Study) Copy(id, title string, seed int64) *Study {
	out := s.Clone()
	out.ID, out.Title, out.Seed, out.Codes, out.Void, out.node = id, title, seed, nil, nil, nil
	for i := range out.Rounds {
		r := &out.Rounds[i]
		r.Open, r.node = false, nil
		for j := range r.Forms {
			r.Forms[j].Hash = "" // whatever the version holds when the copy is opened
		}
	}
	return out
}

// Blank returns a copy to begin a new study from: what consent promises has to be
// said anew.
func (s *Study) Blank(id, title string, seed int64) *Study {
	out := s.Copy(id, title, seed)
	out.Controller, out.Contact = "", ""
	out.Withdrawal, out.Retention = datatype.Date(0), datatype.Date(0)
	return out
}
