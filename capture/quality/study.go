package quality

import (
	"maps"
	"slices"
	"strings"

	"recordwell/capture"
	"recordwell/capture/metrics/stat"
)

// Study adds assessments up. A person's assessments are added one after
// another.
type Study struct {
	records  int
	people   map[capture.SessionID]int
	tasks    []TaskResult
	all      Sums
	question map[capture.QuestionID]*Sums
	section  map[string]*Sums
	form     map[string]*Sums
	place    func(capture.QuestionID) string
	once     RecordSums
	// texts are the long texts of each person, as numbers.
	texts map[capture.SessionID]map[uint64]bool
}

// TaskResult is how one task ended by its own rule.
type TaskResult struct {
	Session               capture.SessionID
	Task                  string
	Success, SuccessKnown bool
	Errors                int
}

// Sums is what is counted of the whole study, of a section or of a question.
type Sums struct {
	Matrix Tally
	// Accuracy is correct of applicable key cells; Critical the same of those
	// that decide success.
	Accuracy, Critical stat.Pooled
	// Complete is filled of asked cells, split into those that must be answered
	// and the others.
	Complete, Required, Optional stat.Pooled
	// Valid is answered cells without an error left standing.
	Valid       stat.Pooled
	States      [capture.Refused + 1]int
	Asked       int
	MustBlank   int // required cells left blank
	WithError   int
	WithQuery   int
	Unreadable  int
	NotOnList   int
	Diacritics  int // right but for accents
	Texts       int // answers that are text, with so many Letters together
	Letters     int
	Workarounds map[Workaround]int
	// SetF1 sums the agreement of SetCells select_multiple answers.
	SetF1                float64
	SetCells             int
	SetMissing, SetExtra int
}

// RecordSums are figures that only a whole record has.
type RecordSums struct {
	Records, WithoutError      int
	CrossField                 stat.Pooled
	AskedTwice                 stat.Pooled
	Consistent                 stat.Pooled // both together
	Duplicates                 Duplicates
	Unique                     stat.Pooled
	Unscored                   int
	MissingPeople, ExtraPeople int
}

// NewStudy returns an empty sum. section says which section a question is in.
func NewStudy(section func(capture.QuestionID) string) *Study {
	return &Study{
		people: map[capture.SessionID]int{}, question: map[capture.QuestionID]*Sums{}, section: map[string]*Sums{},
		form: map[string]*Sums{}, texts: map[capture.SessionID]map[uint64]bool{}, place: section,
	}
}

// Add counts one assessment.
func (s *Study) Add(a Assessment) {
	person, known := s.people[a.Session]
	if !known {
		person = len(s.people)
		s.people[a.Session] = person
	}
	s.records++
	s.tasks = append(s.tasks, TaskResult{a.Session, a.Task, a.Success, a.SuccessKnown, a.Errors})
	for i := range a.Cells {
		c := &a.Cells[i]
		for _, sum := range s.sums(c.Question) {
			sum.addCell(person, c)
		}
	}
	for i := range a.Questions {
		c := &a.Questions[i]
		for _, sum := range s.sums(c.Question) {
			sum.addCounts(person, c)
		}
	}
	s.once.add(person, &a)
	s.addTexts(a.Session, a.texts)
}

// addTexts counts long texts that the person wrote in an earlier record too.
func (s *Study) addTexts(person capture.SessionID, texts []longText) {
	if s.texts[person] == nil {
		s.texts[person] = map[uint64]bool{}
	}
	for _, t := range texts {
		if s.texts[person][t.sum] {
			for _, sum := range s.sums(t.question) {
				sum.addWorkarounds(map[Workaround]int{OtherRecord: 1})
			}
		}
		s.texts[person][t.sum] = true
	}
}

func (s *Study) sums(q capture.QuestionID) [4]*Sums {
	form, _, _ := strings.Cut(string(q), "/")
	return [4]*Sums{&s.all, sumOf(s.question, q), sumOf(s.section, s.place(q)), sumOf(s.form, form)}
}

