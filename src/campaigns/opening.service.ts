import { type Done, openActs } from '../accounts/acts.service.ts';
import { auditRepository } from '../accounts/audit.repository.ts';
import { type Authorized, authorize, type Person } from '../accounts/can.ts';
import type { Database } from '../db/open.ts';
import { type ElectionsRepository, electionsRepository } from '../elections/elections.repository.ts';
import type { BallotsOwner, Election, Race } from '../elections/elections.types.ts';
import { openFrance } from '../elections/france.service.ts';
import { type BallotKind, sectorCode, sectorsOf } from '../elections/sectors.ts';
import type { Clock } from '../lib/clock.ts';
import { type CampaignRow, campaignsRepository } from './campaigns.repository.ts';
import { isFreeSlug } from './reserved-slugs.ts';
import { freeSlug } from './signatories.ts';

/** A campaign that a person may write: its letter, its demands, its lists. */
export type EditedCampaign = CampaignRow & { campaignId: number };

/** What a new campaign starts from. */
export interface Opening {
  communeCode: string;
  title: string;
  slug: string;
  timeZone: string;
  /** A known election, or the dates of one that is not known yet. */
  election: Election | Omit<Election, 'id'>;
  ballots: BallotKind;
  /** The campaign whose letter, demands and signatories are copied; null to start afresh. */
  copied: Authorized<EditedCampaign> | null;
}

export type Opened = Done | { refused: 'slug' | 'commune' };

/** Opens campaigns: a draft, of which nothing is public. */
export function openOpening(database: Database, clock: Clock) {
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const france = openFrance(database);
  const act = openActs(database, clock);
  const audit = auditRepository(database);
  const edited = (row: CampaignRow): EditedCampaign => ({ ...row, campaignId: row.id });

  function open(person: Person, opening: Opening, key: string): Opened {
    return act(person, key, (note): Opened => {
      const commune = france.findCommune(opening.communeCode);
      if (!commune) return { refused: 'commune' };
      if (!isFreeSlug(opening.slug) || campaigns.findCampaign(opening.slug)) return { refused: 'slug' };
      const { code, name, departement } = commune;
      if (!elections.findCommune(code)) elections.insertCommune({ code, name, departement });
      const election = keptElection(opening.election);
      const { slug, title, timeZone } = opening;
      const row = { slug, title, timeZone, town: name, communeCode: code, electionId: election.id };
      const campaignId = campaigns.insertCampaign({ ...row, createdAt: clock.now().toISOString() });
      fillRaces({ id: campaignId, electionId: election.id, communeCode: code }, election, name, opening.ballots);
      if (opening.copied) copy(opening.copied.thing.id, campaignId);
      note({ campaignId, action: 'campaign-opened', subject: `campaign ${slug}`, reason: opening.copied?.thing.slug ?? '' });
      return { done: slug };
    });
  }

  /** An election whose dates someone typed gets an id of its own, unless it is one that is there already. */
  function keptElection(asked: Opening['election']): Election {
    const all = elections.listElections();
    const same = all.find((each) =>
      'id' in asked
        ? each.id === asked.id
        : each.name === asked.name && each.firstRoundOn === asked.firstRoundOn && each.secondRoundOn === asked.secondRoundOn,
    );
    if (same) return same;
    const taken = new Set(all.map(({ id }) => id));
    const election = 'id' in asked ? asked : { ...asked, id: freeSlug(`election ${asked.name}`, taken) };
    elections.insertElection(election);
    return election;
  }

  /** The campaign's own ballots, with their rounds and arrondissements; and the lists that official files gave, copied into them. */
  function fillRaces(owner: BallotsOwner, election: Election, name: string, ballots: BallotKind): void {
    const { communeCode: code } = owner;
    const rounds = [1, ...(election.secondRoundOn ? [2] : [])].map((number) => ({
      number,
      registered: null,
      voted: null,
      valid: null,
    }));
    const start = { campaignId: owner.id, electionId: election.id, communeCode: code, rounds };
    const insert = (row: Parameters<typeof elections.insertRace>[0]) => {
      const official = elections.findRace(null, row.electionId, row.code);
      const raceId = elections.insertRace({ ...row, name: official?.name ?? row.name });
      if (official) copyBallot(elections, official, raceId);
    };
    if (ballots !== 'sectors') insert({ ...start, code, kind: 'commune', sectorNumber: null, name, areas: [] });
    if (ballots === 'commune') return;
    for (const sector of sectorsOf(code)) {
      const { number: sectorNumber } = sector;
      const race = {
        code: sectorCode(code, sectorNumber),
        kind: 'sector' as const,
        sectorNumber,
        name: `Secteur ${sectorNumber}`,
      };
      insert({ ...start, ...race, areas: france.areasOf(code, sector) });
    }
  }

  /** The letter, the signatories and the demands with their rules; no list, and no position. */
  function copy(from: number, campaignId: number): void {
    const letter = campaigns.findLetter(from);
    if (letter) {
      const publishedOn = clock.now().toISOString().slice(0, 10);
      campaigns.recordLetter({ ...letter, campaignId, url: null, publishedOn, repliesCheckedOn: null, repliesNote: null });
    }
    for (const { slug, name, rank } of campaigns.listSignatories(from))
      campaigns.insertSignatory({ campaignId, slug, name, rank });
    for (const { id: _id, ...demand } of campaigns.listDemands(from)) campaigns.insertDemand({ ...demand, campaignId });
  }

  return {
    open,
    /** The address of the campaign that this very form has opened already; null when it has not. */
    findOpened: (person: Person, key: string): string | null => audit.findSubmittedForm(person.id, key),
    /** The campaign, through the person: null when it is not there or not theirs to write. */
    findEdited: (person: Person, slug: string): Authorized<EditedCampaign> | null => {
      const row = campaigns.findCampaign(slug);
      return authorize(person, 'campaigns:edit', row && edited(row));
    },
    /** Every campaign that this person may write: what a new one may be copied from. */
    listEdited: (person: Person): Authorized<EditedCampaign>[] =>
      campaigns.listCampaigns().flatMap((row) => authorize(person, 'campaigns:edit', edited(row)) ?? []),
    /** Whether an election is that of a fictional campaign alone: no real one is opened on it. */
    isInvented: (electionId: string): boolean => {
      const held = campaigns.listCampaigns().filter((each) => each.electionId === electionId);
      return held.length > 0 && held.every(({ fictional }) => fictional);
    },
    isTaken: (slug: string): boolean => !isFreeSlug(slug) || campaigns.findCampaign(slug) !== null,
  };
}

/** What official files say of a ballot, as a campaign's own start: from then on nothing that others do changes it. */
function copyBallot(elections: ElectionsRepository, official: Race, raceId: number): void {
  for (const area of official.areas) elections.insertArea(raceId, area);
  for (const round of official.rounds) elections.insertRound(raceId, round);
  const copies = new Map(
    elections.listLists([official.id]).map(({ id, ...list }) => [id, elections.insertList({ ...list, raceId })]),
  );
  for (const { childListId, parentListId, ...said } of elections.listLineage([official.id])) {
    const [child, parent] = [copies.get(childListId), copies.get(parentListId)];
    if (child !== undefined && parent !== undefined)
      elections.insertLineage({ ...said, childListId: child, parentListId: parent });
  }
}
