package program

import (
	"context"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/simulate"
	"recordwell/capture/study"
)

// dayLength is how far apart made-up people begin.
const dayLength = 24 * time.Hour

// Simulate adds made-up people to the study, each through the real session
// code. They are marked as simulated. Each that is done is reported, with its
// number from 1.
func (p *Program) Simulate(ctx context.Context, people int, seed uint64, done func(n int)) error {
	return p.SimulatePlanted(ctx, people, seed, simulate.Plant{}, done)
}

// SimulatePlanted is Simulate with something put in for a report to find.
func (p *Program) SimulatePlanted(ctx context.Context, people int, seed uint64, plant simulate.Plant, done func(n int)) error {
	codes := study.NewCodes(p.Study().Seed, people, p.Study().Has)
	for n, code := range codes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := p.simulate(ctx, code, seed, n, plant); err != nil {
			return err
		}
		done(n + 1)
	}
	return nil
}

func (p *Program) simulate(ctx context.Context, code string, seed uint64, n int, plant simulate.Plant) error {
	start := p.Study().Collection.Start.Time().Add(200*dayLength + time.Duration(n)*dayLength/4 + 9*time.Hour)
	person := simulate.NewRun(seed, n, start)
	person.Plant(plant)
	run := event.Run{ID: uuid.Must(uuid.NewV7()), Started: start, Program: Version}
	if err := p.Store.SaveRun(ctx, run); err != nil {
		return err
	}
	s, err := p.begin(ctx, code, conduct{clock: person.Clock(), journal: person, after: person.After, run: run.ID, simulated: true})
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
