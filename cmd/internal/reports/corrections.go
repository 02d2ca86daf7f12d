package reports

import (
	"context"

	"recordwell/capture"
	"recordwell/capture/export"
	"recordwell/capture/sqlite"
)

// WriteCorrections writes what children and families said is not right, when records
// of a study were read back to them, into a folder, which it makes, with a data
// dictionary: corrections.csv. It returns the names of the files.
func WriteCorrections(ctx context.Context, r *sqlite.Reader, q Request, dir string) ([]string, error) {
	state, sessions, err := stateOf(ctx, r, q)
	if err != nil {
		return nil, err
	}
	defer state.Close()
	person := map[capture.SessionID]int{}
	for i := range sessions {
		if q.Round == "" || q.Round == sessions[i].Round {
			person[sessions[i].ID] = i + 1
		}
	}
	questions := questionsOf(q)
	return writeTable(dir, func(failed func(error)) export.Table {
		return export.Corrections(func(each func(*export.Corrected)) {
			for said, err := range r.Comments(ctx, q.Study.ID) {
				if err != nil {
					failed(err)
					return
				}
				n := person[said.Session]
				if n == 0 || said.What.ReadBack == capture.NoCorrection {
					continue
				}
				history, err := state.History(ctx, said.What.Ref)
				if err != nil {
					failed(err)
					return
				}
				each(&export.Corrected{Session: &sessions[n-1], Person: n, Comment: said.What, Question: questions[said.What.Ref.Question], History: history})
			}
		})
	})
}
