-- +goose Up

-- Children on the system who were offered, and of whom somebody said that none is the
-- child in hand. They are made up, and stand here by a sum of what the story tells of
-- them.
CREATE TABLE not_this_child (
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  child       TEXT NOT NULL CHECK (length(child) = 16),
  PRIMARY KEY (case_record, child)
) STRICT, WITHOUT ROWID;
