import { fileURLToPath } from 'node:url';
import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import { type Ledger, openLedger } from '../ledger/ledger.service.ts';
import { entryAddress, type NewEntry, type Payload } from '../ledger/payloads.ts';
import { assessmentSubject, listKey, positionSubject } from '../ledger/subjects.ts';
import { slugify } from '../lib/slug.ts';
import { outreachRepository } from '../outreach/outreach.repository.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { getWholeCampaign } from './campaigns.service.ts';
import { campaignEntries } from './publication.ts';
import { readSeed, type Seed, type SeededEdition } from './seed-files.ts';

/** Where the campaigns that come with the project are. */
export const seedsFolder = fileURLToPath(new URL('../../seeds/', import.meta.url));

/**
 * Loads a campaign's folder into the desk and publishes its editions, all in one transaction. The times of publication are those
 * of the files, so that the same seed has the same fingerprint everywhere. Throws when the folder does not hold what it must.
 */
export function seedCampaign(database: Database, folder: string): 'loaded' | 'already there' {
  const seed = readSeed(folder);
  if (campaignsRepository(database).findCampaign(seed.slug)) return 'already there';
  const ledger = openLedger(database);
  database.sql
    .transaction(() => {
      fillDesk(database, seed);
      seed.editions.forEach((edition, index) => {
        const start = index === 0 ? campaignEntries(getWholeCampaign(database, seed.slug)) : [];
        publishEdition(ledger, seed, edition, start);
      });
    })
    .immediate();
  return 'loaded';
}

function fillDesk(database: Database, seed: Seed): void {
  const elections = electionsRepository(database);
  const campaigns = campaignsRepository(database);
  const { slug, title, town, timeZone, fictional, commune, election } = seed;
  const createdAt = seed.editions[0]?.publishedAt ?? '';

  elections.insertElection(election);
  elections.insertCommune(commune);
  const row = { slug, title, town, timeZone, fictional, electionId: election.id, communeCode: commune.code, createdAt };
  const campaignId = campaigns.insertCampaign(row);
  const lists = fillBallots(elections, seed, campaignId);
  campaigns.insertLetter({ ...seed.letter, campaignId, body: seed.body });
  seed.signatories.forEach((name, index) => {
    campaigns.insertSignatory({ campaignId, slug: slugify(name), name, rank: index + 1 });
  });
  seed.demands.forEach(({ rules, ...demand }, index) => {
    const { commits: ruleCommits, commits_in_part: ruleCommitsInPart, refuses: ruleRefuses } = rules;
    campaigns.insertDemand({ ...demand, campaignId, number: index + 1, ruleCommits, ruleCommitsInPart, ruleRefuses });
  });
  const movements = new Map(
    seed.movements.map((movement) => [movement.slug, campaigns.insertMovement({ ...movement, campaignId })]),
  );
  for (const { id, movement } of lists) {
    campaigns.insertMovementList({ campaignId, listId: id, movementId: known(movements, movement) });
  }
  fillContacts(database, seed, campaignId, movements);
}

function fillBallots(
  elections: ReturnType<typeof electionsRepository>,
  seed: Seed,
  campaignId: number,
): { id: number; movement: string }[] {
  const races = new Map(
    seed.races.map(({ slug, ...race }) => [
      slug,
      elections.insertRace({ ...race, campaignId, electionId: seed.election.id, communeCode: seed.commune.code }),
    ]),
  );
  const ids = new Map<string, number>();
  const lists = seed.lists.map((row) => {
    const id = elections.insertList({
      raceId: known(races, row.race),
      round: row.round,
      panel: row.panel,
      label: row.label,
      shortLabel: null,
      nuance: row.nuance,
      headFirstName: row.head_first_name,
      headLastName: row.head_last_name,
      votes: row.votes,
      councilSeats: row.council_seats,
      sectorSeats: row.sector_seats,
      intercommunalSeats: row.intercommunal_seats,
    });
    ids.set(listKey(row.race, row.round, row.panel), id);
    return { id, movement: row.movement };
  });
  for (const { child, parent, kind, source } of seed.lineage) {
    elections.insertLineage({ childListId: known(ids, child), parentListId: known(ids, parent), kind, source });
  }
  return lists;
}

/** The desk keeps each asking once; the last edition that names a movement says where it stands. */
function fillContacts(database: Database, seed: Seed, campaignId: number, movements: ReadonlyMap<string, number>): void {
  const outreach = outreachRepository(database);
  const latest = new Map(
    seed.editions.flatMap((edition) => contactsOf(seed, edition)).map((contact) => [contact.movement, contact]),
  );
  for (const { movement, status, asked } of latest.values()) {
    asked.forEach(({ on, channel }, index) => {
      const last = index === asked.length - 1;
      const row = { campaignId, movementId: known(movements, movement), channel, happenedOn: on };
      outreach.insertContact({ ...row, status: last ? status : 'asked' });
    });
  }
}

function contactsOf(seed: Seed, { contacts }: SeededEdition): Payload<'contact'>[] {
  return Array.isArray(contacts) ? contacts : seed.movements.map(({ slug }) => ({ ...contacts, movement: slug }));
}

function publishEdition(ledger: Ledger, seed: Seed, edition: SeededEdition, start: readonly NewEntry[]): void {
  const { publishedAt, note } = edition;
  const entries: NewEntry[] = [
    ...start,
    ...contactsOf(seed, edition).map((payload) => ({ kind: 'contact' as const, subject: payload.movement, payload })),
    ...edition.positions.map(({ reason, ...payload }) => {
      const subject = positionSubject(payload);
      return {
        kind: 'position' as const,
        subject,
        payload,
        reason,
        corrects: reason ? newest(ledger, seed.slug, subject) : null,
      };
    }),
    ...edition.replies.map((payload) => ({
      kind: 'reply' as const,
      subject: `${payload.position ?? payload.assessment}/${payload.receivedAt}`,
      payload,
    })),
    ...edition.assessments.map((payload) => ({
      kind: 'assessment' as const,
      subject: assessmentSubject(payload, () => false),
      payload,
    })),
    ...edition.withdrawals.map(({ reason, ...payload }) => ({
      kind: 'withdrawal' as const,
      subject: payload.subject,
      payload,
      reason,
      corrects: newest(ledger, seed.slug, payload.subject),
    })),
  ];
  if (entries.length > 0) ledger.publish(seed.slug, entries, { publishedAt, note });
  for (const { address, reason } of edition.redactions) ledger.redact(seed.slug, address, reason, publishedAt);
}

/** The address of the newest position entry about a subject: what a correction corrects. */
function newest(ledger: Ledger, campaign: string, subject: string): string | null {
  const entries = ledger.listEntries(campaign, ledger.newestNumber(campaign));
  const last = entries.findLast((entry) => entry.kind === 'position' && entry.subject === subject);
  return last ? entryAddress(last) : null;
}

function known<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name);
  if (value === undefined) throw new Error(`the seed names "${name}", which it does not describe`);
  return value;
}
