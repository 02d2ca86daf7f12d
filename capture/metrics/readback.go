package metrics

import (
	"maps"
	"slices"

	"recordwell/capture"
	"recordwell/capture/event"
)

// ReadBack is one record that was read back to a child and family.
type ReadBack struct {
	Task string
	// Lines are the answers on the longest sheet that was opened.
	Lines int64
	// Corrected counts the answers that they said are not right, Agreed those of
	// them that the person agrees are wrong.
	Corrected, Agreed int
	// Questions are the same by question, those with a correction.
	Questions map[string]Corrections
}

// Corrections are answers to a question that were said to be not right, and those of
// them that the person agrees are wrong.
type Corrections struct{ Corrected, Agreed int }

// readBackFold gathers the records of a session that were read back.
type readBackFold map[string]*readBackTask

type readBackTask struct {
	lines     int64
	corrected map[place]capture.Correction
}

func (f *readBackFold) add(e *event.Record) {
	if *f == nil {
		*f = readBackFold{}
	}
	t := (*f)[e.Task]
	if t == nil {
		t = &readBackTask{corrected: map[place]capture.Correction{}}
		(*f)[e.Task] = t
	}
	if e.Kind == event.ReadBack {
		t.lines = max(t.lines, e.Count)
		return
	}
	at := place{e.Question, e.Entity}
	t.corrected[at] = capture.Correction(e.Code)
	if t.corrected[at] == capture.NoCorrection {
		delete(t.corrected, at) // taken back
	}
}

func (f readBackFold) all() (out []ReadBack) {
	for _, task := range slices.Sorted(maps.Keys(f)) {
		t := f[task]
		r := ReadBack{Task: task, Lines: t.lines, Corrected: len(t.corrected), Questions: map[string]Corrections{}}
		for at, c := range t.corrected {
			q := r.Questions[at.question]
			q.Corrected++
			if c == capture.Agreed {
				r.Agreed++
				q.Agreed++
			}
			r.Questions[at.question] = q
		}
		out = append(out, r)
	}
	return out
}

// ReadBackSums is what was said of all records that were read back.
type ReadBackSums struct {
	Records, Lines, Corrected, Agreed int
}

func (s *ReadBackSums) add(list []ReadBack) {
	for _, r := range list {
		if r.Lines == 0 && r.Corrected == 0 {
			continue // a sheet without answers, and nothing said
		}
		s.Records++
		s.Lines += max(int(r.Lines), r.Corrected)
		s.Corrected += r.Corrected
		s.Agreed += r.Agreed
	}
}

func (s *Study) addCorrections(list []ReadBack) {
	for _, r := range list {
		for question, c := range r.Questions {
			sum := s.corrected[question]
			s.corrected[question] = Corrections{sum.Corrected + c.Corrected, sum.Agreed + c.Agreed}
		}
	}
}

// Corrected returns what was said of the answers to a question.
func (s *Study) Corrected(question capture.QuestionID) Corrections {
	return s.corrected[string(question)]
}

// ReadBack returns what was said of all records that were read back.
func (s *Study) ReadBack() ReadBackSums { return s.readBack }
