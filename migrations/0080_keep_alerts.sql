-- Who asked to be told of new editions by e-mail. Nothing here refers to anything else: an address is kept while its alert lasts.
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  campaign TEXT NOT NULL,
  page TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  email TEXT NOT NULL,
  confirm_hash TEXT UNIQUE,
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  told_edition INTEGER NOT NULL DEFAULT 0,
  UNIQUE (campaign, page, email),
  CHECK ((confirm_hash IS NULL) = (confirmed_at IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX alert_by_email ON alert (email);
--> statement-breakpoint
-- The links that end an alert: one in each mail, each kept by its hash alone.
CREATE TABLE alert_link (
  hash TEXT PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX alert_link_by_alert ON alert_link (alert_id);
--> statement-breakpoint
-- What is to be sent. A row leaves once its mail was given to the server; `taken_at` is set before, so that none is given twice.
CREATE TABLE alert_mail (
  id INTEGER PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  since INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT NOT NULL,
  taken_at TEXT,
  UNIQUE (alert_id, edition)
) STRICT;
