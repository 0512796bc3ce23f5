-- The second person codes a position before they see the first code; both are kept. `version` is what they read: a position that was
-- changed since is another one.
CREATE TABLE reading (
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version > 0),
  reader_id INTEGER NOT NULL REFERENCES person (id),
  stance TEXT NOT NULL CHECK (stance IN ('commits', 'commits_in_part', 'unclear', 'refuses', 'contradicts')),
  first_stance TEXT NOT NULL CHECK (first_stance IN ('commits', 'commits_in_part', 'unclear', 'refuses', 'contradicts')),
  coded_at TEXT NOT NULL,
  -- How a disagreement was settled.
  note TEXT NOT NULL DEFAULT '',
  accepted_at TEXT,
  CHECK (accepted_at IS NULL OR stance = first_stance OR trim(note) <> ''),
  PRIMARY KEY (position_id, version, reader_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER reading_by_another BEFORE INSERT ON reading
WHEN EXISTS (SELECT 1 FROM position_author WHERE position_id = NEW.position_id AND person_id = NEW.reader_id)
BEGIN
  SELECT RAISE(ABORT, 'an author does not review their own position');
END;
--> statement-breakpoint
CREATE TRIGGER reading_code_stays BEFORE UPDATE ON reading
WHEN NEW.stance <> OLD.stance OR NEW.first_stance <> OLD.first_stance OR NEW.version <> OLD.version
  OR NEW.reader_id <> OLD.reader_id OR NEW.position_id <> OLD.position_id OR NEW.coded_at <> OLD.coded_at
BEGIN
  SELECT RAISE(ABORT, 'what was coded without seeing the first code does not change');
END;
--> statement-breakpoint
CREATE TRIGGER position_published_once_read BEFORE UPDATE ON position
WHEN OLD.state = 'submitted' AND NEW.state = 'approved' AND NOT EXISTS (
  SELECT 1 FROM reading
  WHERE position_id = OLD.id AND version = OLD.version AND reader_id = NEW.reviewer_id AND accepted_at IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'a position is published once someone else has coded and accepted it');
END;
--> statement-breakpoint
-- A draft that was thrown away; it can be taken out again.
ALTER TABLE position ADD COLUMN discarded_at TEXT;
--> statement-breakpoint
-- Taking a published entry off the public pages: one person proposes it with a public reason, another decides.
CREATE TABLE withdrawal (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  state TEXT NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'approved', 'returned')),
  author_id INTEGER NOT NULL REFERENCES person (id),
  reviewer_id INTEGER REFERENCES person (id),
  decision_reason TEXT NOT NULL DEFAULT '',
  edition_number INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (reviewer_id IS NULL OR reviewer_id <> author_id),
  CHECK (state = 'submitted' OR reviewer_id IS NOT NULL),
  CHECK (state <> 'returned' OR trim(decision_reason) <> ''),
  CHECK ((state = 'approved') = (edition_number IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX withdrawal_waits_once ON withdrawal (campaign_id, subject) WHERE state = 'submitted';
--> statement-breakpoint
CREATE TRIGGER withdrawal_decided_stays BEFORE UPDATE ON withdrawal WHEN OLD.state <> 'submitted'
BEGIN
  SELECT RAISE(ABORT, 'a decided withdrawal does not change');
END;
