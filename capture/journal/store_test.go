package journal_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"recordwell/capture"
	"recordwell/capture/event"
	"recordwell/capture/journal"
	"recordwell/capture/sqlite"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("RECORDWELL_TEST_DIR"); dir != "" {
		if err := writeForEver(dir); err != nil {
			fmt.Fprintln(os.Stderr, err, errors.Unwrap(err))
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

type wallClock struct{ start time.Time }

func (c wallClock) Now() time.Time         { return time.Now() }
func (c wallClock) Elapsed() time.Duration { return time.Since(c.start) }

const (
	sessionID = capture.SessionID("018f0000-0000-7000-8000-000000000001")
	caseID    = capture.CaseID("018f0000-0000-7000-8000-000000000002")
	childID   = capture.EntityID("018f0000-0000-7000-8000-000000000003")
	question  = capture.QuestionID("child_details/identity/given_names")
)

// writer is a session that types without end.
type writer struct {
	store   *sqlite.Store
	journal *journal.Journal
	run     event.Run
	vocab   *event.Vocabulary
	seq     uint64 // of events
	change  int64
	given   int64 // batches that are no answer
}

// open opens the folder and goes on where its session was.
func open(ctx context.Context, dir string, opts journal.Options) (*writer, error) {
	clock := wallClock{time.Now()}
	store, err := sqlite.Open(ctx, dir, sqlite.Options{Clock: clock})
	if err != nil {
		return nil, err
	}
	w := &writer{store: store, run: event.Run{ID: uuid.Must(uuid.NewV7()), Started: clock.start}, vocab: event.NewVocabulary("maya", string(question))}
	row, err := store.Session(ctx, sessionID)
	if errors.Is(err, capture.ErrNotFound) {
		err = store.CreateSession(ctx, capture.SessionRow{ID: sessionID, Code: "K7M4QX", Study: "carvalho", Round: "one", Started: clock.start})
	}
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	saved, err := store.LoadCase(ctx, sessionID, "maya")
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	w.seq, w.change = row.LastSeq, int64(len(saved.Changes))
	opts.Run = w.run
	w.journal = journal.Start(store, clock, opts)
	if saved.Case.ID == "" {
		w.given++
		w.journal.Save(capture.Batch{Session: sessionID, Task: "maya", Case: caseID, Entities: []capture.Entity{{ID: childID, Type: "child", Added: clock.start}}})
	}
	return w, nil
}

func (w *writer) event(kind event.Kind) event.Event {
	w.seq++
	return event.Event{
		Session: uuid.MustParse(string(sessionID)), Run: w.run.ID, Seq: w.seq, Offset: time.Duration(w.seq) * time.Millisecond, Kind: kind,
		Task: w.vocab.ID("maya"), Question: w.vocab.ID(string(question)), Entity: uuid.MustParse(string(childID)),
	}
}

// answer types one answer, whose text is its number.
func (w *writer) answer() {
	w.change++
	text := strconv.FormatInt(w.change, 10)
	w.journal.Append(w.event(event.FieldEntered), w.event(event.AnswerCommitted))
	w.journal.Save(capture.Batch{Session: sessionID, Task: "maya", Case: caseID,
		Changes: []capture.Change{{
			Case: caseID, Entity: childID, Question: question, Seq: w.change, Cause: capture.Typed, At: w.run.Started,
			Answer: capture.Answer{State: capture.Answered, Raw: text, Value: text, Readable: true},
		}},
		Place: &capture.Place{Task: "maya", Page: text},
	})
	w.journal.Append(w.event(event.FieldLeft))
}

func (w *writer) close(ctx context.Context) error {
	return errors.Join(w.journal.Close(ctx), w.store.Close())
}

// writeForEver prints the number of each answer once the journal says that
// everything up to it is saved, until it is killed.
func writeForEver(dir string) error {
	w, err := open(context.Background(), dir, journal.Options{Delay: 5 * time.Millisecond})
	if err != nil {
		return err
	}
	first, saved := w.change-w.given, make(chan uint64, 1024)
	w.journal.OnStatus(func(s journal.Status) { saved <- s.Batches })
	go func() {
		for n := range saved {
			fmt.Println(first + int64(n))
		}
	}()
	for {
		w.answer()
		time.Sleep(time.Duration(rand.IntN(2000)) * time.Microsecond)
	}
}

// However the program is killed, everything it said was saved is there, in
// order and without a hole, and the next start goes on from it.
func TestKilledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	var acknowledged int64
	for range 8 {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), "RECORDWELL_TEST_DIR="+dir)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		var timer *time.Timer
		for lines.Scan() {
			n, err := strconv.ParseInt(lines.Text(), 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			acknowledged = max(acknowledged, n)
			if timer == nil { // it has begun: any moment from now
				timer = time.AfterFunc(time.Duration(20+rand.IntN(150))*time.Millisecond, func() { cmd.Process.Kill() })
			}
		}
		if err := cmd.Wait(); timer == nil || err == nil || !strings.Contains(err.Error(), "killed") {
			t.Fatalf("it was not killed but ended with %v", err)
		}

		r, err := sqlite.OpenReader(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		saved, err := r.LoadCase(t.Context(), sessionID, "maya")
		if err != nil {
			t.Fatal(err)
		}
		if got := int64(len(saved.Changes)); got < acknowledged {
			t.Errorf("%d answers were said to be saved; %d are there", acknowledged, got)
		}
		for i, c := range saved.Changes {
			if c.Seq != int64(i+1) || c.Answer.Raw != strconv.Itoa(i+1) {
				t.Fatalf("change %d is %d with %q", i+1, c.Seq, c.Answer.Raw)
			}
		}
		if want := strconv.Itoa(len(saved.Changes)); len(saved.Changes) > 0 && (saved.Place == nil || saved.Place.Page != want) {
			t.Errorf("it would go on at %+v; the last answer is %s", saved.Place, want)
		}
		found, err := r.Inspect(t.Context())
		if err != nil || len(found.Problems) > 0 {
			t.Errorf("the file has %q, %v", found.Problems, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	if acknowledged < 16 {
		t.Errorf("in 8 runs only %d answers were saved", acknowledged)
	}
}

// A file that cannot be written to for a while holds up saving; nothing is lost.
func TestFileThatIsHeldAndLetGo(t *testing.T) {
	dir := t.TempDir()
	w, err := open(t.Context(), dir, journal.Options{Delay: time.Millisecond, Retry: 5 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	w.answer()
	if err := w.journal.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	failed := make(chan journal.Status, 1000)
	w.journal.OnStatus(func(s journal.Status) { failed <- s })
	// Another program that holds the file stands for anything that passes.
	other, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName)+"?_txlock=immediate&_busy_timeout=1")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for range 50 {
		w.answer()
	}
	for s := range failed {
		if s.State == journal.Failed {
			if !errors.Is(s.Err, capture.ErrInUse) {
				t.Errorf("it failed with %v", s.Err)
			}
			break
		}
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := w.journal.Flush(t.Context()); err != nil {
		t.Error(err)
	}
	saved, err := w.store.LoadCase(t.Context(), sessionID, "maya")
	if err != nil || len(saved.Changes) != 51 {
		t.Errorf("%d answers are there, %v; want 51", len(saved.Changes), err)
	}
	if err := w.close(t.Context()); err != nil {
		t.Error(err)
	}
}

// lot is how many events go into one transaction at most. It is large so that
// the disk's share, which is the same for both, does not hide the program's.
const lot = 4096

// BenchmarkJournal measures events from Append to the disk.
func BenchmarkJournal(b *testing.B) {
	w, err := open(b.Context(), b.TempDir(), journal.Options{})
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		w.journal.Append(w.event(event.FieldEntered))
		if n++; n%lot == 0 {
			if err := w.journal.Flush(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := w.journal.Flush(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.StopTimer()
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "events/s")
	if err := w.close(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkBareInsert is what the journal is held against: a prepared insert of
// as many columns, in transactions as large, into a file of the same kind.
func BenchmarkBareInsert(b *testing.B) {
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "bare.db")+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE event (session INTEGER, seq INTEGER, run INTEGER, ms INTEGER, kind INTEGER, task INTEGER, form INTEGER,
		place INTEGER, question INTEGER, entity BLOB, rule INTEGER, setting INTEGER, code INTEGER, count INTEGER, PRIMARY KEY (session, seq)) WITHOUT ROWID`); err != nil {
		b.Fatal(err)
	}
	insert, err := db.Prepare(`INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		b.Fatal(err)
	}
	defer insert.Close()
	entity := uuid.MustParse(string(childID))
	n := 0
	var tx *sql.Tx
	for b.Loop() {
		if n%lot == 0 {
			if tx, err = db.Begin(); err != nil {
				b.Fatal(err)
			}
		}
		if _, err := tx.Stmt(insert).Exec(1, n, 1, n, 8, 1, nil, nil, 2, entity[:], nil, nil, 0, 0); err != nil {
			b.Fatal(err)
		}
		if n++; n%lot == 0 {
			if err := tx.Commit(); err != nil {
				b.Fatal(err)
			}
		}
	}
	if n%lot != 0 {
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "events/s")
}
