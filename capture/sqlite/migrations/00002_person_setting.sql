-- +goose Up

-- How a person set text, colours and keys: it follows their code, and goes with
-- their session.
CREATE TABLE person_setting (
  session INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  name    TEXT NOT NULL CHECK (name <> ''),
  value   TEXT NOT NULL,
  PRIMARY KEY (session, name)
) STRICT, WITHOUT ROWID;
