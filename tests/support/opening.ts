import type { FastifyInstance } from 'fastify';
import type { Actor } from './world.ts';

let forms = 0;

/** What each form of a campaign's settings carries: a key of its own, and the fingerprint that its page gave. */
export async function fill(who: Actor, page: string, fields: Record<string, string | string[]>, action = page) {
  forms += 1;
  const lu = /name="lu" value="([^"]*)"/.exec((await who.get(page)).body)?.[1] ?? '';
  return who.post(action, { cle: `reglage-numero-${forms}-0123456789`, lu, ...fields });
}

/** Opens a campaign for a commune, and gives the address of its settings. */
export async function openCampaign(who: Actor, commune: string, over: Record<string, string> = {}) {
  const page = `/bureau/campagnes/nouvelle?commune=${commune}`;
  const fields = { titre: 'Moins de caméras', election: 'municipales-2026', fuseau: 'Europe/Paris', ...over };
  const answer = await fill(who, page, fields);
  const settings = String(answer.headers.location ?? '').split('?')[0] ?? '';
  return { answer, settings, slug: settings.split('/')[3] ?? '' };
}

export const letter = {
  titre: 'Lettre ouverte aux listes',
  date: '01/03/2026',
  texte: 'Nous demandons **une** chose.\n\n<script>alert(1)</script>',
};

export const demand = {
  titre: 'Réduire fortement le nombre de caméras',
  'titre-court': 'Réduire les caméras',
  explication: 'Il y en a trop.',
  oui: 'La liste dit qu’elle en retire la moitié.',
  'en-partie': 'La liste en retire, sous condition.',
  non: 'La liste en ajoute.',
};

/** Everything that a first edition needs, in a commune of one ballot with two lists. */
export async function complete(who: Actor, settings: string): Promise<void> {
  await fill(who, `${settings}/lettre`, letter);
  await fill(who, `${settings}/demandes/nouvelle`, demand);
  await fill(who, `${settings}/signataires`, { noms: 'Les Amis de la ville\nÉcologie locale\nÀ bas bruit', ordre: 'alphabet' });
  for (const [panneau, liste] of [
    ['1', 'UNE VILLE POUR TOUTES ET TOUS'],
    ['2', 'AGIR ICI'],
  ] as const)
    await fill(who, `${settings}/listes`, { tour: '1', panneau, liste, 'tete-prenom': 'Noé', 'tete-nom': `Lamy ${panneau}` });
  await fill(who, `${settings}/mouvements`, {}, `${settings}/mouvements/tous`);
}

/** Sends the form of the imports as a browser does, with a table, a file, or both. */
export async function giveImport(
  app: FastifyInstance,
  who: Actor,
  url: string,
  fields: Record<string, string>,
  file?: { name: string; content: string | Uint8Array<ArrayBuffer> },
) {
  forms += 1;
  const form = new FormData();
  const words = { _jeton: who.token, cle: `import-numero-${forms}-0123456789`, ...fields };
  for (const [name, value] of Object.entries(words)) form.set(name, value);
  if (file) form.set('fichier', new File([file.content], file.name));
  const request = new Request('http://bureau.invalid/', { method: 'POST', body: form });
  const headers = { cookie: who.cookie, 'content-type': request.headers.get('content-type') ?? '' };
  return app.inject({ method: 'POST', url, headers, payload: Buffer.from(await request.arrayBuffer()) });
}

/** Where an answer leads, without what it says was done. */
export function placeOf(answer: { headers: { location?: unknown } }): string {
  return String(answer.headers.location).split('?')[0] ?? '';
}
