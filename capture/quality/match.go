package quality

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// MatchThreshold is the greatest mismatch, as a share, at which a person in the
// record is still taken for a person of the story.
const MatchThreshold = 0.7

// Forms are the versions that a record was filled in with, ready to be looked
// up. One value serves all records of the same versions.
type Forms struct {
	questions map[capture.QuestionID]*form.Question
	ordered   []*form.Question
	repeats   map[capture.EntityType]bool
	cross     map[*form.Question]bool // whose rules read another question
	// telling are the questions that tell one thing of a kind from another.
	telling map[capture.EntityType][]telling
}

// NewForms prepares forms, in their order.
func NewForms(forms ...*form.Definition) *Forms {
	f := &Forms{
		questions: map[capture.QuestionID]*form.Question{}, repeats: map[capture.EntityType]bool{}, cross: map[*form.Question]bool{},
		telling: map[capture.EntityType][]telling{},
	}
	for _, d := range forms {
		for _, q := range d.Questions() {
			f.questions[q.ID] = q
			f.ordered = append(f.ordered, q)
			f.cross[q] = readsAnother(q)
			if by := tellsBy(q); by != byNothing {
				f.telling[q.Entity()] = append(f.telling[q.Entity()], telling{q.ID, by})
			}
			if q.Repeat != nil {
				f.repeats[q.Repeat.Entity] = true
			}
		}
	}
	return f
}

// Question returns the question of an id, nil where the forms have none.
func (f *Forms) Question(id capture.QuestionID) *form.Question { return f.questions[id] }

// record is a submission, ready to be looked up.
type record struct {
	*Forms
	answers  map[capture.Ref]submitted
	held     map[capture.EntityID]bool // there when the task began
	entities []capture.Entity          // those not removed
}

type submitted struct {
	capture.Answer
	known bool // nobody's work: see capture.SubmittedAnswer
}

func newRecord(sub *capture.Submission, forms *Forms) *record {
	r := &record{
		Forms: forms, answers: make(map[capture.Ref]submitted, len(sub.Answers)), held: map[capture.EntityID]bool{},
	}
	for _, a := range sub.Answers {
		r.answers[a.Ref] = submitted{a.Answer, a.Known}
		if a.Known {
			r.held[a.Entity] = true
		}
	}
	for _, e := range sub.Case.Entities {
		if !e.Removed {
			r.entities = append(r.entities, e)
		}
	}
	return r
}

// cellsOf lists the scored cells of a key by alias, as far as the record's forms
// ask them.
func (r *record) cellsOf(key *study.Key) map[string][]*study.KeyCell {
	out := map[string][]*study.KeyCell{}
	for i := range key.Cells {
		c := &key.Cells[i]
		if q := r.questions[c.Question]; q != nil && !c.NotScored {
			out[c.Alias] = append(out[c.Alias], c)
		}
	}
	return out
}

// match finds which entity of the record is which of the story. What exists
// once is matched by its kind; repeated ones one to one by least total mismatch
// among those under the same parent. Aliases without an entity are left out.
func (r *record) match(key *study.Key, cells map[string][]*study.KeyCell, known []study.KeyCell) map[string]capture.EntityID {
	matched := map[string]capture.EntityID{}
	cells = r.withKnown(cells, known)
	todo := slices.Clone(key.Entities)
	for len(todo) > 0 {
		var group, rest []study.KeyEntity
		for _, k := range todo {
			switch {
			case k.Parent != "" && slices.ContainsFunc(todo, func(p study.KeyEntity) bool { return p.Alias == k.Parent && p.Alias != k.Alias }):
				rest = append(rest, k)
			case len(group) == 0 || group[0].Type == k.Type && group[0].Parent == k.Parent:
				group = append(group, k)
			default:
				rest = append(rest, k)
			}
		}
		if len(group) == 0 { // parents that name each other; lint refuses them
			break
		}
		r.matchGroup(group, cells, matched)
		todo = rest
	}
	return matched
}

// matchGroup matches the story's entities of one kind under one parent.
func (r *record) matchGroup(group []study.KeyEntity, cells map[string][]*study.KeyCell, matched map[string]capture.EntityID) {
	kind, parent := group[0].Type, group[0].Parent
	under, known := matched[parent]
	if parent != "" && !known {
		return
	}
	var candidates []capture.Entity
	for _, e := range r.entities {
		if e.Type == kind && (!r.repeats[kind] || parent == "" && !r.inRepeat(e) || e.Parent == under) {
			candidates = append(candidates, e)
		}
	}
	if !r.repeats[kind] {
		if len(candidates) > 0 {
			matched[group[0].Alias] = candidates[0].ID
		}
		return
	}
	cost := make([][]float64, len(group))
	for i, k := range group {
		cost[i] = make([]float64, len(candidates))
		for j, e := range candidates {
			cost[i][j] = r.mismatch(cells[k.Alias], e.ID)
		}
	}
	for i, j := range assign(cost, len(candidates), MatchThreshold) {
		if j >= 0 {
			matched[group[i].Alias] = candidates[j].ID
		}
	}
}

// inRepeat reports an entity that nests under a repeated one.
func (r *record) inRepeat(e capture.Entity) bool {
	for _, p := range r.entities {
		if p.ID == e.Parent {
			return r.repeats[p.Type]
		}
	}
	return false
}

// mismatch is the share of the key's cells that an entity does not bear out,
// near misses in part. Names and dates, which tell people apart, count three
// times.
func (r *record) mismatch(cells []*study.KeyCell, e capture.EntityID) float64 {
	sum, weights := 0.0, 0.0
	for _, k := range cells {
		if k.Blank || len(k.Values) == 0 {
			continue
		}
		q := r.questions[k.Question]
		weight := 1.0
		if isName(q) || q.Type == form.TypeDate {
			weight = 3
		}
		weights += weight
		sum += weight * (1 - hold(q, r.answers[capture.Ref{Entity: e, Question: k.Question}].Answer, k).likeness)
	}
	if weights == 0 {
		return 0
	}
	return sum / weights
}

// withKnown adds what is known of things to what the key says of them: by that they
// are told from those that were added.
func (r *record) withKnown(cells map[string][]*study.KeyCell, known []study.KeyCell) map[string][]*study.KeyCell {
	if len(known) == 0 {
		return cells
	}
	out, said := map[string][]*study.KeyCell{}, map[study.KeyRef]bool{}
	for alias, all := range cells {
		out[alias] = slices.Clip(all)
		for _, c := range all {
			said[c.KeyRef] = true
		}
	}
	for i := range known {
		if c := &known[i]; r.questions[c.Question] != nil && !said[c.KeyRef] {
			out[c.Alias] = append(out[c.Alias], c)
		}
	}
	return out
}
