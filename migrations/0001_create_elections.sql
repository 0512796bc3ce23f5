CREATE TABLE election (
  id TEXT PRIMARY KEY CHECK (id GLOB '[a-z]*'),
  name TEXT NOT NULL,
  first_round_on TEXT NOT NULL CHECK (first_round_on GLOB '????-??-??'),
  second_round_on TEXT CHECK (second_round_on GLOB '????-??-??')
) STRICT;
--> statement-breakpoint
CREATE TABLE commune (
  code TEXT PRIMARY KEY CHECK (length(code) = 5),
  name TEXT NOT NULL CHECK (name <> ''),
  departement TEXT NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE race (
  id INTEGER PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id),
  commune_code TEXT NOT NULL REFERENCES commune (code),
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('commune', 'sector')),
  sector_number INTEGER CHECK (sector_number > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (election_id, code),
  CHECK ((kind = 'sector') = (sector_number IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX race_by_commune ON race (commune_code, election_id);
--> statement-breakpoint
CREATE TABLE race_area (
  race_id INTEGER NOT NULL REFERENCES race (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  post_code TEXT NOT NULL,
  PRIMARY KEY (race_id, code)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE round (
  race_id INTEGER NOT NULL REFERENCES race (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number IN (1, 2)),
  registered INTEGER CHECK (registered >= 0),
  voted INTEGER CHECK (voted >= 0),
  valid INTEGER CHECK (valid >= 0),
  PRIMARY KEY (race_id, number)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE list (
  id INTEGER PRIMARY KEY,
  race_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  panel INTEGER NOT NULL CHECK (panel > 0),
  label TEXT NOT NULL,
  short_label TEXT,
  nuance TEXT,
  head_first_name TEXT,
  head_last_name TEXT,
  votes INTEGER CHECK (votes >= 0),
  council_seats INTEGER CHECK (council_seats >= 0),
  sector_seats INTEGER CHECK (sector_seats >= 0),
  intercommunal_seats INTEGER CHECK (intercommunal_seats >= 0),
  UNIQUE (race_id, round, panel),
  FOREIGN KEY (race_id, round) REFERENCES round (race_id, number) ON DELETE CASCADE
) STRICT;
--> statement-breakpoint
CREATE TABLE lineage (
  child_list_id INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  parent_list_id INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('continues', 'merges')),
  source TEXT NOT NULL CHECK (source <> ''),
  PRIMARY KEY (child_list_id, parent_list_id),
  CHECK (child_list_id <> parent_list_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX lineage_by_parent ON lineage (parent_list_id);
