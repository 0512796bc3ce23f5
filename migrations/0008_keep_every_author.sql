-- Whoever wrote any part of a position is one of its authors, and an author does not review it. A position may pass through several
-- hands, so position.author_id (the first) is not enough.
CREATE TABLE position_author (
  position_id INTEGER NOT NULL REFERENCES position (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  PRIMARY KEY (position_id, person_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO position_author (position_id, person_id) SELECT id, author_id FROM position;
--> statement-breakpoint
CREATE TRIGGER position_first_author AFTER INSERT ON position
BEGIN
  INSERT INTO position_author (position_id, person_id) VALUES (NEW.id, NEW.author_id);
END;
--> statement-breakpoint
CREATE TRIGGER position_author_is_kept BEFORE DELETE ON position_author
WHEN EXISTS (SELECT 1 FROM position WHERE id = OLD.position_id)
BEGIN
  SELECT RAISE(ABORT, 'whoever wrote a position stays one of its authors');
END;
--> statement-breakpoint
CREATE TRIGGER position_reviewed_by_another BEFORE UPDATE ON position
WHEN OLD.state = 'submitted' AND NEW.state IN ('approved', 'returned')
  AND EXISTS (SELECT 1 FROM position_author WHERE position_id = NEW.id AND person_id = NEW.reviewer_id)
BEGIN
  SELECT RAISE(ABORT, 'an author does not review their own position');
END;
--> statement-breakpoint
CREATE TRIGGER position_reviewed_once_submitted BEFORE UPDATE ON position
WHEN NEW.state IN ('approved', 'returned') AND OLD.state NOT IN ('submitted', NEW.state)
BEGIN
  SELECT RAISE(ABORT, 'only a submitted position is approved or returned');
END;
