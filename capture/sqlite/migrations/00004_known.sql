-- +goose Up

-- Forms in the background of a task, and answers that were there when it began.
ALTER TABLE submission_form ADD COLUMN background INTEGER NOT NULL DEFAULT 0 CHECK (background IN (0, 1));
ALTER TABLE submission_answer ADD COLUMN known INTEGER NOT NULL DEFAULT 0 CHECK (known IN (0, 1));
