package metrics

import (
	"maps"
	"slices"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
)

// Question is the measures of one question over all sessions. Times are active
// seconds of one field: one question about one entity.
type Question struct {
	ID      capture.QuestionID
	People  int // who entered it
	Fields  int // times it was met: a question of a repeating group often more
	Visits  int
	Wait    Times // from entering to the first change
	Time    Times
	Elapsed Times // as Time, interruptions included
	// FirstRight counts fields whose first answer nothing was found wrong with,
	// of Committed ones that were answered at all.
	FirstRight, Committed int
	// FirstTries are the same by person, in ascending order.
	FirstTries      []Tries
	Amended         int // fields changed again on a later visit
	Filled          int // fields that held an answer at some time
	Returned        int // fields come back to after they were filled
	Deletes, Cursor int64
	Help            int // times help was opened
	ErrorsMet       int // errors that a person was told of
	QueriesMet      int
	Dropped         int // unfinished tasks that ended here
	// Lost is the mean number of seconds lost on one field: active time over the
	// middle person's, plus time on it while a finding was shown.
	Lost float64
	// BySession is the middle time of each person, in the order of sessions, and
	// Trend what the later half did against the earlier one.
	BySession []float64
	Trend     Trend
}

// Tries are one person's first answers: so many of them right.
type Tries struct{ Person, Right, Of int }

// Times sums up lengths of time in seconds. N is how many there were.
type Times struct {
	N         int
	Sum       float64
	Median    float64
	Geometric float64
	// Likely is the range of the geometric mean; it takes fields to be
	// independent, so it is given for one field a person only.
	Likely stat.Interval
}

func timesOf(values []float64, people int) Times {
	mean, likely, n := stat.GeometricMean(values)
	t := Times{N: len(values), Median: stat.Median(values), Geometric: mean}
	for _, v := range values {
		t.Sum += v
	}
	if n == people {
		t.Likely = likely.For(people)
	}
	return t
}

// Trend is how a measure moved from the first to the last sessions.
type Trend string

// The trends. A change of less than a fifth is level.
const (
	TrendUnknown Trend = ""
	TrendDown    Trend = "down"
	TrendUp      Trend = "up"
	TrendLevel   Trend = "level"
)

func trendOf(values []float64) Trend {
	if len(values) < 2*stat.MinPeople {
		return TrendUnknown
	}
	half := len(values) / 2
	before, _, _ := stat.GeometricMean(values[:half])
	after, _, _ := stat.GeometricMean(values[len(values)-half:])
	switch {
	case before <= 0 || after <= 0:
		return TrendUnknown
	case after < before/1.2:
		return TrendDown
	case after > before*1.2:
		return TrendUp
	default:
		return TrendLevel
	}
}

// questionSum collects one question. Lists have an entry a field.
type questionSum struct {
	people          people
	person          []int32
	active, elapsed []float64
	fixing          []float64
	wait            []float64
	first           []Tries // one a person

	visits, firstRight, committed, amended, filled, returned int
	help, errors, queries, dropped                           int
	deletes, cursor                                          int64
}

func (q *questionSum) add(person int, f *Field) {
	q.help += f.Help
	q.deletes += f.Deletes
	q.cursor += f.Cursor
	if f.Commits > 0 {
		q.committed++
		right := 0
		if !f.FirstRaised {
			q.firstRight++
			right = 1
		}
		if n := len(q.first); n == 0 || q.first[n-1].Person != person {
			q.first = append(q.first, Tries{Person: person})
		}
		last := &q.first[len(q.first)-1]
		last.Right, last.Of = last.Right+right, last.Of+1
	}
	if f.Filled || f.endedFilled {
		q.filled++
	}
	if f.Amendments > 0 {
		q.amended++
	}
	if f.Returns > 0 {
		q.returned++
	}
	if f.Visits == 0 {
		return
	}
	q.people.add(person)
	q.person = append(q.person, int32(person))
	q.visits += f.Visits
	q.active = append(q.active, seconds(f.Active))
	q.elapsed = append(q.elapsed, seconds(f.Wall))
	q.fixing = append(q.fixing, seconds(f.Fixing))
	if f.Hesitated {
		q.wait = append(q.wait, seconds(f.Hesitation))
	}
}

// lost is the mean over fields of the seconds above the middle plus fixing.
// Time spent fixing is not counted twice: only the rest is held against the
// middle.
func (q *questionSum) lost() float64 {
	if len(q.active) == 0 {
		return 0
	}
	plain := make([]float64, len(q.active))
	for i := range plain {
		plain[i] = q.active[i] - q.fixing[i]
	}
	middle, sum := stat.Median(plain), 0.0
	for i, v := range plain {
		sum += max(0, v-middle) + q.fixing[i]
	}
	return sum / float64(len(plain))
}

// bySession returns the middle time of each person.
func (q *questionSum) bySession() []float64 {
	var out []float64
	for from := 0; from < len(q.person); {
		to := from
		for to < len(q.person) && q.person[to] == q.person[from] {
			to++
		}
		out = append(out, stat.Median(q.active[from:to]))
		from = to
	}
	return out
}

func (q *questionSum) measures(id capture.QuestionID) Question {
	n := len(q.people)
	by := q.bySession()
	return Question{
		ID: id, People: n, Fields: len(q.active), Visits: q.visits,
		Wait: timesOf(q.wait, n), Time: timesOf(q.active, n), Elapsed: timesOf(q.elapsed, n),
		FirstRight: q.firstRight, Committed: q.committed, FirstTries: q.first,
		Amended: q.amended, Filled: q.filled, Returned: q.returned,
		Deletes: q.deletes, Cursor: q.cursor, Help: q.help,
		ErrorsMet: q.errors, QueriesMet: q.queries, Dropped: q.dropped,
		Lost: q.lost(), BySession: by, Trend: trendOf(by),
	}
}

// Questions returns the measures of every question that anyone met or that a
// finding was about, by id.
func (s *Study) Questions() []Question {
	var out []Question
	for _, id := range slices.Sorted(maps.Keys(s.questions)) {
		if id != "" { // findings of the whole case
			out = append(out, s.questions[id].measures(id))
		}
	}
	return out
}
