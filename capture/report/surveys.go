package report

import (
	"fmt"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
	"recordwell/capture/study"
)

// Said is an answer to a survey with the session that gave it.
type Said struct {
	Session capture.SessionID
	Answer  capture.SurveyAnswer
}

// Score is a mean of answers on a scale.
type Score struct {
	N      int     `json:"n"` // answers
	People int     `json:"people"`
	Mean   float64 `json:"mean"`
	Likely *Range  `json:"likely,omitempty"`
}

// RangeWords writes the likely range for a column that is headed so.
func (s Score) RangeWords() string {
	if s.N == 0 {
		return "–"
	}
	return strings.TrimPrefix(rangeWords(s.Likely, s.People, figure1), "likely range ")
}

// Usability is what people say about the record on the System Usability Scale,
// all of them or those of one condition.
type Usability struct {
	Condition string `json:"condition,omitempty"` // id; "" for all people
	Title     string `json:"title"`
	Score
	// Complete questionnaires have every statement answered; in the others the
	// skipped ones count as the middle. Imputed counts those. LeftOut is the
	// people who skipped all ten, who have no score.
	Complete int `json:"complete"`
	Imputed  int `json:"statementsSkipped"`
	LeftOut  int `json:"leftOut"`
	// Usable and Learnable are the scores of eight statements, and of
	// statements 4 and 10.
	Usable    float64 `json:"usable"`
	Learnable float64 `json:"learnable"`
	// Percentile is the share, in percent, of published systems with a lower
	// mean; Adjective the published word that is nearest to it.
	Percentile float64 `json:"percentile"`
	Adjective  string  `json:"adjective"`
	// OfComplete is the mean of complete questionnaires, which alone stands
	// beside the usual score.
	OfComplete float64 `json:"meanOfComplete"`
}

// Acceptability says whether systems with such a score are accepted.
func (u Usability) Acceptability() string { return stat.Acceptability(u.Mean) }

// Against says how the score stands to the usual one.
func (u Usability) Against() string {
	if u.Complete == 0 {
		return fmt.Sprintf("No complete answers to hold against the usual score of %d.", stat.SUSBenchmark)
	}
	side := "Above"
	switch {
	case u.OfComplete == stat.SUSBenchmark:
		side = "At"
	case u.OfComplete < stat.SUSBenchmark:
		side = "Below"
	}
	words := fmt.Sprintf("%s the usual score of %d", side, stat.SUSBenchmark)
	switch r := u.Likely; {
	case r == nil || side == "At":
		words += "."
	case r.Low <= stat.SUSBenchmark && stat.SUSBenchmark <= r.High:
		words += ", but the likely range takes it in: " + figure1(r.Low) + " to " + figure1(r.High) + "."
	default:
		words += ", and so is the whole likely range: " + figure1(r.Low) + " to " + figure1(r.High) + "."
	}
	from := " From " + people(u.People) + ", all with complete answers."
	if u.Complete < u.People {
		from = fmt.Sprintf(" From %s, %s with complete answers, whose mean is %s.", people(u.People), number(u.Complete), figure1(u.OfComplete))
	}
	return words + from
}

// EndQuestion is an open question at the end of a session: how many answered it.
// The words of those who may be quoted are in Report.Quotes.
type EndQuestion struct {
	Item     string `json:"item"`
	Words    string `json:"words"`
	Answered int    `json:"answered"`
	Skipped  int    `json:"skipped"`
}

// Quote is something a person wrote who agreed to be quoted. It has no session,
// and quotes stand in the order of their words, so that they do not tell who
// said what.
type Quote struct {
	About string `json:"about"` // a question, a task or an open question
	Words string `json:"words"`
}

// Comments counts what was said about questions and tasks.
type Comments struct {
	Left   int `json:"left"`
	People int `json:"people"`
	Quoted int `json:"quoted"`
}

// surveyed collects what was answered, by session.
type surveyed struct {
	ease  map[capture.SessionID]map[string]int // by task
	sus   map[capture.SessionID]*[stat.SUSItems]int
	ends  []EndQuestion
	end   map[string]int
	says  []Quote
	notes Comments
}

// readVoices reads the answers to surveys and the comments.
func (b *builder) readVoices() error {
	b.said = surveyed{ease: map[capture.SessionID]map[string]int{}, sus: map[capture.SessionID]*[stat.SUSItems]int{}, end: map[string]int{}}
	if b.in.Surveys != nil {
		for s, err := range b.in.Surveys {
			if err != nil {
				return fmt.Errorf("reading the surveys: %w", err)
			}
			if b.row(s.Session) == nil {
				continue
			}
			if err := b.answered(s); err != nil {
				return err
			}
		}
	}
	if b.in.Comments == nil {
		return nil
	}
	who := map[capture.SessionID]bool{}
	for c, err := range b.in.Comments {
		if err != nil {
			return fmt.Errorf("reading the comments: %w", err)
		}
		if b.row(c.Session) == nil || c.Comment.ReadBack != capture.NoCorrection {
			continue // a correction counts with accuracy, by its event
		}
		b.said.notes.Left++
		who[c.Session] = true
		if err := b.quote(c.Session, b.labels.question(c.Comment.Ref.Question), c.Comment.Text); err != nil {
			return err
		}
	}
	b.said.notes.People = len(who)
	return nil
}

