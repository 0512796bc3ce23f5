import { expect } from 'vitest';
import { type Actor, campaign, positionForm, type World } from './world.ts';

/** A cell of the fictional campaign of which nothing is said yet, and one of which something is. */
export const freeCell = { sujet: 'demain-les-phares', demande: 'moins-de-cameras' };
export const takenCell = { sujet: 'cap-ensemble', demande: 'moins-de-cameras' };
/** The public name of the taken one. */
export const takenSubject = 'cap-ensemble/moins-de-cameras';

export type Steps = ReturnType<typeof stepsOf>;

/** What people do with positions, in one line each. Every form has a key of its own, unless a test gives one. */
export function stepsOf(world: World) {
  let sent = 0;
  const version = (id: number) => String(world.database.sql.prepare('SELECT version FROM position WHERE id = ?').pluck().get(id));
  const nextKey = () => {
    sent += 1;
    return `forme-des-tests-${String(sent).padStart(6, '0')}`;
  };
  const step = (who: Actor, id: number, name: string, over: Record<string, string> = {}) =>
    who.post(`/bureau/positions/${id}/${name}`, { version: version(id), cle: nextKey(), ...over });

  return {
    version,
    step,
    idIn: (location: unknown) => Number(/position[s-]\/?(\d+)/.exec(String(location))?.[1]),
    /** Writes one whole, and submits it unless told otherwise. */
    async enter(who: Actor, over: Record<string, string> = {}): Promise<number> {
      const answer = await who.post(`/bureau/campagnes/${campaign}/positions`, positionForm({ ...freeCell, ...over }));
      expect([answer.statusCode, answer.body.includes('Erreur')]).toEqual([303, false]);
      return Number(/position-(\d+)/.exec(String(answer.headers.location))?.[1]);
    },
    /** Codes it without having seen the first code, then approves: published at once unless `suite` says to wait. */
    async approve(who: Actor, id: number, over: Record<string, string> = {}) {
      await step(who, id, 'lecture', { code: over.code ?? 'commits' });
      return step(who, id, 'approbation', over);
    },
    publish: (who: Actor, ids: readonly number[], over: Record<string, string> = {}) =>
      who.post(`/bureau/campagnes/${campaign}/publications`, {
        cle: nextKey(),
        ...Object.fromEntries(ids.map((id) => [`position-${id}`, 'oui'])),
        ...over,
      }),
    nextKey,
    newest: () => world.ledger.newestNumber(campaign),
    publicCell: async ({ sujet, demande }: { sujet: string; demande: string }) =>
      (await world.stranger.get(`/${campaign}/mouvements/${sujet}/${demande}`)).body,
    audited: (): unknown[] => world.database.sql.prepare('SELECT action FROM audit ORDER BY id').pluck().all(),
  };
}
