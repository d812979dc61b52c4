-- 2. Corrections: what reviewers say of records.
--
-- Why: what was read from a document is replaced when it is read again, and what reviewers say of it must stay. So a
-- correction hangs from no row but from a place in a text, by the text's hash; it stays when the document is read again and
-- even while it is not there, and goes only with a document that is removed for good. Its place is in code points, since the
-- text may not be at hand. Rows are added, never changed. The id comes from the submission, so one sent twice is one row.
CREATE TABLE correction (
  id           TEXT PRIMARY KEY,
  of           TEXT NOT NULL,
  field        TEXT NOT NULL,    -- "modality", or "modality.settled" for what settles a difference
  before       TEXT,             -- JSON
  after        TEXT,             -- JSON
  reviewer     TEXT NOT NULL,
  at           INTEGER NOT NULL, -- milliseconds since 1970
  text_sha256  TEXT NOT NULL,
  anchor_start INTEGER NOT NULL,
  anchor_end   INTEGER NOT NULL,
  anchor_words TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_by_text ON correction (text_sha256);
CREATE INDEX correction_by_time ON correction (at);

-- A correction finds the documents that have its text.
CREATE INDEX document_by_text ON document (text_sha256);
