-- A record as version 4 of the tables kept it: one document with every kind of row, and a discarded file. Built by the
-- tests, opened by the program of today, kept for ever. The tables are a copy, since the program's own files may go.

PRAGMA application_id = 1380012112;
PRAGMA user_version = 4;

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
CREATE TABLE vectors (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  model    TEXT NOT NULL,
  signs    BLOB NOT NULL,
  vectors  BLOB NOT NULL
) STRICT;

CREATE INDEX vectors_by_signs ON vectors (model, document, signs);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value REAL NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO document_words (document_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
  INSERT INTO document_words (rowid, text) VALUES (new.key, new.text);
END;

CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
  INSERT INTO document_words (document_words, rowid, text) VALUES ('delete', old.key, old.text);
END;

CREATE TABLE correction (
  id           TEXT PRIMARY KEY,
  of           TEXT NOT NULL,
  field        TEXT NOT NULL,
  before       TEXT,
  after        TEXT,
  reviewer     TEXT NOT NULL,
  at           INTEGER NOT NULL,
  text_sha256  TEXT NOT NULL,
  anchor_start INTEGER NOT NULL,
  anchor_end   INTEGER NOT NULL,
  anchor_words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_by_text ON correction (text_sha256);
CREATE INDEX correction_by_time ON correction (at);

CREATE INDEX document_by_text ON document (text_sha256);

INSERT INTO format VALUES (1,1,'0.1.0','1','reader-1');

INSERT INTO document VALUES (
  1,'d6540857903321d8c','post/protest.txt',1,'Ælfric Post','https://post.example/1?a=b','Ruritania protests 🕊',NULL,1,'STRELSAU','1934-05-04','1934-05-04','1934-05-04','stated','[]',32,37,'en','b6b6437efb32a3244e7042ad61b655e88f6003f044cd6887a7ba6d83f70e6aa3','Ruritania protests 🕊
STRELSAU, 4 May. Ruritania said on Tuesday that Graustark had seized up to 70 boats near Zenda. “We will not wait,” Rudolf Rassendyll told the Ælfric Post.');

INSERT INTO mention VALUES ('m1c1461d89dcf2dcb',1,39,48,'rur','name');
INSERT INTO mention VALUES ('m5f00aceadf864b95',1,138,155,'rassendyll','name');
INSERT INTO mention VALUES ('m83d5277563e6cc86',1,119,121,NULL,'pronoun');
INSERT INTO mention VALUES ('mad3a307e18d3fd5d',1,70,79,'gra','name');

INSERT INTO statement VALUES ('s5e1f6942aaedac64',1,118,177,'rassendyll',138,155,156,160,'[[119,126],[127,135]]','mixed','commitment','gra','[]',1,'s9779e2995ba4e2b4',1.0);
INSERT INTO statement VALUES ('s9779e2995ba4e2b4',1,39,117,'rur',39,48,49,53,'[[70,116]]','indirect','accusation',NULL,'["gra"]',0,NULL,0.8125);

INSERT INTO event_mention VALUES ('e9779e2995ba4e2b4',1,39,117,'COERCE','["seize"]','["maritime","territory"]',84,90,'1934-05-01','1934-05-01','inferred','["s9779e2995ba4e2b4","on Tuesday"]',54,64,111,116,'Zenda',NULL,'["GRA","RUR"]','77',50.1,-0.25,'settlement','occurred','s9779e2995ba4e2b4','[[91,99,null,70,"boats"]]',0.6666666666666666);

INSERT INTO event_role VALUES ('e9779e2995ba4e2b4','actor',0,'gra',70,79);
INSERT INTO event_role VALUES ('e9779e2995ba4e2b4','recipient',0,'rur',39,48);
INSERT INTO event_role VALUES ('e9779e2995ba4e2b4','recipient',1,NULL,100,105);

INSERT INTO actor VALUES (1,'gra','Graustark','state','GRA','["GOV"]','[]','[]','["Graustark"]',NULL,'dictionary');
INSERT INTO actor VALUES (2,'rassendyll','Rudolf Rassendyll','person','RUR','[]','[["rur.foreign","1934-05-01",null]]','[["foreign minister","rur",null,"1934-05-31"]]','["Rudolf Rassendyll","Rassendyll \"the tall\""]',NULL,'user');
INSERT INTO actor VALUES (3,'rur','Ruritania','state','RUR','["GOV"]','[]','[]','["Ruritania","Kingdom of Ruritania"]','Q0','dictionary');
INSERT INTO actor VALUES (4,'rur.foreign','Foreign Ministry','governmentBody','RUR','["GOV"]','[["rur",null,null]]','[]','["Foreign Ministry"]',NULL,'dictionary');

INSERT INTO naming VALUES (1,1);
INSERT INTO naming VALUES (1,2);
INSERT INTO naming VALUES (1,3);
INSERT INTO naming VALUES (1,4);

INSERT INTO discard VALUES ('x1fdbdeeaaa4b4b07',1,'post/protest.txt','d6540857903321d8c','event','more than one reading',118,177);
INSERT INTO discard VALUES ('x4cf0e115edd360e9',1,'post/empty.html',NULL,'intake','no text',NULL,NULL);

INSERT INTO correction VALUES ('c1111111111111111','e9779e2995ba4e2b4','eventType','"COERCE"','"ASSAULT"','Anna Karst',1700000000123,'b6b6437efb32a3244e7042ad61b655e88f6003f044cd6887a7ba6d83f70e6aa3',83,89,'seized');
INSERT INTO correction VALUES ('c2222222222222222','m00000000000000ff','comment',NULL,'"Who is this? 🕊"','Bo',1700000000124,'0000000000000000000000000000000000000000000000000000000000000000',3,7,'boat');

INSERT INTO vectors VALUES (1,'letters: source cue content',X'01000000000000000300000000000000',X'7F9C4020');

INSERT INTO setting VALUES ('days',2.0);
INSERT INTO setting VALUES ('chance',0.45);
