-- A document that shows what was said. The file itself is in DATA_DIR/pieces under its SHA-256; the row says what it is called.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL CHECK (name <> ''),
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  person_id INTEGER REFERENCES person (id),
  created_at TEXT NOT NULL,
  UNIQUE (campaign_id, sha256)
) STRICT;
--> statement-breakpoint
ALTER TABLE source ADD COLUMN evidence_id INTEGER REFERENCES evidence (id);
--> statement-breakpoint
-- Whether the document becomes public with the position. An e-mail shows addresses: it stays at the desk unless someone says otherwise.
ALTER TABLE source ADD COLUMN evidence_public INTEGER NOT NULL DEFAULT 0 CHECK (evidence_public IN (0, 1));
