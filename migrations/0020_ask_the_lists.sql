-- A contact says what came of it, who noted it, and for which list. `status` stays what the movement's standing is after it; the rows
-- that were there (the seeds) were askings that took place.
ALTER TABLE contact ADD COLUMN list_id INTEGER REFERENCES list (id);
--> statement-breakpoint
ALTER TABLE contact ADD COLUMN outcome TEXT NOT NULL DEFAULT 'sent'
  CHECK (outcome IN ('sending', 'sent', 'not_reached', 'promised', 'bounced', 'failed', 'answered', 'declined'));
--> statement-breakpoint
ALTER TABLE contact ADD COLUMN purpose TEXT NOT NULL DEFAULT 'letter' CHECK (purpose IN ('letter', 'reminder', 'talk'));
--> statement-breakpoint
ALTER TABLE contact ADD COLUMN person_id INTEGER REFERENCES person (id);
--> statement-breakpoint
ALTER TABLE contact ADD COLUMN recorded_at TEXT NOT NULL DEFAULT '';
--> statement-breakpoint
ALTER TABLE contact ADD COLUMN message_id TEXT;
--> statement-breakpoint
CREATE INDEX contact_by_campaign ON contact (campaign_id, happened_on);
--> statement-breakpoint
CREATE TABLE contact_address (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id) ON DELETE CASCADE,
  list_id INTEGER REFERENCES list (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'post', 'phone', 'social_network')),
  value TEXT NOT NULL CHECK (value <> ''),
  holder TEXT NOT NULL DEFAULT '',
  refused_at TEXT,
  created_at TEXT NOT NULL,
  UNIQUE (movement_id, kind, value)
) STRICT;
--> statement-breakpoint
CREATE INDEX contact_address_by_campaign ON contact_address (campaign_id);
--> statement-breakpoint
CREATE TABLE outreach_letter (
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'reminder')),
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, kind)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE outreach_setting (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
  reminder_days INTEGER NOT NULL CHECK (reminder_days BETWEEN 1 AND 60),
  reply_to TEXT NOT NULL DEFAULT ''
) STRICT;
