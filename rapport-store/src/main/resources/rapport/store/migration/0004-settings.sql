-- 4. Settings: how reports are drawn together, where it is other than usual.
--
-- Why: what is drawn together is not stored, so all who look into a record must draw alike: commands, pages and exports. A setting
-- without a row has its usual value.
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value REAL NOT NULL
) STRICT, WITHOUT ROWID;
