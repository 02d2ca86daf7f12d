package report

import (
	"time"

	"recordwell/capture/metrics/stat"
)

// Report is everything that is printed.
type Report struct {
	Study   string    `json:"study"`
	Title   string    `json:"title"`
	Round   string    `json:"round,omitempty"`
	Made    time.Time `json:"made"`
	Program string    `json:"program"`
	// Simulated counts people that the program made up. With one or more, every
	// page and file says so.
	Simulated  int         `json:"simulatedPeople"`
	Counts     Counts      `json:"counts"`
	Headline   []string    `json:"headline"`
	Dimensions []Dimension `json:"dimensions"`
	Cards      []Card      `json:"cards"`
	Tasks      []Task      `json:"tasks"`
	Matrix     []Outcome   `json:"errorMatrix"`
	Accuracy   Accuracy    `json:"accuracy"`
	Validity   Validity    `json:"validity"`
	Complete   Complete    `json:"completeness"`
	Sections   []Section   `json:"sections"`
	Questions  []Question  `json:"questions"`
	Items      []Item      `json:"items,omitempty"`
	Rules      []Rule      `json:"rules"`
	Prevention *Prevention `json:"prevention,omitempty"`
	// Conditions stand side by side where people had different ones; Comparisons
	// holds them, and tasks that the same people did, against each other.
	Conditions  []Condition  `json:"conditions,omitempty"`
	Comparisons []Comparison `json:"comparisons,omitempty"`
	// Rounds holds each round of the study against each later one; only in a report
	// on all rounds.
	Rounds       []Rounds      `json:"rounds,omitempty"`
	Ease         Score         `json:"ease"` // after a task, 1 to 7, over all tasks
	Usability    Usability     `json:"sus"`
	EndQuestions []EndQuestion `json:"endQuestions,omitempty"`
	Comments     Comments      `json:"comments"`
	Quotes       []Quote       `json:"quotes,omitempty"`
	Forms        []Form        `json:"forms"`
	// Failing are the places of records that failed, for the research team alone.
	Failing []Place `json:"failing,omitempty"`
	// Asked is when answers were shown to a researcher, and how many.
	Asked []Asked  `json:"answersShown,omitempty"`
	Notes []string `json:"notes"`
}

// Counts says what stands behind the report.
type Counts struct {
	Invited  int   `json:"invited"` // codes of the study
	Started  int   `json:"started"` // sessions with an event
	Finished int   `json:"finished"`
	Records  int   `json:"records"` // finished tasks
	Recorded int   `json:"recordPeople"`
	Checked  int   `json:"answersChecked"` // against the answer key
	Unscored int   `json:"answersNotScored"`
	Events   int64 `json:"events"`
	Lost     int64 `json:"eventsLost"`
}

// Range is a 95% likely range.
type Range struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

func rangeOf(i stat.Interval) *Range {
	if !i.Known {
		return nil
	}
	return &Range{i.Low, i.High}
}

// Rate is a proportion, Part of Whole, of so many people. Likely is nil where
// too few people stand behind it.
type Rate struct {
	Part   int     `json:"part"`
	Whole  int     `json:"whole"`
	People int     `json:"people"`
	Rate   float64 `json:"rate"` // 0 to 1
	Likely *Range  `json:"likely,omitempty"`
}

// Measured reports that there is anything to be a proportion of.
func (r Rate) Measured() bool { return r.Whole > 0 }

// Dimension is one of the six of the Government Data Quality Framework.
type Dimension struct {
	Name    string `json:"name"`
	Meaning string `json:"meaning"`
	Of      string `json:"of"` // what is counted: "answers", "people in lists"
	Rate
	Target float64 `json:"target"` // 0 to 1
	// Why says why it is not measured.
	Why string `json:"notMeasured,omitempty"`
}

// Verdict says how a dimension stands to its target.
func (d Dimension) Verdict() string {
	switch {
	case !d.Measured():
		return "Not measured"
	case d.Meets():
		return "Meets " + percentShort(d.Target)
	default:
		return points(d.Target-d.Rate.Rate) + " below " + percentShort(d.Target)
	}
}

