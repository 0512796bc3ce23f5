import { readFileSync } from 'node:fs';
import { electionsFixture } from './elections.ts';
import { demand, fill, giveImport, letter, openCampaign, placeOf } from './opening.ts';
import type { World } from './world.ts';

/** The 97 characters that every page must hold: the longest label there is on a ballot of Marseille. */
export const longestLabel = 'UNE LISTE OUVRIÉRE ET JEUNE POUR LA DÉFENSE DES INTÉRÊTS DE LA POPULATION ET DES SERVICES PUBLICS';

/**
 * Marseille as it voted on 15 March 2026, with two ballots, opened at the desk as an administrator does: the real lists and their
 * provisional results, under a letter that says it is invented, since none was sent. Nobody has taken a position.
 */
export async function openMarseille2026(world: World): Promise<string> {
  const who = world.administrator;
  const { settings, slug } = await openCampaign(who, '13055', { titre: 'Essai à Marseille (lettre fictive)' });
  await fill(who, `${settings}/lettre`, {
    ...letter,
    titre: 'Lettre fictive, écrite pour les essais',
    texte: 'Personne ne l’a envoyée.',
  });
  await fill(who, `${settings}/demandes/nouvelle`, {
    ...demand,
    titre: 'Une demande fictive',
    'titre-court': 'Une demande fictive',
  });
  await fill(who, `${settings}/signataires`, { noms: 'Une association fictive', ordre: 'alphabet' });
  const content = readFileSync(electionsFixture('marseille-2026-tour-1.csv'), 'utf8');
  const imports = settings.replace('reglages', 'imports');
  const batch = placeOf(await giveImport(world.app, who, imports, { tour: '1' }, { name: 'marseille-2026-tour-1.csv', content }));
  await fill(who, batch, {}, `${batch}/application`);
  await fill(who, `${settings}/mouvements`, {}, `${settings}/mouvements/tous`);
  for (const proposal of proposals((await who.get(`${settings}/mouvements`)).body))
    await fill(who, `${settings}/mouvements`, proposal);
  await fill(who, `${settings}/edition`, {});
  return slug;
}

/** The groups that raised a doubt, each as its form proposes it: the person looks, and says yes. */
function proposals(page: string): Record<string, string | string[]>[] {
  return page
    .split('<form class="sheet proposal"')
    .slice(1)
    .map((form) => ({
      nom: /name="nom" type="text" value="([^"]*)"/.exec(form)?.[1] ?? '',
      listes: [...form.matchAll(/name="listes"[^>]*value="(\d+)"/g)].map(([, id = '']) => id),
    }));
}
