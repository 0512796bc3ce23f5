-- A movement (or one of its lists) answers by a link that only it was given. The link is kept as its hash.
CREATE TABLE reply_link (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id) ON DELETE CASCADE,
  list_id INTEGER REFERENCES list (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'post', 'hand')),
  created_by INTEGER REFERENCES person (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX reply_link_by_movement ON reply_link (movement_id);
--> statement-breakpoint
-- What the list signed and sent, kept as it came: positions made of it go to the desk and may be returned, this stays.
CREATE TABLE link_answer (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  link_id INTEGER NOT NULL REFERENCES reply_link (id),
  form_key TEXT NOT NULL,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id) ON DELETE CASCADE,
  list_id INTEGER REFERENCES list (id),
  speaker TEXT NOT NULL CHECK (speaker <> ''),
  email TEXT NOT NULL DEFAULT '',
  received_at TEXT NOT NULL,
  UNIQUE (link_id, form_key)
) STRICT;
--> statement-breakpoint
CREATE INDEX link_answer_by_movement ON link_answer (movement_id, received_at);
--> statement-breakpoint
CREATE TABLE link_answer_item (
  answer_id INTEGER NOT NULL REFERENCES link_answer (id) ON DELETE CASCADE,
  demand_id INTEGER NOT NULL REFERENCES demand (id),
  stance TEXT NOT NULL CHECK (stance IN ('commits', 'commits_in_part', 'unclear', 'refuses')),
  quote TEXT NOT NULL CHECK (quote <> ''),
  condition TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (answer_id, demand_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER link_answer_stays BEFORE UPDATE ON link_answer
BEGIN
  SELECT RAISE(ABORT, 'what a list signed does not change');
END;
--> statement-breakpoint
CREATE TRIGGER link_answer_item_stays BEFORE UPDATE ON link_answer_item
BEGIN
  SELECT RAISE(ABORT, 'what a list signed does not change');
END;
--> statement-breakpoint
-- Which position came from which answer: how the desk knows the list's own words from a volunteer's reading.
CREATE TABLE position_link_answer (
  position_id INTEGER PRIMARY KEY REFERENCES position (id) ON DELETE CASCADE,
  answer_id INTEGER NOT NULL REFERENCES link_answer (id) ON DELETE CASCADE
) STRICT;
