CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (slug NOT GLOB '*[^a-z0-9-]*' AND slug <> ''),
  title TEXT NOT NULL,
  town TEXT NOT NULL,
  election_id TEXT NOT NULL REFERENCES election (id),
  commune_code TEXT NOT NULL REFERENCES commune (code),
  time_zone TEXT NOT NULL,
  fictional INTEGER NOT NULL DEFAULT 0 CHECK (fictional IN (0, 1)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T*Z')
) STRICT;
--> statement-breakpoint
CREATE TABLE letter (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  url TEXT,
  published_on TEXT NOT NULL CHECK (published_on GLOB '????-??-??'),
  replies_checked_on TEXT CHECK (replies_checked_on GLOB '????-??-??'),
  replies_note TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE signatory (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL,
  UNIQUE (campaign_id, slug)
) STRICT;
--> statement-breakpoint
CREATE TABLE demand (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  short_title TEXT NOT NULL,
  explanation TEXT NOT NULL,
  rule_commits TEXT NOT NULL,
  rule_commits_in_part TEXT NOT NULL,
  rule_refuses TEXT NOT NULL,
  UNIQUE (campaign_id, number),
  UNIQUE (campaign_id, slug)
) STRICT;
--> statement-breakpoint
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  leader TEXT,
  UNIQUE (campaign_id, slug)
) STRICT;
--> statement-breakpoint
CREATE TABLE movement_list (
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  list_id INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id) ON DELETE CASCADE,
  PRIMARY KEY (campaign_id, list_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX movement_list_by_movement ON movement_list (movement_id);
