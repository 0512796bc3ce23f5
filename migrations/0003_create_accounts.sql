CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL CHECK (name <> ''),
  password_hash TEXT,
  administrator INTEGER NOT NULL DEFAULT 0 CHECK (administrator IN (0, 1)),
  created_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE membership (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'reviewer')),
  PRIMARY KEY (person_id, campaign_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE password_link (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE session (
  id_hash TEXT PRIMARY KEY CHECK (length(id_hash) = 64),
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  csrf_token TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX session_by_person ON session (person_id);
--> statement-breakpoint
CREATE TABLE sign_in_failure (
  id INTEGER PRIMARY KEY,
  account_hash TEXT NOT NULL,
  address_hash TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sign_in_failure_by_account ON sign_in_failure (account_hash, at);
--> statement-breakpoint
CREATE INDEX sign_in_failure_by_address ON sign_in_failure (address_hash, at);
--> statement-breakpoint
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES person (id),
  campaign_id INTEGER REFERENCES campaign (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE submitted_form (
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  location TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
