-- UPDATE and DELETE are refused already. INSERT OR REPLACE deletes without firing a delete trigger, and a late INSERT would slip
-- an entry into an edition that people have read: both are refused here.
CREATE TRIGGER edition_follows_the_newest BEFORE INSERT ON edition
WHEN EXISTS (SELECT 1 FROM edition WHERE id = NEW.id)
  OR NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM edition WHERE campaign = NEW.campaign)
  OR NEW.previous_hash <> coalesce(
    (SELECT hash FROM edition WHERE campaign = NEW.campaign ORDER BY number DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000'
  )
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER entry_joins_only_the_newest_edition BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE edition_id = NEW.edition_id AND ordinal = NEW.ordinal)
  OR EXISTS (
    SELECT 1 FROM edition AS own JOIN edition AS newer ON newer.campaign = own.campaign AND newer.number > own.number
    WHERE own.id = NEW.edition_id
  )
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
