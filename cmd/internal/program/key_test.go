package program

import (
	"slices"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/session"
	"recordwell/capture/study"
)

// nowhere is a journal that remembers what was submitted.
type nowhere struct{ submitted *capture.Submission }

func (*nowhere) Append(...event.Event) {}
func (n *nowhere) Save(b capture.Batch) {
	if b.Submission != nil {
		n.submitted = b.Submission
	}
}

// keyed begins the forms of a task with the key's answers in them.
func keyed(t *testing.T, r *Research, id string, n int) (*session.Session, *nowhere, map[capture.EntityID]string) {
	t.Helper()
	j := &nowhere{}
	s, err := r.TryScenario(id, j)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, i := range s.Consent().Items {
		all = append(all, i.ID)
	}
	if err := s.Agree(all); err != nil {
		t.Fatal(err)
	}
	task := s.Tasks()[n].Spec.ID
	saved, aliases := s.Keyed(task)
	s.Enter(task, saved)
	return s, j, aliases
}

// TestFormsThatBeginWithTheKeyEndWithIt fills in the forms of every task that ships with
// its key, and takes that as the key: nothing is another.
func TestFormsThatBeginWithTheKeyEndWithIt(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	for i := range r.Shelf().Stories {
		id := r.Shelf().Stories[i].ID
		draft, err := r.Shelf().Draft(id)
		d.must(err)
		before, err := draft.YAML()
		d.must(err)
		sets := draft.Sets(r.Library())
		for n := range draft.Tasks {
			s, j, aliases := keyed(t, r, id, n)
			s.Finish()
			taken := draft.Take(sets, n, j.submitted, aliases)
			if !taken.None() || taken.Same == 0 {
				t.Errorf("%s, task %d: %+v", id, n, taken)
			}
		}
		if after, err := draft.YAML(); err != nil || string(after) != string(before) {
			t.Errorf("%s is another, %v", id, err)
		}
	}
}

func TestAKeyIsMadeByFillingInTheForms(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	id, err := r.CopyStory("carvalho", "Key")
	d.must(err)
	draft, err := r.Shelf().Draft(id)
	d.must(err)
	sets := draft.Sets(r.Library())
	s, j, aliases := keyed(t, r, id, 0)
	find := func(alias, name string) capture.Ref {
		t.Helper()
		for i := range draft.Cells {
			c := &draft.Cells[i]
			if c.Alias == alias && string(c.Question) == name {
				for e, a := range aliases {
					if a == alias {
						return capture.Ref{Entity: e, Question: draft.Question(sets, c.KeyRef).ID}
					}
				}
			}
		}
		t.Fatalf("there is no %s.%s", alias, name)
		return capture.Ref{}
	}
	s.Commit(find("maya", "given_names"), "Iris", capture.Typed)
	s.Commit(find("referral", "referrer_name"), "Miss Anwar", capture.Typed) // is right already
	s.Commit(find("maya", "has_upn"), "yes", capture.Chosen)                 // why there is none is not asked any more
	s.Commit(find("referral", "referrer_email"), "anwar@example.org", capture.Typed)
	s.Finish()
	taken := draft.Take(sets, 0, j.submitted, aliases)
	if taken.Changed != 3 || taken.Gone != 1 || taken.New != 0 {
		t.Errorf("taken: %+v", taken)
	}
	for word, want := range map[[2]string]string{{"maya", "given_names"}: "Iris", {"maya", "has_upn"}: "yes", {"referral", "referrer_email"}: "anwar@example.org"} {
		if c := draft.Cell(study.KeyRef{Alias: word[0], Question: capture.QuestionID(word[1])}); c == nil || !slices.Equal(c.Values, []string{want}) || c.Blank {
			t.Errorf("%v is %+v", word, c)
		}
	}
	if c := draft.Cell(study.KeyRef{Alias: "referral", Question: "referrer_name"}); len(c.Values) != 3 {
		t.Errorf("what is right besides is gone: %+v", c)
	}
	if c := draft.Cell(study.KeyRef{Alias: "maya", Question: "has_upn"}); !slices.Equal(c.Facts, []int{15}) {
		t.Errorf("the facts are %v", c.Facts)
	}
	d.must(r.SaveStory(draft))

	// what the key lacks now is a finding, and the forms can be opened in spite of it
	draft.Cells = nil
	draft.Entities = nil
	for i := range draft.Tasks {
		draft.Tasks[i].Success = nil
	}
	d.must(r.SaveStory(draft))
	again, err := r.Shelf().Draft(id)
	d.must(err)
	s, j, aliases = keyed(t, r, id, 0)
	var root capture.EntityID
	for _, e := range s.Entities() {
		if e.Type == "child" {
			root = e.ID
		}
	}
	q := sets[0]
	var name capture.QuestionID
	for _, x := range q.Questions() {
		if x.Name == "given_names" && x.Entity() == "child" {
			name = x.ID
		}
	}
	s.Commit(capture.Ref{Entity: root, Question: name}, "Iris", capture.Typed)
	s.Finish()
	if taken := again.Take(sets, 0, j.submitted, aliases); taken != (study.Taken{New: 1}) {
		t.Errorf("of an empty key: %+v", taken)
	}
	d.must(r.SaveStory(again))
	back, err := r.Shelf().Draft(id)
	d.must(err)
	if len(back.Entities) != 1 || back.Entities[0].Alias != "child" || len(back.Cells) != 1 || back.Cells[0].Values[0] != "Iris" || back.Cells[0].Question != "given_names" {
		t.Errorf("the file has %+v, %+v", back.Entities, back.Cells)
	}
}

// TestWhatIsAddedAndTakenOutOfTheFormsIsSoInTheKey adds a person and takes one out.
func TestWhatIsAddedAndTakenOutOfTheFormsIsSoInTheKey(t *testing.T) {
	d := open(t, t.TempDir())
	r := d.research()
	draft, err := r.Shelf().Draft("carvalho")
	d.must(err)
	sets := draft.Sets(r.Library())
	s, j, aliases := keyed(t, r, "carvalho", 0)
	s.Finish()
	sub := j.submitted
	var brother capture.Entity
	for i, e := range sub.Case.Entities {
		if aliases[e.ID] == "brother" {
			brother = e
			sub.Case.Entities[i].Removed = true
		}
	}
	twin := brother
	twin.ID, twin.Order = "twin", 9
	sub.Case.Entities = append(sub.Case.Entities, twin)
	kept := sub.Answers[:0:0]
	for _, a := range sub.Answers {
		if a.Entity == brother.ID {
			a.Entity = twin.ID
		}
		kept = append(kept, a)
	}
	sub.Answers = kept
	taken := draft.Take(sets, 0, sub, aliases)
	if taken.New == 0 || taken.New != taken.Gone || taken.Changed != 0 {
		t.Errorf("taken: %+v", taken)
	}
	if slices.ContainsFunc(draft.Entities, func(e study.KeyEntity) bool { return e.Alias == "brother" }) || !slices.ContainsFunc(draft.Entities, func(e study.KeyEntity) bool { return e.Alias == "person" && e.Type == "person" && e.Parent == "" }) {
		t.Errorf("the key is about %+v", draft.Entities)
	}
	file, err := draft.YAML()
	d.must(err)
	if back, err := study.ReadDraft(file); err != nil || len(back.Cells) != len(draft.Cells) {
		t.Errorf("read back there are %v", err)
	}
}
