package replay

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/metrics"
)

// Cost is what one question cost one person in one task, over all it was asked
// about.
type Cost struct {
	Session capture.SessionID
	Task    string
	// Active is time at the question without interruptions.
	Active  time.Duration
	Visits  int
	Shown   int // findings that the person was told of
	Changed int // answers that replaced an earlier one on a later visit
	Help    int
}

// Costs returns what a question cost each person who went there, what cost most
// first. The events come session by session.
func Costs(events iter.Seq2[event.Record, error], question capture.QuestionID) ([]Cost, error) {
	var out []Cost
	fold := metrics.NewFold(nil, func(s *metrics.Session) {
		for _, t := range s.Tasks {
			c := Cost{Session: capture.SessionID(s.ID.String()), Task: t.ID}
			for _, f := range t.Fields {
				if f.Question != question {
					continue
				}
				c.Active += f.Active
				c.Visits += f.Visits
				c.Shown += f.Shown
				c.Changed += f.Amendments
				c.Help += f.Help
			}
			if c.Visits+c.Shown > 0 {
				out = append(out, c)
			}
		}
	})
	for e, err := range events {
		if err == nil {
			err = fold.Add(&e)
		}
		if err != nil {
			return nil, err
		}
	}
	fold.Close()
	slices.SortStableFunc(out, func(a, b Cost) int {
		return cmp.Or(cmp.Compare(b.Active, a.Active), cmp.Compare(b.Shown, a.Shown))
	})
	return out, nil
}
