import type { Freshness } from '../../web/freshness.ts';
import type { Services } from '../../web/services.ts';
import type { Dossier } from '../tables/table.ts';

/** A campaign as of an edition, with what tells one state of its files from another. */
export interface FoundDossier {
  dossier: Dossier;
  version: string;
  freshness: Freshness;
}

/** Finds what a file is made of by the address that asks for it. */
export function openDossiers({ standings, config }: Pick<Services, 'standings' | 'config'>) {
  return {
    /** `edition` as it is written in the address; none for the newest. Null when there is no such campaign or edition. */
    find(campaign: string, edition?: string): FoundDossier | null {
      if (edition !== undefined && !/^[1-9]\d{0,8}$/.test(edition)) return null;
      const state = standings.find(campaign, edition === undefined ? undefined : Number(edition));
      if (!state) return null;
      // A redaction in a later edition empties an older one too.
      const version = `${state.edition.hash} seen from ${standings.newestNumber(campaign)} at ${config.publicUrl}`;
      return {
        dossier: { state, publicUrl: config.publicUrl },
        version,
        freshness: edition === undefined ? 'living' : 'held',
      };
    },
  };
}

export type Dossiers = ReturnType<typeof openDossiers>;
