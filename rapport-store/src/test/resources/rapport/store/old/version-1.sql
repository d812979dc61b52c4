-- A record as version 1 of the tables kept it: one document with every kind of row, and a discarded file. Built by the
-- tests, opened by the program of today, kept for ever. The tables are a copy, since the program's own files may go.

PRAGMA application_id = 1380012112;
PRAGMA user_version = 1;

-- What coded a record. A row for each combination that has stored anything.
CREATE TABLE format (
  key      INTEGER PRIMARY KEY,
  version  INTEGER NOT NULL,
  program  TEXT NOT NULL,
  codebook TEXT NOT NULL,
  model    TEXT NOT NULL,
  UNIQUE (version, program, codebook, model)
) STRICT;

CREATE TABLE document (
  key               INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  path              TEXT NOT NULL UNIQUE,
  format            INTEGER NOT NULL REFERENCES format,
  outlet            TEXT,
  url               TEXT,
  title             TEXT,
  byline            TEXT,
  dateline          INTEGER NOT NULL, -- 1 if there is one, though neither place nor day could be read
  dateline_place    TEXT,
  dateline_day      TEXT,
  published_first   TEXT,
  published_last    TEXT,
  published_basis   TEXT NOT NULL,
  published_because TEXT NOT NULL,    -- ["id or words"]
  published_start   INTEGER,
  published_end     INTEGER,
  language          TEXT NOT NULL,
  text_sha256       TEXT NOT NULL,
  text              TEXT NOT NULL
) STRICT;

CREATE INDEX document_by_day ON document (published_first, published_last, id);

CREATE TABLE mention (
  id         TEXT PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  actor      TEXT,
  form       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_document ON mention (document);

CREATE TABLE statement (
  id             TEXT PRIMARY KEY,
  document       INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  sentence_start INTEGER NOT NULL,
  sentence_end   INTEGER NOT NULL,
  source_actor   TEXT,
  source_start   INTEGER,          -- empty for hearsay that names nobody
  source_end     INTEGER,
  cue_start      INTEGER,
  cue_end        INTEGER,
  content        TEXT NOT NULL,    -- [[start, end]]
  quotation      TEXT NOT NULL,
  kind           TEXT NOT NULL,
  addressee      TEXT,
  about          TEXT NOT NULL,    -- ["actor"]
  negated        INTEGER NOT NULL,
  within         TEXT,
  score          REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_by_document ON statement (document);
CREATE INDEX statement_by_source ON statement (source_actor);

CREATE TABLE event_mention (
  id               TEXT PRIMARY KEY,
  document         INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  sentence_start   INTEGER NOT NULL,
  sentence_end     INTEGER NOT NULL,
  event_type       TEXT NOT NULL,
  modes            TEXT NOT NULL,  -- ["mode"]
  contexts         TEXT NOT NULL,  -- ["context"]
  trigger_start    INTEGER NOT NULL,
  trigger_end      INTEGER NOT NULL,
  when_first       TEXT,
  when_last        TEXT,
  when_basis       TEXT NOT NULL,
  when_because     TEXT NOT NULL,  -- ["id or words"]
  when_start       INTEGER,
  when_end         INTEGER,
  place_start      INTEGER,        -- empty if no place is told
  place_end        INTEGER,
  place_name       TEXT,
  place_country    TEXT,
  place_claimed_by TEXT,           -- ["country"]
  place_geonameid  TEXT,
  place_latitude   REAL,
  place_longitude  REAL,
  place_precision  TEXT,
  modality         TEXT NOT NULL,
  attribution      TEXT,
  quantities       TEXT NOT NULL,  -- [[start, end, low, high, "of"]]
  score            REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX event_mention_by_document ON event_mention (document);

CREATE TABLE event_role (
  event_mention TEXT NOT NULL REFERENCES event_mention ON DELETE CASCADE,
  side          TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
  position      INTEGER NOT NULL,
  actor         TEXT,
  span_start    INTEGER NOT NULL,
  span_end      INTEGER NOT NULL,
  PRIMARY KEY (event_mention, side, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_role_by_actor ON event_role (actor);

-- An actor as one or more documents know it: documents may have seen other names of the same id, so an id can have
-- several rows. Pages and exports see one actor, joined; when a document goes, so does what only it knew.
CREATE TABLE actor (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  country  TEXT,
  sectors  TEXT NOT NULL,          -- ["sector"]
  part_of  TEXT NOT NULL,          -- [["actor", from, until]]
  offices  TEXT NOT NULL,          -- [["title", "of", from, until]]
  names    TEXT NOT NULL,          -- ["name"]
  wikidata TEXT,
  known    TEXT NOT NULL
) STRICT;

CREATE INDEX actor_by_id ON actor (id);

-- Which documents name which actors.
CREATE TABLE naming (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  actor    INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE,
  PRIMARY KEY (document, actor)
) STRICT, WITHOUT ROWID;

CREATE INDEX naming_by_actor ON naming (actor);

-- A file that was not coded has no document here; a passage that was not coded names the document it stands in.
CREATE TABLE discard (
  id         TEXT PRIMARY KEY,
  format     INTEGER NOT NULL REFERENCES format,
  path       TEXT NOT NULL,
  document   TEXT,
  stage      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  span_start INTEGER,
  span_end   INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX discard_by_path ON discard (path);

-- The words of the documents. It keeps no text of its own, and no rules of any one language.
CREATE VIRTUAL TABLE document_words USING fts5 (
  text, content = 'document', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

-- What is removed leaves no word behind in the index.
INSERT INTO document_words (document_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
  INSERT INTO document_words (rowid, text) VALUES (new.key, new.text);
END;

CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
  INSERT INTO document_words (document_words, rowid, text) VALUES ('delete', old.key, old.text);
END;
