-- An approved position is published: its row is not updated (0004), and neither is it deleted, replaced, or given other sources.
CREATE TRIGGER position_approved_is_kept BEFORE DELETE ON position WHEN OLD.state = 'approved'
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER position_approved_is_not_replaced BEFORE INSERT ON position
WHEN EXISTS (SELECT 1 FROM position WHERE id = NEW.id AND state = 'approved')
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER source_of_approved_is_not_added BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM position WHERE id = NEW.position_id AND state = 'approved')
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER source_of_approved_stays BEFORE UPDATE ON source
WHEN EXISTS (SELECT 1 FROM position WHERE id IN (OLD.position_id, NEW.position_id) AND state = 'approved')
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
CREATE TRIGGER source_of_approved_is_kept BEFORE DELETE ON source
WHEN EXISTS (SELECT 1 FROM position WHERE id = OLD.position_id AND state = 'approved')
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
