package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/capture"
	"recordwell/capture/event"
)

// whereIs returns the "table.column"s of the file that hold a text.
func whereIs(t *testing.T, s *Store, text string) []string {
	t.Helper()
	var tables []string
	must(t, each(t.Context(), s.db, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		tables = append(tables, name)
		return err
	}, `SELECT name FROM sqlite_schema WHERE type = 'table'`))
	var found []string
	for _, table := range tables {
		must(t, each(t.Context(), s.db, func(rows *sql.Rows) error {
			columns, err := rows.Columns()
			if err != nil {
				return err
			}
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := rows.Scan(values...); err != nil {
				return err
			}
			for i, v := range values {
				if place := table + "." + columns[i]; strings.Contains(fmt.Sprintf("%s", *v.(*any)), text) && !slices.Contains(found, place) {
					found = append(found, place)
				}
			}
			return nil
		}, `SELECT * FROM "`+table+`"`))
	}
	slices.Sort(found)
	return found
}

// filesWith returns the files below dir that hold a text.
func filesWith(t *testing.T, dir, text string) (found []string) {
	t.Helper()
	must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			found = append(found, filepath.Base(path))
		}
		return err
	}))
	return found
}

const marker = "Zq7-Marker-Wx9"

// full writes into every table that belongs to a session.
func full(t *testing.T, s *Store, p person, text string) {
	t.Helper()
	p.enter(t, s, text)
	must(t, s.SaveBatch(t.Context(), capture.Batch{
		Session: p.row.ID, Task: "maya", Case: p.cas, Submission: p.submission(text), Changes: []capture.Change{p.typed(2, text+" again")},
	}))
	must(t, s.SaveBatch(t.Context(), capture.Batch{
		Session:  p.row.ID,
		Consents: []capture.Consent{{Item: "log", Wording: "1", Agreed: true, At: noon}},
		Comments: []capture.Comment{{ID: "comment of " + p.row.Code, Task: "maya", Ref: p.ref(), Text: text, At: noon}},
		Surveys:  []capture.SurveyAnswer{{Survey: "end", Item: "training", Text: text, At: noon}},
	}))
	must(t, s.SaveNote(t.Context(), p.row.ID, noteOf(p, "noted")))
}

func TestWhatIsTypedIsNeverInTheJournal(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	full(t, s, newPerson(1), marker)
	want := []string{
		"answer_change.raw", "answer_change.value", "comment.text", "reason.text",
		"submission_answer.raw", "submission_answer.value", "submission_reason.text", "survey.text",
	}
	if got := whereIs(t, s, marker); !slices.Equal(got, want) {
		t.Errorf("what was typed is in %v", got)
	}
	if len(filesWith(t, dir, marker)) == 0 {
		t.Error("the search finds nothing even where something is")
	}
}

// The journal's columns are integers, but for the 16 bytes of an entity's UUID.
func TestJournalHasNoColumnForText(t *testing.T) {
	s := openIn(t, t.TempDir())
	must(t, each(t.Context(), s.db, func(rows *sql.Rows) error {
		var name, kind string
		err := rows.Scan(&name, &kind)
		if kind != "INTEGER" && !(name == "entity" && kind == "BLOB") {
			t.Errorf("event.%s is %s", name, kind)
		}
		return err
	}, `SELECT name, type FROM pragma_table_info('event')`))
	p := newPerson(1)
	p.enter(t, s, "Maya")
	row := map[string]any{"ms": 0, "code": 0, "count": 0, "question": nil, "entity": nil}
	insert := func(column string, value any) error {
		given := maps.Clone(row)
		given[column] = value
		_, err := s.write.Exec(`INSERT INTO event (session, seq, run, kind, ms, code, count, question, entity)
			VALUES (1, 10, 1, 1, :ms, :code, :count, :question, :entity)`,
			sql.Named("ms", given["ms"]), sql.Named("code", given["code"]), sql.Named("count", given["count"]),
			sql.Named("question", given["question"]), sql.Named("entity", given["entity"]))
		return err
	}
	for column, value := range map[string]any{
		"code": "Maya", "count": "Maya", "ms": 1.5, "question": "Maya", "entity": []byte("Maya"),
	} {
		if insert(column, value) == nil {
			t.Errorf("event.%s took %v", column, value)
		}
	}
	must(t, insert("code", 1)) // so it was the values that were refused
}

