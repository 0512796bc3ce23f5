import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { complete, fill, openCampaign } from '../support/opening.ts';
import { type Actor, openWorld, type World } from '../support/world.ts';

const rennes = '35238';
const header = 'tour;panneau;liste;nuance;tete_prenom;tete_nom;voix';
let world: World;
let who: Actor;
let imports: string;
let settings: string;
let slug: string;
let sent = 0;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  who = world.administrator;
  ({ settings, slug } = await openCampaign(who, rennes));
  imports = settings.replace('reglages', 'imports');
});

/** Sends the form of the imports as a browser does, with a file, a table, or both. */
async function give(fields: Record<string, string>, file?: { name: string; content: string | Buffer }) {
  sent += 1;
  const form = new FormData();
  for (const [name, value] of Object.entries({ _jeton: who.token, cle: `import-numero-${sent}-0123456789`, ...fields }))
    form.set(name, value);
  if (file) form.set('fichier', new File([new Uint8Array(Buffer.from(file.content))], file.name));
  const request = new Request('http://bureau.invalid/', { method: 'POST', body: form });
  const headers = { cookie: who.cookie, 'content-type': request.headers.get('content-type') ?? '' };
  return world.app.inject({ method: 'POST', url: imports, headers, payload: Buffer.from(await request.arrayBuffer()) });
}

const placeOf = (answer: Awaited<ReturnType<typeof give>>) => String(answer.headers.location).split('?')[0] ?? '';
const panels = () =>
  world.database.sql
    .prepare(
      `SELECT panel, label, votes FROM list JOIN race ON race.id = race_id WHERE race.code = '${rennes}' ORDER BY round, panel`,
    )
    .all();
const act = (place: string, step: string) => fill(who, place, {}, `${place}/${step}`);
const rows = (count: number, from = 1) =>
  Array.from(
    { length: count },
    (_, index) =>
      `1;${from + index};LISTE ${String.fromCharCode(65 + ((from + index) % 26)).repeat(3)} ${from + index} FOIS;LDIV;Noé;Lamy;`,
  ).join('\n');

describe('a table', () => {
  test('thirty rows: read, seen, applied as one batch, and noted', async () => {
    const answer = await give({ tableau: `${header}\n${rows(30)}` });
    expect(answer.statusCode).toBe(303);
    const page = (await who.get(placeOf(answer))).body;
    expect(page).toContain('30\u00a0listes seront enregistrées');
    expect(panels()).toEqual([]);
    expect((await act(placeOf(answer), 'application')).statusCode).toBe(303);
    expect(panels()).toHaveLength(30);
    const audit = world.database.sql.prepare("SELECT subject, reason FROM audit WHERE action = 'import-applied'").all();
    expect(audit).toEqual([{ subject: 'import 1', reason: 'Tableau collé' }]);
  });

  test('what cannot be used is rejected with its line and the reason; the rest goes on', async () => {
    const answer = await give({ tableau: `${header}\n1;1;UNE;;;;\n3;2;DEUX;;;;\n1;x;TROIS;;;;\n1;4;;;;;` });
    const page = (await who.get(placeOf(answer))).body;
    expect(page).toContain('1\u00a0liste sera enregistrée');
    for (const line of ['Ligne 3', 'Ligne 4', 'Ligne 5']) expect(page).toContain(line);
    expect(page).toContain('le tour est 1 ou 2');
  });

  test('columns copied from a spreadsheet go as they are', async () => {
    const answer = await give({ tableau: 'tour\tpanneau\tliste\n1\t1\tUNE\n1\t2\tDEUX' });
    expect((await who.get(placeOf(answer))).body).toContain('2\u00a0listes seront enregistrées');
  });

  test('the second time says what changes, and keeps what the table does not say', async () => {
    await act(placeOf(await give({ tableau: `${header}\n1;1;UNE;LDIV;Noé;Lamy;120` })), 'application');
    const again = await give({ tableau: 'tour;panneau;liste\n1;1;UNE AUTRE' });
    const page = (await who.get(placeOf(again))).body;
    expect(page).toContain('UNE → UNE AUTRE');
    await act(placeOf(again), 'application');
    expect(panels()).toEqual([{ panel: 1, label: 'UNE AUTRE', votes: 120 }]);
    const third = (await who.get(placeOf(await give({ tableau: 'tour;panneau;liste\n1;1;UNE AUTRE' })))).body;
    expect(third).toContain('Tout est déjà là');
  });

  test('an empty model can be taken away', async () => {
    const answer = await who.get(`${imports}/modele.csv`);
    expect(answer.headers['content-disposition']).toContain('listes.csv');
    expect(answer.body).toContain('tour;panneau;liste');
  });
});

