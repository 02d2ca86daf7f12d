package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"go.uber.org/goleak"

	"recordwell/capture"
	"recordwell/capture/event"
)

func TestMain(m *testing.M) {
	if helper(m) {
		return
	}
	goleak.VerifyTestMain(m)
}

// stopped is a clock that stands still until it is set.
type stopped struct{ now time.Time }

func (c *stopped) Now() time.Time         { return c.now }
func (c *stopped) Elapsed() time.Duration { return 0 }

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

func openIn(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), dir, Options{Clock: &stopped{noon}})
	if err != nil {
		t.Fatalf("open: %v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		var e *Error
		if errors.As(err, &e) {
			t.Fatalf("%v (%v)", err, e.Cause)
		}
		t.Fatal(err)
	}
}

// id makes a UUID that is easy to tell from others.
func id(n int) string { return fmt.Sprintf("018f0000-0000-7000-8000-%012x", n) }

var testRun = event.Run{ID: uuid.MustParse(id(0xAA)), Started: time.Date(2026, 11, 22, 11, 30, 0, 0, time.FixedZone("", 3600)), Program: "1.2.3"}

var vocabulary = event.NewVocabulary("maya", "child_details", "identity", "child_details/identity/given_names", "given_names_required", "theme")

// person is one participant's session with a case of two entities.
type person struct {
	row  capture.SessionRow
	cas  capture.CaseID
	root capture.Entity
	kid  capture.Entity
}

func newPerson(n int) person {
	base := n * 0x100
	p := person{
		row: capture.SessionRow{
			ID: capture.SessionID(id(base + 1)), Code: fmt.Sprintf("CODE%02d", n), Study: "carvalho", Round: "one",
			Condition: int32(n), Started: noon.Add(time.Duration(n) * time.Minute),
		},
		cas: capture.CaseID(id(base + 2)),
	}
	p.root = capture.Entity{ID: capture.EntityID(id(base + 3)), Type: capture.CaseEntity, Added: noon}
	p.kid = capture.Entity{ID: capture.EntityID(id(base + 4)), Type: "child", Parent: p.root.ID, Added: noon}
	return p
}

const givenNames = capture.QuestionID("child_details/identity/given_names")

func (p person) ref() capture.Ref { return capture.Ref{Entity: p.kid.ID, Question: givenNames} }

// typed is a change in which someone typed.
func (p person) typed(seq int64, raw string) capture.Change {
	return capture.Change{
		Case: p.cas, Entity: p.kid.ID, Question: givenNames, Seq: seq,
		Answer: capture.Answer{State: capture.Answered, Raw: raw, Value: raw, Readable: true}, Cause: capture.Typed,
		At: noon.Add(time.Duration(seq) * time.Second),
	}
}

func (p person) event(seq uint64, kind event.Kind) event.Event {
	return event.Event{
		Session: uuid.MustParse(string(p.row.ID)), Run: testRun.ID, Seq: seq, Offset: time.Duration(seq) * 1500 * time.Millisecond, Kind: kind,
		Task: vocabulary.ID("maya"), Form: vocabulary.ID("child_details"), Place: vocabulary.ID("identity"),
		Question: vocabulary.ID(string(givenNames)), Entity: uuid.MustParse(string(p.kid.ID)),
		Rule: vocabulary.ID("given_names_required"), Setting: vocabulary.ID("theme"), Code: int32(seq), Count: int64(seq) * 10,
	}
}

// batch is the first of a case: entities, answers, the lot.
func (p person) batch(raw string) capture.Batch {
	status := capture.TaskInProgress
	return capture.Batch{
		Session: p.row.ID, Task: "maya", Case: p.cas, Entities: []capture.Entity{p.root, p.kid},
		Changes: []capture.Change{p.typed(1, raw)},
		Reasons: []capture.Reason{{Ref: p.ref(), Rule: "odd", Text: "because " + raw}},
		Pages:   []capture.SavedPage{{Section: "identity"}, {Section: "people", Item: p.kid.ID}},
		Place:   &capture.Place{Task: "maya", Page: "people", Item: p.kid.ID, Focus: p.ref(), ViaBack: true},
		Status:  &status,
		Events:  []event.Event{p.event(1, event.SessionStarted), p.event(2, event.FieldEntered)},
	}
}

func (p person) submission(raw string) *capture.Submission {
	return &capture.Submission{
		Session: p.row.ID, Task: "maya", Case: capture.Case{ID: p.cas, Entities: []capture.Entity{p.root, p.kid}},
		Forms:   []capture.FormVersion{{Form: "child_details", Version: "1", Hash: "abc"}, {Form: "family", Version: "2", Hash: "def"}},
		Answers: []capture.SubmittedAnswer{{Ref: p.ref(), Answer: capture.Answer{State: capture.Answered, Raw: raw, Value: raw, Readable: true}}},
		Reasons: []capture.Reason{{Ref: p.ref(), Rule: "odd", Text: "because " + raw}}, Finished: noon, ErrorsLeft: 1, QueriesLeft: 2,
	}
}

