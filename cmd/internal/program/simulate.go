package program

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/form"
	"recordwell/capture/simulate"
	"recordwell/capture/study"
)

// dayLength is how far apart made-up people begin.
const dayLength = 24 * time.Hour

// Simulate adds made-up people to the study, each through the real session
// code. They are marked as simulated. Each that is done is reported, with its
// number from 1.
//
// In a study of several rounds the first people are in the first round, and so on,
// whether a round is open or not. There a question whose words change from one
// round to the next is harder before than after, so that comparing the rounds has
// something to show.
func (p *Program) Simulate(ctx context.Context, people int, seed uint64, done func(n int)) error {
	return p.SimulatePlanted(ctx, people, seed, reworded(p.Library(), p.Study()), done)
}

// reworded plants that the first question whose words change between two rounds is
// harder in the earlier one.
func reworded(lib *study.Library, s *study.Study) (none simulate.Plant) {
	for i := 1; i < len(s.Rounds); i++ {
		for _, v := range s.Rounds[i].Forms {
			was := slices.IndexFunc(s.Rounds[i-1].Forms, func(w capture.FormVersion) bool { return w.Form == v.Form && w.Version != v.Version })
			if was < 0 {
				continue
			}
			before, after := lib.Version(s.Rounds[i-1].Forms[was]), lib.Version(v)
			if before == nil || after == nil {
				continue
			}
			for _, c := range form.Changes(before, after) {
				if c.Kind == form.Reworded {
					return simulate.Plant{Question: c.Question, Slow: 2, Wrong: 0.35, Round: s.Rounds[i-1].ID}
				}
			}
		}
	}
	return none
}

// SimulatePlanted is Simulate with something else put in for a report to find.
func (p *Program) SimulatePlanted(ctx context.Context, people int, seed uint64, plant simulate.Plant, done func(n int)) error {
	rounds := p.Study().Rounds
	codes := study.NewCodes(p.Study().Seed, people, p.Study().Has)
	for n, code := range codes {
		if err := ctx.Err(); err != nil {
			return err
		}
		round := ""
		if len(rounds) > 1 {
			round = rounds[n*len(rounds)/people].ID
		}
		if err := p.simulate(ctx, code, seed, n, round, plant); err != nil {
			return err
		}
		done(n + 1)
	}
	return nil
}

func (p *Program) simulate(ctx context.Context, code string, seed uint64, n int, round string, plant simulate.Plant) error {
	start := p.Study().Collection.Start.Time().Add(200*dayLength + time.Duration(n)*dayLength/4 + 9*time.Hour)
	person := simulate.NewRun(seed, n, start)
	person.Plant(plant)
	run := event.Run{ID: uuid.Must(uuid.NewV7()), Started: start, Program: Version}
	if err := p.Store.SaveRun(ctx, run); err != nil {
		return err
	}
	s, err := p.begin(ctx, code, conduct{clock: person.Clock(), journal: person, after: person.After, run: run.ID, simulated: true, round: round})
	if err != nil {
		return err
	}
	if len(s.Tasks()) > 0 && s.Tasks()[0].State == capture.TaskFinished {
		return nil // this person was made before
	}
	if err := p.Admit(ctx, s); err != nil {
		return err
	}
	if err := person.Work(s); err != nil {
		return err
	}
	if err := p.Store.Write(ctx, person.Take(s.ID())); err != nil {
		return err
	}
	return p.Store.EndSession(ctx, s.ID(), person.Clock().Now())
}
