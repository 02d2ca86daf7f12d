package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recordwell/capture"
	"recordwell/capture/event"
)

func TestWhatAPersonSaysComesBackAsItWas(t *testing.T) {
	s := openIn(t, t.TempDir())
	p, other := newPerson(1), newPerson(2)
	must(t, s.CreateSession(t.Context(), p.row))
	must(t, s.CreateSession(t.Context(), other.row))
	comment := capture.Comment{ID: "c1", Task: "maya", Ref: p.ref(), Text: "What is a given name?", ReadBack: capture.Disagreed, At: noon}
	b := capture.Batch{
		Session:  p.row.ID,
		Consents: []capture.Consent{{Item: "log", Wording: "2", Agreed: true, At: noon}, {Item: "quotes", Wording: "2", At: noon}},
		Comments: []capture.Comment{comment, {ID: "c2", Text: "taken back later", At: noon}},
		Surveys: []capture.SurveyAnswer{
			{Survey: "end", Item: "training", Text: "more of it", At: noon}, {Survey: "seq", Subject: "maya", Item: "1", Score: 6, At: noon},
			{Survey: "sus", Subject: "0", Item: "4", At: noon}, // skipped
		},
	}
	for range 2 {
		must(t, s.SaveBatch(t.Context(), b))
	}
	again := capture.Consent{Item: "log", Wording: "2", At: noon.Add(time.Hour)}
	comment.Text, comment.ReadBack = "What is a given name, exactly?", capture.Agreed
	must(t, s.SaveBatch(t.Context(), capture.Batch{
		Session: p.row.ID, Consents: []capture.Consent{again}, Comments: []capture.Comment{comment, {ID: "c2"}},
	}))

	consents, err := s.Consents(t.Context(), p.row.ID)
	must(t, err)
	if diff := cmp.Diff(append(b.Consents, again), consents); diff != "" {
		t.Error(diff)
	}
	var comments []Said[capture.Comment]
	for c, err := range s.Comments(t.Context(), "carvalho") {
		must(t, err)
		comments = append(comments, c)
	}
	if diff := cmp.Diff([]Said[capture.Comment]{{p.row.ID, comment}}, comments); diff != "" {
		t.Error(diff)
	}
	var answers []capture.SurveyAnswer
	for a, err := range s.SurveyAnswers(t.Context(), "") {
		must(t, err)
		answers = append(answers, a.What)
	}
	if diff := cmp.Diff(b.Surveys, answers); diff != "" {
		t.Error(diff)
	}
	theirs := capture.Batch{Session: other.row.ID, Comments: []capture.Comment{comment}}
	if err := s.SaveBatch(t.Context(), theirs); !errors.Is(err, capture.ErrConflict) {
		t.Errorf("another person's comment gave %v", err)
	}
}

// The reference of the tables names every table, column and the number of the
// gap event, so that it cannot fall behind the file.
func TestReferenceNamesEveryColumn(t *testing.T) {
	text, err := os.ReadFile("../../docs/store.md")
	must(t, err)
	s := openIn(t, t.TempDir())
	columns := 0
	must(t, each(t.Context(), s.db, func(rows *sql.Rows) error {
		var table, column string
		err := rows.Scan(&table, &column)
		for _, name := range []string{table, column} {
			if !strings.Contains(string(text), "`"+name+"`") {
				t.Errorf("docs/store.md does not name %s of %s", column, table)
			}
		}
		columns++
		return err
	}, `SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> ?`, versionTable))
	if columns < 100 {
		t.Errorf("only %d columns were looked for", columns)
	}
	if event.Gap != 43 || !strings.Contains(string(text), "kind 43 (`gap`)") {
		t.Error("docs/store.md gives another number for the gap event")
	}
}
