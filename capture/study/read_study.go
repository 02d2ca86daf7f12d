package study

import (
	"slices"

	"recordwell/capture"
	"recordwell/capture/form/source"
)

// The surveys that a study can use.
const (
	SEQ = "seq" // one question after each task
	SUS = "sus" // ten statements about the record, once a condition
	End = "end" // what stands in the way of using it, after the last task
)

var surveys = []string{SEQ, SUS, End}

// storyInBold is how stories are shown where a study says nothing.
const storyInBold = "facts_in_bold"

// readStudy reads a study. What consent promises has to be there.
func readStudy(root *source.Node, problems *source.Problems) *Study {
	f := problems.Fields(root, "a study", "study", "title", "collection", "controller", "contact", "retention", "withdrawal", "seed", "surveys", "story", "targets", "consent", "rounds", "codes", "void")
	s := &Study{
		ID: f.Need("study", "a study"), Title: f.Need("title", "a study"),
		Controller: f.Words("controller"), Contact: f.Words("contact"),
		Retention: f.Date("retention"), Withdrawal: f.Date("withdrawal"), Seed: f.Int64("seed"), node: root,
	}
	for _, promise := range [][2]string{
		{"controller", "who answers for the data"}, {"contact", "whom a participant writes to"},
		{"retention", "when everything is deleted"}, {"withdrawal", "until when answers are deleted on request"},
	} {
		if f.Text(promise[0]) == "" {
			problems.Errorf(f.Place(promise[0]), "Consent promises %s: a study needs %q", promise[1], promise[0])
		}
	}
	if !s.Retention.IsZero() && s.Retention < s.Withdrawal {
		problems.Errorf(f.Place("retention"), "Everything is deleted on %s, but answers can be withdrawn until %s", s.Retention.Words(), s.Withdrawal.Words())
	}
	f.Need("seed", "a study")
	s.Collection = readCollection(f, problems)
	s.Targets = readTargets(f, problems)
	s.readConsent(f, problems)
	for _, n := range f.Texts("surveys") {
		if !slices.Contains(surveys, n.Value) {
			problems.Unknown(n, n.Value, surveys, "There is no survey %q", n.Value)
		}
		s.Surveys = append(s.Surveys, n.Value)
	}
	switch word := f.Text("story"); word {
	case "plain":
		s.PlainStory = true
	case "", storyInBold:
	default:
		problems.Unknown(f.Place("story"), word, []string{"plain", storyInBold}, "A story is shown plain or with its %s, not as %q", storyInBold, word)
	}
	for _, row := range f.List("rounds") {
		s.Rounds = append(s.Rounds, readRound(row, problems))
	}
	if len(s.Rounds) == 0 {
		problems.Errorf(f.Place("rounds"), "A study needs at least one round")
	}
	s.readCodes(f, problems)
	return s
}

func readCollection(study source.Fields, problems *source.Problems) Collection {
	if study.Get("collection") == nil {
		problems.Errorf(study.Node, "A study needs %q, so that stories have a time to lie in", "collection")
		return Collection{}
	}
	f := problems.Fields(study.Get("collection"), "a collection", "return", "year", "start", "end")
	c := Collection{Return: f.Need("return", "a collection"), Year: f.Need("year", "a collection"), Start: f.Date("start"), End: f.Date("end")}
	f.Need("start", "a collection")
	f.Need("end", "a collection")
	if c.End < c.Start && !c.End.IsZero() {
		problems.Errorf(f.Place("end"), "The collection ends before it starts")
	}
	return c
}

func readRound(row *source.Node, problems *source.Problems) Round {
	f := problems.Fields(row, "a round", "round", "title", "open", "forms", "scenarios", "conditions")
	r := Round{ID: f.Need("round", "a round"), Title: f.Words("title"), Open: f.Bool("open"), node: row}
	for _, n := range f.List("forms") {
		v := problems.Fields(n, "a form of a round", "form", "version", "hash")
		r.Forms = append(r.Forms, capture.FormVersion{
			Form: v.Need("form", "a form of a round"), Version: v.Need("version", "a form of a round"), Hash: capture.Hash(v.Text("hash")),
		})
	}
	for _, n := range f.Texts("scenarios") {
		r.Scenarios = append(r.Scenarios, n.Value)
	}
	if len(r.Forms) == 0 || len(r.Scenarios) == 0 {
		problems.Errorf(row, "A round needs at least one form and one scenario")
	}
	for _, n := range f.List("conditions") {
		r.Conditions = append(r.Conditions, readCondition(n, problems))
	}
	if len(r.Conditions) == 0 {
		r.Conditions = []Condition{{ID: "standard", When: OnContinue, Wording: "standard"}}
	}
	return r
}

func readCondition(n *source.Node, problems *source.Problems) Condition {
	f := problems.Fields(n, "a condition", "condition", "when", "wording")
	c := Condition{ID: f.Need("condition", "a condition"), When: When(f.Need("when", "a condition")), Wording: f.Text("wording")}
	if c.Wording == "" {
		c.Wording = "standard"
	}
	known := []string{string(OnContinue), string(OnLeaving), string(WhileTyping)}
	if c.When != "" && !slices.Contains(known, string(c.When)) {
		problems.Unknown(f.Place("when"), string(c.When), known, "There is no moment %q to show findings", c.When)
	}
	return c
}

func (s *Study) readCodes(f source.Fields, problems *source.Problems) {
	for _, n := range f.Texts("codes") {
		code, err := ParseCode(n.Value)
		switch {
		case err != nil:
			problems.Errorf(n, "%s is no code: the last letter does not fit the rest, or a letter cannot stand in a code", n.Value)
			continue
		case slices.Contains(s.Codes, code):
			problems.Errorf(n, "The code %s stands twice", code)
			continue
		}
		s.Codes = append(s.Codes, code)
	}
	if len(s.Codes) == 0 {
		problems.Warnf(f.Place("codes"), "The study has no codes, so nobody can take part")
	}
	for _, n := range f.Texts("void") {
		if code, err := ParseCode(n.Value); err != nil || !slices.Contains(s.Codes, code) {
			problems.Errorf(n, "%s is taken back, but it is none of the codes", n.Value)
		} else if !slices.Contains(s.Void, code) {
			s.Void = append(s.Void, code)
		}
	}
}
