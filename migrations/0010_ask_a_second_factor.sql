-- A session whose second factor is awaited lets nobody in. One that has ended is kept a while, so that a form sent from it is known for
-- that person's own.
ALTER TABLE session ADD COLUMN second_factor TEXT NOT NULL DEFAULT 'none' CHECK (second_factor IN ('none', 'awaited', 'given'));
--> statement-breakpoint
ALTER TABLE session ADD COLUMN challenge TEXT;
--> statement-breakpoint
ALTER TABLE session ADD COLUMN ended_at TEXT;
--> statement-breakpoint
CREATE INDEX session_by_csrf_token ON session (csrf_token);
--> statement-breakpoint
CREATE TABLE code_app (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  sealed_secret TEXT NOT NULL,
  last_step INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  confirmed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX code_app_pending ON code_app (person_id) WHERE confirmed_at IS NULL;
--> statement-breakpoint
CREATE INDEX code_app_by_person ON code_app (person_id);
--> statement-breakpoint
CREATE TABLE passkey (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL DEFAULT 0,
  transports TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL CHECK (name <> ''),
  created_at TEXT NOT NULL,
  last_used_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX passkey_by_person ON passkey (person_id);
--> statement-breakpoint
CREATE TABLE recovery_code (
  code_hash TEXT PRIMARY KEY CHECK (length(code_hash) = 64),
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  used_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX recovery_code_by_person ON recovery_code (person_id);
