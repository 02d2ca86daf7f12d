package session

import (
	"time"

	"recordwell/capture"
	"recordwell/capture/form"
)

// View is everything the record page shows: an immutable snapshot.
type View struct {
	Generation uint64
	Task       TaskHead
	Sections   []SectionLine
	Page       Page
	Save       SaveStatus
}

// TaskHead names the task in hand.
type TaskHead struct {
	ID    string
	Title string
	Today string // the story's date in words
}

// SectionState is where a section stands.
type SectionState uint8

// The states of a section.
const (
	NotStarted SectionState = iota
	InProgress
	Completed
	NotReady // check your answers, while sections are left
)

// SectionLine is a row of the section list. The last one is CheckSection.
type SectionLine struct {
	ID      string
	Label   string
	State   SectionState
	ToFix   int // errors shown
	ToCheck int // queries shown and not explained
	Current bool
}

// CheckSection is the id of "Check your answers".
const CheckSection = "check"

// PageKind says how a page is built.
type PageKind uint8

// The kinds of pages.
const (
	QuestionsPage PageKind = iota
	ListPage               // a repeating group: its items, and "anyone else?"
	ItemPage               // the questions of one item
	CheckPage
	TimelinePage
	KnownPage // answers that the record held already, to read
)

// Page is the middle of the record page.
type Page struct {
	Kind    PageKind
	Section string           // SectionLine.ID
	Item    capture.EntityID // of an ItemPage
	Above   string           // "Form 2 of 3: Child details"
	Title   string
	Hint    string
	// Failed is set after a save that found something, until the next page.
	// SaveCount counts saves, so that the window sees a second failed one.
	Failed    bool
	SaveCount int
	Summary   []SummaryLine
	Blocks    []Block
	List      *ListView
	Mark      *MarkView // nil where a section does not end
	Check     *CheckView
	Timeline  *TimelineView
	Copies    []CopyView   // what brothers’ and sisters’ records have for this page
	Matches   *MatchesView // nil where nobody looks like the child
	Known     *KnownView
}

// SummaryLine is a link of the error summary, errors first. Without a Ref it goes
// to the question about the section (Mark), or to the one of the list.
type SummaryLine struct {
	Ref   capture.Ref
	Query bool
	Mark  bool
	Text  string
}

// Block is one thing on a page: a heading with its words, or a question.
type Block struct {
	Heading string
	Words   string
	// Warning marks words that must not be overlooked.
	Warning bool
	// Question is nil for a heading or note.
	Question *QuestionView
}

// QuestionView is one question as it is asked now.
type QuestionView struct {
	Ref        capture.Ref
	Type       form.Type
	Label      string
	Hint       string
	Short      string
	Optional   bool
	Appearance []string
	Choices    []ChoiceView
	States     []StateView
	MaxLength  int
	Help, Why  string
	Answer     capture.Answer
	// Typing: the answer is what stands in the box, not committed yet.
	Typing bool
	Error  string
	// WrongParts marks the boxes of a date that are wrong: day, month, year.
	WrongParts [3]bool
	Query      *QueryView
	// Others are further questions that the message is about.
	Others []QuestionLink
	// Notice is something to think about that is neither wrong nor logged.
	Notice string
}

// Has reports an appearance of the question.
func (q *QuestionView) Has(appearance string) bool {
	for _, a := range q.Appearance {
		if a == appearance {
			return true
		}
	}
	return false
}

// QuestionLink leads to a question.
type QuestionLink struct {
	Ref   capture.Ref
	Short string
}

// ChoiceView is an answer to choose.
type ChoiceView struct {
	Name, Label, Hint string
	Other             []string
	Exclusive         bool
}

// StateView is an escape answer, such as "I do not know".
type StateView struct {
	State capture.State
	Label string
}

// QueryView is a Check this.
type QueryView struct {
	Rule      string
	Title     string // in the summary: what to look at
	Text      string
	Ask       string
	Reason    string
	Explained bool
}

// ListView is the list of a repeating group.
type ListView struct {
	Entity                  capture.EntityType
	Items                   []ItemView
	Ask, AddLabel, EndLabel string
	Count                   string // "You have added 3 people."
	CanAdd                  bool
}

// ItemView is a card of the list.
type ItemView struct {
	Entity      capture.EntityID
	Title, Line string
	ToFix       int
	ToCheck     int
}

// CheckView is "Check your answers".
type CheckView struct {
	Sections []CheckSectionView
	// Rules is nil where no national rules are checked.
	Rules     *RulesView
	ToFix     int
	ToCheck   int
	Explained int
	// Unfinished counts the sections that are not said to be completed;
	// FirstUnfinished is the first of them.
	Unfinished      int
	FirstUnfinished *SectionLine
	// FirstToFix is where "Fix n answers" goes.
	FirstToFix *capture.Ref
}

// CheckSectionView is one section's answers.
type CheckSectionView struct {
	Section          string
	Title            string
	State            SectionState
	ToFix, Explained int
	ToCheck          int
	// RulesPassed counts the rules of returns that read the section and find
	// nothing.
	RulesPassed int
	Rows        []AnswerRow
	Items       []CheckItemView
}

// CheckItemView is the answers about one item of a repeating group.
type CheckItemView struct {
	Entity capture.EntityID
	Title  string
	Rows   []AnswerRow
}

// AnswerRow is one answer in words.
type AnswerRow struct {
	Ref      capture.Ref
	Name     string
	Words    string
	Provided bool
	Error    string
}

// RulesView is what the rules of the statutory returns find in the record as it
// stands, and whether it could be returned today.
type RulesView struct {
	Returns []string // "Children in need census"
	Passed  int
	// ToFix counts errors, ToCheck queries without a reason.
	ToFix, ToCheck, Explained int
	// Findings are errors, then queries, then those explained.
	Findings []RuleFinding
	// NotReached are findings about questions that nobody has come to yet, errors first.
	NotReached []RuleFinding
	// Later is what will be wrong on the day that the collection year ends unless
	// the record goes on.
	Later    []RuleFinding
	YearEnds string // "31 March 2026"
}

// Stops counts what would stop the case if it were returned today.
func (v *RulesView) Stops() int {
	n := v.ToFix
	for i := range v.NotReached {
		if !v.NotReached[i].Query {
			n++
		}
	}
	return n
}

// RuleFinding is one thing that one rule finds.
type RuleFinding struct {
	Code, Title, Text string // "Rule 8606"
	Query             bool
	Reason            string
	Explained         bool
	Reached           bool
	// Ref is the question to go to, Short its name; empty where there is none.
	Ref   capture.Ref
	Short string
}

// SaveState is how saving goes.
type SaveState uint8

// The states of saving.
const (
	NothingToSave SaveState = iota
	Saving
	Saved
	SaveFailed
	NotKept // somebody only tries it out
)

// SaveStatus is what the bottom bar says.
type SaveStatus struct {
	State SaveState
	At    time.Time
	Why   string // of a failure, in plain words
}
