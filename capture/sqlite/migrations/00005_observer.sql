-- +goose Up

-- What an observer writes about a moment of a session. It is no part of the
-- journal, and goes with the session.
CREATE TABLE observer_note (
  id       TEXT PRIMARY KEY CHECK (id <> ''),
  session  INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  task     TEXT NOT NULL,
  at       INTEGER NOT NULL,
  tag      TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 3),
  text     TEXT NOT NULL,
  outcome  TEXT NOT NULL CHECK (outcome IN ('', 'completed', 'not_completed')),
  reason   TEXT NOT NULL,
  written  INTEGER NOT NULL,
  CHECK ((outcome = '') = (reason = '')),
  CHECK (outcome = '' OR task <> '')
) STRICT;

CREATE INDEX observer_note_session ON observer_note (session, at);

-- That a researcher asked to see answers, when, and how many. It names no person.
CREATE TABLE asked (
  n     INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL,
  study TEXT NOT NULL,
  what  TEXT NOT NULL CHECK (what <> ''),
  shown INTEGER NOT NULL
) STRICT;
