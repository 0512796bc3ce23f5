CREATE TABLE edition (
  id INTEGER PRIMARY KEY,
  campaign TEXT NOT NULL REFERENCES campaign (slug),
  number INTEGER NOT NULL CHECK (number > 0),
  published_at TEXT NOT NULL CHECK (published_at GLOB '????-??-??T*Z'),
  note TEXT NOT NULL DEFAULT '',
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  UNIQUE (campaign, number)
) STRICT;
--> statement-breakpoint
CREATE TABLE entry (
  edition_id INTEGER NOT NULL REFERENCES edition (id),
  ordinal INTEGER NOT NULL CHECK (ordinal > 0),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject <> ''),
  payload TEXT,
  payload_hash TEXT NOT NULL CHECK (length(payload_hash) = 64),
  corrects TEXT,
  reason TEXT,
  PRIMARY KEY (edition_id, ordinal)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER edition_is_append_only BEFORE UPDATE ON edition
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER entry_changes_only_by_redaction BEFORE UPDATE ON entry
WHEN NEW.payload IS NOT NULL OR NEW.edition_id <> OLD.edition_id OR NEW.ordinal <> OLD.ordinal OR NEW.kind <> OLD.kind
  OR NEW.subject <> OLD.subject OR NEW.payload_hash <> OLD.payload_hash OR NEW.corrects IS NOT OLD.corrects OR NEW.reason IS NOT OLD.reason
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
