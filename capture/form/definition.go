package form

import (
	"recordwell/capture"
)

// Definition is one version of one form.
type Definition struct {
	ID      string
	Version string
	Title   string
	// Entity is the type of thing the form is about; there is one of it in a
	// task's case ("referral", "child"), nested under Parent ("case" if empty).
	Entity capture.EntityType
	Parent capture.EntityType
	// Words are names used in labels, such as child_name: "the child"; a
	// scenario replaces them with the story's own.
	Words    map[string]string
	Lists    map[string]*ChoiceList
	Sections []*Section
	// Hash is over the canonical content, so that the same questions and words
	// always have the same hash.
	Hash capture.Hash

	byID   map[capture.QuestionID]*Question
	byName map[string]*Question
}

// Section is a top-level group: one page, or one list with pages of its own
// when it holds a repeat.
type Section struct {
	ID    string // "form/section"
	Name  string
	Label Text
	Hint  Text
	Form  *Definition
	Items []Item
	// Relevant decides whether the section is asked at all; nil means always.
	Relevant *Expr
}

// Item is a question, a group or a repeat, in the order they are asked.
type Item interface{ item() }

// Group is a set of questions under one heading.
type Group struct {
	Name     string
	Label    Text
	Hint     Text
	Relevant *Expr
	Items    []Item
}

// Repeat is a group asked once for each entity of a type. Each entity is asked
// on a page of its own; the section shows the list.
type Repeat struct {
	Name     string
	Entity   capture.EntityType
	Label    Text // "Who lives with Maya?"
	Hint     Text
	Ask      Text // "Does anyone else live with Maya?"
	AddLabel Text // "Yes, add another person"
	EndLabel Text // "No, that is everyone"
	// Title and Line describe an item in the list, as text with ${names}:
	// "${given_names} ${family_name}" and "${relationship} · born ${born}".
	Title, Line Text
	OneTitle    Text // the page of one item: "Someone who lives with Maya"
	Relevant    *Expr
	Min, Max    int // Max 0: no limit
	Items       []Item
}

func (*Question) item() {}
func (*Group) item()    {}
func (*Repeat) item()   {}

// Type is a question's type, in XLSForm's words.
type Type string

// The types of questions.
const (
	TypeText           Type = "text"
	TypeInteger        Type = "integer"
	TypeDecimal        Type = "decimal"
	TypeDate           Type = "date"
	TypeTime           Type = "time"
	TypeSelectOne      Type = "select_one"
	TypeSelectMultiple Type = "select_multiple"
	TypeNote           Type = "note"
	TypeCalculate      Type = "calculate"
)

// Question is one row of a form.
type Question struct {
	ID    capture.QuestionID
	Name  string
	Type  Type
	Label Text
	Hint  Text
	// Short names the answer in lists ("Date of birth"); Thing is the noun of
	// its messages ("Maya’s date of birth").
	Short Text
	Thing Text
	// Why says why we ask and who uses it; Help is longer help.
	Why, Help Text
	Required  *Expr // nil: optional
	RequiredMessage Text
	Relevant   *Expr
	Constraint *Expr
	ConstraintMessage Text
	// Query is a soft check: when it is false the answer is a Check this.
	// QueryMessage says what looks odd, QueryAsk is the reason's own question.
	Query                  *Expr
	QueryMessage, QueryAsk Text
	List         *ChoiceList
	ChoiceFilter *Expr
	// Appearance is XLSForm's: multiline, search, horizontal, partial-date,
	// w4 (a width in letters) …
	Appearance []string
	// Calculate gives a calculate row its value.
	Calculate *Expr
	// Validate holds validator/v10 tags for the single answer, such as
	// "upn" or "max=35,personname".
	Validate string
	// States are escape answers offered besides the value: not_known,
	// not_yet_obtained, refused, with their words.
	States []StateChoice
	// Items are statutory places, "Table.Column".
	Items []string
	// SameAs names the question that this one replaces or repeats.
	SameAs capture.QuestionID
	// MaxLength is the letters a text may have; 0 means no limit.
	MaxLength int
	Form      *Definition
	Section   *Section
	Repeat    *Repeat // nil outside a repeat
	// Line is where it stands in its file, for messages to authors.
	Line int
}

// StateChoice is an escape answer and its words.
type StateChoice struct {
	State capture.State
	Label Text
}

// Has reports an appearance.
func (q *Question) Has(appearance string) bool {
	for _, a := range q.Appearance {
		if a == appearance {
			return true
		}
	}
	return false
}

// ChoiceList is the answers a question may take.
type ChoiceList struct {
	Name    string
	Choices []Choice
}

// Choice is one of them. Name is stored, Label is shown.
type Choice struct {
	Name  string
	Label Text
	Hint  Text
	// Other are common other names, for lists to search.
	Other []string
	// Exclusive clears the rest ("None of these").
	Exclusive bool
	// Attributes are further columns, for choice_filter.
	Attributes map[string]string
}
