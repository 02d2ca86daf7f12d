package report

import (
	"fmt"
	"strings"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/study"
)

// Rounds are two rounds of a study side by side: what changed in the forms, and what
// became of the measures.
type Rounds struct {
	Before Round `json:"before"`
	After  Round `json:"after"`
	// Both is how many people took part in both rounds, by their codes. Where they
	// are enough, and all of one round, they alone are compared, each with themselves.
	Both   int  `json:"peopleInBoth"`
	Paired bool `json:"samePeople"`
	// Changes are the measures of the whole record, Questions those of the questions
	// that read otherwise in the later round.
	Changes   []Change     `json:"changes"`
	Questions []Change     `json:"changedQuestions,omitempty"`
	Forms     []FormChange `json:"formChanges"`
}

// Round is one of them.
type Round struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Forms  string `json:"forms"` // those that differ, with their versions: "Child details 2"
	People int    `json:"people"`
}

// FormChange is one difference of a form between the rounds, in the words of its
// author. Of one question several parts can differ.
type FormChange struct {
	Form     string `json:"form"` // its title
	Was      string `json:"versionBefore"`
	Is       string `json:"versionAfter"`
	Question string `json:"question"` // its name
	Kind     string `json:"kind"`     // form.ChangeKind
	What     string `json:"what"`
	Before   string `json:"before"`
	After    string `json:"after"`
}

// mostRounds is how many rounds are held against each other, the latest.
const mostRounds = 6

// rounds compares each round that people took part in with each later one.
func (b *builder) rounds() []Rounds {
	if b.in.Study == nil || b.in.Round != "" {
		return nil
	}
	var all []group
	for _, r := range b.in.Study.Rounds {
		g := group{id: r.ID, title: orID(r), sessions: map[capture.SessionID]bool{}}
		for _, session := range b.order {
			if b.row(session).Round == r.ID {
				g.sessions[session] = true
			}
		}
		if len(g.sessions) > 0 {
			all = append(all, g)
		}
	}
	all = all[max(0, len(all)-mostRounds):]
	var out []Rounds
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			out = append(out, b.compareRounds(&all[i], &all[j]))
		}
	}
	return out
}

func orID(r study.Round) string {
	if r.Title != "" {
		return r.Title
	}
	return r.ID
}

func (b *builder) compareRounds(before, after *group) Rounds {
	r := Rounds{Before: Round{ID: before.id, Title: before.title, People: len(before.sessions)}, After: Round{ID: after.id, Title: after.title, People: len(after.sessions)}}
	diffs := b.diffs(b.roundOf(before.id), b.roundOf(after.id))
	var names [2][]string
	for _, d := range diffs {
		r.Forms = append(r.Forms, b.formChanges(d)...)
		names[0] = append(names[0], d.name(d.was))
		names[1] = append(names[1], d.name(d.is))
	}
	r.Before.Forms, r.After.Forms = strings.Join(names[0], ", "), strings.Join(names[1], ", ")
	s := b.side(before, after)
	r.Both, r.Paired = s.both, s.paired
	r.Changes = b.wholeChanges(s)
	r.Questions = b.questionChanges(s, diffs)
	reach(r.Changes)
	reach(r.Questions)
	return r
}

func (b *builder) roundOf(id string) *study.Round {
	for i := range b.in.Study.Rounds {
		if b.in.Study.Rounds[i].ID == id {
			return &b.in.Study.Rounds[i]
		}
	}
	return nil
}

// diff is a form that the rounds have in different versions; one that a round does
// not have is nil.
type diff struct {
	was, is *form.Definition
	changes []form.Change
}

func (diff) name(d *form.Definition) string {
	if d == nil {
		return "none"
	}
	return d.Title + " " + d.Version
}

// diffs are the forms that differ between two rounds.
func (b *builder) diffs(before, after *study.Round) (out []diff) {
	if b.in.Version == nil {
		return nil
	}
	find := func(r *study.Round, id string) *form.Definition {
		for _, v := range r.Forms {
			if v.Form == id {
				return b.in.Version(v)
			}
		}
		return nil
	}
	for _, v := range after.Forms {
		was, is := find(before, v.Form), b.in.Version(v)
		switch {
		case is == nil || was == is:
		case was == nil:
			out = append(out, diff{is: is})
		default:
			out = append(out, diff{was, is, form.Changes(was, is)})
		}
	}
	for _, v := range before.Forms {
		if was := b.in.Version(v); was != nil && find(after, v.Form) == nil {
			out = append(out, diff{was: was})
		}
	}
	return out
}