// enter creates a session and writes its first batch.
func (p person) enter(t testing.TB, s *Store, raw string) {
	t.Helper()
	must(t, s.SaveRun(t.Context(), testRun))
	must(t, s.CreateSession(t.Context(), p.row))
	must(t, s.SaveBatch(t.Context(), p.batch(raw)))
}

func TestCaseComesBackAsItWas(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	second := p.typed(2, "Maja|")
	second.Answer.Readable, second.Answer.Value = false, ""
	third := p.typed(3, "")
	third.Answer, third.Cause = capture.Answer{State: capture.NotKnown}, capture.Chosen
	fourth := p.typed(4, "")
	fourth.Answer = capture.Answer{State: capture.Answered, Readable: true} // readable and empty
	gone := p.kid
	gone.Removed, gone.Order = true, 3
	status := capture.TaskFinished
	must(t, s.SaveBatch(t.Context(), capture.Batch{
		Session: p.row.ID, Task: "maya", Case: p.cas, Changes: []capture.Change{second, third, fourth}, Entities: []capture.Entity{gone},
		Reasons: []capture.Reason{{Ref: p.ref(), Rule: "odd"}, {Ref: p.ref(), Rule: "early", Text: "born at home"}}, Status: &status,
		Place: &capture.Place{Task: "maya", Page: "check"},
	}))
	got, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	want := capture.SavedCase{
		Case:    capture.Case{ID: p.cas, Entities: []capture.Entity{p.root, gone}},
		Changes: []capture.Change{p.typed(1, "Maya"), second, third, fourth},
		Reasons: []capture.Reason{{Ref: p.ref(), Rule: "early", Text: "born at home"}},
		Pages:   []capture.SavedPage{{Section: "identity"}, {Section: "people", Item: p.kid.ID}},
		Place:   &capture.Place{Task: "maya", Page: "check"}, Status: capture.TaskFinished,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTaskWithoutCaseIsEmpty(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	must(t, s.CreateSession(t.Context(), p.row))
	got, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if diff := cmp.Diff(capture.SavedCase{}, got); diff != "" {
		t.Error(diff)
	}
	skipped := capture.TaskSkipped
	must(t, s.SaveBatch(t.Context(), capture.Batch{Session: p.row.ID, Task: "maya", Status: &skipped}))
	got, err = s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if got.Status != capture.TaskSkipped || got.Case.ID != "" {
		t.Errorf("a skipped task came back as %+v", got)
	}
	if _, err := s.LoadCase(t.Context(), "nobody", "maya"); !errors.Is(err, capture.ErrNotFound) {
		t.Errorf("an unknown session gave %v", err)
	}
}

func TestSessionIsFoundAgain(t *testing.T) {
	s := openIn(t, t.TempDir())
	p, other := newPerson(1), newPerson(2)
	p.enter(t, s, "Maya")
	other.row.Simulated = true
	must(t, s.CreateSession(t.Context(), other.row))
	must(t, s.SaveBatch(t.Context(), capture.Batch{Session: p.row.ID, Task: "ali", Place: &capture.Place{Task: "ali", Page: "identity"}}))
	must(t, s.EndSession(t.Context(), other.row.ID, other.row.Started.Add(time.Hour)))

	want := p.row
	want.LastSeq = 2
	want.Tasks = []capture.TaskRow{{Task: "ali"}, {Task: "maya", Case: p.cas, Status: capture.TaskInProgress}}
	want.Place = &capture.Place{Task: "ali", Page: "identity"}
	got, err := s.SessionByCode(t.Context(), "carvalho", "CODE01")
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	ended := other.row
	ended.Ended = other.row.Started.Add(time.Hour)
	all, err := s.Sessions(t.Context(), "carvalho")
	must(t, err)
	if diff := cmp.Diff([]capture.SessionRow{want, ended}, all); diff != "" {
		t.Error(diff)
	}
	if all, err := s.Sessions(t.Context(), "another"); err != nil || len(all) != 0 {
		t.Errorf("another study has %v, %v", all, err)
	}
	if _, err := s.SessionByCode(t.Context(), "carvalho", "NOBODY"); !errors.Is(err, capture.ErrNotFound) {
		t.Errorf("an unknown code gave %v", err)
	}
}

func TestCodeAndSessionAreGivenOnce(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	must(t, s.CreateSession(t.Context(), p.row))
	if err := s.CreateSession(t.Context(), p.row); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("the same session again gave %v", err)
	}
	sameCode := newPerson(2)
	sameCode.row.Code = p.row.Code
	if err := s.CreateSession(t.Context(), sameCode.row); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("the same code again gave %v", err)
	}
	sameCode.row.Study = "another"
	must(t, s.CreateSession(t.Context(), sameCode.row))
}