func sumOf[K comparable](m map[K]*Sums, k K) *Sums {
	s := m[k]
	if s == nil {
		s = &Sums{}
		m[k] = s
	}
	return s
}

func (s *Sums) addCell(person int, c *Cell) {
	s.Matrix[c.Outcome]++
	right := 0
	if c.Outcome == Correct {
		right = 1
	}
	s.Accuracy.Add(person, right, 1)
	if c.Critical {
		s.Critical.Add(person, right, 1)
	}
	if c.Diacritics {
		s.Diacritics++
	}
	if c.Set {
		s.SetF1 += c.F1
		s.SetCells++
	}
	s.SetMissing += c.SetMissing
	s.SetExtra += c.SetExtra
}

func (s *Sums) addCounts(person int, c *QuestionCounts) {
	s.Complete.Add(person, c.Filled(), c.Asked)
	if c.Required {
		s.Required.Add(person, c.Filled(), c.Asked)
		s.MustBlank += c.Blank()
	} else {
		s.Optional.Add(person, c.Filled(), c.Asked)
	}
	// A blank that must be answered is an error too, but of completeness.
	s.Valid.Add(person, c.Filled()-c.BrokenAnswer, c.Filled())
	for i, n := range c.States {
		s.States[i] += n
	}
	s.Asked += c.Asked
	s.WithError += c.WithError
	s.WithQuery += c.WithQuery
	s.Unreadable += c.Unreadable
	s.NotOnList += c.NotOnList
	s.Texts, s.Letters = s.Texts+c.Texts, s.Letters+c.Letters
	s.addWorkarounds(c.Workarounds)
}

func (s *Sums) addWorkarounds(found map[Workaround]int) {
	for w, n := range found {
		if s.Workarounds == nil {
			s.Workarounds = map[Workaround]int{}
		}
		s.Workarounds[w] += n
	}
}

func (r *RecordSums) add(person int, a *Assessment) {
	r.Records++
	if a.Errors == 0 {
		r.WithoutError++
	}
	r.CrossField.Add(person, a.CrossFieldPassed, a.CrossField)
	r.AskedTwice.Add(person, a.AskedTwiceSame, a.AskedTwice)
	r.Consistent.Add(person, a.CrossFieldPassed+a.AskedTwiceSame, a.CrossField+a.AskedTwice)
	r.Duplicates.add(a.Duplicates)
	r.Unique.Add(person, a.Duplicates.Entities-a.Duplicates.Repeats(), a.Duplicates.Entities)
	r.Unscored += a.Unscored
	r.MissingPeople += a.MissingPeople
	r.ExtraPeople += a.ExtraPeople
}

// Records and People say how much stands behind the figures.
func (s *Study) Records() int { return s.records }

// People returns the number of sessions with a finished record.
func (s *Study) People() int { return len(s.people) }

// All returns the sums over everything, Record those that only a whole record
// has, and Tasks the result of each.
func (s *Study) All() *Sums { return &s.all }

// Record returns the figures of whole records.
func (s *Study) Record() *RecordSums { return &s.once }

// Tasks returns how each task ended, in the order they were added.
func (s *Study) Tasks() []TaskResult { return s.tasks }

// Question returns the sums of one question; empty ones when nobody was asked.
func (s *Study) Question(q capture.QuestionID) *Sums {
	if sum := s.question[q]; sum != nil {
		return sum
	}
	return &Sums{}
}

// Questions returns the ids of all questions that were asked or are in the key.
func (s *Study) Questions() []capture.QuestionID { return slices.Sorted(maps.Keys(s.question)) }

// Section returns the sums of one section.
func (s *Study) Section(id string) *Sums {
	if sum := s.section[id]; sum != nil {
		return sum
	}
	return &Sums{}
}

// Form returns the sums of one form.
func (s *Study) Form(id string) *Sums {
	if sum := s.form[id]; sum != nil {
		return sum
	}
	return &Sums{}
}
