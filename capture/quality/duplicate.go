package quality

import (
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
)

// Duplicates counts repeated entities that are in a record more than once, the
// first of each set left out.
type Duplicates struct {
	Entities int // repeated entities in all
	// Identifier: a pupil, NHS or local number stands twice. Near: names agree,
	// folded, and so do the dates as far as given. An entity is counted
	// under the first that applies.
	Identifier, Near int
}

// Repeats returns duplicates of either kind.
func (d Duplicates) Repeats() int { return d.Identifier + d.Near }

func (d *Duplicates) add(o Duplicates) {
	d.Entities += o.Entities
	d.Identifier += o.Identifier
	d.Near += o.Near
}

// identity is what tells one entity from another.
type identity struct {
	parent  capture.EntityID
	kind    capture.EntityType
	numbers []string
	names   []string
	dates   []string // a birth tells people apart, the day of a review one review from the next
}

func (a *Assessment) countDuplicates(r *record) {
	d := &a.Duplicates
	var seen []identity
	for _, e := range r.entities {
		if !r.repeats[e.Type] {
			continue
		}
		id := r.identity(e)
		if r.held[e.ID] {
			seen = append(seen, id) // someone may add them again
			continue
		}
		d.Entities++
		var sameNumber, sameName bool
		for _, other := range seen {
			if other.parent == id.parent && other.kind == id.kind {
				sameNumber = sameNumber || shareOne(other.numbers, id.numbers)
				sameName = sameName || sameNames(other, id)
			}
		}
		switch {
		case sameNumber:
			d.Identifier++
		case sameName:
			d.Near++
		}
		if sameNumber || sameName {
			a.fault(RepeatedEntry, e.ID, "")
		}
		seen = append(seen, id)
	}
}

func (r *record) identity(e capture.Entity) identity {
	id := identity{parent: e.Parent, kind: e.Type}
	for _, t := range r.telling[e.Type] {
		a := r.answers[capture.Ref{Entity: e.ID, Question: t.question}]
		value := ""
		if a.State == capture.Answered && a.Readable {
			value = plain(fold(a.Value))
		}
		switch t.by {
		case byNumber:
			id.numbers = append(id.numbers, value)
		case byName:
			id.names = append(id.names, value)
		case byDate:
			id.dates = append(id.dates, value)
		}
	}
	return id
}

// telling is a question that tells one thing of a kind from another.
type telling struct {
	question capture.QuestionID
	by       tellingBy
}

type tellingBy uint8

const (
	byNothing tellingBy = iota
	byNumber
	byName
	byDate
)

func tellsBy(q *form.Question) tellingBy {
	switch {
	case isIdentifier(q):
		return byNumber
	case isName(q):
		return byName
	case q.Type == form.TypeDate:
		return byDate
	}
	return byNothing
}

func isIdentifier(q *form.Question) bool {
	for _, tag := range strings.Split(q.Validate, ",") {
		switch name, _, _ := strings.Cut(strings.TrimSpace(tag), "="); name {
		case "upn", "nhsnumber", "lachildid":
			return true
		}
	}
	return false
}

func shareOne(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != "" && a[i] == b[i] {
			return true
		}
	}
	return false
}

// sameNames reports that every name agrees, that there is one, and that no two
// dates contradict each other.
func sameNames(a, b identity) bool {
	given := false
	for i := range min(len(a.names), len(b.names)) {
		if a.names[i] != b.names[i] {
			return false
		}
		given = given || a.names[i] != ""
	}
	for i := range min(len(a.dates), len(b.dates)) {
		if a.dates[i] != "" && b.dates[i] != "" && a.dates[i] != b.dates[i] {
			return false
		}
	}
	return given
}
