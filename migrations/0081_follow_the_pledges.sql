-- What became of a pledge after the vote, from a volunteer's words to the ledger. `corrects` is the subject of the published follow-up
-- that it replaces; empty for a new fact. The note and the day a reply was offered stay at the desk.
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  demand_id INTEGER NOT NULL REFERENCES demand (id),
  verdict TEXT CHECK (verdict IN ('not_rated', 'in_progress', 'stalled', 'compromise', 'kept', 'broken')),
  fact TEXT NOT NULL DEFAULT '',
  happened_on TEXT NOT NULL DEFAULT '',
  according_to TEXT NOT NULL DEFAULT '',
  corrects TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  reply_offered_on TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'published')),
  author_id INTEGER NOT NULL REFERENCES person (id),
  reviewer_id INTEGER REFERENCES person (id),
  decision_reason TEXT NOT NULL DEFAULT '',
  edition_number INTEGER,
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  discarded_at TEXT,
  CHECK ((state IN ('returned', 'accepted', 'published')) = (reviewer_id IS NOT NULL)),
  CHECK (state <> 'returned' OR trim(decision_reason) <> ''),
  CHECK ((state = 'published') = (edition_number IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX follow_up_by_campaign ON follow_up (campaign_id, state);
--> statement-breakpoint
CREATE TABLE follow_up_source (
  id INTEGER PRIMARY KEY,
  follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  publisher TEXT NOT NULL DEFAULT '',
  published_on TEXT NOT NULL DEFAULT '',
  evidence_id INTEGER REFERENCES evidence (id),
  evidence_public INTEGER NOT NULL DEFAULT 0 CHECK (evidence_public IN (0, 1)),
  UNIQUE (follow_up_id, rank)
) STRICT;
--> statement-breakpoint
-- Whoever wrote any part of it is one of its authors, and none of them reads it for publication.
CREATE TABLE follow_up_author (
  follow_up_id INTEGER NOT NULL REFERENCES follow_up (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (follow_up_id, person_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER follow_up_first_author AFTER INSERT ON follow_up
BEGIN
  INSERT INTO follow_up_author (follow_up_id, person_id) VALUES (NEW.id, NEW.author_id);
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_author_is_kept BEFORE DELETE ON follow_up_author
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = OLD.follow_up_id)
BEGIN
  SELECT RAISE(ABORT, 'whoever wrote a follow-up stays one of its authors');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_starts_unread BEFORE INSERT ON follow_up WHEN NEW.state NOT IN ('draft', 'submitted')
BEGIN
  SELECT RAISE(ABORT, 'a follow-up is published once someone else has read and accepted it');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_read_by_another BEFORE UPDATE ON follow_up
WHEN NEW.reviewer_id IS NOT OLD.reviewer_id
  AND EXISTS (SELECT 1 FROM follow_up_author WHERE follow_up_id = NEW.id AND person_id = NEW.reviewer_id)
BEGIN
  SELECT RAISE(ABORT, 'an author does not read their own follow-up');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_published_once_accepted BEFORE UPDATE ON follow_up
WHEN (NEW.state = 'published' AND OLD.state <> 'accepted') OR (NEW.state = 'accepted' AND OLD.state <> 'submitted')
BEGIN
  SELECT RAISE(ABORT, 'a follow-up is published once someone else has read and accepted it');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_accepted_as_read BEFORE UPDATE ON follow_up
WHEN NEW.state IN ('accepted', 'published') AND (
  NEW.verdict IS NOT OLD.verdict OR NEW.fact <> OLD.fact OR NEW.happened_on <> OLD.happened_on OR NEW.according_to <> OLD.according_to
  OR NEW.movement_id <> OLD.movement_id OR NEW.demand_id <> OLD.demand_id OR NEW.corrects <> OLD.corrects OR NEW.reason <> OLD.reason
)
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_published_stays BEFORE UPDATE ON follow_up WHEN OLD.state = 'published'
BEGIN
  SELECT RAISE(ABORT, 'a published follow-up does not change');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_published_is_kept BEFORE DELETE ON follow_up WHEN OLD.state = 'published'
BEGIN
  SELECT RAISE(ABORT, 'a published follow-up does not change');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_source_of_accepted_is_not_added BEFORE INSERT ON follow_up_source
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = NEW.follow_up_id AND state IN ('accepted', 'published'))
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_source_of_accepted_stays BEFORE UPDATE ON follow_up_source
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id IN (OLD.follow_up_id, NEW.follow_up_id) AND state IN ('accepted', 'published'))
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_source_of_accepted_is_kept BEFORE DELETE ON follow_up_source
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = OLD.follow_up_id AND state IN ('accepted', 'published'))
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
-- A withdrawal may be of a position or of a follow-up: their subjects are unique within their kind alone.
ALTER TABLE withdrawal ADD COLUMN kind TEXT NOT NULL DEFAULT 'position' CHECK (kind IN ('position', 'assessment'));
--> statement-breakpoint
DROP INDEX withdrawal_waits_once;
--> statement-breakpoint
CREATE UNIQUE INDEX withdrawal_waits_once ON withdrawal (campaign_id, kind, subject) WHERE state = 'submitted';
--> statement-breakpoint
-- So may a right of reply; `position` holds the subject of either.
ALTER TABLE right_of_reply ADD COLUMN about TEXT NOT NULL DEFAULT 'position' CHECK (about IN ('position', 'assessment'));
--> statement-breakpoint
DROP TRIGGER right_of_reply_stays;
--> statement-breakpoint
CREATE TRIGGER right_of_reply_stays BEFORE UPDATE ON right_of_reply
WHEN OLD.state <> 'received' OR NEW.text <> OLD.text OR NEW.author <> OLD.author OR NEW.capacity <> OLD.capacity OR NEW.about <> OLD.about
  OR NEW.position <> OLD.position OR NEW.movement <> OLD.movement OR NEW.received_at <> OLD.received_at OR NEW.reference <> OLD.reference
BEGIN
  SELECT RAISE(ABORT, 'a right of reply is kept as it came, and decided once');
END;
