package draft

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/statutory"
	"recordwell/validation"
	"recordwell/validation/datatype"
)

// Story is what the scenario gives a draft: its own today, and its words.
type Story struct {
	Today datatype.Date
	Words map[string]string
	// Calendar knows the bank holidays for working-days(); nil counts none.
	Calendar *datatype.Workdays
}

// Draft is one moment of a record being written.
type Draft struct {
	schema   *Schema
	story    Story
	timing   Timing
	id       capture.CaseID
	entities []entity
	reasons  map[reasonKey]reason
	more     map[string]bool
	saved    map[capture.SavedPage]bool
	marks    map[string]bool // whether a section is said to be completed
	closed   bool
	gen      uint64 // counts the drafts of a line: which cells are whose
	done     *step  // what Undo takes back, the last one first
	undone   *step
	seq      int64
	record   *statutory.Record // nil where no return is checked
	told     []told            // the findings that stand at questions
}

type reasonKey struct {
	ref  capture.Ref
	rule string
}

// reason is why a query is right; it is open while it is being typed.
type reason struct {
	text string
	open bool
}

// entity is an entity with its answers, in the order of the schema's sheet.
type entity struct {
	capture.Entity
	uuid  uuid.UUID
	cells []*cell
}

// cell is one question about one entity.
type cell struct {
	gen    uint64 // of the draft that made it; later ones only read it
	answer capture.Answer
	held   *capture.Answer // what the record held when the task began
	// typing is what the box holds beyond the committed answer.
	typing   string
	isTyping bool
	flushed  string // the last typing written down
	hasFlush bool
	relevant bool
	changed  time.Time
	seq      int64              // of the change that made the answer
	own      []validation.Issue // of the form's rules
	issues   []validation.Issue // with those of the returns
	// The rules whose issues the person sees now.
	shownError, shownQuery string
}

// NewCase returns the entities of a new case: the root and one of each type
// that the task's forms are about.
func NewCase(s *Schema, id capture.CaseID, ids capture.IDs, at time.Time) capture.Case {
	c := capture.Case{ID: id}
	made := map[capture.EntityType]capture.EntityID{}
	for _, t := range s.Singles() {
		e := capture.Entity{ID: capture.EntityID(ids.New()), Type: t, Parent: made[s.Parent(t)], Added: at}
		if t == capture.CaseEntity {
			e.Parent = ""
		}
		made[t] = e.ID
		c.Entities = append(c.Entities, e)
	}
	return c
}

// Open rebuilds a draft from what was saved. Answers to questions that the
// forms no longer have are left out.
func Open(s *Schema, story Story, timing Timing, saved capture.SavedCase) *Draft {
	d := &Draft{
		schema: s, story: story, timing: timing, id: saved.Case.ID,
		reasons: map[reasonKey]reason{}, more: map[string]bool{}, saved: map[capture.SavedPage]bool{},
		marks: map[string]bool{},
	}
	for _, e := range saved.Case.Entities {
		d.entities = append(d.entities, s.newEntity(e))
	}
	changes := slices.SortedFunc(slices.Values(saved.Changes), func(a, b capture.Change) int { return int(a.Seq - b.Seq) })
	for _, c := range changes {
		d.seq = max(d.seq, c.Seq)
		if cl := d.cellOf(c.Ref()); cl != nil {
			cl.answer, cl.changed, cl.seq = c.Answer, c.At, c.Seq
			if c.Cause == capture.Imported {
				cl.held = &c.Answer
			}
		}
	}
	for _, r := range saved.Reasons {
		d.reasons[reasonKey{r.Ref, r.Rule}] = reason{text: r.Text}
	}
	for _, p := range saved.Pages {
		d.saved[p] = true
	}
	for _, m := range saved.Marks {
		d.marks[m.Section] = m.Completed
	}
	d.settle()
	return d
}

func (s *Schema) newEntity(e capture.Entity) entity {
	id, _ := uuid.Parse(string(e.ID))
	sheet, cells := make([]cell, len(s.bySheet[e.Type])), make([]*cell, len(s.bySheet[e.Type]))
	for i := range sheet {
		cells[i] = &sheet[i]
	}
	return entity{Entity: e, uuid: id, cells: cells}
}

// settle computes relevance and issues of every cell from the answers alone.
func (d *Draft) settle() {
	for pass := true; pass; {
		pass = false
		d.each(func(e *entity, sp *spec, c *cell) {
			if r := d.isRelevant(e, sp); r != c.relevant {
				c.relevant, pass = r, true
			}
		})
	}
	d.each(func(e *entity, sp *spec, c *cell) {
		c.own = d.check(e, sp, c)
		c.issues = c.own
	})
	d.checkReturns()
	d.each(func(e *entity, sp *spec, c *cell) {
		if d.blanksCount(e, sp) && !e.Removed {
			c.shownError, c.shownQuery = d.tellable(e, sp, c)
		}
	})
}

// blanksCount reports whether a blank is something missing: only once the page
// was saved, or the record is closed.
func (d *Draft) blanksCount(e *entity, sp *spec) bool {
	if sp.section == notListed {
		return false
	}
	if d.closed {
		return true
	}
	p := capture.SavedPage{Section: d.schema.sections[sp.section].ID}
	if sp.q.Repeat != nil {
		p.Item = e.ID
	}
	return d.saved[p]
}

