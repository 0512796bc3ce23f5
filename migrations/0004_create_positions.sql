CREATE TABLE position (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  list_id INTEGER REFERENCES list (id),
  demand_id INTEGER NOT NULL REFERENCES demand (id),
  stance TEXT CHECK (stance IN ('commits', 'commits_in_part', 'unclear', 'refuses', 'contradicts')),
  basis TEXT CHECK (basis IN ('reply', 'programme', 'public_statement', 'act_in_office', 'third_party')),
  lifecycle TEXT NOT NULL DEFAULT 'current' CHECK (lifecycle IN ('current', 'superseded', 'withdrawn', 'to_confirm')),
  summary TEXT NOT NULL DEFAULT '',
  quote TEXT NOT NULL DEFAULT '',
  condition TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  said_on TEXT NOT NULL DEFAULT '',
  reported_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'approved')),
  author_id INTEGER NOT NULL REFERENCES person (id),
  reviewer_id INTEGER REFERENCES person (id),
  decision_reason TEXT NOT NULL DEFAULT '',
  edition_number INTEGER,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (reviewer_id IS NULL OR reviewer_id <> author_id),
  CHECK (state NOT IN ('approved', 'returned') OR reviewer_id IS NOT NULL),
  CHECK (state <> 'returned' OR decision_reason <> ''),
  CHECK ((state = 'approved') = (edition_number IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX position_by_campaign ON position (campaign_id, state);
--> statement-breakpoint
CREATE INDEX position_by_author ON position (author_id, state);
--> statement-breakpoint
CREATE TRIGGER position_approved_stays BEFORE UPDATE ON position WHEN OLD.state = 'approved'
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  publisher TEXT NOT NULL DEFAULT '',
  published_on TEXT NOT NULL DEFAULT '',
  UNIQUE (position_id, rank)
) STRICT;
--> statement-breakpoint
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  status TEXT NOT NULL CHECK (status IN ('not_asked', 'asked', 'being_checked', 'declined', 'answered')),
  channel TEXT NOT NULL CHECK (channel IN ('open_letter', 'email', 'post', 'phone', 'meeting', 'social_network')),
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '????-??-??'),
  address TEXT,
  note TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX contact_by_movement ON contact (movement_id, happened_on);