func TestBatchIsAllOrNothing(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	b := capture.Batch{Session: p.row.ID, Task: "maya", Case: p.cas, Changes: []capture.Change{p.typed(2, "Mia")}}
	stray := p.event(3, event.FieldLeft)
	stray.Session = uuid.MustParse(id(0xFFFF))
	b.Events = []event.Event{p.event(3, event.FieldLeft), stray}
	if err := s.SaveBatch(t.Context(), b); !errors.Is(err, capture.ErrNotFound) {
		t.Fatalf("an event of an unknown session gave %v", err)
	}
	saved, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if len(saved.Changes) != 1 || len(records(t, s, p)) != 2 {
		t.Errorf("half of a batch is there: %d changes, %d events", len(saved.Changes), len(records(t, s, p)))
	}
	// The ids of the batch that was undone are written with the next one.
	b.Events = b.Events[:1]
	must(t, s.SaveBatch(t.Context(), b))
	if got := records(t, s, p); len(got) != 3 || got[2] != b.Events[0].Record(testRun) {
		t.Errorf("the journal holds %+v", got)
	}
}

func TestWritingAgainDoesNoHarm(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	b := p.batch("Maya")
	b.Submission = p.submission("Maya")
	for range 2 {
		must(t, s.SaveBatch(t.Context(), b))
	}
	saved, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if len(saved.Changes) != 1 || len(records(t, s, p)) != 2 || len(submissions(t, s)) != 1 {
		t.Error("something is there twice")
	}
	// The same numbers with something else are refused.
	if err := s.SaveBatch(t.Context(), p.batch("Mia")); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("another change with the same number gave %v", err)
	}
	e := p.event(2, event.FieldLeft)
	if err := s.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{e}}); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("another event with the same number gave %v", err)
	}
}

func TestRefusesWhatDoesNotFit(t *testing.T) {
	s := openIn(t, t.TempDir())
	p, other := newPerson(1), newPerson(2)
	p.enter(t, s, "Maya")
	other.enter(t, s, "Ali")
	base := capture.Batch{Session: p.row.ID, Task: "maya", Case: p.cas}
	stranger := p.typed(2, "x")
	stranger.Entity = "nobody"
	moved := p.kid
	moved.Type = "person"
	orphan := capture.Entity{ID: "orphan", Type: "child", Parent: "nobody", Added: noon}
	for name, change := range map[string]func(*capture.Batch){
		"a change of an unknown entity":   func(b *capture.Batch) { b.Changes = []capture.Change{stranger} },
		"an entity that changes its type": func(b *capture.Batch) { b.Entities = []capture.Entity{moved} },
		"an entity of another case":       func(b *capture.Batch) { b.Entities = []capture.Entity{other.kid} },
		"an entity without its parent":    func(b *capture.Batch) { b.Entities = []capture.Entity{orphan} },
		"a second case of a task":         func(b *capture.Batch) { b.Case = "another" },
		"a place in another task":         func(b *capture.Batch) { b.Place = &capture.Place{Task: "ali"} },
		"a sequence number of 0":          func(b *capture.Batch) { b.Changes = []capture.Change{p.typed(0, "x")} },
		"an event without a kind":         func(b *capture.Batch) { b.Events = []event.Event{p.event(3, event.None)} },
	} {
		b := base
		change(&b)
		if err := s.SaveBatch(t.Context(), b); !errors.Is(err, capture.ErrConflict) {
			t.Errorf("%s gave %v", name, err)
		}
	}
}

func TestJournalComesBackAsItWas(t *testing.T) {
	s := openIn(t, t.TempDir())
	p, other := newPerson(1), newPerson(2)
	p.enter(t, s, "Maya")
	other.enter(t, s, "Ali")
	bare := event.Event{Session: p.event(1, 1).Session, Run: testRun.ID, Seq: 3, Kind: event.WindowLeft}
	must(t, s.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{bare}}))
	want := []event.Record{p.event(1, event.SessionStarted).Record(testRun), p.event(2, event.FieldEntered).Record(testRun), bare.Record(testRun)}
	sameInstant := cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) && a.Format("-07:00") == b.Format("-07:00") })
	if diff := cmp.Diff(want, records(t, s, p), sameInstant); diff != "" {
		t.Error(diff)
	}
	var all int
	for _, err := range s.StudyEvents(t.Context(), "carvalho") {
		must(t, err)
		all++
	}
	if all != 5 {
		t.Errorf("the study has %d events; want 5", all)
	}
	for range s.StudyEvents(t.Context(), "") {
		break // stopping early must neither fail nor leave anything open
	}
	runs, err := s.Runs(t.Context())
	must(t, err)
	if diff := cmp.Diff([]event.Run{testRun}, runs, sameInstant); diff != "" {
		t.Error(diff)
	}
}