// wholeCaseCounts reports whether what takes the whole case to see is wrong: an item
// may wait for the next one, so of a list only once somebody said that it is all.
func (d *Draft) wholeCaseCounts(e *entity, sp *spec) bool {
	if !d.blanksCount(e, sp) || d.closed || sp.q.Repeat == nil {
		return d.blanksCount(e, sp)
	}
	list := d.schema.sections[sp.section].ID
	return d.saved[capture.SavedPage{Section: list}] && !d.more[list]
}

func (d *Draft) each(visit func(e *entity, sp *spec, c *cell)) {
	for i := range d.entities {
		e := &d.entities[i]
		for n, ordinal := range d.schema.bySheet[e.Type] {
			visit(e, d.schema.specs[ordinal], e.cells[n])
		}
	}
}

// ID returns the case's id.
func (d *Draft) ID() capture.CaseID { return d.id }

// Schema returns what the draft was made with.
func (d *Draft) Schema() *Schema { return d.schema }

// Story returns the story's today and words.
func (d *Draft) Story() Story { return d.story }

// Entities returns the entities of a type that are not removed, in order.
func (d *Draft) Entities(t capture.EntityType) []capture.Entity {
	var out []capture.Entity
	for i := range d.entities {
		if e := &d.entities[i]; e.Type == t && !e.Removed {
			out = append(out, e.Entity)
		}
	}
	return out
}

// Case returns the case with all its entities, removed ones too.
func (d *Draft) Case() capture.Case {
	c := capture.Case{ID: d.id}
	for i := range d.entities {
		c.Entities = append(c.Entities, d.entities[i].Entity)
	}
	return c
}

// Single returns the one entity of a type, such as the child.
func (d *Draft) Single(t capture.EntityType) capture.EntityID {
	for i := range d.entities {
		if d.entities[i].Type == t {
			return d.entities[i].ID
		}
	}
	return ""
}

// Ref returns where a question outside any repeat is answered.
func (d *Draft) Ref(q *form.Question) capture.Ref {
	return capture.Ref{Entity: d.Single(d.schema.specs[d.schema.ordinal[q.ID]].owner), Question: q.ID}
}

// Answer returns what stands at a question: the box's own text while someone is
// typing in it.
func (d *Draft) Answer(ref capture.Ref) capture.Answer {
	c := d.cellOf(ref)
	if c == nil {
		return capture.Answer{}
	}
	if c.isTyping {
		a := Parse(d.specOf(ref.Question).q, c.typing, d.story.Today).Answer
		return a
	}
	return c.answer
}

// IsTyping reports that a box holds something that is not committed yet.
func (d *Draft) IsTyping(ref capture.Ref) bool {
	c := d.cellOf(ref)
	return c != nil && c.isTyping
}

// Relevant reports whether a question is asked now.
func (d *Draft) Relevant(ref capture.Ref) bool {
	c := d.cellOf(ref)
	return c != nil && c.relevant
}

// Reason returns why a person says that a query is right, and whether they have
// finished saying so.
func (d *Draft) Reason(ref capture.Ref, rule string) (text string, explained bool) {
	r := d.reasons[reasonKey{d.reasonAt(ref, rule), rule}]
	return r.text, !r.open && strings.TrimSpace(r.text) != ""
}

// Reasons returns every reason given for a query that still stands, in no order.
func (d *Draft) Reasons() []capture.Reason {
	var out []capture.Reason
	for k, r := range d.reasons {
		if strings.TrimSpace(r.text) != "" && (find(d.Issues(k.ref), k.rule) != nil || d.isAbout(k.ref, k.rule)) {
			out = append(out, capture.Reason{Ref: k.ref, Rule: k.rule, Text: r.text})
		}
	}
	return out
}

// IsSaved reports whether a page was saved at least once.
func (d *Draft) IsSaved(p capture.SavedPage) bool { return d.saved[p] }

// SavedPages returns the pages that were saved at least once, in no order.
func (d *Draft) SavedPages() []capture.SavedPage { return slices.Collect(maps.Keys(d.saved)) }

// MoreItems returns the answer to "Does anyone else …?", and whether there is one.
func (d *Draft) MoreItems(section string) (yes, answered bool) {
	yes, answered = d.more[section]
	return
}

// Issues returns what is wrong at a question, whether shown or not.
func (d *Draft) Issues(ref capture.Ref) []validation.Issue {
	if c := d.cellOf(ref); c != nil && c.relevant {
		return c.issues
	}
	return nil
}

// Shown returns the error and the query that the person sees at a question; nil
// for none.
func (d *Draft) Shown(ref capture.Ref) (err, query *validation.Issue) {
	c := d.cellOf(ref)
	if c == nil || !c.relevant {
		return nil, nil
	}
	return find(c.issues, c.shownError), find(c.issues, c.shownQuery)
}

func find(issues []validation.Issue, code string) *validation.Issue {
	for i := range issues {
		if code != "" && issues[i].Rule == code {
			return &issues[i]
		}
	}
	return nil
}

func (d *Draft) specOf(q capture.QuestionID) *spec {
	if n, ok := d.schema.ordinal[q]; ok {
		return d.schema.specs[n]
	}
	return nil
}

func (d *Draft) entityOf(id capture.EntityID) *entity {
	for i := range d.entities {
		if d.entities[i].ID == id {
			return &d.entities[i]
		}
	}
	return nil
}

func (d *Draft) cellOf(ref capture.Ref) *cell {
	sp, e := d.specOf(ref.Question), d.entityOf(ref.Entity)
	if sp == nil || e == nil || e.Type != sp.owner {
		return nil
	}
	return e.cells[sp.index]
}
