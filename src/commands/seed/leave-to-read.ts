import { z } from 'zod';
import { accountsRepository } from '../../accounts/accounts.repository.ts';
import { newToken } from '../../accounts/tokens.ts';
import { openPublishing } from '../../campaigns/publishing.service.ts';
import type { Database } from '../../db/open.ts';
import { openFollowUps } from '../../followup/follow-ups.service.ts';
import { openLedger } from '../../ledger/ledger.service.ts';
import { payloadSchemas } from '../../ledger/payloads.ts';
import { systemClock } from '../../lib/clock.ts';
import { openPositions } from '../../positions/positions.service.ts';
import { openStandings } from '../../standings/standings.service.ts';

/** A follow-up as a fictional campaign leaves it: written by one of its cast, and still to be read. */
export const toReadSchema = payloadSchemas.assessment.extend({ author: z.email() });

/** Writes and submits it, as its author would at the desk: whoever tries the demonstration finds something to read. */
export function leaveToRead(database: Database, campaign: string, followUp: z.infer<typeof toReadSchema>): void {
  const ledger = openLedger(database);
  const standings = openStandings(ledger);
  const publishing = openPublishing(database, ledger, systemClock);
  const account = accountsRepository(database).findByEmail(followUp.author);
  const person = account && { ...account, secondFactor: false };
  const found = person && openPositions(database, publishing, standings, systemClock).findCampaign(person, campaign);
  const movement = found?.thing.grid.movements.find(({ slug }) => slug === followUp.movement);
  const demand = found?.thing.grid.demands.find(({ slug }) => slug === followUp.demand);
  if (!found || !movement || !demand) throw new Error(`nobody of ${campaign} can have written this follow-up`);
  const { verdict, fact, happenedOn } = followUp;
  const words = { verdict, fact, happenedOn, accordingTo: followUp.accordingTo ?? '' };
  const sources = followUp.sources.map(({ url, title, publisher, publishedOn }) => {
    return { url: url ?? '', title, publisher, publishedOn: publishedOn ?? '' };
  });
  const draft = {
    ...words,
    movementId: movement.id,
    demandId: demand.id,
    corrects: '',
    reason: '',
    replyOfferedOn: '',
    note: '',
    sources,
  };
  const sent = { key: newToken(), version: 0, submitted: true };
  const outcome = openFollowUps(database, publishing, standings, systemClock).save(found, null, draft, sent);
  if (!('done' in outcome)) throw new Error(`the follow-up of ${campaign} is ${outcome.refused}`);
}
