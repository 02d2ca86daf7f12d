-- +goose Up

-- The desk at which answers were asked for: a random id of the data folder, so that
-- the lists of several computers can be put together. It names nobody.
ALTER TABLE asked ADD COLUMN desk TEXT NOT NULL DEFAULT '';
