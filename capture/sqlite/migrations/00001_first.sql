-- +goose Up

-- Recordwell's mark on the file: "RCWL".
PRAGMA application_id = 1380144972;

-- What definitions said when they were read. A hash is the SHA-256 of the content.
CREATE TABLE definition (
  kind    TEXT NOT NULL CHECK (kind IN ('study', 'form', 'scenario')),
  id      TEXT NOT NULL CHECK (id <> ''),
  hash    TEXT NOT NULL CHECK (hash <> ''),
  version TEXT NOT NULL DEFAULT '',
  content BLOB NOT NULL,
  kept    INTEGER NOT NULL,
  locked  INTEGER,
  PRIMARY KEY (kind, id, hash)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER definition_stays BEFORE UPDATE ON definition
WHEN NEW.kind <> OLD.kind OR NEW.id <> OLD.id OR NEW.hash <> OLD.hash OR NEW.content <> OLD.content
  OR (OLD.locked IS NOT NULL AND NEW.locked IS NOT OLD.locked)
BEGIN SELECT RAISE(ABORT, 'a definition that was kept does not change'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER definition_locked BEFORE DELETE ON definition WHEN OLD.locked IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a definition that a round uses is locked'); END;
-- +goose StatementEnd

-- A participant's session. n is short, for the rows that refer to it.
CREATE TABLE session (
  n         INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  study     TEXT NOT NULL,
  round     TEXT NOT NULL,
  code      TEXT NOT NULL,
  condition INTEGER NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  started   INTEGER NOT NULL,
  ended     INTEGER CHECK (ended >= started)
) STRICT;
CREATE INDEX session_code ON session (study, code);

-- Sessions that are being deleted, or have answers taken out, in this very
-- transaction. Only then do the triggers below let go of what is append-only.
CREATE TABLE erasing (session INTEGER PRIMARY KEY REFERENCES session (n) ON DELETE CASCADE) STRICT;

-- What is left of a withdrawn session. Later imports honour it.
CREATE TABLE tombstone (
  session   TEXT PRIMARY KEY CHECK (length(session) = 36),
  withdrawn INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  session INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  item    TEXT NOT NULL,
  wording TEXT NOT NULL,
  agreed  INTEGER NOT NULL CHECK (agreed IN (0, 1)),
  at      INTEGER NOT NULL,
  PRIMARY KEY (session, item, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  session  INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  task     TEXT NOT NULL CHECK (task <> ''),
  status   TEXT NOT NULL CHECK (status IN ('not_started', 'in_progress', 'finished', 'skipped')),
  started  INTEGER,
  finished INTEGER,
  PRIMARY KEY (session, task)
) STRICT, WITHOUT ROWID;

-- Where to go on after a restart; the highest turn is the latest place.
CREATE TABLE place (
  session        INTEGER NOT NULL,
  task           TEXT NOT NULL,
  page           TEXT NOT NULL,
  item           TEXT NOT NULL,
  focus_entity   TEXT NOT NULL,
  focus_question TEXT NOT NULL,
  via_back       INTEGER NOT NULL CHECK (via_back IN (0, 1)),
  turn           INTEGER NOT NULL,
  PRIMARY KEY (session, task),
  FOREIGN KEY (session, task) REFERENCES task (session, task) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- One family's record in one session. ("case" is a word of SQL.)
CREATE TABLE case_record (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE CHECK (id <> ''),
  session INTEGER NOT NULL,
  task    TEXT NOT NULL,
  UNIQUE (session, task),
  FOREIGN KEY (session, task) REFERENCES task (session, task) ON DELETE CASCADE
) STRICT;

CREATE TABLE entity (
  id          TEXT PRIMARY KEY CHECK (id <> ''),
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  type        TEXT NOT NULL CHECK (type <> ''),
  parent      TEXT REFERENCES entity (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  ord         INTEGER NOT NULL CHECK (ord >= 0),
  removed     INTEGER NOT NULL CHECK (removed IN (0, 1)),
  added       INTEGER NOT NULL,
  came        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_case ON entity (case_record, came);
CREATE INDEX entity_parent ON entity (parent);

-- The history of answers: only ever added to. The latest row of an entity and
-- question is its answer. value is null while raw cannot be read.
CREATE TABLE answer_change (
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  seq         INTEGER NOT NULL CHECK (seq > 0),
  entity      TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
  question    TEXT NOT NULL CHECK (question <> ''),
  state       TEXT NOT NULL CHECK (state IN ('blank', 'answered', 'not_known', 'not_yet_obtained', 'refused')),
  raw         TEXT NOT NULL,
  value       TEXT,
  cause       TEXT NOT NULL CHECK (cause IN ('typed', 'chosen', 'undone', 'copied', 'imported')),
  at          INTEGER NOT NULL,
  PRIMARY KEY (case_record, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_change_entity ON answer_change (entity, question);

-- +goose StatementBegin
CREATE TRIGGER answer_change_stays BEFORE UPDATE ON answer_change
WHEN NEW.case_record <> OLD.case_record OR NEW.seq <> OLD.seq OR NEW.entity <> OLD.entity OR NEW.question <> OLD.question
  OR NEW.at <> OLD.at OR NEW.cause <> OLD.cause OR NEW.state <> 'blank' OR NEW.raw <> '' OR NEW.value IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM erasing JOIN case_record c USING (session) WHERE c.n = OLD.case_record)
BEGIN SELECT RAISE(ABORT, 'the history of answers is only added to'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER answer_change_kept BEFORE DELETE ON answer_change
WHEN NOT EXISTS (SELECT 1 FROM erasing JOIN case_record c USING (session) WHERE c.n = OLD.case_record)
BEGIN SELECT RAISE(ABORT, 'the history of answers is only added to'); END;
-- +goose StatementEnd

-- What a person wrote to explain a query: part of the record.
CREATE TABLE reason (
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  entity      TEXT NOT NULL,
  question    TEXT NOT NULL,
  rule        TEXT NOT NULL,
  text        TEXT NOT NULL,
  PRIMARY KEY (case_record, entity, question, rule)
) STRICT, WITHOUT ROWID;

-- Pages on which "Save and continue" was pressed; item is '' for a section's own page.
CREATE TABLE saved_page (
  case_record INTEGER NOT NULL REFERENCES case_record (n) ON DELETE CASCADE,
  section     TEXT NOT NULL,
  item        TEXT NOT NULL,
  PRIMARY KEY (case_record, section, item)
) STRICT, WITHOUT ROWID;

-- What a finished task left, as it was at that moment.
CREATE TABLE submission (
  n            INTEGER PRIMARY KEY,
  case_record  INTEGER NOT NULL UNIQUE REFERENCES case_record (n) ON DELETE CASCADE,
  finished     INTEGER NOT NULL,
  errors_left  INTEGER NOT NULL CHECK (errors_left >= 0),
  queries_left INTEGER NOT NULL CHECK (queries_left >= 0)
) STRICT;

CREATE TABLE submission_form (
  submission INTEGER NOT NULL REFERENCES submission (n) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  form       TEXT NOT NULL,
  version    TEXT NOT NULL,
  hash       TEXT NOT NULL,
  PRIMARY KEY (submission, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_entity (
  submission INTEGER NOT NULL REFERENCES submission (n) ON DELETE CASCADE,
  came       INTEGER NOT NULL,
  entity     TEXT NOT NULL,
  type       TEXT NOT NULL,
  parent     TEXT,
  ord        INTEGER NOT NULL,
  removed    INTEGER NOT NULL CHECK (removed IN (0, 1)),
  added      INTEGER NOT NULL,
  PRIMARY KEY (submission, came)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_answer (
  submission INTEGER NOT NULL REFERENCES submission (n) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  entity     TEXT NOT NULL,
  question   TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('blank', 'answered', 'not_known', 'not_yet_obtained', 'refused')),
  raw        TEXT NOT NULL,
  value      TEXT,
  PRIMARY KEY (submission, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_reason (
  submission INTEGER NOT NULL REFERENCES submission (n) ON DELETE CASCADE,
  ord        INTEGER NOT NULL,
  entity     TEXT NOT NULL,
  question   TEXT NOT NULL,
  rule       TEXT NOT NULL,
  text       TEXT NOT NULL,
  PRIMARY KEY (submission, ord)
) STRICT, WITHOUT ROWID;

-- What a person chose to say about a question, by consent; never in the journal.
CREATE TABLE comment (
  id       TEXT PRIMARY KEY CHECK (id <> ''),
  session  INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  task     TEXT NOT NULL,
  entity   TEXT NOT NULL,
  question TEXT NOT NULL,
  text     TEXT NOT NULL,
  at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_session ON comment (session, at);

-- One item of a survey: a number, or words for an open question; neither when skipped.
CREATE TABLE survey (
  session   INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  survey    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  item      TEXT NOT NULL,
  score     INTEGER,
  text      TEXT,
  at        INTEGER NOT NULL,
  PRIMARY KEY (session, survey, subject, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. It holds integers and the UUIDs of entities; identifiers of
-- definitions are numbers into name, which a participant cannot write to.
CREATE TABLE name (
  n  INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> '' AND length(id) <= 300)
) STRICT;

CREATE TABLE run (
  n       INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  started INTEGER NOT NULL,
  zone    INTEGER NOT NULL CHECK (zone BETWEEN -86400 AND 86400),
  program TEXT NOT NULL
) STRICT;

CREATE TABLE event (
  session  INTEGER NOT NULL REFERENCES session (n) ON DELETE CASCADE,
  seq      INTEGER NOT NULL CHECK (seq > 0),
  run      INTEGER NOT NULL REFERENCES run (n),
  ms       INTEGER NOT NULL CHECK (ms >= 0),
  kind     INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
  task     INTEGER REFERENCES name (n),
  form     INTEGER REFERENCES name (n),
  place    INTEGER REFERENCES name (n),
  question INTEGER REFERENCES name (n),
  entity   BLOB CHECK (length(entity) = 16),
  rule     INTEGER REFERENCES name (n),
  setting  INTEGER REFERENCES name (n),
  code     INTEGER NOT NULL,
  count    INTEGER NOT NULL,
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

-- +goose StatementBegin
CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER event_kept BEFORE DELETE ON event WHEN OLD.session NOT IN (SELECT session FROM erasing)
BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
-- +goose StatementEnd
