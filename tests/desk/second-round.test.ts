import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { complete, fill, giveImport, openCampaign, placeOf } from '../support/opening.ts';
import { type Actor, openWorld, type World } from '../support/world.ts';

let world: World;
let who: Actor;
let imports: string;
let settings: string;
let slug: string;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  who = world.administrator;
  ({ settings, slug } = await openCampaign(who, '35238'));
  imports = settings.replace('reglages', 'imports');
});

const give = (tableau: string) => giveImport(world.app, who, imports, { tableau });
const act = (place: string, step: string) => fill(who, place, {}, `${place}/${step}`);

describe('the second round', () => {
  const second = 'tour;panneau;liste;tete_prenom;tete_nom';
  async function published(): Promise<void> {
    await complete(who, settings);
    await fill(who, `${settings}/edition`, {});
    await act(placeOf(await give(`${second}\n2;1;ENSEMBLE;Noé;Lamy 1`)), 'application');
  }
  const child = () => world.database.sql.prepare('SELECT id FROM list WHERE round = 2 AND label = ?').pluck().get('ENSEMBLE');
  const parents = () =>
    world.database.sql
      .prepare('SELECT id FROM list WHERE round = 1 AND race_id = (SELECT race_id FROM list WHERE label = ?) ORDER BY panel')
      .pluck()
      .all('ENSEMBLE')
      .map(String);
  const movement = () => String(world.database.sql.prepare("SELECT id FROM movement WHERE name = 'AGIR ICI'").pluck().get());
  const decide = (fields: Record<string, string | string[]>) =>
    fill(who, `${settings}/filiations`, { liste: String(child()), source: 'Le Journal, 17 mars 2026', ...fields });

  test('a list with the same panel and head is proposed to continue; nothing is published before a person says so', async () => {
    await published();
    const page = (await who.get(`${settings}/filiations`)).body;
    expect(page).toContain('même panneau et même tête de liste');
    const early = await fill(who, `${settings}/edition`, { motif: 'Le second tour.' });
    expect(early.statusCode).toBe(409);
    expect(early.body).toContain('que l’on dise d’où elle vient');
  });

  test('a merger asks for its lists and its source', async () => {
    await published();
    expect((await decide({ origine: 'merges', parents: parents().slice(0, 1) })).body).toContain('réunit au moins deux listes');
    expect((await decide({ origine: 'merges', parents: parents(), source: '' })).body).toContain('Dites qui l’affirme');
    expect((await decide({ origine: '' })).statusCode).toBe(422);
  });

  test('after a merger the movement’s positions stand as to be confirmed, in the same edition', async () => {
    await published();
    const demand = world.standings.find(slug)?.current('demand')[0]?.slug ?? '';
    const payload = {
      ...{
        movement: 'agir-ici',
        list: null,
        demand,
        stance: 'commits' as const,
        basis: 'reply' as const,
        lifecycle: 'current' as const,
      },
      ...{ summary: 'Oui.', quote: null, condition: null, speaker: null, saidOn: null, reportedBy: null },
      sources: [{ url: null, title: 'Lettre', publisher: 'Agir ici', publishedOn: '2026-03-02' }],
    };
    world.publishing.publish(slug, [{ kind: 'position', subject: `agir-ici/${demand}`, payload }]);
    await decide({ origine: 'merges', parents: parents(), [`mouvement-${child()}`]: movement() });
    const answer = await fill(who, `${settings}/edition`, { motif: 'Les listes du second tour.' });
    expect(answer.statusCode).toBe(303);
    const state = world.standings.find(slug);
    expect(state?.current('lineage')).toHaveLength(2);
    expect(state?.of('position').get(`agir-ici/${demand}`)?.current?.lifecycle).toBe('to_confirm');
    expect((await world.stranger.get(`/${slug}`)).body).toMatch(/à confirmer/i);
  });

  test('« neither » is kept with its source, and not asked again', async () => {
    await published();
    await decide({ origine: 'neither', [`mouvement-${child()}`]: movement() });
    const page = (await who.get(`${settings}/filiations`)).body;
    expect(page).toContain('n’a pas de liste d’origine connue');
    expect(page).not.toContain('Enregistrer cette réponse');
    expect((await fill(who, `${settings}/edition`, { motif: 'Le second tour.' })).statusCode).toBe(303);
  });
});