describe('a file', () => {
  test('the Ministry’s own gives the lists of this town alone', async () => {
    const content = readFileSync('tests/fixtures/elections/candidatures-2026-tour-1.csv', 'utf8');
    const town = /"(\d{5})"/.exec(content)?.[1] ?? '';
    const other = await openCampaign(who, town);
    imports = other.settings.replace('reglages', 'imports');
    const answer = await give({ tour: '1' }, { name: 'candidatures.csv', content });
    expect(answer.statusCode).toBe(303);
    await act(placeOf(answer), 'application');
    const codes = world.database.sql
      .prepare("SELECT DISTINCT commune_code FROM race JOIN list ON race.id = race_id WHERE election_id = 'municipales-2026'")
      .pluck()
      .all();
    expect(codes).toEqual([town]);
  });

  test.each([
    ['a PDF', '%PDF-1.7 …', 'un PDF'],
    ['nothing', '', 'Le fichier est vide'],
    ['another table', 'a;b;c\n1;2;3\n', 'il lui manque les colonnes'],
    ['another town', 'annee,commune,nom_commune,tour,panneau,liste\n2026,75056,Paris,1,1,UNE\n', 'ne dit rien de Rennes'],
  ])('%s is refused in one sentence, and nothing is kept of it', async (_name, content, words) => {
    const answer = await give({ tableau: `${header}\nje garde cela` }, { name: 'fichier.csv', content });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('npm run');
    expect(answer.body).toContain('je garde cela');
    expect(world.database.sql.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0);
  });

  test('of who may not edit this campaign no file is received, nor anything of its form', async () => {
    who = world.reviewer;
    expect((await give({}, { name: 'x.csv', content: 'x' })).statusCode).toBe(403);
  });
});

describe('taking back', () => {
  test('a batch is undone whole: what it made is gone, what it changed is as before', async () => {
    await act(placeOf(await give({ tableau: `${header}\n1;1;UNE;LDIV;Noé;Lamy;120` })), 'application');
    const before = panels();
    const batch = placeOf(await give({ tableau: `${header}\n1;1;AUTRE;;;;200\n2;5;SECOND TOUR;;;;` }));
    await act(batch, 'application');
    expect(panels()).not.toEqual(before);
    expect((await act(batch, 'annulation')).statusCode).toBe(303);
    expect(panels()).toEqual(before);
  });

  test('a batch whose lists are in a movement stays, and says why', async () => {
    const batch = placeOf(await give({ tableau: `${header}\n${rows(2)}` }));
    await act(batch, 'application');
    await fill(who, `${settings}/mouvements`, {}, `${settings}/mouvements/tous`);
    const answer = await act(batch, 'annulation');
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('est dans un mouvement');
    expect(panels()).toHaveLength(2);
  });

  test('a list that changed since is not overwritten', async () => {
    const first = placeOf(await give({ tableau: `${header}\n1;1;UNE;;;;` }));
    await act(first, 'application');
    await act(placeOf(await give({ tableau: `${header}\n1;1;CORRIGÉE;;;;` })), 'application');
    expect((await act(first, 'annulation')).body).toContain('a changé depuis cet import');
    expect(panels()).toMatchObject([{ label: 'CORRIGÉE' }]);
  });
});

describe('the second round', () => {
  const second = 'tour;panneau;liste;tete_prenom;tete_nom';
  async function published(): Promise<void> {
    await complete(who, settings);
    await fill(who, `${settings}/edition`, {});
    await act(placeOf(await give({ tableau: `${second}\n2;1;ENSEMBLE;Noé;Lamy 1` })), 'application');
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
