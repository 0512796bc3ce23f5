import { expect } from 'vitest';
import { type Actor, campaign, type World } from './world.ts';

/** A pledge of the fictional campaign: its movement won seats. */
export const pledge = { sujet: 'aube-nouvelle', demande: 'moins-de-cameras' };
export const followUps = `/bureau/campagnes/${campaign}/suivi`;

let filled = 0;

/** A whole follow-up, as a volunteer types it. Each call is another form. */
export function followUpForm(over: Record<string, string> = {}): Record<string, string> {
  filled += 1;
  return {
    cle: `formulaire-de-suivi-${filled}`,
    version: '0',
    ...pledge,
    fait: 'Le conseil municipal a voté le retrait de 50 caméras ; 40 le sont.',
    quand: '12/11/2020',
    verdict: 'in_progress',
    selon: 'Ligue des quais (fictive)',
    offre: '20/11/2020',
    note: 'Vu avec la permanence.',
    'url-1': 'https://example.org/conseil',
    'title-1': 'Délibération du conseil',
    'publisher-1': 'Ville de Port-Clair (fictive)',
    'publishedOn-1': '13 novembre 2020',
    suite: 'soumettre',
    ...over,
  };
}

export type FollowUpSteps = ReturnType<typeof followUpStepsOf>;

/** What people do with follow-ups, in one line each. */
export function followUpStepsOf(world: World) {
  const version = (id: number) =>
    String(world.database.sql.prepare('SELECT version FROM follow_up WHERE id = ?').pluck().get(id));
  const nextKey = () => {
    filled += 1;
    return `forme-de-suivi-${String(filled).padStart(6, '0')}`;
  };
  const step = (who: Actor, id: number, name: string, over: Record<string, string> = {}) =>
    who.post(`/bureau/suivis/${id}/${name}`, { version: version(id), cle: nextKey(), ...over });
  return {
    version,
    nextKey,
    step,
    /** Writes one whole, and submits it unless told otherwise. */
    async enter(who: Actor, over: Record<string, string> = {}): Promise<number> {
      const answer = await who.post(followUps, followUpForm(over));
      expect([answer.statusCode, answer.body.includes('Erreur')]).toEqual([303, false]);
      return Number(/suivi-(\d+)$/.exec(String(answer.headers.location))?.[1]);
    },
    /** Accepts it: published at once unless `suite` says to wait. */
    accept: (who: Actor, id: number, over: Record<string, string> = {}) =>
      step(who, id, 'approbation', { suite: 'publier', ...over }),
    /** Writes one, and has someone else publish it; says under which subject it stands. */
    async publish(writer: Actor, reader: Actor, over: Record<string, string> = {}): Promise<string> {
      const id = await this.enter(writer, over);
      expect((await this.accept(reader, id)).statusCode).toBe(303);
      return [...(world.standings.find(campaign)?.of('assessment').keys() ?? [])].at(-1) ?? '';
    },
    state: (id: number): unknown => world.database.sql.prepare('SELECT state FROM follow_up WHERE id = ?').pluck().get(id),
    standing: (subject: string) => world.standings.find(campaign)?.of('assessment').get(subject),
    published: () => world.standings.find(campaign)?.current('assessment') ?? [],
    publicPage: async () => (await world.stranger.get(`/${campaign}/mouvements/${pledge.sujet}/${pledge.demande}`)).body,
    audited: (): unknown[] => world.database.sql.prepare('SELECT action FROM audit ORDER BY id').pluck().all(),
    newest: () => world.ledger.newestNumber(campaign),
  };
}