func TestSubmissionComesBackAsItWas(t *testing.T) {
	s := openIn(t, t.TempDir())
	for n := range 3 {
		p := newPerson(n + 1)
		p.row.Simulated = n == 2
		p.enter(t, s, "Maya")
		b := p.batch("Maya")
		b.Submission = p.submission("first")
		must(t, s.SaveBatch(t.Context(), b))
		b.Submission = p.submission("Maya") // finished again
		must(t, s.SaveBatch(t.Context(), b))
	}
	got := submissions(t, s)
	var want []capture.Submission
	for n := range 3 {
		sub := newPerson(n + 1).submission("Maya")
		sub.Simulated = n == 2
		want = append(want, *sub)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for range s.Submissions(t.Context(), "") {
		break
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Submissions(cancelled, "") {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("a cancelled reading gave %v", err)
		}
	}
}

func TestHistoryAndJournalAreOnlyAddedTo(t *testing.T) {
	s := openIn(t, t.TempDir())
	p := newPerson(1)
	p.enter(t, s, "Maya")
	for _, statement := range []string{
		`UPDATE answer_change SET raw = 'x'`, `UPDATE answer_change SET state = 'blank', raw = '', value = NULL`, `DELETE FROM answer_change`,
		`UPDATE event SET code = 0`, `DELETE FROM event`, `DELETE FROM session`, `DELETE FROM case_record`,
	} {
		if _, err := s.write.Exec(statement); !errors.Is(kindOf(err), capture.ErrConflict) {
			t.Errorf("%s gave %v", statement, err)
		}
	}
}

func TestDefinitionsStay(t *testing.T) {
	s := openIn(t, t.TempDir())
	one := Definition{Kind: FormDefinition, ID: "child_details", Version: "1", Hash: "aaa", Content: []byte("title: Child")}
	must(t, s.KeepDefinitions(t.Context(), one))
	draft := one
	draft.Hash, draft.Content = "bbb", []byte("title: The child")
	draft.Locked = true
	must(t, s.KeepDefinitions(t.Context(), draft, draft)) // not locked before, so it may change
	third := one
	third.Hash = "ccc"
	if err := s.KeepDefinitions(t.Context(), third); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("a locked version that changed gave %v", err)
	}
	third.Version = "2"
	study := Definition{Kind: StudyDefinition, ID: "carvalho", Hash: "ddd"}
	must(t, s.KeepDefinitions(t.Context(), third, study))
	got, err := s.Definition(t.Context(), FormDefinition, "bbb")
	must(t, err)
	if diff := cmp.Diff(draft, got); diff != "" {
		t.Error(diff)
	}
	if _, err := s.Definition(t.Context(), StudyDefinition, "bbb"); !errors.Is(err, capture.ErrNotFound) {
		t.Errorf("a hash of another kind gave %v", err)
	}
	if all, err := s.Definitions(t.Context(), FormDefinition); err != nil || len(all) != 3 {
		t.Errorf("there are %d forms, %v; want 3", len(all), err)
	}
	if _, err := s.write.Exec(`DELETE FROM definition WHERE hash = 'bbb'`); err == nil {
		t.Error("a locked form could be deleted")
	}
}

func TestSettings(t *testing.T) {
	s := openIn(t, t.TempDir())
	for _, want := range []string{"", "dark", "light", ""} {
		must(t, s.SetSetting(t.Context(), "theme", want))
		if got, err := s.Setting(t.Context(), "theme"); err != nil || got != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
}

func TestSomeoneReadsWhileAnotherWrites(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	p := newPerson(1)
	p.enter(t, s, "Maya")
	r, err := OpenReader(t.Context(), dir)
	must(t, err)
	defer r.Close()
	seen := 0
	for range r.StudyEvents(t.Context(), "") {
		if seen == 0 {
			must(t, s.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{p.event(3, event.FieldLeft)}}))
		}
		seen++
	}
	if seen != 2 {
		t.Errorf("a reading that had begun saw %d events; want 2", seen)
	}
	if got := records(t, &Store{Reader: r}, p); len(got) != 3 {
		t.Errorf("a new reading saw %d events; want 3", len(got))
	}
}

func records(t testing.TB, s *Store, p person) (all []event.Record) {
	t.Helper()
	for rec, err := range s.Events(t.Context(), p.row.ID) {
		must(t, err)
		all = append(all, rec)
	}
	return all
}

func submissions(t testing.TB, s *Store) (all []capture.Submission) {
	t.Helper()
	for sub, err := range s.Submissions(t.Context(), "carvalho") {
		must(t, err)
		all = append(all, sub)
	}
	return all
}

func file(dir string) string { return filepath.Join(dir, FileName) }
