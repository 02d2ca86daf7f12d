-- +goose Up

-- What a child or family said is not right, when the record was read back to them:
-- 1 the person agrees, 2 they do not. 0 is a comment of the person's own.
ALTER TABLE comment ADD COLUMN read_back INTEGER NOT NULL DEFAULT 0 CHECK (read_back IN (0, 1, 2));
