-- +goose Up

-- What a person said to "Have you completed this section?", the last time.
CREATE TABLE section_mark (
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  section     TEXT NOT NULL CHECK (section <> ''),
  completed   INTEGER NOT NULL CHECK (completed IN (0, 1)),
  PRIMARY KEY (case_record, section)
) STRICT, WITHOUT ROWID;
