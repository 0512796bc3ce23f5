-- A judge's order, or a person's right, empties what the desk keeps of a published entry too. The rows stay (who wrote and read what, when,
-- how it was coded); their words go, once, for ever. Where a column must hold something, it holds this mark: [effacé].
ALTER TABLE position ADD COLUMN erased_at TEXT;
--> statement-breakpoint
ALTER TABLE follow_up ADD COLUMN erased_at TEXT;
--> statement-breakpoint
ALTER TABLE withdrawal ADD COLUMN erased_at TEXT;
--> statement-breakpoint
ALTER TABLE link_answer ADD COLUMN erased_at TEXT;
--> statement-breakpoint
ALTER TABLE link_answer_item ADD COLUMN erased_at TEXT;
--> statement-breakpoint
ALTER TABLE right_of_reply ADD COLUMN erased_at TEXT;
--> statement-breakpoint
-- Each order that was carried out: about which entry, why, and how much of what was erased. `scrubbed_at`: since when no free page of the
-- database file, and no line of its journal, can still hold the words.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind <> ''),
  subject TEXT NOT NULL CHECK (subject <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  person_id INTEGER NOT NULL REFERENCES person (id),
  erased_at TEXT NOT NULL,
  scrubbed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX erasure_by_subject ON erasure (campaign_id, kind, subject);
--> statement-breakpoint
-- A document whose file is to go, or has gone: written with the order, so that a crash before the file is deleted forgets nothing.
CREATE TABLE erased_document (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  erased_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- An approved position still does not change. Emptying it passes, and that alone.
DROP TRIGGER position_approved_stays;
--> statement-breakpoint
CREATE TRIGGER position_approved_stays BEFORE UPDATE ON position WHEN OLD.state = 'approved' AND NEW.erased_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER position_erased_says_nothing BEFORE UPDATE ON position
WHEN OLD.erased_at IS NOT NULL OR (NEW.erased_at IS NOT NULL AND (
  NEW.summary <> '' OR NEW.quote <> '' OR NEW.condition <> '' OR NEW.speaker <> '' OR NEW.said_on <> '' OR NEW.reported_by <> ''
  OR NEW.reason <> '' OR NEW.note <> '' OR NEW.decision_reason NOT IN ('', '[effacé]')
  OR NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.movement_id <> OLD.movement_id OR NEW.list_id IS NOT OLD.list_id
  OR NEW.demand_id <> OLD.demand_id OR NEW.stance IS NOT OLD.stance OR NEW.basis IS NOT OLD.basis OR NEW.lifecycle <> OLD.lifecycle
  OR NEW.state <> OLD.state OR NEW.author_id <> OLD.author_id OR NEW.reviewer_id IS NOT OLD.reviewer_id
  OR NEW.edition_number IS NOT OLD.edition_number OR NEW.version <> OLD.version OR NEW.created_at <> OLD.created_at
  OR NEW.updated_at <> OLD.updated_at OR NEW.discarded_at IS NOT OLD.discarded_at
))
BEGIN
  SELECT RAISE(ABORT, 'an erased position says nothing, for ever');
END;
--> statement-breakpoint
-- The sources of an approved position are emptied once it is, and never else.
DROP TRIGGER source_of_approved_stays;
--> statement-breakpoint
CREATE TRIGGER source_of_approved_stays BEFORE UPDATE ON source
WHEN EXISTS (SELECT 1 FROM position WHERE id IN (OLD.position_id, NEW.position_id) AND state = 'approved' AND erased_at IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER source_of_erased_says_nothing BEFORE UPDATE ON source
WHEN EXISTS (SELECT 1 FROM position WHERE id IN (OLD.position_id, NEW.position_id) AND erased_at IS NOT NULL) AND (
  NEW.url <> '' OR NEW.title <> '' OR NEW.publisher <> '' OR NEW.published_on <> '' OR NEW.evidence_id IS NOT NULL OR NEW.evidence_public <> 0
  OR NEW.id <> OLD.id OR NEW.position_id <> OLD.position_id OR NEW.rank <> OLD.rank
)
BEGIN
  SELECT RAISE(ABORT, 'an erased position says nothing, for ever');
END;
--> statement-breakpoint
-- The same for a follow-up: what was accepted, or published, is emptied and does not change.
DROP TRIGGER follow_up_published_once_accepted;
--> statement-breakpoint
CREATE TRIGGER follow_up_published_once_accepted BEFORE UPDATE ON follow_up
WHEN NEW.erased_at IS NULL
  AND ((NEW.state = 'published' AND OLD.state <> 'accepted') OR (NEW.state = 'accepted' AND OLD.state <> 'submitted'))
BEGIN
  SELECT RAISE(ABORT, 'a follow-up is published once someone else has read and accepted it');
END;
--> statement-breakpoint
DROP TRIGGER follow_up_accepted_as_read;
--> statement-breakpoint
CREATE TRIGGER follow_up_accepted_as_read BEFORE UPDATE ON follow_up
WHEN NEW.state IN ('accepted', 'published') AND NEW.erased_at IS NULL AND (
  NEW.verdict IS NOT OLD.verdict OR NEW.fact <> OLD.fact OR NEW.happened_on <> OLD.happened_on OR NEW.according_to <> OLD.according_to
  OR NEW.movement_id <> OLD.movement_id OR NEW.demand_id <> OLD.demand_id OR NEW.corrects <> OLD.corrects OR NEW.reason <> OLD.reason
)
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
DROP TRIGGER follow_up_published_stays;
--> statement-breakpoint
CREATE TRIGGER follow_up_published_stays BEFORE UPDATE ON follow_up WHEN OLD.state = 'published' AND NEW.erased_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a published follow-up does not change');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_erased_says_nothing BEFORE UPDATE ON follow_up
WHEN OLD.erased_at IS NOT NULL OR (NEW.erased_at IS NOT NULL AND (
  NEW.fact <> '' OR NEW.happened_on <> '' OR NEW.according_to <> '' OR NEW.reason <> '' OR NEW.reply_offered_on <> '' OR NEW.note <> ''
  OR NEW.decision_reason NOT IN ('', '[effacé]')
  OR NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.movement_id <> OLD.movement_id OR NEW.demand_id <> OLD.demand_id
  OR NEW.verdict IS NOT OLD.verdict OR NEW.corrects <> OLD.corrects OR NEW.state <> OLD.state OR NEW.author_id <> OLD.author_id
  OR NEW.reviewer_id IS NOT OLD.reviewer_id OR NEW.edition_number IS NOT OLD.edition_number OR NEW.version <> OLD.version
  OR NEW.created_at <> OLD.created_at OR NEW.updated_at <> OLD.updated_at OR NEW.discarded_at IS NOT OLD.discarded_at
))
BEGIN
  SELECT RAISE(ABORT, 'an erased follow-up says nothing, for ever');
END;
--> statement-breakpoint
DROP TRIGGER follow_up_source_of_accepted_stays;
--> statement-breakpoint
CREATE TRIGGER follow_up_source_of_accepted_stays BEFORE UPDATE ON follow_up_source
WHEN EXISTS (
  SELECT 1 FROM follow_up WHERE id IN (OLD.follow_up_id, NEW.follow_up_id) AND state IN ('accepted', 'published') AND erased_at IS NULL
)
BEGIN
  SELECT RAISE(ABORT, 'what is accepted is what was read');
END;
--> statement-breakpoint
CREATE TRIGGER follow_up_source_of_erased_says_nothing BEFORE UPDATE ON follow_up_source
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id IN (OLD.follow_up_id, NEW.follow_up_id) AND erased_at IS NOT NULL) AND (
  NEW.url <> '' OR NEW.title <> '' OR NEW.publisher <> '' OR NEW.published_on <> '' OR NEW.evidence_id IS NOT NULL OR NEW.evidence_public <> 0
  OR NEW.id <> OLD.id OR NEW.follow_up_id <> OLD.follow_up_id OR NEW.rank <> OLD.rank
)
BEGIN
  SELECT RAISE(ABORT, 'an erased follow-up says nothing, for ever');
END;
--> statement-breakpoint
-- What a list signed does not change; by order of the law it is emptied.
DROP TRIGGER link_answer_stays;
--> statement-breakpoint
CREATE TRIGGER link_answer_stays BEFORE UPDATE ON link_answer
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.speaker <> '[effacé]' OR NEW.email <> ''
  OR NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.link_id <> OLD.link_id OR NEW.form_key <> OLD.form_key
  OR NEW.campaign_id <> OLD.campaign_id OR NEW.movement_id <> OLD.movement_id OR NEW.list_id IS NOT OLD.list_id
  OR NEW.received_at <> OLD.received_at
BEGIN
  SELECT RAISE(ABORT, 'what a list signed does not change');
END;
--> statement-breakpoint
DROP TRIGGER link_answer_item_stays;
--> statement-breakpoint
CREATE TRIGGER link_answer_item_stays BEFORE UPDATE ON link_answer_item
WHEN OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.quote <> '[effacé]' OR NEW.condition <> ''
  OR NEW.answer_id <> OLD.answer_id OR NEW.demand_id <> OLD.demand_id OR NEW.stance <> OLD.stance
BEGIN
  SELECT RAISE(ABORT, 'what a list signed does not change');
END;
--> statement-breakpoint
DROP TRIGGER right_of_reply_stays;
--> statement-breakpoint
CREATE TRIGGER right_of_reply_stays BEFORE UPDATE ON right_of_reply
WHEN NEW.erased_at IS NULL AND (
  OLD.state <> 'received' OR NEW.text <> OLD.text OR NEW.author <> OLD.author OR NEW.capacity <> OLD.capacity OR NEW.about <> OLD.about
  OR NEW.position <> OLD.position OR NEW.movement <> OLD.movement OR NEW.received_at <> OLD.received_at OR NEW.reference <> OLD.reference
)
BEGIN
  SELECT RAISE(ABORT, 'a right of reply is kept as it came, and decided once');
END;
--> statement-breakpoint
CREATE TRIGGER right_of_reply_erased_says_nothing BEFORE UPDATE ON right_of_reply
WHEN OLD.erased_at IS NOT NULL OR (NEW.erased_at IS NOT NULL AND (
  NEW.author <> '[effacé]' OR NEW.text <> '[effacé]' OR NEW.capacity <> '' OR NEW.contact <> ''
  OR NEW.checked NOT IN ('', '[effacé]') OR NEW.reason NOT IN ('', '[effacé]')
  OR NEW.id <> OLD.id OR NEW.reference <> OLD.reference OR NEW.form_key <> OLD.form_key OR NEW.campaign_id <> OLD.campaign_id
  OR NEW.movement <> OLD.movement OR NEW.about <> OLD.about OR NEW.position <> OLD.position OR NEW.link_id IS NOT OLD.link_id OR NEW.received_at <> OLD.received_at
  OR NEW.state <> OLD.state OR NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at IS NOT OLD.decided_at
  OR NEW.edition_number IS NOT OLD.edition_number
))
BEGIN
  SELECT RAISE(ABORT, 'an erased right of reply says nothing, for ever');
END;
--> statement-breakpoint
DROP TRIGGER withdrawal_decided_stays;
--> statement-breakpoint
CREATE TRIGGER withdrawal_decided_stays BEFORE UPDATE ON withdrawal WHEN OLD.state <> 'submitted' AND NEW.erased_at IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a decided withdrawal does not change');
END;
--> statement-breakpoint
CREATE TRIGGER withdrawal_erased_says_nothing BEFORE UPDATE ON withdrawal
WHEN OLD.erased_at IS NOT NULL OR (NEW.erased_at IS NOT NULL AND (
  NEW.reason <> '[effacé]' OR NEW.decision_reason NOT IN ('', '[effacé]')
  OR NEW.id <> OLD.id OR NEW.campaign_id <> OLD.campaign_id OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject OR NEW.state <> OLD.state
  OR NEW.author_id <> OLD.author_id OR NEW.reviewer_id IS NOT OLD.reviewer_id OR NEW.edition_number IS NOT OLD.edition_number
  OR NEW.created_at <> OLD.created_at OR NEW.updated_at <> OLD.updated_at
))
BEGIN
  SELECT RAISE(ABORT, 'an erased proposal says nothing, for ever');
END;
--> statement-breakpoint
-- A proposal that was erased while it waited waits no more: another may come.
DROP INDEX withdrawal_waits_once;
--> statement-breakpoint
CREATE UNIQUE INDEX withdrawal_waits_once ON withdrawal (campaign_id, kind, subject) WHERE state = 'submitted' AND erased_at IS NULL;
