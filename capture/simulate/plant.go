package simulate

import "recordwell/capture"

// Plant is what is put into a made-up study for somebody to find: a question
// that is hard for everyone, or for everyone of a round, and a condition or a round
// in which everyone does better. The zero Plant puts nothing in.
type Plant struct {
	// Question takes everyone Slow times as long to begin with and to type, and is
	// answered wrongly, in a way that could be right, with the chance Wrong.
	Question    capture.QuestionID
	Slow, Wrong float64
	// Condition is the id of one in which all times, and all chances of going
	// wrong, are Better times what they are: 0.5 is half.
	Condition string
	Better    float64
	// Round is the id of a round: the Question is hard in it alone, and without a
	// Condition everyone of it is Better.
	Round string
}

// Plant puts something in to be found. It is called before Work.
func (r *Run) Plant(p Plant) { r.plant = p }

// in returns what of it there is in a round.
func (p Plant) in(round string) Plant {
	if p.Round != "" && p.Round != round {
		return Plant{}
	}
	return p
}

// inCondition returns the person as they are in a condition.
func (p Plant) inCondition(condition string, who *person) *person {
	inRound := p.Round != "" && p.Condition == "" && p.Better > 0
	if !inRound && (p.Condition == "" || p.Condition != condition) {
		return who
	}
	better := *who
	better.speed *= p.Better
	for _, chance := range []*float64{&better.Wrong, &better.Slip, &better.Blank, &better.Unknown} {
		*chance *= p.Better
	}
	return &better
}

// at returns the person as they are at a question.
func (p Plant) at(q capture.QuestionID, who *person) *person {
	if p.Question == "" || p.Question != q {
		return who
	}
	worse := *who
	worse.speed *= p.Slow
	worse.Wrong = max(worse.Wrong, p.Wrong)
	return &worse
}
