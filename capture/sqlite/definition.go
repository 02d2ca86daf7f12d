package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"recordwell/capture"
)

// DefinitionKind says what a definition defines.
type DefinitionKind string

// The kinds of definitions.
const (
	StudyDefinition    DefinitionKind = "study"
	FormDefinition     DefinitionKind = "form"
	ScenarioDefinition DefinitionKind = "scenario"
)

// Definition is a study, form or scenario as it was read, so that reports mean
// years later what they meant then.
type Definition struct {
	Kind    DefinitionKind
	ID      string
	Version string // of a form; "" otherwise
	Hash    capture.Hash
	Content []byte
	// Locked says that a round uses it: what changes is a new version.
	Locked bool
}

// KeepDefinitions keeps definitions that are not kept yet and locks those that
// say so. Another content for a locked version of a form is
// [capture.ErrConflict].
func (s *Store) KeepDefinitions(ctx context.Context, definitions ...Definition) error {
	return s.transact(ctx, saving, func(tx *sql.Tx) error {
		for _, d := range definitions {
			if err := s.keepDefinition(ctx, tx, d); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Store) keepDefinition(ctx context.Context, tx *sql.Tx, d Definition) error {
	if d.Kind == FormDefinition {
		var other string
		err := tx.QueryRowContext(ctx, `SELECT hash FROM definition
			WHERE kind = 'form' AND id = ? AND version = ? AND hash <> ? AND locked IS NOT NULL`, d.ID, d.Version, string(d.Hash)).Scan(&other)
		if err == nil {
			return &Error{
				Words: "The form " + d.ID + " has changed but still says version " + d.Version + ", which a round has used already. " +
					"Give the changed form a new version.",
				Kind:  capture.ErrConflict,
				Cause: conflict("locked with hash %s, now %s", other, d.Hash),
			}
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
	}
	now := s.clock.Now().UnixMilli()
	_, err := tx.ExecContext(ctx, `INSERT INTO definition (kind, id, hash, version, content, kept) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		string(d.Kind), d.ID, string(d.Hash), d.Version, nonNil(d.Content), now)
	if err == nil && d.Locked {
		_, err = tx.ExecContext(ctx, `UPDATE definition SET locked = ? WHERE kind = ? AND id = ? AND hash = ? AND locked IS NULL`,
			now, string(d.Kind), d.ID, string(d.Hash))
	}
	return err
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Definition returns what was kept under a hash, or [capture.ErrNotFound].
func (r *Reader) Definition(ctx context.Context, kind DefinitionKind, hash capture.Hash) (d Definition, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		d.Kind, d.Hash = kind, hash
		err := tx.QueryRowContext(ctx, `SELECT id, version, content, locked IS NOT NULL FROM definition WHERE kind = ? AND hash = ?`,
			string(kind), string(hash)).Scan(&d.ID, &d.Version, &d.Content, &d.Locked)
		if errors.Is(err, sql.ErrNoRows) {
			return &Error{Words: "The " + string(kind) + " that these records were made with is not kept here.", Kind: capture.ErrNotFound}
		}
		return err
	})
	return d, err
}

// Definitions returns everything of a kind, by ID and then in the order kept.
func (r *Reader) Definitions(ctx context.Context, kind DefinitionKind) (all []Definition, err error) {
	err = r.view(ctx, func(tx *sql.Tx) error {
		return each(ctx, tx, func(rows *sql.Rows) error {
			d := Definition{Kind: kind}
			err := rows.Scan(&d.ID, &d.Version, &d.Hash, &d.Content, &d.Locked)
			all = append(all, d)
			return err
		}, `SELECT id, version, hash, content, locked IS NOT NULL FROM definition WHERE kind = ? ORDER BY id, kept, hash`, string(kind))
	})
	return all, err
}
