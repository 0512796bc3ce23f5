-- Two campaigns on one town and election shared its ballots: the lists, imports and lineage of one could be changed from the other's desk.
-- From now on a ballot belongs to one campaign; those of nobody (NULL) are what official files said, from which a campaign takes a copy.
CREATE TABLE race_new (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER REFERENCES campaign (id) ON DELETE CASCADE,
  election_id TEXT NOT NULL REFERENCES election (id),
  commune_code TEXT NOT NULL REFERENCES commune (code),
  code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('commune', 'sector')),
  sector_number INTEGER CHECK (sector_number > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  CHECK ((kind = 'sector') = (sector_number IS NOT NULL))
) STRICT;
--> statement-breakpoint
-- The campaign that was there first keeps the rows, and with them every reference that it has.
INSERT INTO race_new (id, campaign_id, election_id, commune_code, code, kind, sector_number, name)
SELECT id, (SELECT min(campaign.id) FROM campaign WHERE campaign.election_id = race.election_id AND campaign.commune_code = race.commune_code),
  election_id, commune_code, code, kind, sector_number, name FROM race;
--> statement-breakpoint
DROP TABLE race;
--> statement-breakpoint
ALTER TABLE race_new RENAME TO race;
--> statement-breakpoint
CREATE UNIQUE INDEX race_once ON race (election_id, code, coalesce(campaign_id, 0));
--> statement-breakpoint
CREATE INDEX race_by_commune ON race (commune_code, election_id, campaign_id);
--> statement-breakpoint
-- The others get copies, and what they say of a list goes with its copy.
INSERT INTO race (campaign_id, election_id, commune_code, code, kind, sector_number, name)
SELECT campaign.id, race.election_id, race.commune_code, race.code, race.kind, race.sector_number, race.name
FROM race JOIN campaign ON campaign.election_id = race.election_id AND campaign.commune_code = race.commune_code AND campaign.id > race.campaign_id;
--> statement-breakpoint
CREATE TEMP TABLE race_copy AS
SELECT old.id AS old_id, new.id AS new_id, new.campaign_id
FROM race AS old JOIN race AS new ON new.election_id = old.election_id AND new.code = old.code AND new.campaign_id > old.campaign_id
WHERE old.campaign_id = (SELECT min(id) FROM campaign WHERE campaign.election_id = old.election_id AND campaign.commune_code = old.commune_code);
--> statement-breakpoint
INSERT INTO race_area (race_id, code, name, post_code)
SELECT new_id, code, name, post_code FROM race_area JOIN race_copy ON old_id = race_id;
--> statement-breakpoint
INSERT INTO round (race_id, number, registered, voted, valid)
SELECT new_id, number, registered, voted, valid FROM round JOIN race_copy ON old_id = race_id;
--> statement-breakpoint
INSERT INTO list (race_id, round, panel, label, short_label, nuance, head_first_name, head_last_name, votes, council_seats, sector_seats, intercommunal_seats)
SELECT new_id, round, panel, label, short_label, nuance, head_first_name, head_last_name, votes, council_seats, sector_seats, intercommunal_seats
FROM list JOIN race_copy ON old_id = race_id;
--> statement-breakpoint
CREATE TEMP TABLE list_copy AS
SELECT old.id AS old_id, new.id AS new_id, race_copy.campaign_id
FROM race_copy JOIN list AS old ON old.race_id = race_copy.old_id
JOIN list AS new ON new.race_id = race_copy.new_id AND new.round = old.round AND new.panel = old.panel;
--> statement-breakpoint
INSERT INTO lineage (child_list_id, parent_list_id, kind, source)
SELECT child.new_id, parent.new_id, kind, source FROM lineage
JOIN list_copy AS child ON child.old_id = child_list_id
JOIN list_copy AS parent ON parent.old_id = parent_list_id AND parent.campaign_id = child.campaign_id;
--> statement-breakpoint
INSERT INTO lineage_decision (child_list_id, kind, source, person_id, decided_at)
SELECT new_id, kind, source, person_id, decided_at FROM lineage_decision JOIN list_copy ON old_id = child_list_id;
--> statement-breakpoint
UPDATE movement_list SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = movement_list.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = movement_list.campaign_id);
--> statement-breakpoint
UPDATE contact SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = contact.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = contact.campaign_id);
--> statement-breakpoint
UPDATE contact_address SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = contact_address.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = contact_address.campaign_id);
--> statement-breakpoint
UPDATE reply_link SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = reply_link.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = reply_link.campaign_id);
--> statement-breakpoint
DROP TRIGGER link_answer_stays;
--> statement-breakpoint
UPDATE link_answer SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = link_answer.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = link_answer.campaign_id);
--> statement-breakpoint
CREATE TRIGGER link_answer_stays BEFORE UPDATE ON link_answer
BEGIN
  SELECT RAISE(ABORT, 'what a list signed does not change');
END;
--> statement-breakpoint
DROP TRIGGER position_approved_stays;
--> statement-breakpoint
UPDATE position SET list_id = (SELECT new_id FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = position.campaign_id)
WHERE EXISTS (SELECT 1 FROM list_copy WHERE old_id = list_id AND list_copy.campaign_id = position.campaign_id);
--> statement-breakpoint
CREATE TRIGGER position_approved_stays BEFORE UPDATE ON position WHEN OLD.state = 'approved'
BEGIN
  SELECT RAISE(ABORT, 'an approved position is published and does not change');
END;
--> statement-breakpoint
DROP TABLE list_copy;
--> statement-breakpoint
DROP TABLE race_copy;
