import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { fill, giveImport, openCampaign, placeOf } from '../support/opening.ts';
import { type Actor, openWorld, type World } from '../support/world.ts';

const rennes = '35238';
const header = 'tour;panneau;liste;nuance;tete_prenom;tete_nom;voix';
let world: World;
let who: Actor;
let imports: string;
let settings: string;

beforeEach(async () => {
  world = await openWorld();
  onTestFinished(() => world.close());
  who = world.administrator;
  ({ settings } = await openCampaign(who, rennes));
  imports = settings.replace('reglages', 'imports');
});

const give = (fields: Record<string, string>, file?: { name: string; content: string | Uint8Array<ArrayBuffer> }) =>
  giveImport(world.app, who, imports, fields, file);
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

  const many = (count: number, row: string) => `tour;panneau;liste\n1;1;UNE\n${`${row}\n`.repeat(count)}`;
  test.each([
    [
      'a line that never ends',
      `tour;panneau;liste\n1;1;UNE\n1;2;${'A'.repeat(130_000)}`,
      'Après la ligne 2, une ligne n’en finit pas',
    ],
    ['a quotation mark that is never closed', `tour;panneau;liste\n1;1;"UNE${'A\n'.repeat(60_000)}`, 'une ligne n’en finit pas'],
    ['a million columns', `tour;panneau;liste${';x'.repeat(1_000_000)}\n1;1;UNE`, 'n’est d’aucune sorte connue'],
    ['a line of a million columns', `tour;panneau;liste\n1;1;UNE${';'.repeat(1_000_000)}\n`, 'une ligne n’en finit pas'],
    ['the same line ten thousand times', many(10_001, '1;1;UNE'), 'Plus de 10\u202f000 lignes ne sont pas utilisables'],
    ['a byte that is no text', `tour;panneau;liste\n1;1;UNE\0`, 'fait d’octets'],
    ['a byte that is no text, late', many(9000, '2;1;\u00c9T\u00c9 1').replace(/1\n$/, '\0\n'), 'des octets nuls'],
    ['UTF-16', Buffer.from('\ufefftour;panneau;liste\n1;1;ÉTÉ\n', 'utf16le'), 'codé en UTF-16'],
    ['Windows’ own accents', Buffer.from('tour;panneau;liste\n1;1;ÉTÉ\n', 'latin1'), 'devrait être en UTF-8'],
    [
      'a spreadsheet that would fill a disk',
      zipSync({ '../../xl/sheet1.xml': new Uint8Array(50_000_000) }),
      'une archive ou un classeur',
    ],
    ['a text that swells', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aa">]><a>&a;</a>', 'une page web'],
  ])('%s is refused in one sentence, and what is kept of it is nothing', async (_name, content, words) => {
    const answer = await give({}, { name: '../../etc/passwd', content });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body.length).toBeLessThan(10_000);
    expect(world.database.sql.prepare('SELECT count(*) FROM import_batch').pluck().get()).toBe(0);
    expect(readdirSync(tmpdir()).filter((name) => name === 'etc' || name === 'passwd')).toEqual([]);
  });

  test('a name or a cell that fills a page is rejected with its line, and quoted short', async () => {
    const content = `tour;panneau;liste\n1;1;UNE\n1;2;${'B'.repeat(501)}\n${'x'.repeat(40_000)};3;TROIS\n1;4;${'D'.repeat(500)}\n`;
    const page = (await who.get(placeOf(await give({}, { name: 'x.csv', content })))).body;
    expect(page).toContain('2\u00a0listes seront enregistrées');
    expect(page).toContain('un nom a plus de 500 caractères');
    expect(page).toContain('xxx…');
    expect(page.length).toBeLessThan(10_000);
  });

  test('of who may not edit this campaign no file is received, nor anything of its form', async () => {
    who = world.reviewer;
    expect((await give({}, { name: 'x.csv', content: 'x' })).statusCode).toBe(404);
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
