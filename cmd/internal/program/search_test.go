package program

import (
	"bytes"
	"database/sql"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"recordwell/capture/sqlite"
)

// dump is every row of every table that is not about definitions.
func dump(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	eachRow(t, filepath.Join(dir, sqlite.FileName), func(table string, row []string) {
		if table != "definition" && table != "goose_db_version" {
			b.WriteString(table + " " + strings.Join(row, "|") + "\n")
		}
	})
	return b.String()
}

// holding returns the "file:table"s of the records and all copies with a text,
// but for the tables named.
func holding(t *testing.T, dir, text string, but ...string) (found []string) {
	t.Helper()
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".db" {
			return err
		}
		eachRow(t, path, func(table string, row []string) {
			place := filepath.Base(path) + ":" + table
			if !slices.Contains(but, table) && strings.Contains(strings.Join(row, "|"), text) && !slices.Contains(found, place) {
				// Copies keep a tombstone too.
				if table == "tombstone" {
					place = "recordwell.db:tombstone"
				}
				if !slices.Contains(found, place) {
					found = append(found, place)
				}
			}
		})
		return nil
	}))
	return found
}

// everywhere returns the files of the folder with a text in their bytes: the
// records, the log that is written ahead, the copies and all else.
func everywhere(t *testing.T, dir, text string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			found = append(found, filepath.Base(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func eachRow(t *testing.T, path string, visit func(table string, row []string)) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	names, err := db.Query(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
	if err != nil {
		t.Fatal(err)
	}
	var tables []string
	for names.Next() {
		var name string
		if err := names.Scan(&name); err != nil {
			t.Fatal(err)
		}
		tables = append(tables, name)
	}
	if err := names.Err(); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		rows, err := db.Query(`SELECT * FROM "` + table + `"`)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			values, at := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
			for i := range values {
				at[i] = &values[i]
			}
			if err := rows.Scan(at...); err != nil {
				t.Fatal(err)
			}
			row := make([]string, len(values))
			for i, v := range values {
				row[i] = string(v)
			}
			visit(table, row)
		}
		rows.Close()
	}
}
