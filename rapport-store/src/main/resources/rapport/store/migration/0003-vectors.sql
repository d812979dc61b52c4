-- 3. Vectors: what statements mean, as a model sees it, so that they are found by other words.
--
-- Why: a vector takes some ten milliseconds to make, so it is kept. It can be made again from the record at any time, and is
-- with another model: it is not exported. One row holds all statements of a document, so that a million are read as
-- some hundred thousand rows; it falls with its document. What is sought is compared with the signs of all vectors first, which are an eighth of
-- their size; the index holds these, so that the pages of the vectors are not touched then.
CREATE TABLE vectors (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  model    TEXT NOT NULL,
  signs    BLOB NOT NULL, -- one bit a part: of all statements of the document, in the order of their ids
  vectors  BLOB NOT NULL  -- one signed byte a part: the same
) STRICT;

CREATE INDEX vectors_by_signs ON vectors (model, document, signs);
