-- What a named list or person asks to see beside an entry (law of 21 June 2004, art. 6; decree 2007-1527). The words, who sent them
-- and when they came never change; the decision is taken once.
CREATE TABLE right_of_reply (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  form_key TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement TEXT NOT NULL CHECK (movement <> ''),
  position TEXT NOT NULL CHECK (position <> ''),
  link_id INTEGER REFERENCES reply_link (id),
  author TEXT NOT NULL CHECK (author <> ''),
  capacity TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL CHECK (text <> ''),
  received_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'published', 'refused')),
  decided_by INTEGER REFERENCES person (id),
  decided_at TEXT,
  checked TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  edition_number INTEGER,
  CHECK ((state = 'received') = (decided_at IS NULL)),
  CHECK (state <> 'published' OR (checked <> '' AND edition_number IS NOT NULL)),
  CHECK (state <> 'refused' OR reason <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX right_of_reply_by_campaign ON right_of_reply (campaign_id, state);
--> statement-breakpoint
CREATE TRIGGER right_of_reply_stays BEFORE UPDATE ON right_of_reply
WHEN OLD.state <> 'received' OR NEW.text <> OLD.text OR NEW.author <> OLD.author OR NEW.capacity <> OLD.capacity
  OR NEW.position <> OLD.position OR NEW.movement <> OLD.movement OR NEW.received_at <> OLD.received_at OR NEW.reference <> OLD.reference
BEGIN
  SELECT RAISE(ABORT, 'a right of reply is kept as it came, and decided once');
END;