func (b *builder) formChanges(d diff) (out []FormChange) {
	c := FormChange{}
	if d.was != nil {
		c.Form, c.Was = d.was.Title, d.was.Version
	}
	if d.is != nil {
		c.Form, c.Is = d.is.Title, d.is.Version
	}
	switch {
	case d.was == nil:
		c.Kind, c.What, c.After = string(form.Added), "form", d.is.Title
		return []FormChange{c}
	case d.is == nil:
		c.Kind, c.What, c.Before = string(form.Removed), "form", d.was.Title
		return []FormChange{c}
	}
	for _, x := range d.changes {
		c.Question, c.Kind, c.What, c.Before, c.After = nameIn(d, x), string(x.Kind), x.What, x.Before, x.After
		out = append(out, c)
	}
	return out
}

// nameIn is the short name of a changed question, by the version that has it.
func nameIn(d diff, c form.Change) string {
	of := d.is
	if c.Kind == form.Removed {
		of = d.was
	}
	return newLabels([]*form.Definition{of}).name(c.Question)
}

// changedQuestions are all that read otherwise in a later round, by the id they have
// last.
func (b *builder) changedQuestions() map[capture.QuestionID]capture.QuestionID {
	out := map[capture.QuestionID]capture.QuestionID{}
	if b.in.Study == nil || b.in.Round != "" {
		return out
	}
	rounds := b.in.Study.Rounds
	for i := range rounds {
		for j := i + 1; j < len(rounds); j++ {
			for _, d := range b.diffs(&rounds[i], &rounds[j]) {
				for _, c := range d.changes {
					if c.Kind == form.Added || c.Kind == form.Removed {
						continue
					}
					out[c.Question] = c.Question
					if c.Was != "" {
						out[c.Was] = c.Question
					}
				}
			}
		}
	}
	return out
}

// Sentences say what the comparison shows.
func (r Rounds) Sentences() []string {
	who := "They are different people."
	if r.Paired {
		who = fmt.Sprintf("%s took part in both, and each is held against themselves.", upper(people(r.Both)))
	} else if r.Both > 0 {
		who = fmt.Sprintf("%s took part in both; they count in each as if they were others.", upper(people(r.Both)))
	}
	out := []string{fmt.Sprintf("%s had %s, %s had %s. %s", quoted(r.Before.Title), people(r.Before.People), quoted(r.After.Title), people(r.After.People), who)}
	var better, worse, chance []string
	for _, list := range [][]Change{r.Questions, r.Changes} {
		for _, c := range list {
			switch {
			case c.Better():
				better = append(better, c.FullName()+" ("+lower(c.Words())+")")
			case c.Clear():
				worse = append(worse, c.FullName()+" ("+lower(c.Words())+")")
			case c.Tested:
				chance = append(chance, c.FullName())
			}
		}
	}
	for _, kind := range []struct {
		words string
		list  []string
	}{{"Clearly better: ", better}, {"Clearly worse: ", worse}, {"May be chance: ", chance}} {
		if len(kind.list) > 0 {
			out = append(out, kind.words+strings.Join(kind.list, "; ")+".")
		}
	}
	if len(better)+len(worse)+len(chance) == 0 {
		out = append(out, fmt.Sprintf("Nothing can be compared with fewer than %d people in a round.", minPeople))
	}
	return out
}

// quoted puts a title inside a sentence.
func quoted(s string) string { return "“" + s + "”" }

// HowToRead explains the picture.
func (r Rounds) HowToRead() string {
	n := len(r.Changes) + len(r.Questions)
	return fmt.Sprintf("Right is better. The line is the likely range, each on a scale of its own. If it takes in the middle, the change could be chance. With %d and %s, small changes do not show. Of %d measures about one in 20 looks clear by chance alone.",
		r.Before.People, people(r.After.People), n)
}
