-- What a person decided about a second-round list, and on whose word. « Neither » leaves no lineage, and must not be asked again.
CREATE TABLE lineage_decision (
  child_list_id INTEGER PRIMARY KEY REFERENCES list (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('continues', 'merges', 'neither')),
  source TEXT NOT NULL CHECK (source <> ''),
  person_id INTEGER NOT NULL REFERENCES person (id),
  decided_at TEXT NOT NULL CHECK (decided_at GLOB '????-??-??T*Z')
) STRICT;
--> statement-breakpoint
-- One file or table that was read at the desk: what it says, then what applying it changed, so that it can be taken back.
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  file_name TEXT NOT NULL,
  format_name TEXT NOT NULL,
  lines INTEGER NOT NULL CHECK (lines >= 0),
  state TEXT NOT NULL DEFAULT 'read' CHECK (state IN ('read', 'applied', 'undone')),
  stage TEXT NOT NULL CHECK (json_valid(stage)),
  changes TEXT CHECK (json_valid(changes)),
  read_at TEXT NOT NULL CHECK (read_at GLOB '????-??-??T*Z'),
  decided_at TEXT CHECK (decided_at GLOB '????-??-??T*Z'),
  CHECK ((state = 'read') = (changes IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX import_batch_by_campaign ON import_batch (campaign_id, id);