func TestWithdrawnLeavesNoTrace(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	gone, stays := newPerson(1), newPerson(2)
	gone.row.Code = "GONE4242"
	full(t, s, gone, marker)
	full(t, s, stays, "Stays-Here-77")
	path, err := s.BackUp(t.Context(), "before", noon)
	must(t, err)
	must(t, os.WriteFile(path+".part", []byte("broken off: "+marker), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, BackupFolder, "recordwell-v0.db"), []byte("of long ago: "+marker), 0o600))

	for range 2 { // the second time must do no harm
		must(t, s.Withdraw(t.Context(), gone.row.ID, noon))
	}
	for _, text := range []string{marker, "GONE4242", string(gone.cas), string(gone.kid.ID)} {
		if found := filesWith(t, dir, text); len(found) > 0 {
			t.Errorf("%s is still in %v", text, found)
		}
	}
	if got := whereIs(t, s, string(gone.row.ID)); !slices.Equal(got, []string{"tombstone.session"}) {
		t.Errorf("the session is in %v", got)
	}
	// The other person is whole, here and in the copy.
	if got := records(t, s, stays); len(got) != 2 {
		t.Errorf("the other person has %d events; want 2", len(got))
	}
	if got := submissions(t, s); len(got) != 1 || got[0].Session != stays.row.ID {
		t.Errorf("there are %d submissions", len(got))
	}
	if found := filesWith(t, dir, "Stays-Here-77"); !slices.Contains(found, FileName) || !slices.Contains(found, filepath.Base(path)) {
		t.Errorf("the other person's answers are in %v", found)
	}

	if err := s.CreateSession(t.Context(), gone.row); !errors.Is(err, capture.ErrWithdrawn) {
		t.Errorf("an import of the session gave %v", err)
	}
	// What was still on its way to the disk is let go, and the program goes on.
	must(t, s.SaveBatch(t.Context(), gone.batch(marker)))
	if got := whereIs(t, s, marker); len(got) != 0 {
		t.Errorf("late answers came to %v", got)
	}
	must(t, s.SaveBatch(t.Context(), capture.Batch{Events: []event.Event{stays.event(3, event.FieldLeft)}}))
}

func TestRunComesBackWithTheNextSession(t *testing.T) {
	s := openIn(t, t.TempDir())
	gone, next := newPerson(1), newPerson(2)
	gone.enter(t, s, "Maya")
	must(t, s.Withdraw(t.Context(), gone.row.ID, noon))
	if runs, err := s.Runs(t.Context()); err != nil || len(runs) != 0 {
		t.Errorf("after withdrawing there are runs %v, %v", runs, err)
	}
	must(t, s.CreateSession(t.Context(), next.row))
	must(t, s.SaveBatch(t.Context(), next.batch("Ali")))
	if got := records(t, s, next); len(got) != 2 || got[0].Run != testRun.ID {
		t.Errorf("the journal of the next session: %+v", got)
	}
}

func TestRemovedDetailsAreGoneFromHistory(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	p, other := newPerson(1), newPerson(2)
	full(t, s, p, "Real-Name-55")
	full(t, s, other, "Other-Name-66")
	_, err := s.BackUp(t.Context(), "before", noon)
	must(t, err)
	if _, err := s.write.Exec(`DELETE FROM comment; DELETE FROM survey`); err != nil {
		t.Fatal(err)
	}
	must(t, s.RemoveDetails(t.Context(), p.row.ID, p.ref()))
	if got := whereIs(t, s, "Real-Name-55"); len(got) != 0 {
		t.Errorf("the name is still in %v", got)
	}
	saved, err := s.LoadCase(t.Context(), p.row.ID, "maya")
	must(t, err)
	if len(saved.Changes) != 2 || !saved.Changes[0].Answer.IsBlank() || !saved.Changes[1].Answer.IsBlank() || len(saved.Reasons) != 0 {
		t.Errorf("the history is %+v", saved)
	}
	if found := whereIs(t, s, "Other-Name-66"); len(found) < 4 {
		t.Errorf("another person's answers are only in %v", found)
	}
	if _, err := s.write.Exec(`DELETE FROM answer_change`); err == nil {
		t.Error("the history stayed open for deleting")
	}
	if found := filesWith(t, dir, "Real-Name-55"); slices.Contains(found, FileName) || slices.Contains(found, FileName+"-wal") {
		t.Errorf("the name can be dug up in %v", found)
	}
}