// answered takes one answer to a survey.
func (b *builder) answered(s Said) error {
	a := s.Answer
	switch a.Survey {
	case study.SEQ:
		if a.Score > 0 {
			if b.said.ease[s.Session] == nil {
				b.said.ease[s.Session] = map[string]int{}
			}
			b.said.ease[s.Session][a.Subject] = a.Score
		}
		return b.quote(s.Session, b.title(a.Subject), a.Text)
	case study.SUS:
		sheet := b.said.sus[s.Session]
		if sheet == nil {
			sheet = new([stat.SUSItems]int)
			b.said.sus[s.Session] = sheet
		}
		if n, ok := statement(a.Item); ok {
			sheet[n] = a.Score
		}
		return nil
	case study.End:
		i, known := b.said.end[a.Item]
		if !known {
			i = len(b.said.ends)
			b.said.end[a.Item] = i
			b.said.ends = append(b.said.ends, EndQuestion{Item: a.Item, Words: b.words(a)})
		}
		if a.Text == "" {
			b.said.ends[i].Skipped++
			return nil
		}
		b.said.ends[i].Answered++
		return b.quote(s.Session, b.words(a), a.Text)
	}
	return nil
}

func (b *builder) words(a capture.SurveyAnswer) string {
	if b.in.SurveyWords != nil {
		if w := b.in.SurveyWords(a.Survey, a.Item); w != "" {
			return w
		}
	}
	return a.Item
}

// statement reads the number of a SUS statement, "1" to "10", as an index.
func statement(item string) (int, bool) {
	for i := range stat.SUSItems {
		if item == fmt.Sprint(i+1) {
			return i, true
		}
	}
	return 0, false
}

// quote keeps words of a person who agreed to be quoted.
func (b *builder) quote(session capture.SessionID, about, words string) error {
	if words == "" || b.in.Quotable == nil {
		return nil
	}
	may, err := b.in.Quotable(session)
	if err != nil {
		return fmt.Errorf("reading a consent: %w", err)
	}
	if may {
		b.said.notes.Quoted++
		b.said.says = append(b.said.says, Quote{About: about, Words: words})
	}
	return nil
}

func (b *builder) quotes() []Quote {
	slices.SortFunc(b.said.says, func(x, y Quote) int {
		if c := strings.Compare(x.About, y.About); c != 0 {
			return c
		}
		return strings.Compare(x.Words, y.Words)
	})
	return b.said.says
}

// usability scores the questionnaires of sessions that keep says yes to.
func (b *builder) usability(id, title string, keep func(capture.SessionID) bool) Usability {
	u := Usability{Condition: id, Title: title}
	var all, complete []float64
	for _, session := range b.order {
		sheet := b.said.sus[session]
		if sheet == nil || !keep(session) {
			continue
		}
		s, ok := stat.ScoreSUS(*sheet)
		if !ok {
			u.LeftOut++
			continue
		}
		u.Imputed += s.Imputed
		u.Usable, u.Learnable = u.Usable+s.Usability, u.Learnable+s.Learnability
		all = append(all, s.Score)
		if s.Imputed == 0 {
			complete = append(complete, s.Score)
		}
	}
	u.Score, u.Complete = scoreOf(all, len(all), 0, 100), len(complete)
	if u.N == 0 {
		return u
	}
	u.Usable, u.Learnable = u.Usable/float64(u.N), u.Learnable/float64(u.N)
	u.OfComplete, _ = stat.MeanT(complete)
	u.Percentile, u.Adjective = stat.SUSPercentile(u.Mean), stat.Adjective(u.Mean)
	return u
}

// scoreOf sums up scores on a scale, one a person.
func scoreOf(values []float64, answers int, low, high float64) Score {
	mean, likely := stat.MeanT(values)
	likely, _ = likely.For(len(values)).Clip(low, high)
	return Score{N: answers, People: len(values), Mean: mean, Likely: rangeOf(likely)}
}

// easeOf is the mean answer to how easy a task was ("" for every task), of the
// sessions that keep says yes to. With several tasks a person, people's own
// means are taken first.
func (b *builder) easeOf(task string, keep func(capture.SessionID) bool) Score {
	var each []float64
	n := 0
	for _, session := range b.order {
		if !keep(session) {
			continue
		}
		if mean, answers := b.easeFor(session, task); answers > 0 {
			each = append(each, mean)
			n += answers
		}
	}
	return scoreOf(each, n, 1, 7)
}

func (b *builder) easeFor(session capture.SessionID, task string) (mean float64, n int) {
	sum := 0
	for t, score := range b.said.ease[session] {
		if task == "" || t == task {
			sum, n = sum+score, n+1
		}
	}
	if n == 0 {
		return 0, 0
	}
	return float64(sum) / float64(n), n
}

func everyone(capture.SessionID) bool { return true }
