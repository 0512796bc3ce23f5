import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { erase, erasingPage, orderForm, placesOf, publishWorded, sendOrder, worded } from '../../support/erasing.ts';
import { freeCell, type Steps, stepsOf, takenCell, takenSubject } from '../../support/position-steps.ts';
import { campaign, openWorld, positionForm, type World } from '../../support/world.ts';

let world: World;
let steps: Steps;
const at = `/bureau/campagnes/${campaign}`;
const subject = 'demain-les-phares/moins-de-cameras';
const everyPlace = () => placesOf(world.database, 'ibeline-');
const row = (id: number) => world.database.sql.prepare('SELECT * FROM position WHERE id = ?').get(id);
const publicly = () => steps.publicCell(freeCell);
const published = () => publishWorded(world, steps);

async function open(start?: string) {
  world = await openWorld({}, start);
  steps = stepsOf(world);
  onTestFinished(() => world.close());
}
beforeEach(() => open());

describe('an administrator who obeys an order', () => {
  test('is told before what will go, all of it counted, and what no program can reach', async () => {
    await published();
    await steps.enter(world.otherEditor, { ...worded, reason: 'Correction.' });
    const page = await erasingPage(world.administrator, subject);
    for (const count of ['version publiée', 'position du bureau', 'brouillon', 'note de relecture'])
      expect(page).toMatch(new RegExp(`<li>1\u00a0${count}</li>`));
    expect(page).toContain('<li>2\u00a0sources</li>');
    for (const beyond of ['sauvegardes', 'npm run export', 'courriels', 'Ce que d’autres ont gardé'])
      expect(page).toContain(beyond);
  });

  test('empties the words everywhere, in public and at the desk; rows, authors, dates, codes and hashes stay', async () => {
    const id = await published();
    await steps.enter(world.otherEditor, { ...worded, reason: 'Correction du zibeline-motif.' });
    const places = everyPlace();
    for (const place of ['entry.payload', 'position.quote', 'source.title', 'reading.note', 'audit.reason', 'position.reason'])
      expect(places).toContain(place);
    const before = row(id);
    const rows = () =>
      ['position', 'source', 'reading', 'position_author'].map((name) =>
        world.database.sql.prepare(`SELECT count(*) FROM ${name}`).pluck().get(),
      );
    const counted = rows();
    expect((await erase(world.administrator, subject)).statusCode).toBe(303);
    expect(everyPlace()).toEqual([]);
    expect(await publicly()).not.toContain('ibeline-');
    expect(rows()).toEqual(counted);
    const kept = [
      'id',
      'movement_id',
      'demand_id',
      'stance',
      'basis',
      'author_id',
      'reviewer_id',
      'edition_number',
      'updated_at',
    ];
    const pick = (from: unknown) => Object.entries(Object(from)).filter(([name]) => kept.includes(name));
    expect(pick(row(id))).toEqual(pick(before));
    expect(row(id)).toMatchObject({ erased_at: '2026-11-24T09:00:00.000Z', quote: '', said_on: '' });
    expect(world.database.sql.prepare('SELECT stance, first_stance FROM reading').all()).toContainEqual({
      ...{ stance: 'refuses', first_stance: 'commits' },
    });
    expect(world.ledger.verify(campaign).faults).toEqual([]);
  });

  test('leaves its line in the journal, with the order and what went, and the public reason', async () => {
    await published();
    await erase(world.administrator, subject);
    const lines = world.database.sql
      .prepare("SELECT action, reason, person_id FROM audit WHERE action IN ('redacted', 'erased')")
      .all();
    expect(lines).toEqual([
      { action: 'redacted', reason: 'Ordonnance du 3 mars.', person_id: world.administrator.id },
      { action: 'erased', reason: expect.stringContaining('position du bureau'), person_id: world.administrator.id },
    ]);
    expect(await publicly()).toContain('Ordonnance du 3 mars.');
    const journal = (await world.administrator.get(`${at}/journal`)).body;
    expect(journal).toContain('Textes effacés par ordre de la loi');
    expect(journal).toContain('[effacé]');
  });

  test('who forgets the reason or the box erases nothing, and loses nothing of what was typed', async () => {
    await published();
    const draft = await steps.enter(world.otherEditor, { ...worded, reason: 'Correction.' });
    const without = await erase(world.administrator, subject, { confirmer: '', brouillon: [], motif: 'Ordonnance du 9 mai.' });
    expect(without.statusCode).toBe(422);
    expect(without.body).toContain('href="#confirmer"');
    expect(without.body).toContain('Ordonnance du 9 mai.');
    expect(without.body).toMatch(new RegExp(`value="${draft}">`));
    const empty = await erase(world.administrator, subject, { motif: ' ' });
    expect([empty.statusCode, empty.body.includes('href="#motif"')]).toEqual([422, true]);
    expect(row(draft)).toMatchObject({ erased_at: null });
    expect(await publicly()).toContain('ibeline-citation');
  });

  test('does it once, however often the form is sent; the second order finds nothing', async () => {
    await published();
    const form = await orderForm(world.administrator, subject);
    expect((await sendOrder(world.administrator, form)).statusCode).toBe(303);
    const newest = steps.newest();
    expect((await sendOrder(world.administrator, form)).statusCode).toBe(303);
    const again = await sendOrder(world.administrator, { ...form, cle: 'un-autre-formulaire-1' });
    expect([again.statusCode, again.body.includes('plus rien à effacer')]).toEqual([409, true]);
    expect(steps.newest()).toBe(newest);
  });

  test('two of them at the same moment: it is done once', async () => {
    await published();
    const other = world.join('Anouk', 'administrator');
    const forms = [await orderForm(world.administrator, subject), await orderForm(other, subject)];
    const answers = await Promise.all([sendOrder(world.administrator, forms[0] ?? {}), sendOrder(other, forms[1] ?? {})]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
    expect(world.database.sql.prepare('SELECT count(*) FROM erasure').pluck().get()).toBe(1);
  });

  test('erases nothing that they have not read: what changed meanwhile is shown first', async () => {
    await published();
    const form = await orderForm(world.administrator, subject);
    await steps.enter(world.otherEditor, { ...worded, reason: 'Correction.' });
    const answer = await sendOrder(world.administrator, form);
    expect([answer.statusCode, answer.body.includes('a changé depuis')]).toEqual([409, true]);
    expect(answer.body).toContain('name="brouillon"');
    expect(await publicly()).toContain('ibeline-citation');
  });

  test('keeps the draft that says something else', async () => {
    await published();
    const other = {
      summary: 'La liste a changé d’avis.',
      quote: 'Nous n’en retirerons aucune, après tout.',
      reason: 'Nouvelle réponse.',
    };
    const draft = await steps.enter(world.otherEditor, other);
    expect((await erase(world.administrator, subject, { brouillon: [] })).statusCode).toBe(303);
    expect(everyPlace()).toEqual([]);
    expect(row(draft)).toMatchObject({ erased_at: null, summary: other.summary });
    await steps.approve(world.reviewer, draft);
    expect(await publicly()).toContain('Nous n’en retirerons aucune');
  });

  test('may erase the replaced versions alone: a document or a phrase goes, what is current stays', async () => {
    await published();
    const clean = { summary: 'La liste retirera tout.', quote: 'Nous retirerons tout.', reason: 'Sans le passage contesté.' };
    const current = await steps.enter(world.editor, clean);
    await steps.approve(world.reviewer, current);
    expect(await erasingPage(world.administrator, subject)).toContain('Seulement celles qui ont été remplacées');
    expect((await erase(world.administrator, subject, { portee: 'anciennes' })).statusCode).toBe(303);
    expect(everyPlace()).toEqual([]);
    expect(row(current)).toMatchObject({ erased_at: null, quote: clean.quote });
    expect(await publicly()).toContain('Nous retirerons tout.');
    expect(world.ledger.verify(campaign).faults).toEqual([]);
  });

  test('is shown the public reasons that the chain holds, and that stay', async () => {
    await published();
    const corrected = await steps.enter(world.editor, { reason: 'La date était fausse.' });
    await steps.approve(world.reviewer, corrected);
    const page = await erasingPage(world.administrator, subject);
    expect(page).toContain('Ce qui reste public');
    expect(page).toContain('La date était fausse.');
  });

  test('in the freeze obeys all the same: the order is its own exception', async () => {
    await open('2020-03-14T11:00:00Z');
    expect((await erase(world.administrator, takenSubject)).statusCode).toBe(303);
    expect(world.ledger.listEditions(campaign).at(-1)?.note).toContain('Ordonnance du 3 mars.');
    expect(await steps.publicCell(takenCell)).not.toContain('Nous maintiendrons le parc existant');
  });
});

describe('on a position that is erased', () => {
  test('no page crashes: it says so, with its date, and nobody can write, read or publish it', async () => {
    const id = await published();
    const draft = await steps.enter(world.otherEditor, { ...worded, reason: 'Correction.' });
    await erase(world.administrator, subject);
    for (const who of [world.administrator, world.reviewer, world.editor, world.otherEditor])
      for (const each of [id, draft]) {
        const page = await who.get(`/bureau/positions/${each}`);
        expect([page.statusCode, page.body.includes('Texte effacé le 24\u00a0novembre 2026')]).toEqual([200, true]);
        expect(page.body).not.toContain('<form class="sheet"');
      }
    for (const path of ['', '/lecture', '/publications', '/journal', '/journal.csv', `/publications/entree?sujet=${subject}`])
      expect((await world.administrator.get(`${at}${path}`)).statusCode, path).toBe(200);
    for (const path of ['/bureau', `/bureau?annuler=${draft}`]) expect((await world.otherEditor.get(path)).statusCode).toBe(200);
    expect((await world.reviewer.get(`${at}/lecture`)).body).not.toContain(`/bureau/positions/${draft}`);
    const save = positionForm({ ...freeCell, ...worded, version: steps.version(draft) });
    expect((await world.otherEditor.post(`/bureau/positions/${draft}`, save)).statusCode).toBe(409);
    for (const step of ['lecture', 'approbation', 'retour'])
      expect((await steps.step(world.reviewer, draft, step, { code: 'commits', motif: 'Non.' })).statusCode, step).toBe(409);
    for (const step of ['reprise', 'corbeille'])
      expect((await steps.step(world.otherEditor, draft, step)).statusCode, step).toBe(409);
    expect(everyPlace()).toEqual([]);
  });

  test('its page says what was erased, by whom, on what ground; the draft it comes from is not offered again', async () => {
    await published();
    await erase(world.administrator, subject);
    const page = await erasingPage(world.administrator, subject);
    expect(page).toContain('Texte effacé le 24\u00a0novembre 2026');
    expect(page).toContain('Ordonnance du 3 mars.');
    expect(page).not.toContain('Effacer pour toujours');
    expect(page).toContain('Ce que le site ne peut pas effacer');
  });
});

test('nobody but an administrator finds the page, nor erases', async () => {
  await published();
  const form = await orderForm(world.administrator, subject);
  for (const who of [world.editor, world.reviewer, world.outsider]) {
    expect((await who.get(`${at}/masquages?sujet=${subject}`)).statusCode).toBe(404);
    expect((await sendOrder(who, form)).statusCode).toBe(404);
  }
  expect((await erasingPage(world.administrator, 'personne/rien')).includes('Effacer pour toujours')).toBe(false);
  expect(await publicly()).toContain('ibeline-citation');
});
