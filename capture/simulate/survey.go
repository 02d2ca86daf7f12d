package simulate

import (
	"recordwell/capture"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// ease answers the question after a task: quick people find it easier.
func (r *Run) ease(s *session.Session, task string) {
	if !s.Due(study.SEQ, task) {
		return
	}
	r.clock.pass(r.person.seconds(6))
	if r.person.chance(r.person.Blank) {
		s.SkipSurvey(study.SEQ, task, session.SEQItem)
		return
	}
	s.Answer(study.SEQ, task, capture.SurveyAnswer{Item: session.SEQItem, Score: r.score(session.SEQMost)})
}

// system answers the ten statements, those that praise and those that blame the
// opposite way round.
func (r *Run) system(s *session.Session) {
	if !s.Due(study.SUS, s.Subject()) {
		return
	}
	var answers []capture.SurveyAnswer
	for i, st := range session.SUSStatements() {
		r.clock.pass(r.person.seconds(4))
		a := capture.SurveyAnswer{Item: st.Item, Score: r.score(session.SUSMost)}
		if i%2 == 1 {
			a.Score = session.SUSMost + 1 - a.Score
		}
		if r.person.chance(r.person.Blank / 4) {
			a.Score = 0
		}
		answers = append(answers, a)
	}
	s.Answer(study.SUS, s.Subject(), answers...)
}

// score is from 1 to most; the worse it went for this kind of person, the lower.
func (r *Run) score(most int) int {
	trouble := r.person.Wrong + r.person.Slip + r.person.Unknown
	middle := float64(most) * (0.9 - 1.2*trouble)
	return max(1, min(most, int(middle+r.person.rand.NormFloat64()+0.5)))
}
