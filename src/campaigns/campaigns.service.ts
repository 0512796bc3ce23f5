import type { Database } from '../db/open.ts';
import { electionsRepository } from '../elections/elections.repository.ts';
import type { Payload } from '../ledger/payloads.ts';
import { listKey, raceSlug } from '../ledger/subjects.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import type { WholeCampaign } from './publication.ts';

/** Raised when a campaign, or something that it must have, is not there. */
export class NoSuchCampaign extends Error {}

/** Everything the desk knows of a campaign that may become public, read in one go. Throws NoSuchCampaign. */
export function getWholeCampaign(database: Database, slug: string): WholeCampaign {
  const campaigns = campaignsRepository(database);
  const elections = electionsRepository(database);
  const campaign = campaigns.findCampaign(slug);
  const election = campaign && elections.findElection(campaign.electionId);
  if (!campaign || !election) throw new NoSuchCampaign(`there is no campaign "${slug}"`);

  const letter = campaigns.findLetter(campaign.id);
  const movements = new Map(campaigns.listMovements(campaign.id).map((row) => [row.id, row]));
  const movementOf = new Map(campaigns.listMovementLists(campaign.id).map(({ listId, movementId }) => [listId, movementId]));
  const races = elections.listRaces(campaign);
  const raceSlugs = new Map(races.map((race) => [race.id, raceSlug(race)]));
  const raceIds = races.map((race) => race.id);
  const keys = new Map<number, string>();

  const lists = elections.listLists(raceIds).flatMap((list): Payload<'list'>[] => {
    const movement = movements.get(movementOf.get(list.id) ?? -1);
    const race = raceSlugs.get(list.raceId);
    if (!movement || !race) return [];
    const key = listKey(race, list.round, list.panel);
    keys.set(list.id, key);
    const head = [list.headFirstName, list.headLastName].filter(Boolean).join(' ') || null;
    const { round, panel, label, nuance, votes } = list;
    const seats = { council: list.councilSeats, sector: list.sectorSeats, intercommunal: list.intercommunalSeats };
    return [{ key, race, movement: movement.slug, round, panel, label, nuance, head, votes, seats }];
  });

  return {
    campaign: {
      slug,
      title: campaign.title,
      town: campaign.town,
      communeCode: campaign.communeCode,
      timeZone: campaign.timeZone,
      fictional: campaign.fictional,
      election: {
        id: election.id,
        name: election.name,
        firstRoundOn: election.firstRoundOn,
        secondRoundOn: election.secondRoundOn,
      },
    },
    letter: letter && {
      title: letter.title,
      body: letter.body,
      url: letter.url,
      publishedOn: letter.publishedOn,
      repliesCheckedOn: letter.repliesCheckedOn,
      repliesNote: letter.repliesNote,
    },
    signatories: campaigns.listSignatories(campaign.id).map(({ slug, name, rank }) => ({ slug, name, rank })),
    demands: campaigns.listDemands(campaign.id).map(presentDemand),
    races: races.map((race) => ({
      slug: raceSlug(race),
      code: race.code,
      kind: race.kind,
      sectorNumber: race.sectorNumber,
      name: race.name,
      areas: race.areas.map(({ code, name, postCode }) => ({ code, name, postCode })),
      rounds: race.rounds.map(({ number, registered, voted, valid }) => ({ number, registered, voted, valid })),
    })),
    movements: [...movements.values()].map(({ slug, name, leader }) => ({ slug, name, leader })),
    lists,
    lineage: elections.listLineage(raceIds).flatMap(({ childListId, parentListId, kind, source }) => {
      const child = keys.get(childListId);
      const parent = keys.get(parentListId);
      return child && parent ? [{ child, parent, kind, source }] : [];
    }),
  };
}

type DemandRow = ReturnType<ReturnType<typeof campaignsRepository>['listDemands']>[number];

function presentDemand(row: DemandRow): Payload<'demand'> {
  return {
    number: row.number,
    slug: row.slug,
    title: row.title,
    shortTitle: row.shortTitle,
    explanation: row.explanation,
    rules: { commits: row.ruleCommits, commits_in_part: row.ruleCommitsInPart, refuses: row.ruleRefuses },
  };
}
