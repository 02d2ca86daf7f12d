package form

import (
	"recordwell/capture"
	"recordwell/capture/form/source"
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
	// When are the dates by which the thing stands in the timeline of its case.
	When []*Question
	// Words are names used in labels, such as child_name: "the child"; a
	// scenario replaces them with the story's own.
	Words    map[string]string
	Lists    map[string]*ChoiceList
	Sections []*Section
	// Hash is over the canonical content, so that the same questions and words
	// always have the same hash.
	Hash capture.Hash
	// Background is set, in a Set, where the record holds the answers already and
	// nobody is asked.
	Background bool

	read    ReadBack // of rows that say nothing of their own
	byID    map[capture.QuestionID]*Question
	inOrder []*Question
	repeats []*Repeat
	// file, codesets and pending let Link build the form again with the names
	// of the other forms of its task.
	file     *source.Node
	codesets map[string]*source.Node
	pending  []pending
}

// File returns the path that the form was read from.
func (d *Definition) File() string { return d.file.File }

// Questions returns every question in the order they are asked, also those of
// groups and repeats, notes and calculate rows.
func (d *Definition) Questions() []*Question { return d.inOrder }

// Question returns the question of an id, or nil.
func (d *Definition) Question(id capture.QuestionID) *Question { return d.byID[id] }

// Named returns the question of a name: the one outside repeats, else the only
// one inside; nil when there is none or several.
func (d *Definition) Named(name string) *Question {
	var inside []*Question
	for _, q := range d.inOrder {
		switch {
		case q.Name != name:
		case q.Repeat == nil:
			return q
		default:
			inside = append(inside, q)
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	return nil
}

// Repeats returns every repeat, outer ones before those inside them.
func (d *Definition) Repeats() []*Repeat { return d.repeats }

// Section is a top-level group: one page, or one list with pages of its own
// when it holds a repeat.
type Section struct {
	ID    string // "form/section"
	Name  string
	Label Text
	Hint  Text
	Form  *Definition
	Items []Item
	// ReadTitle heads the section where it is read back; empty: Label does.
	ReadTitle [Readers]Text
	// Relevant decides whether the section is asked at all; nil means always.
	Relevant *Expr

	node *source.Node
}

// Item is a question, a group or a repeat, in the order they are asked.
type Item interface{ item() }

// Group is a set of questions under one heading.
type Group struct {
	ID       string // its path, as a question's
	Name     string
	Label    Text
	Hint     Text
	Relevant *Expr
	Items    []Item

	node *source.Node
}

// Repeat is a group asked once for each entity of a type. Each entity is asked
// on a page of its own; the section shows the list.
type Repeat struct {
	ID       string // its path, as a question's
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
	// When are the dates by which an item stands in the timeline of its case.
	When []*Question
	// WhenIf decides which items stand there; nil means all.
	WhenIf *Expr
	// SharedUnless is a question of the repeat; an item that answers it is not
	// offered to brothers and sisters. Nil: all are.
	SharedUnless *Question
	Relevant     *Expr
	Min, Max     int // Max 0: no limit
	Items        []Item
	Form         *Definition
	Section      *Section
	Parent       *Repeat // nil unless it stands in another repeat

	node *source.Node
}

// within reports whether the repeat is outer, or stands inside it.
func (r *Repeat) within(outer *Repeat) bool {
	for ; r != nil; r = r.Parent {
		if r == outer {
			return true
		}
	}
	return outer == nil
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
	Why, Help         Text
	Required          *Expr // nil: optional
	RequiredMessage   Text
	Relevant          *Expr
	Constraint        *Expr
	ConstraintMessage Text
	// Query is a soft check: when it is false the answer is a Check this.
	// QueryMessage says what looks odd, QueryAsk is the reason's own question.
	Query                  *Expr
	QueryMessage, QueryAsk Text
	// QueryRule is the code of a return's rule that the query asks about as well:
	// nobody is asked the same twice.
	QueryRule    string
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
	// Shared is set where brothers and sisters may have the same answer, so that it
	// can be copied from one’s record into another’s.
	Shared bool
	// ReadBack says how the answer is read back to child and family.
	ReadBack ReadBack
	// MaxLength is the letters a text may have; 0 means no limit.
	MaxLength int
	Form      *Definition
	Section   *Section
	Repeat    *Repeat // nil outside a repeat
	// Within are the conditions of the section, groups and repeats around it,
	// outermost first.
	Within []*Expr
	// Line is where it stands in its file, for messages to authors.
	Line int

	node       *source.Node
	calculated static // what a calculate row gives
}

// Entity returns the type of thing that the question is about.
func (q *Question) Entity() capture.EntityType {
	if q.Repeat != nil {
		return q.Repeat.Entity
	}
	return q.Form.Entity
}

// IsRelevant reports whether the question is asked: its own condition and all
// those around it are true.
func (q *Question) IsRelevant(env Env) bool {
	for _, e := range q.Within {
		if !e.True(env) {
			return false
		}
	}
	return q.Relevant == nil || q.Relevant.True(env)
}

// IsRequired reports whether the question must be answered.
func (q *Question) IsRequired(env Env) bool { return q.Required != nil && q.Required.True(env) }

// IsAsked reports whether a person answers the question: notes only show words,
// calculate rows are worked out.
func (q *Question) IsAsked() bool { return q.Type != TypeNote && q.Type != TypeCalculate }

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
