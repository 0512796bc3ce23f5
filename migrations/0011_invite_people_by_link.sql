-- When someone said their password again, before what matters to their account.
ALTER TABLE session ADD COLUMN confirmed_at TEXT;
--> statement-breakpoint
CREATE TABLE invitation (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'editor', 'reviewer')),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT NOT NULL DEFAULT '',
  invited_by INTEGER NOT NULL REFERENCES person (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  accepted_by INTEGER REFERENCES person (id),
  ended_at TEXT,
  CHECK (accepted_by IS NULL OR ended_at IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX invitation_by_campaign ON invitation (campaign_id, ended_at);
--> statement-breakpoint
-- A form whose session had ended: its words wait for the very person who wrote them.
CREATE TABLE kept_form (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  fields TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX kept_form_by_person ON kept_form (person_id);