// Meets reports that the target is reached.
func (d Dimension) Meets() bool { return d.Measured() && d.Rate.Rate >= d.Target-1e-9 }

// Card is one headline figure with its range.
type Card struct {
	Name   string  `json:"name"`
	Figure string  `json:"figure"`
	Of     string  `json:"of"` // what and how many stand behind it
	Likely string  `json:"likely"`
	Value  float64 `json:"value"`
	Range  *Range  `json:"range,omitempty"`
	Low    float64 `json:"scaleLow"` // the scale the range is drawn on
	High   float64 `json:"scaleHigh"`
	Ends   [2]string
	Known  bool `json:"known"`
}

// Task is one task over all people.
type Task struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Opened people began it; Finished, Skipped and LeftOpen say how it ended.
	Opened   int `json:"opened"`
	Finished int `json:"finished"`
	Skipped  int `json:"skipped"`
	LeftOpen int `json:"leftOpen"`
	// Success is by the task's own rule; where it declares none, by finishing.
	Success    Rate    `json:"success"`
	OwnRule    bool    `json:"ownRule"`
	Overruled  int     `json:"overruledByObserver,omitempty"` // of those that Success counts
	Time       Seconds `json:"time"`                          // active, of successes
	Elapsed    Seconds `json:"elapsed"`                       // the same with interruptions
	Ease       Score   `json:"ease"`                          // 1 very difficult to 7 very easy
	ErrorsMet  float64 `json:"errorsMetPerRecord"`
	Backtracks float64 `json:"backtracksPerRecord"`
}

// Seconds sums up lengths of time.
type Seconds struct {
	N         int     `json:"n"`
	Median    float64 `json:"median"`
	Geometric float64 `json:"geometricMean"`
	Likely    *Range  `json:"likely,omitempty"` // of the geometric mean
}

// Outcome is one column of the error matrix.
type Outcome struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
	Of    int    `json:"of"`
}

// Accuracy is the answers against the key.
type Accuracy struct {
	All      Rate `json:"all"`
	Critical Rate `json:"critical"`
	// PerThousand is wrong answers in 1,000, with the exact range that takes
	// answers to be independent, and the range over people that does not.
	PerThousand   float64 `json:"errorsPerThousand"`
	Exact         *Range  `json:"exactRange,omitempty"`
	OverPeople    *Range  `json:"rangeOverPeople,omitempty"`
	WrongButValid float64 `json:"wrongButValidShare"`
	Accents       int     `json:"rightButForAccents"`
	MissingPeople int     `json:"missingPeople"`
	ExtraPeople   int     `json:"extraPeople"`
	SetAgreement  float64 `json:"setAgreement"` // mean F1 of Sets answers
	Sets          int     `json:"sets"`
	SetMissing    int     `json:"setChoicesMissing"`
	SetExtra      int     `json:"setChoicesExtra"`
	// ReadBack is what children and families said of it.
	ReadBack ReadBack `json:"readBack"`
}

// ReadBack is records that were read back to the child and family: the answers on
// their sheets, those that they said are not right, and those of them that the
// person agrees are wrong.
type ReadBack struct {
	Records   int `json:"records"`
	Lines     int `json:"lines"`
	Corrected int `json:"corrected"`
	Agreed    int `json:"agreed"`
}

// Validity is answers against the rules, at first and in the end.
type Validity struct {
	First        Rate `json:"firstAttempt"`
	Final        Rate `json:"final"`
	WithoutError Rate `json:"recordsWithoutError"`
	Unreadable   int  `json:"unreadable"`
	NotOnList    int  `json:"notOnList"`
}

// Complete is answers against what was asked.
type Complete struct {
	All      Rate  `json:"all"`
	Required Rate  `json:"required"`
	Optional Rate  `json:"optional"`
	States   []Why `json:"states"`
	// Workarounds are answers that stand in for one, by kind.
	Workarounds []Why `json:"workarounds"`
}

