package program

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// TryStudy begins a session that the researcher tries, of which the journal keeps
// what it likes. It lies in a round of a study that is not at fault, in one of
// its conditions, by its number.
func (r *Research) TryStudy(id, round string, condition int, j session.Journal) (*session.Session, error) {
	s := r.Library().Studies[id]
	if s == nil {
		return nil, errors.New("this study has something missing. Put it right first")
	}
	i := slices.IndexFunc(s.Rounds, func(x study.Round) bool { return x.ID == round })
	if i < 0 {
		return nil, errors.New("there is no such round. Choose another")
	}
	return r.try(r.Library(), s, &s.Rounds[i], condition, j)
}

// TryScenario begins a session in one scenario alone, with the newest forms. It may
// have faults, so that its key can be made.
func (r *Research) TryScenario(id string, j session.Journal) (*session.Session, error) {
	lib, err := r.Shelf().Trial(id)
	if err != nil {
		return nil, err
	}
	scenario := lib.Scenarios[id]
	round := study.Round{ID: "trial", Title: scenario.Title, Open: true, Scenarios: []string{id}, Conditions: []study.Condition{{ID: "standard", When: study.OnContinue, Wording: "standard"}}}
	for _, name := range slices.Sorted(maps.Keys(lib.Forms)) {
		d := lib.Forms[name]
		round.Forms = append(round.Forms, capture.FormVersion{Form: d.ID, Version: d.Version, Hash: d.Hash})
	}
	return r.try(lib, r.Study(), &round, 0, j)
}

func (r *Research) try(lib *study.Library, in *study.Study, round *study.Round, condition int, j session.Journal) (*session.Session, error) {
	if condition < 0 || condition >= len(round.Conditions) {
		return nil, fmt.Errorf("the round has %d conditions", len(round.Conditions))
	}
	code := study.NewCodes(in.Seed, 1, in.Has)[0]
	row := capture.SessionRow{
		ID: capture.SessionID(r.IDs.New()), Code: code, Study: in.ID, Round: round.ID,
		Condition: int32(condition), Started: r.Clock.Now(), Simulated: true,
	}
	return session.New(session.Setup{
		Clock: r.Clock, IDs: r.IDs, Journal: j, Run: r.run.ID, After: r.After, Vocabulary: r.vocab,
		Study: in, Library: lib, Timing: timing(round.Conditions[condition].When), Version: Version, Calendar: Calendar(),
	}, row, round)
}
