-- What comes by a personal link has an author who is nobody: an account without password or role, that nobody may open.
CREATE TRIGGER list_author_stays_closed BEFORE UPDATE ON person
WHEN OLD.email = 'lien-personnel@parole-tenue.invalid'
  AND (NEW.closed_at IS NULL OR NEW.password_hash IS NOT NULL OR NEW.administrator <> 0 OR NEW.email <> OLD.email)
BEGIN
  SELECT RAISE(ABORT, 'nobody signs in as the author of what lists send');
END;
--> statement-breakpoint
CREATE TRIGGER list_author_has_no_role BEFORE INSERT ON membership
WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.person_id AND email = 'lien-personnel@parole-tenue.invalid')
BEGIN
  SELECT RAISE(ABORT, 'nobody signs in as the author of what lists send');
END;