// Why is a reason with its count.
type Why struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
	Of    int    `json:"of"`
}

// Section is one section of a form.
type Section struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Form     string  `json:"form"`
	Complete Rate    `json:"complete"`
	Valid    Rate    `json:"valid"`
	Accurate Rate    `json:"accurate"`
	Matrix   []int   `json:"matrix"` // in the order of Report.Matrix
	Time     Seconds `json:"time"`
	Share    float64 `json:"shareOfTime"`
	People   int     `json:"people"`
}

// Form is one form over all people.
type Form struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	People   int     `json:"people"`
	Complete Rate    `json:"complete"`
	Valid    Rate    `json:"valid"`
	Accurate Rate    `json:"accurate"`
	Matrix   []int   `json:"matrix"`
	Time     Seconds `json:"time"` // active, of a person and task
	Elapsed  Seconds `json:"elapsed"`
}

// Question is one question over all people.
type Question struct {
	ID         string  `json:"id"`
	Label      string  `json:"label"`
	Section    string  `json:"section"`
	People     int     `json:"people"`
	Seen       int     `json:"seen"` // fields met; several a person in a repeating group
	Wait       Seconds `json:"wait"`
	Time       Seconds `json:"time"`
	Elapsed    Seconds `json:"elapsed"`
	Visits     int     `json:"visits"`
	Returned   int     `json:"returned"`
	Changed    int     `json:"changed"` // fields whose answer was changed on a later visit
	Filled     int     `json:"filled"`
	Deletes    int64   `json:"deletes"`
	Cursor     int64   `json:"cursor"`
	ErrorsMet  int     `json:"errorsMet"`
	QueriesMet int     `json:"queriesMet"`
	Help       int     `json:"help"`
	Dropped    int     `json:"droppedHere"`
	Blank      Rate    `json:"blank"`
	First      Rate    `json:"firstAttempt"`
	Valid      Rate    `json:"valid"`
	Accurate   Rate    `json:"accurate"`
	Matrix     []int   `json:"matrix"`
	// Corrected counts answers that a child or family said are not right when the
	// record was read back, Agreed those that the person agrees are wrong.
	Corrected int `json:"corrected"`
	Agreed    int `json:"correctedAgreed"`
	// Letters is the mean length of the answers that are text in finished records,
	// of Texts answers.
	Letters   float64   `json:"letters,omitempty"`
	Texts     int       `json:"texts,omitempty"`
	Lost      float64   `json:"secondsLost"`
	BySession []float64 `json:"bySession,omitempty"`
	Trend     string    `json:"trend,omitempty"`
}

// Rule is one rule over all people.
type Rule struct {
	ID            string  `json:"id"`
	Title         string  `json:"title"`
	Kind          string  `json:"kind"` // "Error" or "Check this"
	Exposed       Rate    `json:"exposed"`
	Found         int     `json:"foundPeople"`
	Detected      int     `json:"detected"`
	Shown         int     `json:"shown"`
	Cleared       int     `json:"cleared"`
	Repairs       float64 `json:"repairsEach"`
	RepairTime    Seconds `json:"repairTime"`
	Explained     int     `json:"explained"`
	LeftExplained int     `json:"leftExplained"`
	LeftOpen      int     `json:"leftOpen"`
	CostEach      float64 `json:"secondsPerPerson"`
	// Worth is what the rule was worth against the key; nil without a key.
	Worth *Prevention `json:"worth,omitempty"`
}

// Prevention is what the rules were worth, held against the key.
type Prevention struct {
	// FalseAlarms counts findings about an answer that was right, of Raised
	// findings about answers in the key.
	FalseAlarms Rate `json:"falseAlarms"`
	// Prevented counts answers that were wrong at first, were found fault with,
	// and are right in the end. Price is the active seconds that all findings
	// cost for each of them; nil when none was prevented.
	Prevented int      `json:"errorsPrevented"`
	Price     *float64 `json:"secondsPerPreventedError,omitempty"`
}
